import { readLateEntries, type LateEntry } from './boundary-entries.js';
import type { PeriodList } from './list.js';
import { REFUSED } from './lists.sql.js';

/** Late entries and those that cross the period's border (docs/decisions/periods-follow-the-log.md). */
export const lateEntries: PeriodList<LateEntry> = {
  name: 'late-entries',
  model: 'LateEntryRow',
  isOfPeriod: true,
  first: [-1],
  keyOf: (row) => [row.seq],
  filters: ['personId', 'locationId'],
  fields: [
    { name: 'seq', description: 'The record.', example: 1042 },
    { name: 'type', description: 'What it records.', example: 'waste' },
    {
      name: 'relation',
      description:
        '`happened_before` the period and recorded in it; happened in it and `recorded_after` it, so not in its figures; or both `within` it, late.',
      example: 'happened_before',
      oneOf: ['happened_before', 'recorded_after', 'within'],
    },
    { name: 'late', description: 'Recorded later than the site’s policy allows without a reason.', example: true },
    { name: 'occurredAt', description: 'When it happened, as the person says.', example: '2026-08-03T14:00:00.000Z' },
    { name: 'recordedAt', description: 'When it was recorded.', example: '2026-08-03T17:10:00.000Z' },
    { name: 'minutesLater', description: 'Whole minutes between the two.', example: 190 },
    { name: 'amountMg', description: 'How much moved, mg; absent where nothing did.', example: '12.5', optional: true },
    {
      name: 'sessionId',
      description: 'The session it belongs to.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15',
      optional: true,
    },
    { name: 'locationId', description: 'Where.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' },
    { name: 'personId', description: 'Who did it.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' },
    { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
    {
      name: 'lateReason',
      description: 'Why it is late; only to whom may read patients’ data.',
      example: 'Power cut',
      optional: true,
    },
  ],
  async read({ view, siteId, period, after, limit, only, privates }) {
    const rows = await readLateEntries(view, { siteId, period, after: after[0] as number, limit, only });
    const said = await privates?.(rows.map(({ seq }) => seq));
    return rows.map((row) => {
      const lateReason = said?.get(row.seq)?.lateReason;
      return lateReason === undefined ? row : { ...row, lateReason };
    });
  },
};

export interface RefusedAttempt {
  readonly seq: number;
  readonly recordedAt: string;
  readonly personId: string;
  readonly personName?: string;
  readonly role: string;
  readonly act: string;
  readonly code: string;
  readonly field?: string;
  readonly subjects: readonly string[];
}

/** What somebody tried and was refused (regulations.md section 11, 14). */
export const refusedAttempts: PeriodList<RefusedAttempt> = {
  name: 'refused-attempts',
  model: 'RefusedAttemptRow',
  isOfPeriod: true,
  first: [-1],
  keyOf: (row) => [row.seq],
  filters: ['personId', 'code'],
  fields: [
    { name: 'seq', description: 'The record.', example: 1042 },
    { name: 'recordedAt', description: 'When.', example: '2026-08-03T14:00:00.000Z' },
    { name: 'personId', description: 'Who tried.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' },
    { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
    { name: 'role', description: 'In which role.', example: 'nurse' },
    { name: 'act', description: 'What they tried.', example: 'waste' },
    { name: 'code', description: 'Why it was refused: a code of docs/errors.md.', example: 'witness_missing' },
    { name: 'field', description: 'The field at fault.', example: 'signatures', optional: true },
    {
      name: 'subjects',
      description: 'Ids of the containers and sessions it was about.',
      example: ['01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14'],
      csv: (row) => row.subjects.join(' '),
    },
  ],
  async read({ view, siteId, period, after, limit, only }) {
    const { personId = null, code = null } = only;
    const parameters = [siteId, period.fromSeq, period.untilSeq, ...after, limit, personId, code];
    const rows = (await view.query(REFUSED, parameters)) as {
      seq: string;
      recorded_at: Date;
      actor_id: string;
      display_name: string | null;
      role: string;
      of: string;
      code: string;
      field: string | null;
      subjects: string[];
    }[];
    return rows.map((row) => ({
      seq: Number(row.seq),
      recordedAt: row.recorded_at.toISOString(),
      personId: row.actor_id,
      ...(row.display_name === null ? {} : { personName: row.display_name }),
      role: row.role,
      act: row.of,
      code: row.code,
      ...(row.field === null ? {} : { field: row.field }),
      subjects: row.subjects,
    }));
  },
};
