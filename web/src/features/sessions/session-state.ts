import { mgFromUg, mlFromUl, ugFromMg, ulFromMl } from '../../../../src/domain/amounts.js';
import type { components } from '../../api/schema.gen.js';
import { mlOfMg } from '../../ui/quantity.js';

export type SessionListed = components['schemas']['SessionDto'];
export type Session = components['schemas']['SessionDetailsDto'];

/** What a nurse does in a session, in the order in which it is done. */
export const STEPS = ['draw', 'give', 'waste', 'end'] as const;
export type Step = (typeof STEPS)[number];

/** What a session waits for, as the board says it. */
export type Standing = 'not_drawn' | 'in_hand' | 'balanced' | 'ended';

export function standing({ status, inHandMg, anythingDrawn }: SessionListed): Standing {
  if (status === 'ended') return 'ended';
  if (inHandMg !== '0') return 'in_hand';
  return anythingDrawn ? 'balanced' : 'not_drawn';
}

/** Whether the patient is to be watched still, or may go; undefined before the first dose and after the discharge. */
export function watched({ observation }: SessionListed, now: number): 'watched' | 'may_go' | undefined {
  const { observeUntil, dischargedAt } = observation;
  if (observeUntil === undefined || dischargedAt !== undefined) return undefined;
  return Date.parse(observeUntil) > now ? 'watched' : 'may_go';
}

/** The step that is next: what is in hand is given as far as it was ordered, then wasted, and then the session can end. */
export function nextStep(session: Session): Step {
  if (ug(session.inHandMg) === 0) return session.acts.length === 0 || ug(session.drawnMg) === 0 ? 'draw' : 'end';
  return ug(session.givenMg) < plannedUg(session) && ug(freeMg(session)) > 0 ? 'give' : 'waste';
}

/** In hand and not waiting for witnesses. */
export function freeMg(session: Session): string {
  return mgFromUg(ug(session.inHandMg) - pendingUg(session));
}

export function pendingUg({ pendingWastes }: Session): number {
  const inHand = pendingWastes.filter(({ containerId }) => containerId === undefined);
  return inHand.reduce((sum, { amountMg }) => sum + ug(amountMg), 0);
}

/** What the syringe, or the whole devices, make of the order. */
function plannedUg({ order }: Session): number {
  return ug(order.plannedMg ?? order.orderedMg);
}

/** What is still to be drawn for the order, in mL; undefined where it is counted, or drawn already. */
export function mlToDraw(session: Session): string | undefined {
  const { plannedVolumeMl } = session.order;
  if (plannedVolumeMl === undefined) return undefined;
  const drawnMl = mlOfMg(mgFromUg(ug(session.drawnMg) - ug(session.returnedMg)), session.strengthMgPerMl);
  if (drawnMl === undefined) return undefined;
  const left = ulFromMl(plannedVolumeMl) - ulFromMl(drawnMl);
  return left > 0 ? mlFromUl(left) : undefined;
}

/** Devices still to be taken for the order. */
export function devicesToTake({ order, drawnMg, returnedMg, deviceAmountMg }: Session): number {
  if (order.plannedDevices === undefined || deviceAmountMg === undefined) return 0;
  return Math.max(0, order.plannedDevices - (ug(drawnMg) - ug(returnedMg)) / ug(deviceAmountMg));
}

/** What is to be given next: the rest of the order, as far as it is in hand. */
export function mgToGive(session: Session): string {
  const left = plannedUg(session) - ug(session.givenMg);
  const free = ug(freeMg(session));
  return mgFromUg(left > 0 && left < free ? left : free);
}

/** By how much a dose would go above the order, in mg; undefined where it would not. Rounding to the syringe is no excess. */
export function aboveOrderMg(session: Session, doseUg: number): string | undefined {
  const { orderedMg } = session.order;
  const allowed = Math.max(ug(orderedMg), plannedUg(session));
  const givenUg = ug(session.givenMg) + doseUg;
  return givenUg > allowed ? mgFromUg(givenUg - ug(orderedMg)) : undefined;
}

/** The sum of two decimal texts in mg. */
export function plusMg(one: string, other: string): string {
  return mgFromUg(ug(one) + ug(other));
}

export function ug(mg: string): number {
  return ugFromMg(mg, { allowNegative: true });
}
