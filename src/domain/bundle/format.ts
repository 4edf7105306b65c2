import { encodeBase64 } from '../log/base64.js';
import { encodeUtf8 } from '../log/bytes.js';
import { jcs } from '../log/jcs.js';
import { HASH_BYTES, sha256 } from '../log/sha256.js';
import type { RecordType } from '../ledger/record-types.js';
import type { RecordBody } from '../ledger/record.js';

// An inspection bundle: text in lines, each the canonical JSON (RFC 8785) of one value and a newline. First the head, then the
// records by their number in the log, last the seal. docs/audit-log.md, "Inspection bundle".

export const BUNDLE_VERSION = 'countersign-bundle/v1';
/** The type of the record that an export is. */
export const BUNDLE_RECORD_TYPE = 'inspection_bundle' satisfies RecordType;
/** The private value of that record which says what ids are called. */
export const NAMES = 'names';

/** What a bundle is about. All but `period` and `record` are one subject's life, or the part of it in a period. */
export const SUBJECT_KINDS = ['container', 'lot', 'product', 'session', 'patient', 'person'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export const SELECTION_KINDS = [...SUBJECT_KINDS, 'period', 'record'] as const;
export type SelectionKind = (typeof SELECTION_KINDS)[number];

/** What was chosen, as the export's record says it under `act.selection`. */
export interface Selection {
  readonly kind: SelectionKind;
  readonly subjectId?: string;
  /** A single record's number. */
  readonly seq?: number;
  /** Recorded at this time or later, and before that one: UTC with milliseconds. Left out: from the first, up to the export. */
  readonly from?: string;
  readonly to?: string;
}

/** `amounts`: the bytes of the records and no private value; `everything`: private values too. */
export type Shown = 'amounts' | 'everything';

/** A value that a record commits to under `private`. */
export interface DisclosedValue {
  readonly name: string;
  /** Base64. */
  readonly salt: string;
  readonly value: string;
}

/** A record with what is needed to see that the log holds it. */
export interface BundleRecord {
  readonly record: RecordBody;
  /** Base64 salt of the record's commitment. */
  readonly salt: string;
  /** Base64 hashes of the RFC 6962 inclusion path, from the leaf up, to the head of the bundle. */
  readonly path: readonly string[];
  readonly private?: readonly DisclosedValue[];
}

export interface BundleHead {
  /** First in the file, so that its kind is plain from its first bytes. */
  readonly bundle: typeof BUNDLE_VERSION;
  /** The signed checkpoint that all paths lead to. */
  readonly checkpoint: string;
  /** The operator's own policy (c2sp.org/tlog-policy). Whoever verifies should have one from elsewhere. */
  readonly policy: string;
  /** The export itself, which is the newest record of what the bundle is about. */
  readonly export: BundleRecord;
}

/** The last line. Guards against accidents; against forgers stand the proofs. */
export interface BundleSeal {
  readonly records: number;
  /** Base64 of h(n), where h(0) is 32 zeros and h(i) = SHA-256(h(i - 1) || line i with its newline). */
  readonly chain: string;
}

/** Writes the lines of a bundle one after the other; keeps nothing but a hash and a number. */
export class BundleWriter {
  #chain = new Uint8Array(HASH_BYTES);
  #records = 0;

  head(head: Omit<BundleHead, 'bundle'>): string {
    return this.#line({ bundle: BUNDLE_VERSION, ...head });
  }

  record(record: BundleRecord): string {
    this.#records += 1;
    return this.#line(record);
  }

  seal(): string {
    const seal: BundleSeal = { records: this.#records, chain: encodeBase64(this.#chain) };
    return this.#line({ seal });
  }

  #line(value: unknown): string {
    const line = `${jcs(value)}\n`;
    this.#chain = chained(this.#chain, line);
    return line;
  }
}

/** The next hash of the chain; `line` ends in its newline. */
export function chained(before: Uint8Array, line: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sha256(before, encodeUtf8(line)));
}
