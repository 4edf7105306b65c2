import type { RefusalCode } from '../../../src/domain/refusal-codes.js';

/** A refusal as the interface sends it (RFC 9457). */
export interface Problem {
  readonly code: RefusalCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly next: string;
  readonly field?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
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

/** Sentences of each field of a problem, by the field's path; what has no field is under ''. */
export function fieldErrors(problem: Problem): Readonly<Record<string, string>> {
  if (problem.errors?.length) return Object.fromEntries(problem.errors.map(({ field, detail }) => [field, detail]));
  return { [problem.field ?? '']: problem.detail };
}
