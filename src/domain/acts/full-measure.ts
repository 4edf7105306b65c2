import { mlFromUl } from '../amounts.js';
import type { RecordLine } from '../ledger/record.js';
import type { ProductRow } from '../ledger/rows.js';

/** What so many full containers measure, in the unit of their form; a negative number of them leaves a holder. */
export function fullMeasure(
  product: ProductRow | undefined,
  containers: number,
): Pick<RecordLine, 'volumeMl' | 'deviceCount'> {
  if (product?.containerVolumeUl) return { volumeMl: mlFromUl(containers * product.containerVolumeUl) };
  return product?.devicesPerContainer ? { deviceCount: containers * product.devicesPerContainer } : {};
}
