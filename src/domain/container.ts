import { mgFromUg } from './amounts.js';
import type { CivilDate } from './civil-date.js';
import { lastDayOfUseOn } from './deadlines.js';
import { isPast } from './local-date.js';
import type { ProductFacts } from './product.js';
import { said } from './refusal-details.js';
import { firstRefusal, refuse, type Refusal } from './refusal.js';

/**
 * A container's life. `taken` is unopened and issued to a session, so that it can still be returned. `broken`,
 * `destroyed` and `sent_out` are its other ends. `void` never was: its receipt was reversed.
 */
export const CONTAINER_STATES = [
  'sealed',
  'taken',
  'open',
  'empty',
  'quarantined',
  'broken',
  'destroyed',
  'sent_out',
  'void',
] as const;
export type ContainerLifeState = (typeof CONTAINER_STATES)[number];

/** One vial, carton or bottle as the ledger sees it before an act. Amounts in µg, days by the site's calendar. */
export interface ContainerState {
  readonly containerId: string;
  readonly label: string;
  readonly productId: string;
  readonly lotId: string;
  readonly locationId: string;
  readonly state: ContainerLifeState;
  /** Sealed: the label amount. Open: label less what was taken, down to minus the overfill allowance. */
  readonly bookUg: number;
  readonly labelUg: number;
  readonly overfillAllowanceUg: number;
  readonly openedOn?: CivilDate;
  /** The last day of use after opening. */
  readonly beyondUseOn?: CivilDate;
  /** The lot's expiry: the last day of use in any case. */
  readonly expiresOn: CivilDate;
  /** Patient-specific stock never changes patient (regulations.md section 4, invariant 7). */
  readonly reservedForPatientId?: string;
}

/**
 * The last day an opened container may be used: the 28th day (or the product's own number) after the day it was
 * opened, and never later than its expiry (daybook/README.md, "Rules"; regulations.md sections 6, 7.2). Opened on 24
 * June it may be used on 22 July. Without a number of days it is the expiry.
 */
export function beyondUseDate(of: {
  readonly openedOn: CivilDate;
  readonly beyondUseDays: number | undefined;
  readonly expiresOn: CivilDate;
}): CivilDate {
  if (of.beyondUseDays === undefined) return of.expiresOn;
  return lastDayOfUseOn({
    firstPuncturedOn: of.openedOn,
    labelExpiresOn: of.expiresOn,
    beyondUseDays: of.beyondUseDays,
  });
}

/** True while something can be drawn or wasted from a container. */
function isInUse(container: ContainerState): boolean {
  return container.state === 'sealed' || container.state === 'taken' || container.state === 'open';
}

/**
 * Whether an amount may leave a container for a session on a day. The book may go below zero, down to minus the
 * overfill allowance. Refuses, the first that applies: `container_expired`, `past_beyond_use_date`,
 * `insufficient_amount`, `wrong_patient`, `container_not_usable`.
 */
export function checkDraw(of: {
  readonly container: ContainerState;
  readonly amountUg: number;
  /** The local date of when it happened, not of when it was recorded. */
  readonly onDate: CivilDate;
  /** The session's patient: a container reserved for a patient is for no other. */
  readonly patientId?: string;
}): Refusal | undefined {
  const { container, amountUg, onDate, patientId } = of;
  const { expiresOn, beyondUseOn, reservedForPatientId } = container;
  return firstRefusal(
    isPast(onDate, expiresOn)
      ? refuse('container_expired', {
          detail: said('expired_on', { container: container.label, expiresOn }),
          field: 'container',
        })
      : undefined,
    beyondUseOn !== undefined && isPast(onDate, beyondUseOn)
      ? refuse('past_beyond_use_date', {
          detail: said('usable_until', { container: container.label, beyondUseOn }),
          field: 'container',
        })
      : undefined,
    checkHolds({ container, amountUg, floorUg: -container.overfillAllowanceUg }),
    reservedForPatientId !== undefined && reservedForPatientId !== patientId
      ? refuse('wrong_patient', { field: 'container' })
      : undefined,
    checkInUse(container),
  );
}

/**
 * Whether an amount may be wasted straight from a container: never more than its book, whose overfill nobody has
 * measured (daybook/README.md, `waste`). Expiry does not matter. Refuses `insufficient_amount`, `container_not_usable`.
 */
export function checkContainerWaste(of: {
  readonly container: ContainerState;
  readonly amountUg: number;
}): Refusal | undefined {
  return firstRefusal(checkHolds({ ...of, floorUg: 0 }), checkInUse(of.container));
}

/** A container moves, or is returned, only sealed, and to another place. Refuses `container_not_sealed`, `same_location`. */
export function checkMove(of: {
  readonly container: ContainerState;
  readonly toLocationId: string;
}): Refusal | undefined {
  const { container, toLocationId } = of;
  return firstRefusal(
    container.state === 'sealed' ? undefined : refuse('container_not_sealed', { field: 'container' }),
    container.locationId === toLocationId ? refuse('same_location', { field: 'location' }) : undefined,
  );
}

/** Only an open container is closed out or measured. Refuses `container_not_open`. */
export function checkOpen(container: ContainerState): Refusal | undefined {
  return container.state === 'open' ? undefined : refuse('container_not_open', { field: 'container' });
}

/**
 * The state after something was drawn or wasted. At a book of exactly 0, single-dose vials and cartons are empty; a
 * multi-dose vial stays open until its close-out, as does a single-dose vial drawn into its overfill, whose gain only
 * a close-out can book (daybook/README.md, "Rules").
 */
export function stateAfterTaking(product: ProductFacts, newBookUg: number): 'open' | 'empty' {
  const endsAtZero = product.dosing === 'single_dose' || product.form !== 'injection';
  return endsAtZero && newBookUg === 0 ? 'empty' : 'open';
}

function checkHolds(of: { container: ContainerState; amountUg: number; floorUg: number }): Refusal | undefined {
  const { container, amountUg, floorUg } = of;
  if (container.bookUg - amountUg >= floorUg) return undefined;
  // Not what it does hold: the detail of a refusal would tell the book to whoever counts next (counts are blind).
  return refuse('insufficient_amount', {
    detail: said('holds_less', { container: container.label, askedMg: mgFromUg(amountUg) }),
    field: 'container',
  });
}

function checkInUse(container: ContainerState): Refusal | undefined {
  return isInUse(container) ? undefined : refuse('container_not_usable', { field: 'container' });
}
