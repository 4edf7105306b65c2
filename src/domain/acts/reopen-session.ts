import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { secondPerson } from './second-person.js';
import { checkReason } from './waste.js';

export interface ReopenSessionRequest {
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  readonly sessionId: string;
  readonly reason: string;
}

/**
 * An ended session is opened again, so that a mistake found later can be corrected where it was made; that it was ended
 * stays in the log. A second person approves. Refuses what is wrong with the second person, `reason_missing`,
 * `unknown_session`, `already_exists` for a session that is open.
 */
export function decideReopenSession(request: ReopenSessionRequest, state: LedgerState): Outcome | Refusal {
  const session = state.find('treatment_session', 'sessionId', request.sessionId);
  const second = secondPerson(state, {
    ...request,
    required: state.site.policy.secondPersonFor.correction,
    meaning: 'approved',
  });
  const refusal = firstRefusal(
    second.refusal,
    session ? undefined : refuse('unknown_session'),
    checkReason(request.reason),
    session?.status === 'open' ? refuse('already_exists', { detail: said('session_is_open') }) : undefined,
  );
  if (refusal) return refusal;
  if (!session) throw new Error('a reopening was neither refused nor complete');
  const { sessionId, patientId } = session;
  return {
    act: { sessionId },
    changes: [{ table: 'treatment_session', sessionId, status: 'open', clear: ['endedAt'] }],
    cosigners: second.cosigners,
    private: { reason: request.reason },
    subjects: [patientId],
    answer: { sessionId, status: 'open' },
  };
}
