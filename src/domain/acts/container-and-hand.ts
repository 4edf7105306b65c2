import { mgFromUg } from '../amounts.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow, SessionRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import type { MeasuredAmount } from '../product.js';
import { edgeAmount, movement, type End } from './movement.js';

/**
 * What an entry says that moves an amount of a container into the hand of a session, or back. What becomes of the
 * container is for the act to add.
 */
export function containerAndHand(of: {
  readonly state: LedgerState;
  readonly container: ContainerRow;
  readonly session: SessionRow;
  readonly amount: MeasuredAmount;
  readonly when: { readonly occurredAt: string; readonly late: boolean; readonly lateReason?: string };
  readonly into: 'hand' | 'container';
}) {
  const { state, container, session, amount, when, into } = of;
  const { containerId, label } = container;
  const { sessionId, productId, locationId } = session;
  const place: End = { holder: 'container', id: containerId, locationId: container.locationId };
  const hand: End = { holder: 'in_hand', id: sessionId, locationId };
  const change = into === 'hand' ? amount.amountUg : -amount.amountUg;
  return {
    occurredAt: when.occurredAt,
    act: { container: label, ...edgeAmount(amount) },
    entry: { locationId, sessionId, late: when.late },
    lines: movement({
      ...(into === 'hand' ? { from: place, to: hand } : { from: hand, to: place }),
      productId,
      amount,
    }),
    private: { lateReason: when.lateReason },
    subjects: [session.patientId],
    answer: {
      sessionId,
      containerId,
      container: label,
      ...edgeAmount(amount),
      inHandMg: mgFromUg(state.inHandUg(sessionId, productId) + change),
      ...(into === 'hand' ? { aboveOrder: drawnAboveOrder(state, session, amount.amountUg) } : {}),
    },
  } satisfies Outcome;
}

/** Whether more is given and in hand after it than was ordered: said to the nurse before it is given. */
function drawnAboveOrder(state: LedgerState, session: SessionRow, amountUg: number): boolean {
  const inHandUg = state.inHandUg(session.sessionId, session.productId);
  return (session.givenUg ?? 0) + inHandUg + amountUg > session.orderedUg;
}
