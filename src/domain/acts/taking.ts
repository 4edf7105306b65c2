import { beyondUseDate, stateAfterTaking, type ContainerState } from '../container.js';
import { mgFromUg } from '../amounts.js';
import type { CivilDate } from '../civil-date.js';
import type { RecordChange } from '../ledger/record.js';
import { productFacts } from '../ledger/container-ref.js';
import type { ContainerRow, ProductRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { localDate } from '../local-date.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';

/**
 * The local day of an act, for what expires (daybook/README.md, "by the local date of `at`"). Where the time given is
 * no time, which is refused elsewhere, it is the record's own.
 */
export function dayOf(state: LedgerState, occurredAt: string | undefined): CivilDate {
  const { timeZone } = state.site;
  try {
    return localDate(occurredAt ?? state.recordedAt, timeZone);
  } catch {
    return localDate(state.recordedAt, timeZone);
  }
}

/** What taking an amount makes of a container: the first time opens it, and from then on it has a last day of use. */
export function afterTaking(of: {
  readonly container: ContainerState;
  readonly product: ProductRow;
  readonly amountUg: number;
  readonly occurredAt: string;
  readonly onDate: CivilDate;
}): RecordChange {
  const { container, product, occurredAt, onDate } = of;
  const facts = productFacts(product);
  const state = stateAfterTaking(facts, container.bookUg - of.amountUg);
  const { containerId, expiresOn } = container;
  if (container.state !== 'sealed') return { table: 'container', containerId, state };
  return {
    table: 'container',
    containerId,
    state,
    openedAt: occurredAt,
    openedOn: onDate,
    beyondUseOn: beyondUseDate({ openedOn: onDate, beyondUseDays: facts.beyondUseDays, expiresOn }),
  };
}

/** A container that was issued whole to a session is in its hand: nothing more leaves it. Refuses `container_not_usable`. */
export function checkNotTaken(container: ContainerRow | undefined): Refusal | undefined {
  if (container?.state !== 'taken') return undefined;
  return refuse('container_not_usable', {
    detail: said('taken_out_whole', { container: container.label, labelMg: mgFromUg(container.labelAmountUg) }),
    field: 'container',
  });
}
