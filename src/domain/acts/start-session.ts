import { mgFromUg } from '../amounts.js';
import type { Route } from '../dose-route.js';
import { orderedDose, plannedDose, type DoseOrder } from '../dosing.js';
import { productFacts } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';

export interface StartSessionRequest extends OccurrenceGiven {
  readonly sessionId: string;
  readonly nurseId: string;
  readonly patientId: string;
  readonly productId: string;
  readonly prescriberId: string;
  readonly locationId: string;
  readonly route: Route;
  readonly order: DoseOrder;
  /** Why the patient is treated: kept apart as a private value. */
  readonly indication?: string;
}

/**
 * A treatment of a patient begins with an order (daybook/README.md, `session`). The answer says what to draw: the
 * volume a syringe can measure, or the whole devices. Refuses `already_exists`, `unknown_reference`, `amount_invalid`,
 * `amount_not_exact` and what is wrong with the time.
 */
export function decideStartSession(request: StartSessionRequest, state: LedgerState): Outcome | Refusal {
  const { sessionId, patientId, productId, prescriberId, locationId } = request;
  const product = state.find('product', 'productId', productId);
  const when = occurrence(state, request);
  const dose = orderedDose(request.order);
  const plan = product && !('code' in dose) ? plannedDose(productFacts(product), request.order) : undefined;
  const known = (table: string, id: string, key: string, field: string) => checkInUse(state, { table, id, key, field });
  const refusal = firstRefusal(
    state.find('treatment_session', 'sessionId', sessionId)
      ? refuse('already_exists', { detail: said('session_id_taken'), field: 'sessionId' })
      : undefined,
    known('patient', patientId, 'patientId', 'patientId'),
    known('product', productId, 'productId', 'productId'),
    known('prescriber', prescriberId, 'prescriberId', 'prescriberId'),
    known('location', locationId, 'locationId', 'locationId'),
    'code' in dose ? inOrder(dose) : undefined,
    plan && 'code' in plan ? inOrder(plan) : undefined,
    'code' in when ? when : undefined,
  );
  if (refusal) return refusal;
  if ('code' in dose || !plan || 'code' in plan || 'code' in when)
    throw new Error('a session was neither refused nor complete');
  const { route, order, nurseId } = request;
  const orderedMg = mgFromUg(dose.doseUg);
  const perKg = 'mgPerKg' in order ? { dosePerKg: order.mgPerKg, weightKg: order.weightKg } : {};
  return {
    occurredAt: when.occurredAt,
    act: { sessionId, route, orderedMg, ...perKg, late: when.late, locationId, productId },
    changes: [
      {
        table: 'treatment_session',
        sessionId,
        patientId,
        prescriberId,
        productId,
        locationId,
        nurseId,
        route,
        orderedMg,
        ...perKg,
        status: 'open',
        startedAt: when.occurredAt,
        dischargedEarly: false,
      },
    ],
    private: { indication: request.indication, lateReason: when.lateReason },
    subjects: [patientId, prescriberId],
    answer: { sessionId, orderedMg, ...plan },
  };
}

function checkInUse(
  state: LedgerState,
  of: { table: string; id: string; key: string; field: string },
): Refusal | undefined {
  const row = state.rows<Record<string, unknown>>(of.table).find((one) => one[of.key] === of.id);
  if (!row) return refuse('unknown_reference', { field: of.field });
  if (row.active === false) {
    return refuse('unknown_reference', { detail: said('not_in_use'), field: of.field });
  }
  return undefined;
}

// The dose's own fields stand under `order` in the request, by the name they have there.
function inOrder(refusal: Refusal): Refusal {
  const field = refusal.field === 'mgPerKg' ? 'amountMgPerKg' : (refusal.field ?? 'amountMg');
  return { ...refusal, field: `order.${field}` };
}
