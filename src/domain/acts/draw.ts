import { checkDraw } from '../container.js';
import { containerState, findContainer, productFacts } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow, SessionRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { measure, type EdgeQuantity } from '../product.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { containerAndHand } from './container-and-hand.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { openSession } from './session-facts.js';
import { afterTaking, checkNotTaken, dayOf } from './taking.js';

export interface DrawRequest extends OccurrenceGiven {
  readonly sessionId: string;
  /** Label or id. */
  readonly container: string;
  readonly quantity: EdgeQuantity;
}

/**
 * An amount leaves a container for a session (daybook/README.md, `draw`). The first draw opens the container. Refuses,
 * in the day book's order: `unknown_container`, `container_expired`, `past_beyond_use_date`, `insufficient_amount`; then
 * what is wrong with the time, the amount or the session, `wrong_product`, `wrong_location`, `wrong_patient`,
 * `container_not_usable`.
 */
export function decideDraw(request: DrawRequest, state: LedgerState): Outcome | Refusal {
  const row = findContainer(state, request.container);
  const product = row && state.find('product', 'productId', row.productId);
  const amount = product ? measure(productFacts(product), request.quantity) : undefined;
  const when = occurrence(state, request);
  const { session, refusal: sessionRefusal } = openSession(state, request.sessionId);
  const onDate = dayOf(state, request.occurredAt);
  const container = row && containerState(state, row);
  const refusal = firstRefusal(
    row ? undefined : refuse('unknown_container', { field: 'container' }),
    container &&
      checkDraw({
        container,
        // Without a usable amount the days and the state still speak.
        amountUg: amount && 'amountUg' in amount ? amount.amountUg : 0,
        onDate,
        ...(session ? { patientId: session.patientId } : {}),
      }),
    amount && 'code' in amount ? amount : undefined,
    'code' in when ? when : undefined,
    sessionRefusal,
    row && session ? checkOfSession(row, session) : undefined,
    checkNotTaken(row),
  );
  if (refusal) return refusal;
  if (!row || !container || !product || !session || !amount || 'code' in amount || 'code' in when) {
    throw new Error('a draw was neither refused nor complete');
  }
  const change = afterTaking({ container, product, amountUg: amount.amountUg, occurredAt: when.occurredAt, onDate });
  const moved = containerAndHand({ state, container: row, session, amount, when, into: 'hand' });
  return {
    ...moved,
    changes: [change],
    answer: {
      ...moved.answer,
      containerState: change.state,
      openedOn: change.openedOn ?? container.openedOn,
      beyondUseOn: change.beyondUseOn ?? container.beyondUseOn,
    },
  };
}

/** A session has one product and one room; so has what is drawn for it. Refuses `wrong_product`, `wrong_location`. */
export function checkOfSession(container: ContainerRow, session: SessionRow): Refusal | undefined {
  return firstRefusal(
    container.productId === session.productId ? undefined : refuse('wrong_product', { field: 'container' }),
    container.locationId === session.locationId ? undefined : refuse('wrong_location', { field: 'container' }),
  );
}
