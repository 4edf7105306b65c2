import type { LogErrorCode } from '../../log/log-error.js';
import type { FileKind } from '../file-kind.js';
import type { VerifierWords, ZipFault } from './sentences.js';

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

const ZIP_FAULTS: Readonly<Record<ZipFault, string>> = {
  cutOff: 'it is cut off',
  noEnd: 'its end is not where it should be',
  severalParts: 'it is one of several parts',
  tooManyFiles: 'it holds too many files',
  shifted: 'something was put before it, or it is larger than 4 GB',
  directoryDamaged: 'its directory is damaged',
  oneNameTwice: 'two files of it have one name',
  overlapping: 'its files lie one upon the other',
  notThere: 'there is no file records.bundle in it',
  severalThere: 'there are several files records.bundle in it',
  otherInDirectory: 'a file of it is another in its directory',
  encrypted: 'it is encrypted',
  unknownPacking: 'it is packed in a way that is not known here',
  tooMuch: 'it would unpack to more than any bundle is, or more than it says',
  damaged: 'what is packed in it is damaged',
};

const KINDS: Readonly<Record<FileKind, string>> = {
  policy: 'policy',
  proof: 'proof',
  checkpoint: 'checkpoint',
  consistency: 'growth of a log',
  path: 'path',
  record: 'record',
  log: 'exported log',
  bundle: 'inspection bundle',
  zip: 'zip folder',
};

export const EN: VerifierWords = {
  headSigned: ({ size, origin }) =>
    `The head of ${size === 1 ? '1 record' : `${size} records`} of ${origin} is signed by the log.`,
  confirmedBy: ({ witnesses }) =>
    witnesses.length === 0
      ? 'No witness confirmed it.'
      : `Confirmed by ${witnesses.map(({ name, at }) => `${name} (${at})`).join(', ')}.`,
  quorumMet: ({ quorum, of }) => `The policy asks for the quorum "${quorum}" of ${of} witnesses, which is met.`,
  noQuorumAsked: () => 'The policy asks for no witness: a log that tells two stories would not be noticed.',
  policyDigest: ({ digest }) => `Policy: SHA-256 ${digest}.`,
  recordAt: ({ seq, origin }) => `The record is number ${seq} of the log ${origin}.`,
  leafAt: ({ seq, origin }) => `The leaf is number ${seq} of the log ${origin}.`,
  recordSays: ({ type, occurredAt, recordedAt }) =>
    `It says: ${type}, occurred at ${occurredAt}, recorded at ${recordedAt}.`,
  otherNameThen: ({ origin }) => `The log had another name then: ${origin}.`,
  nothingRewritten: ({ newer, older }) =>
    `Nothing was rewritten: the log of ${newer} records begins with the very ${older} of the older head.`,
  logWhole: ({ size, shown, withheld }) =>
    `All ${size} records of the log are here, in order: ${shown} with what they say, ${withheld} withheld.`,
  linesSumToZero: ({ lines }) => `The ${lines} lines that move substance sum to zero in every entry.`,
  keySignatures: ({ count }) =>
    `${count} signatures were made with keys, and are those of the keys their records name.`,
  folderWhole: ({ size }) => `All ${size} entries of the log are in the folder, in order.`,
  meaning: ({ code }) => MEANINGS[code],
  pathBeginsElsewhere: ({ path, older }) => `The path begins at ${path} records, the older head has ${older}.`,
  pathLineEnd: () => 'Every line of a path ends in a newline.',
  noRecord: ({ version }) => `The file is no record: its "v" is not ${version}.`,
  otherPlace: ({ saysSeq, saysOrigin, seq, origin }) =>
    `The record says it is number ${saysSeq} of ${saysOrigin}, and not number ${seq} of ${origin}.`,
  valueNotCommitted: ({ name }) => `The record does not commit to the value shown as "${name}".`,
  disclosedNoList: () => 'What is disclosed is not a list of values.',
  disclosedIncomplete: () => 'A disclosed value has a name, a salt and a value.',
  keySignatureWrong: ({ seq, reason }) => `Record ${seq}: ${reason}.`,
  lineNotJson: () => 'A line is not JSON.',
  lineNotCanonical: () => 'A line is not a JSON object in the form of RFC 8785.',
  lineMembers: ({ members }) => `A line has other members than ${members.join(', ')}.`,
  memberNotText: ({ member }) => `"${member}" must be there, and be text.`,
  lineTooLong: () => 'A line is longer than any of an export.',
  lastLineCut: () => 'The last line is cut off.',
  exportEmpty: () => 'The export is empty.',
  exportNotUtf8: () => 'The export is not valid UTF-8.',
  headCoversMore: ({ size, here }) => `The head covers ${size} records; ${here} are here.`,
  recordsMakeOtherTree: () => 'The records do not make the tree that was signed: one was changed, swapped or made up.',
  lastRecordUnder: ({ origin }) => `The last record stands under ${origin}.`,
  firstLineVersion: ({ version }) => `The first line says "v":"${version}".`,
  otherRecordDue: ({ seq, size, stands }) => `Where record ${seq} of ${size} is due, record ${stands} stands.`,
  lineShowsNothing: ({ seq }) => `Record ${seq}: a line shows a record, or withholds it.`,
  writtenBefore: ({ seq }) => `Record ${seq} says it was written before the one before it.`,
  renamedUnsaid: ({ seq }) => `From record ${seq} on the log has another name, and no record says so.`,
  sumNotZero: ({ seq, product, sum }) =>
    `Record ${seq}: the lines of product ${product} sum to ${sum} µg, not to zero.`,
  linesUnreadable: ({ seq }) => `Record ${seq}: its lines cannot be read.`,
  noCheckpointFile: () => 'There is no file "checkpoint" in the folder.',
  leavesMakeOtherTree: () => 'The leaves in the tiles do not make the tree that was signed.',
  tileNotOfThoseBelow: ({ n, level }) => `Tile ${n} of level ${level} is not what lies below it.`,
  tileTooShort: ({ path }) => `${path} is too short.`,
  tileMissing: ({ path }) => `${path} is not there.`,
  entryNotOfLeaf: ({ seq }) => `Entry ${seq} is not that of its leaf.`,
  entrySaysOther: ({ seq }) => `Entry ${seq} says that it is another.`,
  policyMissing: () => 'A policy is needed: whom to believe.',
  policyUnusable: ({ reason }) => `The policy cannot be used: ${reason}`,
  nothingToVerify: () => 'Beside the policy, a file to verify is needed.',
  unknownKind: ({ name }) => `${name} is nothing that can be verified here.`,
  needed: ({ kind }) => `A file of this kind is needed: ${KINDS[kind]}.`,
  onlyOne: ({ kind }) => `Only one file of this kind can be used at once: ${KINDS[kind]}.`,
  filesDoNotFit: ({ kinds }) => `These do not make one question: ${kinds.map((kind) => KINDS[kind]).join(', ')}.`,
  recordOrLeaf: () => 'Either a record or a leaf hash says what the proof is about, not both.',
  leafMissing: () => 'A proof is about a record: give the record with its salt, or the leaf hash that was kept.',
  saltMissing: () => 'The salt of the record is needed as well: --salt BASE64.',
  hashUnreadable: ({ what }) => `The ${what === 'salt' ? 'salt' : 'leaf hash'} is base64 of 32 bytes, 44 characters.`,
  tooLarge: ({ name }) => `${name} is too large.`,
  unreadable: ({ name, reason }) => `${name} cannot be read (${reason}).`,
  zipUnusable: ({ why }) => `The zip folder cannot be read: ${ZIP_FAULTS[why]}.`,
  detail: ({ text }) => text,
};
