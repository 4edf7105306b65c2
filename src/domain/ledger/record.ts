import type { HolderKind } from '../holders.js';
import { canonicalBytes } from '../log/canonical-json.js';

export const RECORD_VERSION = 'countersign-record/v1';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** How somebody signed, and in which role. The first actor of a record is the one who did it. */
export interface RecordActor {
  readonly id: string;
  readonly role: string;
  readonly meaning: 'performed' | 'witnessed' | 'checked' | 'approved';
  /** For example `session:password+totp` or `signature:password`. */
  readonly method: string;
  /** Base64 SHA-256 of the evidence that this person authenticated. */
  readonly evidence: string;
  /** What a witness states having seen. */
  readonly attests?: readonly string[];
  readonly signatureId?: string;
  /** When the signature was given; absent for the performer, who signs with the act itself. UTC with milliseconds. */
  readonly signedAt?: string;
  /** The record in which the signature was given, where it is an earlier one (a pending waste). */
  readonly signedSeq?: number;
}

/**
 * One line, or several alike: with `ids`, one line for each holder named. A holder outside has no id: it is its kind,
 * for the product. Amounts are decimal strings with their sign: minus leaves the holder.
 */
export interface RecordLine {
  readonly holder: HolderKind;
  readonly ids?: readonly string[];
  readonly productId: string;
  readonly locationId: string;
  readonly amountMg: string;
  readonly volumeMl?: string;
  readonly deviceCount?: number;
  /** Whose totals it counts to, where that is not the performer (a reversal undoes somebody's line). */
  readonly personId?: string;
}

/**
 * Columns a record sets in a table that follows the log; the key is among them (migrations/0003). What it leaves out
 * stays as it was; the columns named in `clear` become empty. Rows alike are written once: a column under `each` is a
 * list, one element a row, all of one length.
 */
export interface RecordChange {
  readonly table: string;
  readonly each?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  readonly clear?: readonly string[];
  readonly [column: string]: Json | undefined;
}

/**
 * One change a row: what `each` holds, spread out. The database does the same (`changed_rows` of migrations/0003). Throws
 * TypeError where the lists differ in length.
 */
export function changedRows(changes: readonly RecordChange[]): RecordChange[] {
  return changes.flatMap(rowsOfChange);
}

function rowsOfChange(change: RecordChange): RecordChange[] {
  const { each, ...common } = change;
  if (each === undefined) return [change];
  const columns = Object.entries(each);
  const length = columns[0]?.[1].length ?? 0;
  if (columns.some(([, list]) => list.length !== length)) throw new TypeError('the lists of a change differ in length');
  return Array.from(
    { length },
    (_, row) => ({ ...common, ...Object.fromEntries(columns.map(([key, list]) => [key, list[row]])) }) as RecordChange,
  );
}

export interface RecordEntry {
  readonly locationId: string;
  readonly sessionId?: string;
  readonly late?: boolean;
  readonly reversesSeq?: number;
  /** Base64 digest of the intent that the signers signed. */
  readonly intent: string;
}

/** What a record says (audit-log.md, "Record"). Free text and personal data are only in `private`, as commitments. */
export interface RecordBody {
  readonly origin: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actors: readonly RecordActor[];
  /** What the act says besides its lines, for a reader. */
  readonly act?: JsonObject;
  readonly entry?: RecordEntry;
  readonly lines?: readonly RecordLine[];
  readonly changes?: readonly RecordChange[];
  readonly subjects?: readonly string[];
  /** For each thing it is about, in the order of `subjectsOf`: which record about it this is, from 1. */
  readonly nth: readonly number[];
  /** Name of a private value → base64 field commitment. */
  readonly private?: Readonly<Record<string, string>>;
  readonly refusal?: { readonly code: string; readonly of: string; readonly field?: string; readonly detail?: string };
}

/** The exact bytes of a record. Throws LogError when the body leaves the profile or passes 16 KiB. */
export function recordBytes(body: RecordBody): Uint8Array {
  return canonicalBytes(withoutUndefined({ v: RECORD_VERSION, ...body }));
}

/** The profile has no null and JSON has no undefined: an absent field is left out, at every depth. */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutUndefined(field)])) as T;
}
