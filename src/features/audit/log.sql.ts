import type { LogQuery } from './audit.dto.js';

export interface LogAsked extends Pick<LogQuery, 'type' | 'actor' | 'from' | 'to' | 'limit'> {
  readonly siteId: string;
  readonly subjectId: string | undefined;
  /** Records beyond this one, in the direction of reading. */
  readonly beyond: string | number | undefined;
  readonly newestFirst: boolean;
}

/**
 * The numbers of the records of one page and one more. Records stand in the order of their times, so a period is a range of numbers:
 * found first, it bounds every index, whatever else is asked for.
 */
export function logQuery(of: LogAsked): { readonly sql: string; readonly params: unknown[] } {
  const { siteId, type, actor, subjectId, from, to, beyond, newestFirst, limit } = of;
  const params: unknown[] = [siteId];
  const put = (value: unknown) => `$${params.push(value)}`;
  const seq = subjectId === undefined ? 'r.seq' : 's.seq';
  const table =
    subjectId === undefined
      ? 'countersign.audit_record r'
      : `countersign.record_subject s JOIN countersign.audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
         AND s.subject_id = ${put(subjectId)}::uuid`;
  const conditions = [
    `r.site_id = $1`,
    ...(type === undefined ? [] : [`r.type = ${put(type)}`]),
    ...(actor === undefined ? [] : [`r.actor_id = ${put(actor)}::uuid`]),
    ...(from === undefined ? [] : [`${seq} >= ${firstSince(put(from))}`]),
    ...(to === undefined ? [] : [`${seq} < ${firstSince(put(to))}`]),
    ...(beyond === undefined ? [] : [`${seq} ${newestFirst ? '<' : '>'} ${put(beyond)}::bigint`]),
  ];
  const order = `${seq} ${newestFirst ? 'DESC' : 'ASC'}`;
  const sql = `SELECT ${seq} FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${put(limit + 1)}`;
  return { sql, params };
}

/** The first record at or after a moment; beyond all where there is none. */
function firstSince(moment: string): string {
  return `coalesce((SELECT f.seq FROM countersign.audit_record f WHERE f.site_id = $1 AND f.recorded_at >= ${moment}::timestamptz
    ORDER BY f.recorded_at LIMIT 1), 9223372036854775807)`;
}
