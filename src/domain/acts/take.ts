import { mgFromUg } from '../amounts.js';
import { checkDraw } from '../container.js';
import { containerState, findContainer } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ContainerRow, ProductRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import type { MeasuredAmount } from '../product.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkOfSession } from './draw.js';
import { edgeAmount, movement } from './movement.js';
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
  const { sessionId, productId, locationId } = session;
  return {
    occurredAt: when.occurredAt,
    act: { container: row.label, ...edgeAmount(amount) },
    entry: { locationId, sessionId, late: when.late },
    lines: movement({
      from: { holder: 'container', id: row.containerId, locationId: row.locationId },
      to: { holder: 'in_hand', id: sessionId, locationId },
      productId,
      amount,
    }),
    changes: [{ table: 'container', containerId: row.containerId, state: 'taken' }],
    private: { lateReason: when.lateReason },
    subjects: [session.patientId],
    answer: {
      sessionId,
      containerId: row.containerId,
      container: row.label,
      ...edgeAmount(amount),
      inHandMg: mgFromUg(state.inHandUg(sessionId, productId) + amount.amountUg),
      containerState: 'taken',
    },
  };
}
