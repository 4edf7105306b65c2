import { checkDraw } from '../container.js';
import { containerState, findContainer } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow, ProductRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import type { MeasuredAmount } from '../product.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { containerAndHand } from './container-and-hand.js';
import { checkOfSession } from './draw.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { openSession } from './session-facts.js';
import { dayOf } from './taking.js';

export interface TakeRequest extends OccurrenceGiven {
  readonly sessionId: string;
  /** Label or id. */
  readonly container: string;
}

/** All that a sealed container holds by its label, in every unit it is measured in. */
export function wholeOf(container: ContainerRow, product: ProductRow | undefined): MeasuredAmount {
  return {
    amountUg: container.labelAmountUg,
    ...(product?.containerVolumeUl ? { volumeUl: product.containerVolumeUl } : {}),
    ...(product?.devicesPerContainer ? { deviceCount: product.devicesPerContainer } : {}),
  };
}

/**
 * An unopened container is taken out for a session: all of it is in hand, and until something of it is used it can come
 * back (regulations.md section 4, `return_sealed`). Refuses as a draw of the whole does, and `container_not_sealed`.
 */
export function decideTake(request: TakeRequest, state: LedgerState): Outcome | Refusal {
  const row = findContainer(state, request.container);
  const when = occurrence(state, request);
  const { session, refusal: sessionRefusal } = openSession(state, request.sessionId);
  const refusal = firstRefusal(
    row ? undefined : refuse('unknown_container', { field: 'container' }),
    row &&
      checkDraw({
        container: containerState(state, row),
        amountUg: 0,
        onDate: dayOf(state, request.occurredAt),
        ...(session ? { patientId: session.patientId } : {}),
      }),
    'code' in when ? when : undefined,
    sessionRefusal,
    row && session ? checkOfSession(row, session) : undefined,
    row && row.state !== 'sealed' ? refuse('container_not_sealed', { field: 'container' }) : undefined,
  );
  if (refusal) return refusal;
  if (!row || !session || 'code' in when) throw new Error('a take was neither refused nor complete');
  const amount = wholeOf(row, state.find('product', 'productId', row.productId));
  const moved = containerAndHand({ state, container: row, session, amount, when, into: 'hand' });
  return {
    ...moved,
    changes: [{ table: 'container', containerId: row.containerId, state: 'taken' }],
    answer: { ...moved.answer, containerState: 'taken' },
  };
}
