import type { RecordBody } from '../ledger/record.js';
import { numberOf, subjectsOf } from '../ledger/subjects.js';
import { encodeBase64 } from '../log/base64.js';
import { LogError } from '../log/log-error.js';
import { parseTlogPolicy, type TlogPolicy } from '../log/tlog-policy.js';
import { verifyCheckpoint, type VerifiedCheckpoint } from '../log/verify-checkpoint.js';
import { BUNDLE_RECORD_TYPE, NAMES } from './format.js';
import { asHead, exportSays, namesOf, parseLine } from './parse.js';
import { alteredValues, recordProblem } from './record-proof.js';
import { Incarnations } from './incarnations.js';
import { SequenceCheck } from './sequence.js';
import { Sums } from './sums.js';
import type { Problem, ProvedExport, ProvedHead } from './verdict.js';

/** What is known once the head of a bundle is read. */
export interface Opened {
  readonly head: VerifiedCheckpoint;
  readonly policy: TlogPolicy;
  readonly says: ProvedExport;
  readonly sequence: SequenceCheck | undefined;
  readonly sums: Sums;
  readonly incarnations: Incarnations;
  readonly names: ReadonlyMap<string, string>;
}

/** What came of the first line: what is known now, or why nothing of the bundle is to be believed. */
export interface Opening {
  readonly opened?: Opened;
  readonly problems: readonly Problem[];
  /** It is no bundle, or there is no policy to verify it against. */
  readonly unusable?: true;
}

/** Reads and verifies the first line of a bundle: its head, and the export that stands in it. */
export function openBundle(text: string, given: TlogPolicy | undefined): Opening {
  const bundle = asHead(parseLine(text));
  if (!bundle) return { problems: [{ code: 'not_a_bundle' }], unusable: true };
  let policy = given;
  try {
    policy ??= parseTlogPolicy(bundle.policy);
  } catch (error) {
    return { problems: [{ code: 'policy_unreadable', detail: messageOf(error) }], unusable: true };
  }
  let head: VerifiedCheckpoint;
  try {
    head = verifyCheckpoint({ checkpoint: bundle.checkpoint, policy });
  } catch (error) {
    return { problems: [{ code: 'head_not_trusted', detail: messageOf(error) }] };
  }
  const { record, private: values = [] } = bundle.export;
  if (record.origin !== head.origin || recordProblem(bundle.export, head))
    return { problems: [{ code: 'export_not_proved' }] };
  const says = provedExport(record);
  const sequence = says ? sequenceOf(record, says) : 'none';
  if (!says || sequence === 'none') return { problems: [{ code: 'not_an_export', seq: record.seq }] };
  const problems = alteredValues(record, values).map((detail): Problem => ({
    code: 'value_altered',
    seq: record.seq,
    detail,
  }));
  const sums = new Sums(says.selection);
  const incarnations = new Incarnations(head.origin);
  return { opened: { head, policy, says, sequence, sums, incarnations, names: namesOf(values, NAMES) }, problems };
}

/** The export's own words, when its record is one. */
function provedExport(record: RecordBody): ProvedExport | undefined {
  const says = exportSays(record.act);
  const actor = record.actors?.[0];
  const site = record.act?.site as ProvedExport['site'] | undefined;
  if (record.type !== BUNDLE_RECORD_TYPE || !says || !actor) return undefined;
  if (![site?.name, site?.deaNumber, site?.timeZone].every((text) => typeof text === 'string')) return undefined;
  const { seq, recordedAt } = record;
  return { seq, recordedAt, personId: actor.id, role: actor.role, ...says, site: site as ProvedExport['site'] };
}

/**
 * The sequence that the export stands at the end of. An export is about what it exports, so its own running number says how
 * many records there were before it: no record of the newest can be left out. `none`: it has no such number.
 */
function sequenceOf(record: RecordBody, { selection }: ProvedExport): SequenceCheck | undefined | 'none' {
  const { kind, subjectId, from, to } = selection;
  if (kind === 'record') return undefined;
  if (subjectId === undefined) return new SequenceCheck({ base: 0, end: record.seq, from, to });
  let end: number | undefined;
  try {
    end = record.nth.length === subjectsOf(record).length ? numberOf(record, subjectId) : undefined;
  } catch {
    return 'none';
  }
  return end === undefined ? 'none' : new SequenceCheck({ base: 1, end, from, to });
}

/** The head as a verdict names it. */
export function provedHead({ head, policy }: Opened): ProvedHead {
  return {
    origin: head.origin,
    size: head.size,
    rootHash: encodeBase64(head.rootHash),
    cosigners: head.cosigners.map(({ name, timestamp }) => ({ name, at: isoOf(timestamp) })),
    witnesses: policy.witnesses.length,
  };
}

/** A cosignature's time may be any number that its signer liked. */
function isoOf(seconds: bigint): string {
  const ms = Number(seconds) * 1000;
  return Number.isNaN(new Date(ms).getTime()) ? String(seconds) : new Date(ms).toISOString();
}

const messageOf = (error: unknown): string =>
  error instanceof LogError ? `${error.code}: ${error.message}` : 'unreadable';
