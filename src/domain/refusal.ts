import { sentenceOf, type Detail } from './refusal-details.js';
import { REFUSALS, refusalRank, type RefusalCode } from './refusal-codes.js';

/** Why an act was not done: a value, never an exception inside the domain. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What is wrong in this case, for the person: amounts with their units, never a patient's name. */
  readonly detail: string;
  /** The same as a kind of the closed list with its values, for who words it in another language. */
  readonly says?: Detail;
  /** The field of the request that is at fault, as a path: `volumeMl`, `signatures.1`. */
  readonly field?: string;
}

interface RefusalOptions {
  readonly detail?: Detail | undefined;
  readonly field?: string | undefined;
}

/** Makes a refusal; without a detail the code's own sentence says it. */
export function refuse(code: RefusalCode, options: RefusalOptions = {}): Refusal {
  const { detail } = options;
  return {
    code,
    detail: detail ? sentenceOf(detail) : REFUSALS[code].title,
    ...(detail ? { says: detail } : {}),
    ...(options.field === undefined ? {} : { field: options.field }),
  };
}

/** Whether a value is a refusal instead of what was asked for. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

/** The refusal that a value is, if it is one: for `firstRefusal`. */
export function refusalIn(value: unknown): Refusal | undefined {
  return isRefusal(value) ? value : undefined;
}

/**
 * The refusal that wins among those several rules gave (daybook/README.md: "the first of this list wins").
 * Rules that have nothing against the act give undefined.
 */
export function firstRefusal(...found: readonly (Refusal | undefined)[]): Refusal | undefined {
  let winner: Refusal | undefined;
  for (const refusal of found) {
    if (refusal && (!winner || refusalRank(refusal.code) < refusalRank(winner.code))) winner = refusal;
  }
  return winner;
}

/** Carries a refusal out of code that cannot return one (parsers, guards) to the HTTP edge. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.name = 'RefusedError';
  }
}

/** Shorthand: throws a RefusedError. */
export function refuseNow(code: RefusalCode, options: RefusalOptions = {}): never {
  throw new RefusedError(refuse(code, options));
}
