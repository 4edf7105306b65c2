import type { ContainerState } from '../container.js';
import type { ProductFacts } from '../product.js';
import type { ContainerRow, ProductRow } from './rows.js';
import type { LedgerState, Read } from './state.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What a container's label may be: what every barcode printer can print, never as long as an id, and a hundred of them
 * fit a record.
 */
export const CONTAINER_LABEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/;

/** People name a container by its label, programs by its id: one field takes both. What to read to find it. */
export function containerRead(labelOrId: string): Read {
  if (ID.test(labelOrId)) return { table: 'container', values: [labelOrId.toLowerCase()] };
  return { table: 'container', column: 'label', values: [labelOrId] };
}

/** The container of that label or id among the rows that were read; undefined is `unknown_container`. */
export function findContainer(state: LedgerState, labelOrId: string): ContainerRow | undefined {
  if (ID.test(labelOrId)) return state.find('container', 'containerId', labelOrId.toLowerCase());
  return state.find('container', 'label', labelOrId);
}

/** A container as the rules see it, with its book amount as of this act. */
export function containerState(state: LedgerState, row: ContainerRow): ContainerState {
  const { containerId, label, productId, lotId, locationId, overfillAllowanceUg, expiresOn } = row;
  return {
    containerId,
    label,
    productId,
    lotId,
    locationId,
    state: row.state,
    bookUg: state.bookUg(containerId),
    labelUg: row.labelAmountUg,
    overfillAllowanceUg,
    expiresOn,
    ...given('openedOn', row.openedOn),
    ...given('beyondUseOn', row.beyondUseOn),
    ...given('reservedForPatientId', row.reservedForPatientId),
  };
}

/** A product as the arithmetic sees it. */
export function productFacts(row: ProductRow): ProductFacts {
  const { productId, form, dosing } = row;
  return {
    productId,
    form,
    dosing,
    ...given('strengthUgPerMl', row.strengthUgPerMl),
    ...given('containerVolumeUl', row.containerVolumeUl),
    ...given('devicesPerContainer', row.devicesPerContainer),
    ...given('deviceAmountUg', row.deviceAmountUg),
    ...given('beyondUseDays', row.beyondUseDays),
  };
}

// The database says null for what is absent; the domain leaves it out.
function given<K extends string, T>(key: K, value: T | null): { [P in K]?: T } {
  return value === null ? {} : ({ [key]: value } as { [P in K]: T });
}
