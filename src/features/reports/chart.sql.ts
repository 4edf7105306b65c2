/**
 * The questions of the charts. $1 site, $2 the first seq of the period and $3 the first after it, where they are of one.
 * Each costs its period: a balance stands on the lines, and what changed is in the period's own records.
 */

/**
 * The book of each product at the end of each local day. $2, $3 the period's first moment and the first after it, $4 the
 * time zone, $5 product or null. Days that have not begun are none.
 */
export const BOOK_BY_DAY = `
  WITH day AS (
    SELECT d::date AS day, coalesce((
        SELECT seq FROM audit_record WHERE site_id = $1
          AND recorded_at >= least((d::date + 1)::timestamp AT TIME ZONE $4, $3::timestamptz) ORDER BY recorded_at LIMIT 1), h.size) AS until_seq
    FROM site_head h CROSS JOIN generate_series(($2::timestamptz AT TIME ZONE $4)::date,
      (least($3::timestamptz - interval '1 microsecond', ledger_clock()) AT TIME ZONE $4)::date, interval '1 day') d
    WHERE h.site_id = $1)
  SELECT day.day::text, day.until_seq, t.product_id, sum(coalesce((
      SELECT l.place_after_ug FROM line l WHERE l.site_id = $1 AND l.location_id = t.location_id AND l.product_id = t.product_id
        AND l.kind = t.kind AND l.seq < day.until_seq ORDER BY l.seq DESC, l.line_no DESC LIMIT 1), 0)) AS book_ug
  FROM day CROSS JOIN place_total t
  WHERE t.site_id = $1 AND t.kind = 'container' AND ($5::uuid IS NULL OR t.product_id = $5)
  GROUP BY day.day, day.until_seq, t.product_id ORDER BY day.day, t.product_id`;

/** Each time a container became sealed, or was it no longer, in the period: +1 or -1. */
export const SEALED_STEPS = `
  WITH changed AS (
    SELECT r.seq, (c ->> 'containerId')::uuid AS container_id, c ->> 'state' AS state
    FROM audit_record r CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') c
    WHERE r.site_id = $1 AND r.seq >= $2 AND r.seq < $3 AND c ->> 'table' = 'container' AND c ? 'state'
  ), stepped AS (
    SELECT seq, container_id, state, coalesce(lag(state) OVER (PARTITION BY container_id ORDER BY seq),
             container_state_at($1, container_id, $2), 'none') AS before FROM changed)
  SELECT s.seq, k.product_id, CASE s.state WHEN 'sealed' THEN 1 ELSE -1 END AS step
  FROM stepped s JOIN container k ON k.site_id = $1 AND k.container_id = s.container_id
  WHERE (s.state = 'sealed') <> (s.before = 'sealed') ORDER BY s.seq`;

/** What each person wasted and gave of each product, without what was taken back. */
export const WASTE_BY_PERSON = `
  SELECT e.performer_id, p.display_name, l.product_id,
    count(*) FILTER (WHERE e.type = 'waste') AS wastes, count(*) FILTER (WHERE e.type = 'give') AS doses,
    coalesce(sum(l.amount_ug) FILTER (WHERE e.type = 'waste'), 0) AS wasted_ug,
    coalesce(sum(l.amount_ug) FILTER (WHERE e.type = 'give'), 0) AS administered_ug
  FROM entry e JOIN line l ON l.site_id = e.site_id AND l.seq = e.seq AND l.kind IN ('waste', 'patient') AND l.seq >= $2 AND l.seq < $3
  LEFT JOIN person p ON p.person_id = e.performer_id
  WHERE e.site_id = $1 AND e.seq >= $2 AND e.seq < $3 AND e.type IN ('waste', 'give')
    AND NOT EXISTS (SELECT FROM entry r WHERE r.site_id = $1 AND r.reverses_seq = e.seq)
    AND ($4::uuid IS NULL OR l.product_id = $4) AND ($5::uuid IS NULL OR e.performer_id = $5)
  GROUP BY e.performer_id, p.display_name, l.product_id`;

/** Refused attempts by local day, person and code. $4 the time zone, $5 person or null, $6 code or null. */
export const REFUSED_BY_DAY = `
  SELECT (r.recorded_at AT TIME ZONE $4)::date::text AS day, r.actor_id, p.display_name, code, count(*) AS attempts, min(r.seq) AS first_seq
  FROM audit_record r
  CROSS JOIN LATERAL (SELECT convert_from(r.record, 'UTF8')::jsonb -> 'refusal' ->> 'code' AS code) b
  LEFT JOIN person p ON p.person_id = r.actor_id
  WHERE r.site_id = $1 AND r.type = 'refused' AND r.seq >= $2 AND r.seq < $3
    AND ($5::uuid IS NULL OR r.actor_id = $5) AND ($6::text IS NULL OR code = $6)
  GROUP BY 1, r.actor_id, p.display_name, code`;

/**
 * What is open now and should not stay so: short lists, each by its own index. A vial past its day is one that is open, or
 * sealed and expired. $2 today of the site, $3 its time zone; $4 product, $5 location, or null.
 */
export const OPEN_MATTERS = `
  SELECT * FROM (
  SELECT 'discrepancy' AS kind, d.discrepancy_id AS id, d.opened_at AS since, d.product_id, d.location_id, abs(d.variance_ug) AS amount_ug,
         d.opened_by AS person_id, d.opened_seq AS seq, c.label AS what
  FROM discrepancy d LEFT JOIN container c ON c.site_id = $1 AND c.container_id = d.container_id
  WHERE d.site_id = $1 AND d.status = 'open'
  UNION ALL
  SELECT 'pending_waste', w.pending_waste_id, w.opened_at, w.product_id, w.location_id, w.amount_ug, w.opened_by, w.opened_seq, c.label
  FROM pending_waste w LEFT JOIN container c ON c.site_id = $1 AND c.container_id = w.container_id
  WHERE w.site_id = $1 AND w.status = 'pending'
  UNION ALL
  SELECT 'unbalanced_session', s.session_id, s.started_at, s.product_id, s.location_id, h.balance_ug, s.nurse_id, h.last_seq, NULL
  FROM holder h CROSS JOIN LATERAL (SELECT * FROM treatment_session s WHERE s.site_id = $1 AND s.session_id = h.holder_id LIMIT 1) s
  WHERE h.site_id = $1 AND h.kind = 'in_hand' AND h.balance_ug <> 0
  UNION ALL
  SELECT 'past_use', c.container_id, (least(c.expires_on, c.beyond_use_on) + 1)::timestamp AT TIME ZONE $3, c.product_id, c.location_id,
         h.balance_ug, NULL, h.last_seq, c.label
  FROM place_total t
  JOIN container c ON c.site_id = t.site_id AND c.location_id = t.location_id AND c.product_id = t.product_id AND c.state IN ('sealed', 'open')
  CROSS JOIN LATERAL (SELECT * FROM holder h WHERE h.site_id = $1 AND h.holder_id = c.container_id AND h.kind = 'container'
    AND h.product_id = c.product_id LIMIT 1) h
  WHERE t.site_id = $1 AND t.kind = 'container' AND least(c.expires_on, c.beyond_use_on) < $2::date
  ) m WHERE ($4::uuid IS NULL OR m.product_id = $4) AND ($5::uuid IS NULL OR m.location_id = $5)`;
