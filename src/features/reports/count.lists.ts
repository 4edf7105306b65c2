import { mgFromUg } from '../../domain/amounts.js';
import { given } from './given.js';
import type { PeriodList } from './list.js';
import { named, parametersOf, REGISTER, REGISTERED, type Found, type Registered } from './register.js';
import { COUNTS, DISCREPANCIES } from './register.sql.js';
import type { Field } from './table.js';

const CONTAINER = [
  { name: 'containerLabel', description: 'The open container’s label.', example: 'R-0001-01', optional: true },
  { name: 'containerId', description: 'Its id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14', optional: true },
] as const;
const VARIANCE = [
  { name: 'varianceContainers', description: 'Sealed containers, found less book.', example: -1, optional: true },
  { name: 'varianceMg', description: 'Found less book, mg.', example: '-500' },
] as const;

export interface CountRow extends Registered {
  readonly countedAt: string;
  readonly countId: string;
  readonly containerLabel?: string;
  readonly containerId?: string;
  readonly method: string;
  readonly bookContainers?: number;
  readonly countedContainers?: number;
  readonly bookMg: string;
  readonly countedMg: string;
  readonly varianceContainers?: number;
  readonly varianceMg: string;
  readonly withinTolerance: boolean;
  readonly discrepancyId?: string;
}

type CountFound = Found & {
  seq: string;
  count_id: string;
  counted_at: Date;
  container_id: string | null;
  label: string | null;
  method: string;
  counted_containers: number | null;
  book_containers: number | null;
  variance_containers: number | null;
  book_ug: string;
  counted_ug: string;
  variance_ug: string;
  within_tolerance: boolean;
  counted_by: string;
  discrepancy_id: string | null;
};

/** The counts of a period: book, counted, and the difference. */
export const counts: PeriodList<CountRow> = {
  ...REGISTER,
  name: 'counts',
  model: 'CountRow',
  fields: [
    ...(REGISTERED as readonly Field<CountRow>[]),
    { name: 'countedAt', description: 'When.', example: '2026-09-04T22:05:00.000Z' },
    { name: 'countId', description: 'The count’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60' },
    ...CONTAINER,
    { name: 'method', description: 'How.', example: 'exact' },
    { name: 'bookContainers', description: 'Sealed containers by the book.', example: 12, optional: true },
    { name: 'countedContainers', description: 'Sealed containers counted.', example: 11, optional: true },
    { name: 'bookMg', description: 'By the book, mg.', example: '6000' },
    { name: 'countedMg', description: 'Counted, mg.', example: '5500' },
    ...VARIANCE,
    { name: 'withinTolerance', description: 'Whether the difference is within tolerance.', example: false },
    {
      name: 'discrepancyId',
      description: 'The discrepancy that it opened.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61',
      optional: true,
    },
  ],
  async read(reading) {
    const rows = (await reading.view.query(COUNTS, parametersOf(reading))) as CountFound[];
    return rows.map((row) => ({
      seq: Number(row.seq),
      ...named(reading, row),
      personId: row.counted_by,
      countedAt: row.counted_at.toISOString(),
      countId: row.count_id,
      method: row.method,
      bookMg: mgFromUg(Number(row.book_ug)),
      countedMg: mgFromUg(Number(row.counted_ug)),
      varianceMg: mgFromUg(Number(row.variance_ug)),
      withinTolerance: row.within_tolerance,
      ...given({
        containerLabel: row.label,
        containerId: row.container_id,
        bookContainers: row.book_containers,
        countedContainers: row.counted_containers,
        varianceContainers: row.variance_containers,
        discrepancyId: row.discrepancy_id,
      }),
    }));
  },
};

export interface DiscrepancyRow extends Registered {
  readonly openedAt: string;
  readonly discrepancyId: string;
  readonly kind: string;
  readonly status: string;
  readonly containerLabel?: string;
  readonly containerId?: string;
  readonly varianceContainers?: number;
  readonly varianceMg: string;
  readonly inSuspenseMg: string;
  readonly ageHours: number;
}

type DiscrepancyFound = Found & {
  opened_seq: string;
  discrepancy_id: string;
  opened_at: Date;
  kind: string;
  status: string;
  container_id: string | null;
  label: string | null;
  variance_ug: string;
  variance_containers: number | null;
  suspense_ug: string;
  opened_by: string;
  age_hours: number;
};

/** What was found missing or too much in a period, and how old that is now. */
export const discrepancies: PeriodList<DiscrepancyRow> = {
  ...REGISTER,
  name: 'discrepancies',
  model: 'DiscrepancyRow',
  fields: [
    ...(REGISTERED as readonly Field<DiscrepancyRow>[]),
    { name: 'openedAt', description: 'When it was opened.', example: '2026-09-04T22:05:00.000Z' },
    { name: 'discrepancyId', description: 'Its id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61' },
    {
      name: 'kind',
      description: 'What brought it to light.',
      example: 'count',
      oneOf: ['count', 'close_out', 'receipt'],
    },
    { name: 'status', description: 'Whether it is explained.', example: 'open', oneOf: ['open', 'resolved'] },
    ...CONTAINER,
    ...VARIANCE,
    { name: 'inSuspenseMg', description: 'What the ledger holds in suspense for it, mg.', example: '0' },
    { name: 'ageHours', description: 'Whole hours since it was opened.', example: 61 },
  ],
  async read(reading) {
    const parameters = [...parametersOf(reading), reading.now];
    const rows = (await reading.view.query(DISCREPANCIES, parameters)) as DiscrepancyFound[];
    return rows.map((row) => ({
      seq: Number(row.opened_seq),
      ...named(reading, row),
      personId: row.opened_by,
      openedAt: row.opened_at.toISOString(),
      discrepancyId: row.discrepancy_id,
      kind: row.kind,
      status: row.status,
      varianceMg: mgFromUg(Number(row.variance_ug)),
      inSuspenseMg: mgFromUg(Number(row.suspense_ug)),
      ageHours: row.age_hours,
      ...given({
        containerLabel: row.label,
        containerId: row.container_id,
        varianceContainers: row.variance_containers,
      }),
    }));
  },
};
