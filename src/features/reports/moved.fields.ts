import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { localDate } from '../../domain/local-date.js';
import { FORMS } from '../../domain/product.js';
import { given } from './given.js';
import type { Field } from './table.js';

/** What both logs say of an entry. */
export interface Moved {
  readonly seq: number;
  readonly localDate: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
  readonly form?: string;
  readonly strength?: string;
  readonly amountMg: string;
  readonly volumeMl?: string;
  readonly deviceCount?: number;
  readonly sessionId?: string;
  readonly personId: string;
  readonly personName?: string;
  /** The entry that takes it back: it never happened. */
  readonly reversedBySeq?: number;
}

/** The columns of it. */
export const MOVED: readonly Field<Moved>[] = [
  { name: 'seq', description: 'The record.', example: 1042 },
  { name: 'localDate', description: 'The day it happened, at the site.', example: '2026-08-03' },
  { name: 'occurredAt', description: 'When it happened, as the person says.', example: '2026-08-03T14:00:00.000Z' },
  { name: 'recordedAt', description: 'When it was recorded.', example: '2026-08-03T14:01:10.000Z' },
  { name: 'late', description: 'Recorded later than the site’s policy allows without a reason.', example: false },
  { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
  { name: 'productName', description: 'The substance.', example: 'Ketamine hydrochloride' },
  { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
  { name: 'form', description: 'Its finished form.', example: 'injection', oneOf: FORMS },
  { name: 'strength', description: 'Its strength.', example: '50 mg/mL' },
  { name: 'amountMg', description: 'How much, mg.', example: '37.5' },
  {
    name: 'volumeMl',
    description: 'The same as a volume, where it was measured as one.',
    example: '0.75',
    optional: true,
  },
  { name: 'deviceCount', description: 'The same in devices.', example: 2, optional: true },
  { name: 'sessionId', description: 'The session.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15', optional: true },
  { name: 'personId', description: 'Who did it.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' },
  { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
  {
    name: 'reversedBySeq',
    description: 'The record that takes it back, where there is one.',
    example: 1050,
    optional: true,
  },
];

/** The same as it is read. */
export interface MovedFound {
  seq: string;
  occurred_at: Date;
  recorded_at: Date;
  late: boolean;
  session_id: string | null;
  performer_id: string;
  display_name: string | null;
  product_id: string;
  amount_ug: string;
  volume_ul: string | null;
  device_count: number | null;
  reversed_by_seq: string | null;
}

export function movedOf(row: MovedFound, timeZone: string): Moved {
  return {
    seq: Number(row.seq),
    localDate: localDate(row.occurred_at.getTime(), timeZone),
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    late: row.late,
    amountMg: mgFromUg(Number(row.amount_ug)),
    personId: row.performer_id,
    ...given({
      volumeMl: row.volume_ul === null ? undefined : mlFromUl(Number(row.volume_ul)),
      sessionId: row.session_id,
      personName: row.display_name,
    }),
    ...(row.device_count === null ? {} : { deviceCount: row.device_count }),
    ...(row.reversed_by_seq === null ? {} : { reversedBySeq: Number(row.reversed_by_seq) }),
  };
}
