import type { EntityManager } from 'typeorm';
import { mgFromUg } from '../../domain/amounts.js';
import type { ReversalTold } from './boundary.dto.js';
import { LATE, REVERSALS } from './lists.sql.js';
import type { LogPeriod } from './reports.dto.js';

/** So many are told with a reconciliation; the rest is in the lists of their own. */
const TOLD = 50;

/** An entry whose two times do not belong to the same period, or that is late. */
export interface LateEntry {
  readonly seq: number;
  readonly type: string;
  /**
   * `happened_before`: recorded in the period, happened before it. `recorded_after`: happened in the period, recorded
   * after it, so not in its figures. `within`: both in the period, and late.
   */
  readonly relation: 'happened_before' | 'recorded_after' | 'within';
  readonly late: boolean;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly minutesLater: number;
  /** Absent where nothing moved: a session that began late. */
  readonly amountMg?: string;
  readonly sessionId?: string;
  readonly locationId: string;
  readonly personId: string;
  readonly personName?: string;
  /** Only to whom may read patients' data: it is free text. */
  readonly lateReason?: string;
}

/** What somebody who reads the figures must know about the edges of their period (docs/decisions/periods-follow-the-log.md). */
export interface BoundaryEntries {
  readonly reversals: readonly ReversalTold[];
  readonly lateEntries: readonly LateEntry[];
  /** There are more than these: see reports/late-entries and the container's or session's history. */
  readonly moreReversals: boolean;
  readonly moreLateEntries: boolean;
}

/** The reversals and the late entries that touch a period, the first fifty of each. */
export async function boundaryEntries(
  view: EntityManager,
  siteId: string,
  period: LogPeriod,
): Promise<BoundaryEntries> {
  const reversals = await readReversals(view, { siteId, period, after: -1, limit: TOLD + 1 });
  const late = await readLateEntries(view, { siteId, period, after: -1, limit: TOLD + 1 });
  return {
    reversals: reversals.slice(0, TOLD),
    moreReversals: reversals.length > TOLD,
    lateEntries: late.slice(0, TOLD),
    moreLateEntries: late.length > TOLD,
  };
}

/** Part of a list of a period: the rows after a seq, so many. */
export interface Part {
  readonly siteId: string;
  readonly period: LogPeriod;
  readonly after: number;
  readonly limit: number;
  readonly only?: { readonly personId?: string; readonly locationId?: string };
}

async function readReversals(view: EntityManager, part: Part): Promise<ReversalTold[]> {
  const { siteId, period, after, limit } = part;
  const rows = (await view.query(REVERSALS, [siteId, period.fromSeq, period.untilSeq, after, limit])) as {
    seq: string;
    recorded_at: Date;
    reverses_seq: string;
    reversed_type: string;
    reversed_recorded_at: Date;
    amount_ug: string | null;
    performer_id: string;
    display_name: string | null;
  }[];
  return rows.map((row) => ({
    seq: Number(row.seq),
    recordedAt: row.recorded_at.toISOString(),
    reversesSeq: Number(row.reverses_seq),
    reversedType: row.reversed_type,
    reversedRecordedAt: row.reversed_recorded_at.toISOString(),
    amountMg: mgFromUg(Number(row.amount_ug ?? 0)),
    personId: row.performer_id,
    ...(row.display_name === null ? {} : { personName: row.display_name }),
  }));
}

/** The late entries of a period, in the order of the log. */
export async function readLateEntries(view: EntityManager, part: Part): Promise<LateEntry[]> {
  const { siteId, period, after, limit, only = {} } = part;
  const { fromSeq, untilSeq, from, until } = period;
  const { personId = null, locationId = null } = only;
  const parameters = [siteId, fromSeq, untilSeq, from, until, after, limit, personId, locationId];
  const rows = (await view.query(LATE, parameters)) as {
    seq: string;
    type: string;
    relation: LateEntry['relation'];
    late: boolean;
    occurred_at: Date;
    recorded_at: Date;
    amount_ug: string | null;
    session_id: string | null;
    location_id: string;
    performer_id: string;
    display_name: string | null;
  }[];
  return rows.map((row) => ({
    seq: Number(row.seq),
    type: row.type,
    relation: row.relation,
    late: row.late,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    minutesLater: Math.floor((row.recorded_at.getTime() - row.occurred_at.getTime()) / 60_000),
    ...(row.amount_ug === null ? {} : { amountMg: mgFromUg(Number(row.amount_ug)) }),
    locationId: row.location_id,
    ...(row.session_id === null ? {} : { sessionId: row.session_id }),
    personId: row.performer_id,
    ...(row.display_name === null ? {} : { personName: row.display_name }),
  }));
}
