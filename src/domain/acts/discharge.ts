import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkDischarge } from '../timing.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';

export interface DischargeRequest extends OccurrenceGiven {
  readonly sessionId: string;
  /** Why the patient leaves before the observation is over: kept apart as a private value. */
  readonly earlyReason?: string;
}

/**
 * The patient leaves. Before the observation is over that needs a reason, and shows for ever (regulations.md section
 * 7.1, "Supervision"). A session may have ended before: the substance is settled sooner than the patient leaves.
 * Refuses `observation_incomplete`, `unknown_session`, `session_not_started`, `already_exists` for a second discharge,
 * and what is wrong with the time.
 */
export function decideDischarge(request: DischargeRequest, state: LedgerState): Outcome | Refusal {
  const session = state.find('treatment_session', 'sessionId', request.sessionId);
  const when = occurrence(state, request);
  const { observationMinutes } = state.site.policy;
  const left =
    session?.lastDoseAt && !('code' in when)
      ? checkDischarge({
          lastDoseEndedAt: session.lastDoseAt,
          observationMinutes,
          dischargedAt: when.occurredAt,
          earlyReason: request.earlyReason,
        })
      : undefined;
  const refusal = firstRefusal(
    session ? undefined : refuse('unknown_session'),
    session && !session.lastDoseAt ? refuse('session_not_started') : undefined,
    session?.dischargedAt ? refuse('already_exists', { detail: said('discharged_already') }) : undefined,
    left && 'code' in left ? left : undefined,
    'code' in when ? when : undefined,
  );
  if (refusal) return refusal;
  if (!session || !left || 'code' in left || 'code' in when)
    throw new Error('a discharge was neither refused nor complete');
  const { sessionId, patientId } = session;
  const told = { sessionId, dischargedAt: when.occurredAt, dischargedEarly: left.early };
  return {
    occurredAt: when.occurredAt,
    act: { ...told, late: when.late },
    changes: [{ table: 'treatment_session', ...told }],
    private: { earlyReason: left.early ? request.earlyReason : undefined, lateReason: when.lateReason },
    subjects: [patientId],
    answer: { ...told, observeUntil: new Date(session.observeUntil as string).toISOString() },
  };
}
