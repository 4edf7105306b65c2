import type { Route } from '../../domain/dose-route.js';
import type { Form } from '../../domain/product.js';
import type { SessionsQuery } from './sessions.dto.js';

/** A row of the queries below, as the driver gives it. */
export interface SessionColumns {
  readonly session_id: string;
  readonly status: 'open' | 'ended';
  readonly patient_id: string;
  readonly prescriber_id: string;
  readonly prescriber_name: string;
  readonly nurse_id: string;
  readonly nurse_name: string | null;
  readonly product_id: string;
  readonly product_code: string;
  readonly product_name: string;
  readonly form: Form;
  readonly strength_ug_per_ml: string | null;
  readonly device_amount_ug: string | null;
  readonly location_id: string;
  readonly location_code: string;
  readonly location_name: string;
  readonly route: Route;
  readonly ordered_ug: string;
  readonly dose_per_kg: string | null;
  readonly weight_kg: string | null;
  readonly started_at: Date;
  /** `started_at` to the microsecond, as text: what a page goes on from. */
  readonly started_key: string;
  readonly ended_at: Date | null;
  readonly first_dose_at: Date | null;
  readonly last_dose_at: Date | null;
  readonly observe_until: Date | null;
  readonly discharged_at: Date | null;
  readonly discharged_early: boolean;
  readonly in_hand_ug: string;
  readonly anything_drawn: boolean;
  readonly pending_wastes?: readonly PendingOfSession[] | null;
}

export interface PendingOfSession {
  readonly pending_waste_id: string;
  readonly container_id: string | null;
  readonly amount_ug: number;
  readonly volume_ul: number | null;
  readonly device_count: number | null;
  readonly opened_at: string;
}

export interface SumRow {
  readonly type: string;
  readonly amount_ug: string;
}

const COLUMNS = `
  s.session_id, s.status, s.patient_id, s.prescriber_id, s.nurse_id, n.display_name AS nurse_name,
  s.product_id, p.code AS product_code, p.name AS product_name, p.form, p.strength_ug_per_ml, p.device_amount_ug,
  s.location_id, l.code AS location_code, l.name AS location_name, d.name AS prescriber_name,
  s.route, s.ordered_ug, s.dose_per_kg, s.weight_kg, s.started_at, s.started_at::text AS started_key, s.ended_at,
  s.first_dose_at, s.last_dose_at, s.observe_until, s.discharged_at, s.discharged_early,
  coalesce(h.balance_ug, 0) AS in_hand_ug, h.holder_id IS NOT NULL AS anything_drawn`;

const JOINS = `
  JOIN countersign.product p ON p.site_id = s.site_id AND p.product_id = s.product_id
  JOIN countersign.location l ON l.site_id = s.site_id AND l.location_id = s.location_id
  JOIN countersign.prescriber d ON d.site_id = s.site_id AND d.prescriber_id = s.prescriber_id
  LEFT JOIN countersign.person n ON n.person_id = s.nurse_id`;

const WITH_HAND = `
  LEFT JOIN countersign.holder h
    ON h.site_id = s.site_id AND h.holder_id = s.session_id AND h.kind = 'in_hand' AND h.product_id = s.product_id`;

/** Site, session. With the wastes of it that wait for their witnesses. */
export const ONE = `
  SELECT ${COLUMNS}, (
      SELECT jsonb_agg(to_jsonb(w) ORDER BY w.opened_at) FROM countersign.pending_waste w
      WHERE w.site_id = s.site_id AND w.session_id = s.session_id AND w.status = 'pending') AS pending_wastes
  FROM countersign.treatment_session s ${JOINS} ${WITH_HAND}
  WHERE s.site_id = $1 AND s.session_id = $2`;

/** A page of sessions and one more, the newest first: found first, by what the table alone knows, and then called by their names. */
export function listQuery(
  siteId: string,
  query: SessionsQuery,
  after: readonly (string | number)[] | undefined,
): { readonly sql: string; readonly params: unknown[] } {
  const { day, status, observed, patientId, nurseId, locationId, productId, limit } = query;
  const params: unknown[] = [siteId];
  const put = (value: unknown) => `$${params.push(value)}`;
  const conditions = [
    ...(day === undefined ? [] : onDay(day, put)),
    ...(status === undefined ? [] : [status === 'open' ? `s.status = 'open'` : `s.status = 'ended'`]),
    ...(observed === undefined
      ? []
      : [`${observed === 'true' ? '' : 'NOT '}(s.last_dose_at IS NOT NULL AND s.discharged_at IS NULL)`]),
    ...(patientId === undefined ? [] : [`s.patient_id = ${put(patientId)}::uuid`]),
    ...(nurseId === undefined ? [] : [`s.nurse_id = ${put(nurseId)}::uuid`]),
    ...(locationId === undefined ? [] : [`s.location_id = ${put(locationId)}::uuid`]),
    ...(productId === undefined ? [] : [`s.product_id = ${put(productId)}::uuid`]),
    ...(after === undefined
      ? []
      : [`(s.started_at, s.session_id) < (${put(after[0])}::timestamptz, ${put(after[1])}::uuid)`]),
  ];
  const sql = `
    SELECT ${COLUMNS} FROM (
      SELECT * FROM countersign.treatment_session s WHERE s.site_id = $1${conditions.map((one) => ` AND ${one}`).join('')}
      ORDER BY s.started_at DESC, s.session_id DESC LIMIT ${put(limit + 1)}) s
    ${JOINS} ${WITH_HAND}
    ORDER BY s.started_at DESC, s.session_id DESC`;
  return { sql, params };
}

/** Both ends of a day of the site are found once, so that the index by time begins and ends there. */
function onDay(day: string, put: (value: unknown) => string): string[] {
  const onDate = day === 'today' ? '(countersign.ledger_clock() AT TIME ZONE x.time_zone)::date' : `${put(day)}::date`;
  const start = (days: number) =>
    `(SELECT (${onDate} + ${days})::timestamp AT TIME ZONE x.time_zone FROM countersign.site x WHERE x.site_id = $1 AND x.id = $1)`;
  return [`s.started_at >= ${start(0)}`, `s.started_at < ${start(1)}`];
}

/** Site, cursor time, cursor id, limit. Begins with what is in some hand, which is short, not with all sessions. */
export const UNBALANCED = `
  SELECT ${COLUMNS},
    coalesce((SELECT sum(w.amount_ug) FROM countersign.pending_waste w WHERE w.site_id = s.site_id
      AND w.session_id = s.session_id AND w.container_id IS NULL AND w.status = 'pending'), 0) AS pending_ug,
    floor(extract(epoch FROM countersign.ledger_clock() - s.started_at) / 60)::int AS age_minutes
  FROM countersign.holder h
  CROSS JOIN LATERAL (
    SELECT * FROM countersign.treatment_session s WHERE s.site_id = h.site_id AND s.session_id = h.holder_id LIMIT 1) s
  ${JOINS}
  WHERE h.site_id = $1 AND h.kind = 'in_hand' AND h.balance_ug <> 0
    AND ($2::timestamptz IS NULL OR (s.started_at, s.session_id) > ($2, $3::uuid))
  ORDER BY s.started_at, s.session_id LIMIT $4`;

/** What went into and out of a session's hand, by the act that did it; a reversal counts to what it reversed. */
export const SUMS = `
  SELECT coalesce(o.type, e.type) AS type, sum(l.amount_ug) AS amount_ug
  FROM countersign.line l
  JOIN countersign.entry e ON e.site_id = l.site_id AND e.seq = l.seq
  LEFT JOIN countersign.entry o ON o.site_id = e.site_id AND o.seq = e.reverses_seq
  WHERE l.site_id = $1 AND l.holder_id = $2 AND l.kind = 'in_hand'
  GROUP BY 1`;
