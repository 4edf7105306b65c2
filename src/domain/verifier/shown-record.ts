import { decodeBase64, encodeBase64 } from '../log/base64.js';
import { decodeUtf8, encodeUtf8 } from '../log/bytes.js';
import { parseCanonical } from '../log/canonical-json.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../log/commitment.js';
import { isEarlierOrigin } from '../log/log-origin.js';
import { RECORD_VERSION, type RecordBody } from '../ledger/record.js';
import { checkKeySignatures } from '../webauthn/signed-by-key.js';
import { parseJsonLine, textMember } from './json-line.js';
import { NotVerified, UnusableInput } from './verdict.js';

/** A private value that is shown with its record, and the salt of its commitment in base64. */
export interface ShownValue {
  readonly name: string;
  readonly salt: string;
  readonly value: string;
}

/** A record somebody shows: its exact bytes, its salt, and what of its private values is disclosed. */
export interface ShownRecord {
  readonly bytes: Uint8Array;
  readonly salt: Uint8Array;
  readonly values?: readonly ShownValue[];
}

/** What a shown record comes to. */
export interface ShownLeaf {
  readonly hash: Uint8Array;
  readonly body: RecordBody;
  /** Signatures in it that a key made, all of them checked. */
  readonly keySignatures: number;
}

/** Where a record must stand. */
export interface Place {
  readonly origin: string;
  readonly seq: number;
}

/**
 * The leaf of a record at this place, computed from its bytes and salt; and what it says. A record of an earlier incarnation of
 * the log stands under the name that the log had then. Throws LogError: `wrongRecord` where the bytes say another place, `privateValueDiffers`, `keySignatureWrong` where the answer of a key that signed is
 * not that key's, and those of `parseCanonical` and the commitments.
 */
export function shownLeaf(shown: ShownRecord, place: Place): ShownLeaf {
  const body = recordAt(shown.bytes, place);
  const { good, wrong } = checkKeySignatures(body);
  if (wrong[0] !== undefined)
    throw new NotVerified('keySignatureWrong', { key: 'keySignatureWrong', seq: place.seq, reason: wrong[0] });
  for (const value of shown.values ?? []) requireCommitted(body, value);
  const commitment = recordCommitment({ salt: shown.salt, record: shown.bytes });
  return {
    hash: leafHash(leafData({ origin: body.origin, seq: place.seq, commitment })),
    body,
    keySignatures: good.length,
  };
}

/** What the bytes say, if they are canonical and of this place. */
function recordAt(bytes: Uint8Array, place: Place): RecordBody {
  const value = parseCanonical(bytes);
  const body = value as RecordBody & { v?: unknown };
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value) && body.v === RECORD_VERSION;
  if (!isRecord) throw new NotVerified('wrongRecord', { key: 'noRecord', version: RECORD_VERSION });
  const isOfLog = body.origin === place.origin || isEarlierOrigin(String(body.origin), place.origin);
  if (!isOfLog || body.seq !== place.seq) {
    throw new NotVerified('wrongRecord', {
      key: 'otherPlace',
      saysSeq: String(body.seq),
      saysOrigin: String(body.origin),
      ...place,
    });
  }
  return body;
}

function requireCommitted(body: RecordBody, { name, salt, value }: ShownValue): void {
  const committed: unknown = body.private?.[name];
  const commitment = encodeBase64(fieldCommitment({ name, salt: decodeBase64(salt), value: encodeUtf8(value) }));
  if (committed === commitment) return;
  throw new NotVerified('privateValueDiffers', { key: 'valueNotCommitted', name });
}

const DISCLOSURE_END = '"v":"countersign-disclosure/v1"}\n';

/**
 * Reads what is shown of a record: its bare bytes, whose salt is then `salt`, or one line
 * `{"private":[{"name","salt","value"}…],"record":"…","salt":"…","v":"countersign-disclosure/v1"}`
 * (RFC 8785; `private` may be left out). Throws UnusableInput `leafMissing` where no salt is there, LogError where the line
 * is damaged.
 */
export function readShownRecord(bytes: Uint8Array, salt: Uint8Array | undefined): ShownRecord {
  if (!new TextDecoder().decode(bytes).endsWith(DISCLOSURE_END)) {
    if (salt) return { bytes, salt };
    throw new UnusableInput('leafMissing', { key: 'saltMissing' });
  }
  const line = parseJsonLine(decodeUtf8(bytes).slice(0, -1), ['private', 'record', 'salt', 'v']);
  const values = line.private === undefined ? {} : { values: readShownValues(line.private) };
  return {
    bytes: encodeUtf8(textMember(line, 'record')),
    salt: decodeBase64(textMember(line, 'salt')),
    ...values,
  };
}

/** The list of disclosed private values. Throws LogError `badExport` where it is none. */
export function readShownValues(list: unknown): ShownValue[] {
  if (!Array.isArray(list)) throw new NotVerified('badExport', { key: 'disclosedNoList' });
  return list.map((item: unknown) => {
    const value = item as Record<string, unknown> | null;
    const keys = typeof value === 'object' && value !== null ? Object.keys(value).sort().join() : '';
    if (!value || keys !== 'name,salt,value') throw new NotVerified('badExport', { key: 'disclosedIncomplete' });
    return { name: textMember(value, 'name'), salt: textMember(value, 'salt'), value: textMember(value, 'value') };
  });
}
