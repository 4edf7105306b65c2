import { mgFromUg } from './amounts.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

/** What happened to one product in one session, in µg, reversals taken off. */
export interface SessionSums {
  readonly drawnUg: number;
  readonly administeredUg: number;
  readonly wastedUg: number;
  readonly returnedUg: number;
}

export interface SessionBalance {
  /** Drawn and neither given, wasted nor returned. Documented amounts are exact: the tolerance is 0. */
  readonly unaccountedUg: number;
  readonly status: 'balanced' | 'short' | 'over';
}

/** drawn - administered - wasted - returned (regulations.md section 8, "Session"). */
export function sessionBalance(sums: SessionSums): SessionBalance {
  const unaccountedUg = sums.drawnUg - sums.administeredUg - sums.wastedUg - sums.returnedUg;
  if (unaccountedUg === 0) return { unaccountedUg, status: 'balanced' };
  return { unaccountedUg, status: unaccountedUg > 0 ? 'short' : 'over' };
}

/** Whether an amount can be given, wasted or returned from what is in hand. Refuses `exceeds_amount_in_hand`. */
export function checkInHand(of: {
  readonly inHandUg: number;
  readonly amountUg: number;
  /** The request's field that says how much. */
  readonly field?: string;
}): Refusal | undefined {
  if (of.amountUg <= of.inHandUg) return undefined;
  return refuse('exceeds_amount_in_hand', {
    detail: said('in_hand_less', { inHandMg: mgFromUg(of.inHandUg), askedMg: mgFromUg(of.amountUg) }),
    field: of.field,
  });
}

/** A session ends when nothing is in hand. Refuses `session_not_balanced`, saying how much is. */
export function checkSessionEnd({ inHandUg }: { readonly inHandUg: number }): Refusal | undefined {
  if (inHandUg === 0) return undefined;
  return refuse('session_not_balanced', { detail: said('still_in_hand', { inHandMg: mgFromUg(inHandUg) }) });
}
