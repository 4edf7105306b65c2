import type { RecordActor, RecordBody } from '../ledger/record.js';
import type { Selection, Shown } from './format.js';
import type { Incarnation } from './incarnations.js';
import type { NumberRange } from './sequence.js';

/** Everything that can be wrong with a bundle. Closed; each has its sentence in each language (words.ts). */
export const PROBLEM_CODES = [
  // It cannot be read.
  'not_a_bundle',
  'not_utf8',
  'policy_unreadable',
  // It can be read, and is not proved.
  'head_not_trusted',
  'cut_off',
  'file_altered',
  'line_unreadable',
  'export_not_proved',
  'not_an_export',
  'record_not_in_log',
  'record_unreadable',
  'record_of_other_log',
  'records_out_of_order',
  'time_backwards',
  'value_altered',
  'more_shown_than_allowed',
  'records_missing',
  'number_twice',
  'record_absent',
  'rule_broken',
  'signature_record_missing',
  'signature_differs',
  'name_differs',
  'key_signature_wrong',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that is wrong, and where. */
export interface Problem {
  readonly code: ProblemCode;
  /** The record's number in the log. */
  readonly seq?: number;
  /** A line of the file, from 1. */
  readonly line?: number;
  readonly numbers?: readonly NumberRange[];
  /** A value's name, a rule in words, what the log's code said. Never a private value. */
  readonly detail?: string;
}

/** A record for a reader, from its proved bytes. */
export interface SummaryRow {
  readonly seq: number;
  /** Its running number in the life of what the bundle is about. */
  readonly nth: number | undefined;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly actors: readonly Pick<RecordActor, 'id' | 'role' | 'meaning' | 'method'>[];
  readonly lines: readonly MovedLine[];
  readonly refusal: RecordBody['refusal'];
  readonly values: readonly { readonly name: string; readonly value: string }[];
  /** Names of values that the record commits to and the bundle does not show. */
  readonly withheld: readonly string[];
}

export interface MovedLine {
  readonly holder: string;
  readonly holderId: string;
  readonly productId: string;
  readonly amountMg: string;
}

/** What went into and out of a kind of holder by the records shown. Decimal strings in mg. */
export interface Sum {
  readonly productId: string;
  readonly holder: string;
  readonly inMg: string;
  readonly outMg: string;
  readonly netMg: string;
}

/** The head that everything leads to, and whose signatures it carries. */
export interface ProvedHead {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly rootHash: string;
  readonly cosigners: readonly { readonly name: string; readonly at: string }[];
  /** How many witnesses the policy names. */
  readonly witnesses: number;
}

/** What the export's own record says. */
export interface ProvedExport {
  readonly seq: number;
  readonly recordedAt: string;
  readonly personId: string;
  readonly role: string;
  readonly selection: Selection;
  readonly shown: Shown;
  /** The site as the export's record names it. */
  readonly site: { readonly name: string; readonly deaNumber: string; readonly timeZone: string };
}

/**
 * `verified`: everything holds, against the policy that the verifier brought. `keys_not_compared`: everything holds, but
 * only against the keys that the bundle itself names. `not_verified`: see problems. `unusable`: no bundle, or no policy.
 */
export type VerdictState = 'verified' | 'keys_not_compared' | 'not_verified' | 'unusable';

export interface BundleVerdict {
  readonly state: VerdictState;
  readonly problems: readonly Problem[];
  /** How many problems there are; of many only the first are kept. */
  readonly problemCount: number;
  readonly head: ProvedHead | undefined;
  readonly export: ProvedExport | undefined;
  /** Proved records: about what was chosen, in the time chosen; and others that are needed beside them. */
  readonly records: number;
  readonly besides: number;
  /** The numbers that make the chosen sequence whole; undefined for a single record. */
  readonly sequence: NumberRange | undefined;
  /** Where the log began anew after a restore. */
  readonly incarnations: readonly Incarnation[];
  readonly sums: readonly Sum[];
  /** The first of the records, as many as the verifier was told to keep. */
  readonly rows: readonly SummaryRow[];
  readonly names: ReadonlyMap<string, string>;
}
