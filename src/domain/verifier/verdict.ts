import type { ProblemCode } from '../bundle/verdict.js';
import { LogError, type LogErrorCode } from '../log/log-error.js';
import { say } from './words/say.js';
import type { Sentence } from './words/sentences.js';

/** Why an input cannot be judged at all: nothing is said about the log. */
export type UnusableCode =
  | 'policyMissing'
  | 'policyUnusable'
  | 'nothingToVerify'
  | 'unknownKind'
  | 'leafMissing'
  | 'filesDoNotFit'
  | 'unreadable'
  | 'zipUnusable'
  | 'badOption';

/**
 * What a verifier came to. `verified`: everything asked for is proved. `notVerified`: it is not, and nothing in the input
 * is to be believed. `unusable`: the question cannot be asked like this.
 */
export interface Verdict {
  readonly outcome: 'verified' | 'notVerified' | 'unusable';
  /** For programs; absent where verified. */
  readonly code?: LogErrorCode | UnusableCode | ProblemCode;
  /** For people: what it came to, and why; `say` words it in their language. */
  readonly said: readonly Sentence[];
  /** The same in English. */
  readonly sentences: readonly string[];
}

/** Thrown inside the verifier for an input that cannot be judged; `judge` makes a verdict of it. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';

  constructor(
    readonly code: UnusableCode,
    readonly said: Sentence,
  ) {
    super(say(said, 'en'));
  }
}

/** A LogError of the verifier's own, whose reason every language has words for. */
export class NotVerified extends LogError {
  constructor(
    code: LogErrorCode,
    readonly said: Sentence,
  ) {
    super(code, say(said, 'en'));
  }
}

/** A verdict that says this. */
export function verdictOf(
  outcome: Verdict['outcome'],
  said: readonly Sentence[],
  code?: NonNullable<Verdict['code']>,
): Verdict {
  const sentences = said.map((sentence) => say(sentence, 'en'));
  return { outcome, ...(code === undefined ? {} : { code }), said, sentences };
}

/** The verdict of a check that says what it proved where it succeeds and throws LogError or UnusableInput where it does not. */
export function judge(check: () => readonly Sentence[]): Verdict {
  try {
    return verdictOf('verified', check());
  } catch (error) {
    return verdictOfError(error);
  }
}

/** The verdict of a check that threw. Any other error is thrown on: it would be a fault of the verifier's own. */
export function verdictOfError(error: unknown): Verdict {
  if (error instanceof UnusableInput) return verdictOf('unusable', [error.said], error.code);
  if (!(error instanceof LogError)) throw error;
  const reason: Sentence = error instanceof NotVerified ? error.said : { key: 'detail', text: error.message };
  return verdictOf('notVerified', [{ key: 'meaning', code: error.code }, reason], error.code);
}
