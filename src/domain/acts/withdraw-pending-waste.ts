import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
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
  if (!waste) return refuse('not_found', { detail: 'There is no such pending waste.' });
  const refusal = firstRefusal(
    waste.openedBy === personId
      ? undefined
      : refuse('not_permitted', { detail: 'Only the one who opened a pending waste can withdraw it.' }),
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
