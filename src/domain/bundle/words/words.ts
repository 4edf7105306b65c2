import type { SelectionKind, Shown } from '../format.js';
import type { ProblemCode, VerdictState } from '../verdict.js';

/** What a sentence about a problem may need. */
export interface ProblemFacts {
  readonly subject: string;
  readonly seq: string;
  readonly line: string;
  readonly numbers: string;
  readonly detail: string;
  /** How many numbers are meant. */
  readonly count: number;
}

/** Every word of a verdict on a bundle. One object a language; TypeScript sees that none is missing. */
export interface Words {
  readonly language: string;
  readonly states: Readonly<Record<VerdictState, { readonly title: string; readonly meaning: string }>>;
  readonly kinds: Readonly<Record<SelectionKind, string>>;
  readonly problems: Readonly<Record<ProblemCode, (facts: ProblemFacts) => string>>;
  readonly shown: Readonly<Record<Shown, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly holders: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly meanings: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly proved: {
    site(of: { name: string; deaNumber: string; subject: string }): string;
    head(of: { origin: string; size: number }): string;
    signed(of: { cosigners: string; count: number; witnesses: number }): string;
    notCompared: string;
    exported(of: { name: string; role: string; at: string; seq: number }): string;
    whole(of: { subject: string; numbers: string; count: number }): string;
    wholePeriod(of: { subject: string; from: string; to: string; count: number }): string;
    single: string;
    besides(count: number): string;
    beganAnew(of: { fromSeq: number; previousSize: number }): string;
    holds(of: { subject: string; amountMg: string }): string;
  };
  readonly limits: readonly string[];
  readonly beginning: string;
  readonly export: string;
  readonly headings: {
    readonly proved: string;
    readonly problems: string;
    readonly limits: string;
    readonly sums: string;
    readonly records: string;
    readonly more: (count: number) => string;
    readonly moreProblems: (count: number) => string;
  };
  readonly columns: {
    readonly nth: string;
    readonly seq: string;
    readonly recorded: string;
    readonly happened: string;
    readonly what: string;
    readonly who: string;
    readonly moved: string;
    readonly values: string;
    readonly product: string;
    readonly holder: string;
    readonly in: string;
    readonly out: string;
    readonly net: string;
  };
  readonly late: string;
  readonly refused: (of: string, code: string) => string;
  readonly withheld: (names: string) => string;
  /** Under a summary that nobody has verified yet. */
  readonly alone: string;
  /** The first file of a bundle: a name, and its lines. */
  readonly readMe: { readonly name: string; readonly lines: readonly string[] };
  readonly summaryFile: string;
}
