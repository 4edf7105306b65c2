import { decodeBase64, encodeBase64 } from '../log/base64.js';
import { decodeUtf8, encodeUtf8, equalBytes } from '../log/bytes.js';
import { CompactTree } from '../log/compact-tree.js';
import { leafData, leafHash } from '../log/commitment.js';
import { jcs } from '../log/jcs.js';
import { verifyCheckpoint, type VerifiedCheckpoint } from '../log/verify-checkpoint.js';
import { parseJsonLine, textMember } from './json-line.js';
import { readShownValues, shownLeaf, type ShownValue } from './shown-record.js';
import { requireZeroSums } from './zero-sums.js';
import { headSentences, type TrustedPolicy } from './trusted-policy.js';
import { NotVerified } from './verdict.js';
import type { Sentence } from './words/sentences.js';

// countersign-log/v1: a log in one file, one JSON object in the form of RFC 8785 a line, each line ended by a newline.
// The first names the signed head, then comes one line for each record that the head covers, in order:
//   {"checkpoint":"<signed note>","v":"countersign-log/v1"}
//   {"record":"<exact record>","salt":"<base64>","seq":0}                with "private":[{"name","salt","value"}…] where disclosed
//   {"commitment":"<base64>","seq":1}                                   a record that is withheld: only its commitment
//   {"leafHash":"<base64>","seq":2}                                     one of which only the leaf is told

const VERSION = 'countersign-log/v1';

/** What the export tells of one record. */
export type ExportedRecord =
  | {
      readonly seq: number;
      readonly record: Uint8Array;
      readonly salt: Uint8Array;
      readonly values?: readonly ShownValue[];
    }
  | { readonly seq: number; readonly commitment: Uint8Array }
  | { readonly seq: number; readonly leafHash: Uint8Array };

/** The first line of an export, with its newline. */
export function exportHeader(checkpoint: string): string {
  return `${jcs({ checkpoint, v: VERSION })}\n`;
}

/** The line of one record, with its newline. */
export function exportLine(of: ExportedRecord): string {
  const { seq } = of;
  if ('leafHash' in of) return `${jcs({ leafHash: encodeBase64(of.leafHash), seq })}\n`;
  if ('commitment' in of) return `${jcs({ commitment: encodeBase64(of.commitment), seq })}\n`;
  const shown = of.values ? { private: of.values.map(({ name, salt, value }) => ({ name, salt, value })) } : {};
  return `${jcs({ record: decodeUtf8(of.record), salt: encodeBase64(of.salt), seq, ...shown })}\n`;
}

/** Longer than any line can be. */
const MAX_LINE = 2_000_000;

/**
 * Verifies an exported log piece by piece, so that a log of millions of records needs no memory. Every record stands at its
 * place, says so itself, is as old as or younger than the one before, and all leaves together make the tree whose head the
 * policy vouches for.
 */
export class LogExportCheck {
  readonly #tree = new CompactTree();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #count = { record: 0, commitment: 0, leafHash: 0 };
  #head: VerifiedCheckpoint | undefined;
  #lastAt = '';
  /** Under which name the records stand that were read last; it changes where a restore that lost records was declared. */
  #origin: string | undefined;
  #keySignatures = 0;
  #lines = 0;
  #rest = '';

  constructor(private readonly trusted: TrustedPolicy) {}

  /** Takes the next bytes of the file. Throws LogError, also where the head is not to be believed. */
  take(bytes: Uint8Array): void {
    const lines = (this.#rest + this.#decode(bytes)).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > MAX_LINE) throw new NotVerified('tooLarge', { key: 'lineTooLong' });
    for (const line of lines) this.#line(line);
  }

  /** After the last bytes: the sentences of a verified log. Throws LogError `badExport`. */
  finish(): Sentence[] {
    const head = this.#head;
    if (this.#rest !== '') throw new NotVerified('badExport', { key: 'lastLineCut' });
    if (!head) throw new NotVerified('badExport', { key: 'exportEmpty' });
    if (this.#tree.size !== head.size) {
      throw new NotVerified('badExport', { key: 'headCoversMore', size: head.size, here: this.#tree.size });
    }
    if (!equalBytes(this.#tree.root(), head.rootHash)) {
      throw new NotVerified('badExport', { key: 'recordsMakeOtherTree' });
    }
    if (this.#origin !== undefined && this.#origin !== head.origin)
      throw new NotVerified('badExport', { key: 'lastRecordUnder', origin: this.#origin });
    const { record, commitment, leafHash: leaves } = this.#count;
    const said: (Sentence | false)[] = [
      { key: 'logWhole', size: head.size, shown: record, withheld: commitment + leaves },
      this.#lines > 0 && { key: 'linesSumToZero', lines: this.#lines },
      this.#keySignatures > 0 && { key: 'keySignatures', count: this.#keySignatures },
      ...headSentences(head, this.trusted),
    ];
    return said.filter((sentence) => sentence !== false);
  }

  #decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new NotVerified('notUtf8', { key: 'exportNotUtf8' });
    }
  }

  #line(text: string): void {
    if (!this.#head) this.#head = this.#readHead(text);
    else this.#tree.append(this.#readLeaf(text, this.#head));
  }

  #readHead(text: string): VerifiedCheckpoint {
    const line = parseJsonLine(text, ['checkpoint', 'v']);
    if (line.v !== VERSION) throw new NotVerified('badExport', { key: 'firstLineVersion', version: VERSION });
    return verifyCheckpoint({ checkpoint: textMember(line, 'checkpoint'), policy: this.trusted.policy });
  }

  #readLeaf(text: string, head: VerifiedCheckpoint): Uint8Array {
    const place = { origin: head.origin, seq: this.#tree.size };
    const line = parseJsonLine(text, ['commitment', 'leafHash', 'private', 'record', 'salt', 'seq']);
    if (line.seq !== place.seq || place.seq >= head.size) {
      const stands = String(line.seq);
      throw new NotVerified('badExport', { key: 'otherRecordDue', seq: place.seq, size: head.size, stands });
    }
    const kind = KINDS.find(({ members }) => Object.keys(line).sort().join() === members)?.kind;
    if (kind === undefined) throw new NotVerified('badExport', { key: 'lineShowsNothing', seq: place.seq });
    this.#count[kind] += 1;
    if (kind === 'leafHash') return decodeBase64(textMember(line, 'leafHash'));
    if (kind === 'commitment') {
      const commitment = decodeBase64(textMember(line, 'commitment'));
      return leafHash(leafData({ origin: this.#origin ?? head.origin, seq: place.seq, commitment }));
    }
    return this.#readRecord(line, place);
  }

  #readRecord(line: Record<string, unknown>, place: { origin: string; seq: number }): Uint8Array {
    const shown = {
      bytes: encodeUtf8(textMember(line, 'record')),
      salt: decodeBase64(textMember(line, 'salt')),
      ...(line.private === undefined ? {} : { values: readShownValues(line.private) }),
    };
    const { hash, body, keySignatures } = shownLeaf(shown, place);
    if (body.recordedAt < this.#lastAt) {
      throw new NotVerified('badExport', { key: 'writtenBefore', seq: place.seq });
    }
    this.#lastAt = body.recordedAt;
    if (body.origin !== (this.#origin ?? body.origin) && body.type !== 'log_incarnation')
      throw new NotVerified('badExport', { key: 'renamedUnsaid', seq: place.seq });
    this.#origin = body.origin;
    this.#keySignatures += keySignatures;
    this.#lines += requireZeroSums(body);
    return hash;
  }
}

/** Which members a line has, by what it tells of the record. */
const KINDS = [
  { members: 'record,salt,seq', kind: 'record' },
  { members: 'private,record,salt,seq', kind: 'record' },
  { members: 'commitment,seq', kind: 'commitment' },
  { members: 'leafHash,seq', kind: 'leafHash' },
] as const;
