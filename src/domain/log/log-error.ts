/**
 * Every way in which bytes of the audit log, or a proof about them, can be refused. Closed and ordered; add at the
 * end of a group.
 */
export const LOG_ERROR_CODES = [
  // canonical JSON
  'notUtf8',
  'notJson',
  'notCanonical',
  'tooLarge',
  'tooDeep',
  'badKey',
  'badNumber',
  'badString',
  'badValue',
  // commitments and the tree
  'badCommitmentInput',
  'badTreeInput',
  'missingNode',
  // notes, checkpoints, proofs, policies
  'badBase64',
  'badNote',
  'badKeyFormat',
  'unsupportedKeyType',
  'ambiguousKey',
  'badSignature',
  'noKnownSignature',
  'badCheckpoint',
  'unknownOrigin',
  'notSignedByLog',
  'quorumNotMet',
  'badProof',
  'notIncluded',
  'inconsistent',
  'badPolicy',
  // what is shown to a verifier (src/domain/verifier)
  'wrongRecord',
  'privateValueDiffers',
  'keySignatureWrong',
  'badExport',
  'badTile',
] as const;

export type LogErrorCode = (typeof LOG_ERROR_CODES)[number];

/** The only error that src/domain/log throws for what it is given. `code` is for programs, `message` for people. */
export class LogError extends Error {
  override readonly name = 'LogError';

  constructor(
    readonly code: LogErrorCode,
    message: string,
  ) {
    super(message);
  }
}
