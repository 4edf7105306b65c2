import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkReason } from './waste.js';

/**
 * Who opened a waste withdraws it: what it spoke for is free again, and the signatures given to it count for nothing.
 * Refuses `not_permitted` to anybody else, `not_found`, `pending_waste_closed`, `reason_missing`.
 */
export function decideWithdrawPendingWaste(
  request: { readonly pendingWasteId: string; readonly personId: string; readonly reason: string },
  state: LedgerState,
): Outcome | Refusal {
  const { pendingWasteId, personId, reason } = request;
  const waste = state.find('pending_waste', 'pendingWasteId', pendingWasteId);
  if (!waste) return refuse('not_found', { detail: said('no_pending_waste') });
  const refusal = firstRefusal(
    waste.openedBy === personId ? undefined : refuse('not_permitted', { detail: said('pending_waste_of_other') }),
    waste.status === 'pending' ? undefined : refuse('pending_waste_closed'),
    checkReason(reason),
  );
  if (refusal) return refusal;
  const { sessionId, containerId } = waste;
  return {
    act: { pendingWasteId },
    changes: [{ table: 'pending_waste', pendingWasteId, status: 'withdrawn' }],
    private: { reason },
    subjects: [...(sessionId ? [sessionId] : []), ...(containerId ? [containerId] : [])],
    answer: { pendingWasteId, status: 'withdrawn' },
  };
}
