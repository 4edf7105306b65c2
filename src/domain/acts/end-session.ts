import { mgFromUg } from '../amounts.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow, PendingWasteRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkSessionEnd } from '../session-balance.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { openSession } from './session-facts.js';

export interface EndSessionRequest extends OccurrenceGiven {
  readonly sessionId: string;
  /**
   * Containers that were taken out whole for this session and not returned: they are used up with it. `seq` is that of
   * their row when they were looked up, before the lock.
   */
  readonly taken: readonly { readonly containerId: string; readonly seq: number }[];
}

/**
 * A session ends when everything drawn for it is given, wasted or returned (regulations.md section 8, "Session": the
 * tolerance is 0). Refuses `unknown_session`, `session_ended`, `session_not_balanced` naming what is in hand and what
 * waits for its witnesses, and what is wrong with the time.
 */
export function decideEndSession(request: EndSessionRequest, state: LedgerState): Outcome | Refusal {
  const { session, refusal: sessionRefusal } = openSession(state, request.sessionId);
  const when = occurrence(state, request);
  const pending = state.rows('pending_of_session').filter((waste) => waste.sessionId === request.sessionId);
  const inHandUg = session ? state.inHand(session.sessionId).reduce((sum, { amountUg }) => sum + amountUg, 0) : 0;
  const refusal = firstRefusal(sessionRefusal, checkBalanced(inHandUg, pending), 'code' in when ? when : undefined);
  if (refusal) return refusal;
  if (!session || 'code' in when) throw new Error('an end of a session was neither refused nor complete');
  const { sessionId, patientId } = session;
  const used = state.rows('container').filter((row) => isUsedUp(row, request.taken));
  return {
    occurredAt: when.occurredAt,
    act: { sessionId, late: when.late },
    changes: [
      { table: 'treatment_session', sessionId, status: 'ended', endedAt: when.occurredAt },
      ...used.map(({ containerId }) => ({ table: 'container', containerId, state: 'empty' })),
    ],
    private: { lateReason: when.lateReason },
    subjects: [patientId],
    answer: { sessionId, status: 'ended', endedAt: when.occurredAt },
  };
}

function checkBalanced(inHandUg: number, pending: readonly PendingWasteRow[]): Refusal | undefined {
  if (pending.length === 0) return checkSessionEnd({ inHandUg });
  const pendingUg = pending.reduce((sum, { amountUg }) => sum + amountUg, 0);
  const pendingMg = mgFromUg(pendingUg);
  const detail =
    inHandUg === 0
      ? said('still_pending', { pendingMg })
      : said('still_in_hand_and_pending', { inHandMg: mgFromUg(inHandUg), pendingMg });
  return refuse('session_not_balanced', { detail });
}

function isUsedUp(row: ContainerRow, taken: EndSessionRequest['taken']): boolean {
  return (
    row.state === 'taken' && taken.some(({ containerId, seq }) => row.containerId === containerId && row.seq === seq)
  );
}
