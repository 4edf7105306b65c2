import type { Columns } from './column-parts.js';
import type { ListRows, ListName } from './list-rows.js';
import { administrations, wastes, late, refused } from './columns-of-acts.js';
import { openVials, stock, receipts, counts, discrepancies } from './columns-of-stock.js';

/** The columns of each list. */
export const COLUMNS: { readonly [L in ListName]: Columns<ListRows[L]> } = {
  'administration-log': administrations,
  'wastage-log': wastes,
  'open-vials': openVials,
  stock,
  'late-entries': late,
  'refused-attempts': refused,
  receipts,
  counts,
  discrepancies,
};
