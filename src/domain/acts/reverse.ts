import { mgFromUg } from '../amounts.js';
import type { Outcome } from '../ledger/outcome.js';
import type { RecordChange } from '../ledger/record.js';
import type { EntryRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { observation, type DoseTimes } from './give.js';
import { mirrored } from './mirrored.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { checkReversible, handChangesUg, stateAfterReversal } from './reversible.js';
import { secondPerson } from './second-person.js';
import { checkReason } from './waste.js';

export interface ReverseRequest extends OccurrenceGiven {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  /** The entry to be reversed, by its place in the log. */
  readonly seq: number;
  readonly reason: string;
  /** Of a dose: the session's other doses, not reversed, as they were when the session's row was of `sessionSeq`. */
  readonly otherDoses: readonly DoseTimes[];
  readonly sessionSeq: number | undefined;
}

/**
 * A wrong entry is undone by one that mirrors it line by line and points at it; the wrong one stays visible (design.md
 * section 1; regulations.md section 4, `correction`). A second person approves, who is neither the one who reverses nor
 * the one who made the entry. Refuses `second_person_is_performer`, what is against the signature or the time,
 * `reason_missing`, `not_found`, `entry_not_reversible`, `entry_already_reversed`, `own_act`.
 */
export function decideReversal(request: ReverseRequest, state: LedgerState): Outcome | Refusal {
  const entry = state.find('entry', 'seq', request.seq);
  const when = occurrence(state, request);
  const second = secondPerson(state, { ...request, required: true, meaning: 'approved' });
  const refusal = firstRefusal(
    second.refusal,
    'code' in when ? when : undefined,
    checkReason(request.reason),
    entry ? undefined : refuse('not_found', { detail: said('no_movement'), field: 'seq' }),
    entry && checkNotReversed(state, entry, request.sessionSeq),
    entry && second.cosigners.some(({ id }) => id === entry.performerId)
      ? refuse('own_act', { detail: said('reversal_own'), field: 'signatures.0' })
      : undefined,
  );
  if (refusal) return refusal;
  if (!entry || 'code' in when) throw new Error('a reversal was neither refused nor complete');
  const { sessionId, locationId } = entry;
  const session = state.find('treatment_session', 'sessionId', sessionId ?? undefined);
  const containerState = stateAfterReversal(entry);
  return {
    occurredAt: when.occurredAt,
    act: { reversesSeq: entry.seq, reversedType: entry.type },
    entry: { locationId, ...(sessionId ? { sessionId } : {}), late: when.late, reversesSeq: entry.seq },
    lines: mirrored(entry.lines),
    changes: [...containerChanges(state, entry), ...sessionChanges(state, entry, request.otherDoses)],
    cosigners: second.cosigners,
    private: { reason: request.reason, lateReason: when.lateReason },
    subjects: session ? [session.patientId] : [],
    answer: {
      reversesSeq: entry.seq,
      reversedType: entry.type,
      ...(sessionId ? { sessionId } : {}),
      ...(session
        ? { inHandMg: mgFromUg(state.inHandUg(session.sessionId, session.productId) + handChangesUg(entry)) }
        : {}),
      ...(containerState === undefined ? {} : { containerState }),
    },
  };
}

function containerChanges(state: LedgerState, entry: EntryRow): readonly RecordChange[] {
  const after = stateAfterReversal(entry);
  const containerId = state.rows('container').map((row) => row.containerId);
  if (after === undefined || containerId.length === 0) return [];
  const from = entry.type === 'move' ? entry.lines.find(({ amountUg }) => amountUg < 0) : undefined;
  const place = from ? { locationId: from.locationId } : {};
  return [{ table: 'container', state: after, ...place, each: { containerId } }];
}

function sessionChanges(
  state: LedgerState,
  entry: EntryRow,
  otherDoses: readonly DoseTimes[],
): readonly RecordChange[] {
  if (entry.type !== 'give' || entry.sessionId === null) return [];
  const session = { table: 'treatment_session', sessionId: entry.sessionId };
  const [first, ...rest] = otherDoses;
  const givenMg = mgFromUg(givenAfter(state, entry));
  if (!first) return [{ ...session, givenMg, clear: ['firstDoseAt', 'lastDoseAt', 'observeUntil'] }];
  const { observationMinutes } = state.site.policy;
  const none = { firstDoseAt: null, lastDoseAt: null };
  const left = rest.reduce(
    (before, dose) => observation(before, dose, observationMinutes),
    observation(none, first, observationMinutes),
  );
  return [{ ...session, givenMg, ...left }];
}

/** What was given in the session of a dose without that dose. */
function givenAfter(state: LedgerState, dose: EntryRow): number {
  const session = state.find('treatment_session', 'sessionId', dose.sessionId ?? undefined);
  const doseUg = dose.lines.reduce((sum, { amountUg }) => sum + Math.max(amountUg, 0), 0);
  return Math.max((session?.givenUg ?? 0) - doseUg, 0);
}

/** What has been reversed already is not asked what rests on it: its reversal does. */
function checkNotReversed(state: LedgerState, entry: EntryRow, sessionSeq: number | undefined): Refusal | undefined {
  if (entry.reversedBySeq !== null) return refuse('entry_already_reversed', { field: 'seq' });
  return firstRefusal(checkReversible(state, entry), checkSameDoses(state, entry, sessionSeq));
}

/** The other doses were looked up before the lock: another dose in between would be forgotten. */
function checkSameDoses(state: LedgerState, entry: EntryRow, sessionSeq: number | undefined): Refusal | undefined {
  if (entry.type !== 'give') return undefined;
  const session = state.find('treatment_session', 'sessionId', entry.sessionId ?? undefined);
  return session?.seq === sessionSeq ? undefined : refuse('request_in_progress');
}
