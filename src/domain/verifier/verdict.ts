import type { ProblemCode } from '../bundle/verdict.js';
import { LogError, type LogErrorCode } from '../log/log-error.js';

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
  /** For people: what it came to, and why; one sentence each. */
  readonly sentences: readonly string[];
}

/** Thrown inside the verifier for an input that cannot be judged; `judge` makes a verdict of it. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';

  constructor(
    readonly code: UnusableCode,
    message: string,
  ) {
    super(message);
  }
}

/** The verdict of a check that gives sentences where it succeeds and throws LogError or UnusableInput where it does not. */
export function judge(check: () => readonly string[]): Verdict {
  try {
    return { outcome: 'verified', sentences: check() };
  } catch (error) {
    return verdictOfError(error);
  }
}

/** The verdict of a check that threw. Any other error is thrown on: it would be a fault of the verifier's own. */
export function verdictOfError(error: unknown): Verdict {
  if (error instanceof UnusableInput) return { outcome: 'unusable', code: error.code, sentences: [error.message] };
  if (error instanceof LogError)
    return { outcome: 'notVerified', code: error.code, sentences: [MEANINGS[error.code], error.message] };
  throw error;
}

const DAMAGED = 'The file is damaged, or was changed after it was made.';
const NOT_A_RECORD = 'The bytes of the record are not those of any record of this ledger.';
const NOT_IN_TREE = 'What is shown does not belong to the log that was signed.';

/** What each refusal means to somebody who holds the file. */
const MEANINGS: Readonly<Record<LogErrorCode, string>> = {
  notUtf8: DAMAGED,
  notJson: NOT_A_RECORD,
  notCanonical: NOT_A_RECORD,
  tooLarge: 'The file is larger than anything this ledger writes.',
  tooDeep: NOT_A_RECORD,
  badKey: NOT_A_RECORD,
  badNumber: NOT_A_RECORD,
  badString: NOT_A_RECORD,
  badValue: NOT_A_RECORD,
  badCommitmentInput: 'The salt or the place of the record cannot be those of any record.',
  badTreeInput: DAMAGED,
  missingNode: 'A part of the tree is missing.',
  badBase64: DAMAGED,
  badNote: DAMAGED,
  badKeyFormat: 'A key is not written as keys are.',
  unsupportedKeyType: 'A key is of a kind that this verifier does not know.',
  ambiguousKey: 'Two keys go by the same name and number.',
  badSignature: 'A signature that should be by a trusted key was not made by it, or what it signed was changed.',
  noKnownSignature: 'Nobody whom the policy trusts has signed this.',
  badCheckpoint: DAMAGED,
  unknownOrigin: 'This is about a log that the policy does not know.',
  notSignedByLog: 'The log itself did not sign this head.',
  quorumNotMet:
    'Too few of the witnesses that the policy asks for have confirmed this head: it may be a story told to you alone.',
  badProof: DAMAGED,
  notIncluded: NOT_IN_TREE,
  inconsistent: 'The two heads tell different stories: the log was rewritten, cut back, or shown in two versions.',
  badPolicy: 'The policy is not written as policies are.',
  wrongRecord: 'The record shown is not the one that the proof is about.',
  privateValueDiffers: 'A private value shown is not the one that was recorded.',
  keySignatureWrong: 'A record says that somebody signed with a key, and the signature is not that key’s.',
  badExport: 'The exported log is incomplete, or was changed after it was made.',
  badTile: 'The folder of the log is incomplete, or was changed after it was written.',
};
