import type { LogErrorCode } from '../../log/log-error.js';
import type { FileKind } from '../file-kind.js';

/** Everything that a verdict can say, and what it needs to say it. */
export interface Says {
  // what is proved
  headSigned: { size: number; origin: string };
  confirmedBy: { witnesses: readonly { name: string; at: string }[] };
  quorumMet: { quorum: string; of: number };
  noQuorumAsked: object;
  policyDigest: { digest: string };
  recordAt: { seq: number; origin: string };
  leafAt: { seq: number; origin: string };
  recordSays: { type: string; occurredAt: string; recordedAt: string };
  otherNameThen: { origin: string };
  nothingRewritten: { newer: number; older: number };
  logWhole: { size: number; shown: number; withheld: number };
  linesSumToZero: { lines: number };
  keySignatures: { count: number };
  folderWhole: { size: number };
  // why not
  meaning: { code: LogErrorCode };
  pathBeginsElsewhere: { path: number; older: number };
  pathLineEnd: object;
  noRecord: { version: string };
  otherPlace: { saysSeq: string; saysOrigin: string; seq: number; origin: string };
  valueNotCommitted: { name: string };
  disclosedNoList: object;
  disclosedIncomplete: object;
  keySignatureWrong: { seq: number; reason: string };
  lineNotJson: object;
  lineNotCanonical: object;
  lineMembers: { members: readonly string[] };
  memberNotText: { member: string };
  lineTooLong: object;
  lastLineCut: object;
  exportEmpty: object;
  exportNotUtf8: object;
  headCoversMore: { size: number; here: number };
  recordsMakeOtherTree: object;
  lastRecordUnder: { origin: string };
  firstLineVersion: { version: string };
  otherRecordDue: { seq: number; size: number; stands: string };
  lineShowsNothing: { seq: number };
  writtenBefore: { seq: number };
  renamedUnsaid: { seq: number };
  sumNotZero: { seq: number; product: string; sum: number };
  linesUnreadable: { seq: number };
  noCheckpointFile: object;
  leavesMakeOtherTree: object;
  tileNotOfThoseBelow: { n: number; level: number };
  tileTooShort: { path: string };
  tileMissing: { path: string };
  entryNotOfLeaf: { seq: number };
  entrySaysOther: { seq: number };
  // why nothing can be said
  policyMissing: object;
  policyUnusable: { reason: string };
  nothingToVerify: object;
  unknownKind: { name: string };
  needed: { kind: FileKind };
  onlyOne: { kind: FileKind };
  filesDoNotFit: { kinds: readonly FileKind[] };
  recordOrLeaf: object;
  leafMissing: object;
  saltMissing: object;
  hashUnreadable: { what: 'salt' | 'leafHash' };
  tooLarge: { name: string };
  unreadable: { name: string; reason: string };
  zipUnusable: { why: ZipFault };
  /** As it was met: what a system or a specification says, which is in English everywhere. */
  detail: { text: string };
}

/** Why a zip folder is not read. */
export type ZipFault =
  | 'cutOff'
  | 'noEnd'
  | 'severalParts'
  | 'tooManyFiles'
  | 'shifted'
  | 'directoryDamaged'
  | 'oneNameTwice'
  | 'overlapping'
  | 'notThere'
  | 'severalThere'
  | 'otherInDirectory'
  | 'encrypted'
  | 'unknownPacking'
  | 'tooMuch'
  | 'damaged';

export type Sentence = { [K in keyof Says]: Readonly<{ key: K } & Says[K]> }[keyof Says];

/** The words of one language. */
export type VerifierWords = { readonly [K in keyof Says]: (of: Says[K]) => string };
