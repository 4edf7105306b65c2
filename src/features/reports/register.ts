import { given } from './given.js';
import type { Reading } from './list.js';
import type { LogPeriod } from './reports.dto.js';
import type { Field } from './table.js';

/** What every row of a register says: of what came, what was counted, what is not explained. */
export interface Registered {
  readonly seq: number;
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
  readonly locationCode?: string;
  readonly locationName?: string;
  readonly locationId?: string;
  readonly personId?: string;
  readonly personName?: string;
}

export const REGISTERED: readonly Field<Registered>[] = [
  { name: 'seq', description: 'The record.', example: 301 },
  { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
  { name: 'productName', description: 'The product.', example: 'Ketamine hydrochloride 50 mg/mL, 10 mL' },
  { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
  { name: 'locationCode', description: 'The location’s code.', example: 'SAFE' },
  { name: 'locationName', description: 'The location.', example: 'Main safe' },
  { name: 'locationId', description: 'The location’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' },
  { name: 'personId', description: 'Who did it.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16', optional: true },
  { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
];
export interface Found {
  readonly product_id: string;
  readonly location_id: string;
  readonly display_name: string | null;
}

/** A register is in the order of the log, and of a product or a location where that is asked. */
export const REGISTER = {
  isOfPeriod: true,
  first: [-1],
  keyOf: ({ seq }: Registered) => [seq],
  filters: ['productId', 'locationId'],
} as const;

/** The parameters of register.sql.ts. */
export function parametersOf({
  siteId,
  period,
  after,
  limit,
  only,
}: Reading & { readonly period: LogPeriod }): unknown[] {
  const { productId = null, locationId = null } = only;
  return [siteId, period.fromSeq, period.untilSeq, ...after, limit, productId, locationId];
}

/** What the ids that every row has are called. */
export const named = ({ names }: Reading, row: Found) => ({
  ...names.product(row.product_id),
  ...names.location(row.location_id),
  ...given({ personName: row.display_name }),
});
