import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { firstRefusal, type Refusal } from '../refusal.js';
import { edgeAmount } from './movement.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { checkReason } from './waste.js';
import { wasteSource, type WasteOf } from './waste-source.js';

export interface OpenPendingWasteRequest extends WasteOf, OccurrenceGiven {
  readonly pendingWasteId: string;
  readonly performerId: string;
  /** What each witness will sign: the digest of this request. */
  readonly intent: string;
  readonly reason: string;
}

/**
 * A waste is opened and waits for its witnesses, who sign on their own devices (design.md section 1, "Two persons").
 * Nothing moves: the amount stays where it is, and is spoken for. Refuses as a waste does, but for its witnesses.
 */
export function decideOpenPendingWaste(request: OpenPendingWasteRequest, state: LedgerState): Outcome | Refusal {
  const source = wasteSource(state, request);
  const when = occurrence(state, request);
  const refusal = firstRefusal(
    'code' in source ? source : undefined,
    'code' in when ? when : undefined,
    checkReason(request.reason),
  );
  if (refusal) return refusal;
  if ('code' in source || 'code' in when) throw new Error('a pending waste was neither refused nor complete');
  const { pendingWasteId } = request;
  const { session, container, product, amount, locationId } = source;
  const told = {
    pendingWasteId,
    ...(session ? { sessionId: session.sessionId } : {}),
    ...(container ? { containerId: container.row.containerId, container: container.row.label } : {}),
    ...edgeAmount(amount),
  };
  return {
    occurredAt: when.occurredAt,
    act: { ...told, late: when.late, intent: request.intent },
    changes: [
      {
        table: 'pending_waste',
        pendingWasteId,
        ...(session ? { sessionId: session.sessionId } : {}),
        ...(container ? { containerId: container.row.containerId } : {}),
        productId: product.productId,
        locationId,
        ...edgeAmount(amount),
        openedBy: request.performerId,
        openedAt: when.occurredAt,
        openedSeq: state.seq,
        status: 'pending',
      },
    ],
    private: { reason: request.reason, lateReason: when.lateReason },
    subjects: [
      ...(session ? [session.patientId, session.sessionId] : []),
      ...(container ? [container.row.containerId] : []),
    ],
    answer: { ...told, late: when.late, status: 'pending', signatures: 0, signaturesRequired: required(state) },
  };
}

/** How many others must sign a waste (migrations/0007, `required_signatures`). */
export function required(state: LedgerState): number {
  const { wasteWitnesses, performerMayWitness } = state.site.policy;
  return Math.max(1, wasteWitnesses - (performerMayWitness ? 1 : 0));
}
