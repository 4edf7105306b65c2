import type { JsonObject, RecordBody, RecordChange } from '../ledger/record.js';
import { encodeBase64 } from '../log/base64.js';
import { encodeUtf8 } from '../log/bytes.js';
import { canonicalBytes } from '../log/canonical-json.js';
import { sha256 } from '../log/sha256.js';

const CONFIRMATION_PREFIX = encodeUtf8('countersign-confirmation/v1\n');

/** A first key that somebody vouches for: this key and no other, for this person. Bytes are base64. */
export interface VouchedKey {
  readonly type: 'passkey_added';
  readonly personId: string;
  readonly credentialHash: string;
  readonly publicKey: string;
  readonly rpId: string;
  readonly deviceBound: boolean;
}

/** A link that takes keys and authenticator away, which somebody approves: one link, by its maker's idempotency key. */
export interface ApprovedLink {
  readonly type: 'person_invited';
  readonly id: string;
  readonly performerId: string;
  readonly personId: string;
  readonly removeSecondFactor: boolean;
}

/** What a second person confirms beside whoever changes an account. */
export type Confirmed = VouchedKey | ApprovedLink;

/**
 * What a key of the second person answers to: base64 of SHA-256("countersign-confirmation/v1\n" || canonical JSON of what is
 * confirmed). All of it stands in the record, so whoever has the record can compute it again.
 */
export function confirmationIntent(confirmed: Confirmed): string {
  return encodeBase64(sha256(CONFIRMATION_PREFIX, canonicalBytes(confirmed)));
}

/** The digest that signatures in a record of this kind must be for; undefined where it is not of these kinds. */
export function confirmedIntent(body: RecordBody, rows: readonly RecordChange[]): string | undefined {
  try {
    const confirmed = confirmedIn(body, rows);
    return confirmed && confirmationIntent(confirmed);
  } catch {
    // A record of another shape confirms nothing that a signature could be for.
    return '';
  }
}

function confirmedIn(body: RecordBody, rows: readonly RecordChange[]): Confirmed | undefined {
  const { type, id } = body;
  if (type === 'passkey_added') {
    const key = rows.find(({ table }) => table === 'passkey') as JsonObject;
    const { personId, credentialHash, publicKey, rpId, deviceBound } = key as unknown as VouchedKey;
    return { type, personId, credentialHash, publicKey, rpId, deviceBound };
  }
  if (type === 'person_invited') {
    const { personId, removeSecondFactor } = body.act as unknown as ApprovedLink;
    return { type, id, performerId: String(body.actors[0]?.id), personId, removeSecondFactor };
  }
  return undefined;
}
