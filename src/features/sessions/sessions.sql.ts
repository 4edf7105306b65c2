import type { Route } from '../../domain/dose-route.js';
import type { Form } from '../../domain/product.js';

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

/** Site, session or null, day, status, observed, patient, nurse, location, product, cursor time, cursor id, limit. */
export const LIST = `
  SELECT ${COLUMNS},
    CASE WHEN $2::uuid IS NOT NULL THEN (
      SELECT jsonb_agg(to_jsonb(w) ORDER BY w.opened_at) FROM countersign.pending_waste w
      WHERE w.site_id = s.site_id AND w.session_id = s.session_id AND w.status = 'pending') END AS pending_wastes
  FROM countersign.treatment_session s
  JOIN countersign.site site ON site.site_id = s.site_id AND site.id = s.site_id
  ${JOINS}
  LEFT JOIN countersign.holder h
    ON h.site_id = s.site_id AND h.holder_id = s.session_id AND h.kind = 'in_hand' AND h.product_id = s.product_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN $3::text = 'today' THEN (countersign.ledger_clock() AT TIME ZONE site.time_zone)::date
                ELSE $3::date END AS on_day) asked
  WHERE s.site_id = $1
    AND ($2::uuid IS NULL OR s.session_id = $2)
    AND ($3::text IS NULL OR (s.started_at >= asked.on_day::timestamp AT TIME ZONE site.time_zone
                              AND s.started_at < (asked.on_day + 1)::timestamp AT TIME ZONE site.time_zone))
    AND ($4::text IS NULL OR s.status = $4)
    AND ($5::text IS NULL OR ($5 = 'true') = (s.last_dose_at IS NOT NULL AND s.discharged_at IS NULL))
    AND ($6::uuid IS NULL OR s.patient_id = $6)
    AND ($7::uuid IS NULL OR s.nurse_id = $7)
    AND ($8::uuid IS NULL OR s.location_id = $8)
    AND ($9::uuid IS NULL OR s.product_id = $9)
    AND ($10::timestamptz IS NULL OR (s.started_at, s.session_id) < ($10, $11::uuid))
  ORDER BY s.started_at DESC, s.session_id DESC LIMIT $12`;

/** Site, cursor time, cursor id, limit. Begins with what is in some hand, which is short, not with all sessions. */
export const UNBALANCED = `
  SELECT ${COLUMNS},
    coalesce((SELECT sum(w.amount_ug) FROM countersign.pending_waste w WHERE w.site_id = s.site_id
      AND w.session_id = s.session_id AND w.container_id IS NULL AND w.status = 'pending'), 0) AS pending_ug,
    floor(extract(epoch FROM countersign.ledger_clock() - s.started_at) / 60)::int AS age_minutes
  FROM countersign.holder h
  JOIN countersign.treatment_session s ON s.site_id = h.site_id AND s.session_id = h.holder_id
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
