import type { components } from '../../api/schema.gen.js';

type Schemas = components['schemas'];
/** The rows of each list of the interface. */
export interface ListRows {
  'administration-log': Schemas['AdministrationRow'];
  'wastage-log': Schemas['WasteRow'];
  'open-vials': Schemas['OpenVialRow'];
  stock: Schemas['StockRow'];
  'late-entries': Schemas['LateEntryRow'];
  'refused-attempts': Schemas['RefusedAttemptRow'];
  receipts: Schemas['ReceiptRow'];
  counts: Schemas['CountRow'];
  discrepancies: Schemas['DiscrepancyRow'];
}
export type ListName = keyof ListRows;
