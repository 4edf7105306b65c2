import type { RefusalCode } from '../../../src/domain/refusal-codes.js';
import type { DetailKind } from '../../../src/domain/refusal-details.js';

/** One field of a request that is not of the form it should be. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
  readonly kind: DetailKind;
  readonly values: Readonly<Record<string, string>>;
}

/** A refusal as the interface sends it (RFC 9457). */
export interface Problem {
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** What the detail says, as a kind of the closed list with its values. */
  readonly kind?: DetailKind;
  readonly values?: Readonly<Record<string, string>>;
  readonly next: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  readonly instance: string;
}

/** Thrown when the ledger answered and refused. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'Refused';
  }
}

/** Thrown when no answer came: whether the act is recorded is not known, and the same act may be sent again with its key. */
export class LineLost extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'LineLost';
  }
}
