import { mgFromUg } from '../amounts.js';
import { productFacts } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { SessionRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { instantMs } from '../local-date.js';
import { measure, type EdgeQuantity } from '../product.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { observationEndsAt } from '../timing.js';
import { edgeAmount, movement } from './movement.js';
import { occurrence, type OccurrenceGiven } from './occurrence.js';
import { checkFreeInHand, openSession } from './session-facts.js';

export interface GiveRequest extends OccurrenceGiven {
  readonly sessionId: string;
  readonly quantity: EdgeQuantity;
  /** When the dose began and ended: an infusion lasts. The act has happened when it ended. */
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  readonly note?: string;
}

/**
 * An amount in hand is administered to the session's patient (daybook/README.md, `give`; regulations.md section 7.1:
 * from the end of the last dose the patient is observed). More in all than was ordered is flagged, in the record and in the
 * answer, and not refused: the prescriber is in the room. Refuses `exceeds_amount_in_hand`, and what is wrong with the
 * amount, the times or the session.
 */
export function decideGive(request: GiveRequest, state: LedgerState): Outcome | Refusal {
  const { session, refusal: sessionRefusal } = openSession(state, request.sessionId);
  const product = session && state.find('product', 'productId', session.productId);
  const amount = product ? measure(productFacts(product), request.quantity) : undefined;
  const { startedAt, stoppedAt, lateReason } = request;
  const when = occurrence(state, { occurredAt: request.occurredAt ?? stoppedAt ?? startedAt, lateReason });
  const dose = 'code' in when ? when : doseTimes({ startedAt, stoppedAt, occurredAt: when.occurredAt });
  const refusal = firstRefusal(
    session && amount && !('code' in amount)
      ? checkFreeInHand(state, { session, amountUg: amount.amountUg, field: 'amountMg' })
      : undefined,
    amount && 'code' in amount ? amount : undefined,
    'code' in dose ? dose : undefined,
    sessionRefusal,
  );
  if (refusal) return refusal;
  if (!session || !amount || 'code' in amount || 'code' in when || 'code' in dose) {
    throw new Error('a dose was neither refused nor complete');
  }
  const { sessionId, productId, locationId } = session;
  const observed = observation(session, dose, state.site.policy.observationMinutes);
  const givenUg = (session.givenUg ?? 0) + amount.amountUg;
  const aboveOrder = givenUg > session.orderedUg;
  return {
    occurredAt: when.occurredAt,
    act: {
      ...edgeAmount(amount),
      startedAt: dose.startedAt,
      stoppedAt: dose.stoppedAt,
      ...(aboveOrder ? { aboveOrder } : {}),
    },
    entry: { locationId, sessionId, late: when.late },
    lines: movement({
      from: { holder: 'in_hand', id: sessionId, locationId },
      to: { holder: 'patient', locationId },
      productId,
      amount,
    }),
    changes: [{ table: 'treatment_session', sessionId, ...observed, givenMg: mgFromUg(givenUg) }],
    private: { lateReason: when.lateReason, note: request.note },
    subjects: [session.patientId],
    answer: {
      sessionId,
      ...edgeAmount(amount),
      inHandMg: mgFromUg(state.inHandUg(sessionId, productId) - amount.amountUg),
      givenMg: mgFromUg(givenUg),
      aboveOrder,
      ...observed,
    },
  };
}

export interface DoseTimes {
  readonly startedAt: string;
  readonly stoppedAt: string;
}

function doseTimes(of: { startedAt?: string; stoppedAt?: string; occurredAt: string }): DoseTimes | Refusal {
  const { stoppedAt = of.occurredAt } = of;
  const { startedAt = stoppedAt } = of;
  for (const [field, given] of Object.entries({ startedAt, stoppedAt })) {
    if (!isInstant(given)) return refuse('request_invalid', { detail: said('no_moment'), field });
  }
  if (instantMs(startedAt) > instantMs(stoppedAt) || instantMs(stoppedAt) > instantMs(of.occurredAt)) {
    return refuse('request_invalid', { detail: said('dose_times'), field: 'stoppedAt' });
  }
  return { startedAt: utc(startedAt), stoppedAt: utc(stoppedAt) };
}

/** What a dose adds to a session's times: UTC texts, as its row has them. */
export function observation(
  before: Pick<SessionRow, 'firstDoseAt' | 'lastDoseAt'>,
  dose: DoseTimes,
  observationMinutes: number,
): { firstDoseAt: string; lastDoseAt: string; observeUntil: string } {
  const firstDoseAt = earliest(before.firstDoseAt, dose.startedAt);
  const lastDoseAt = latest(before.lastDoseAt, dose.stoppedAt);
  return {
    firstDoseAt,
    lastDoseAt,
    observeUntil: observationEndsAt({ lastDoseEndedAt: lastDoseAt, observationMinutes }),
  };
}

function earliest(known: string | null, next: string): string {
  return known !== null && Date.parse(known) < Date.parse(next) ? utc(known) : next;
}

function latest(known: string | null, next: string): string {
  return known !== null && Date.parse(known) > Date.parse(next) ? utc(known) : next;
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}

function isInstant(text: string): boolean {
  try {
    instantMs(text);
    return true;
  } catch {
    return false;
  }
}
