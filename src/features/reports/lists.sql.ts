/**
 * The questions of the lists. $1 site; where a list is of a period, $2 its first seq and $3 the first after it; the last
 * two parameters are where the page begins and how many rows it may have.
 */

/** The entries that a reversal of the period takes back. $4 the seq after which the page begins, $5 how many. */
export const REVERSALS = `
  SELECT e.seq, e.recorded_at, e.occurred_at, e.reverses_seq, w.type AS reversed_type, w.recorded_at AS reversed_recorded_at,
         e.performer_id, p.display_name,
         (SELECT sum(l.amount_ug) FROM line l WHERE l.site_id = $1 AND l.seq = e.seq AND l.amount_ug > 0) AS amount_ug
  FROM entry e JOIN entry w ON w.site_id = e.site_id AND w.seq = e.reverses_seq LEFT JOIN person p ON p.person_id = e.performer_id
  WHERE e.site_id = $1 AND e.seq >= $2 AND e.seq < $3 AND e.reverses_seq IS NOT NULL AND e.seq > $4
  ORDER BY e.seq LIMIT $5`;

/**
 * Entries whose two times lie on different sides of the period's border, and late ones within it. An entry that is not
 * late was recorded within a day of its act, the longest a site's policy allows; so what happened in the period and was
 * recorded after it is among the late ones, or in the day that follows.
 * $4, $5 the period's first moment and the first after it; $6 the seq after which the page begins, $7 how many; $8 person,
 * $9 location, or null.
 */
export const LATE = `
  WITH after AS (
    -- The first record more than a day after the period: what is later and not late happened after it.
    SELECT coalesce((SELECT seq FROM audit_record WHERE site_id = $1 AND recorded_at >= $5::timestamptz + interval '25 hours'
                     ORDER BY recorded_at LIMIT 1), 9223372036854775807) AS seq
  ), moved AS (
    SELECT e.seq, e.type, e.occurred_at, e.recorded_at, e.late, e.location_id, e.session_id, e.performer_id,
           (SELECT sum(l.amount_ug) FROM line l WHERE l.site_id = $1 AND l.seq = e.seq AND l.amount_ug > 0) AS amount_ug
    FROM (
      SELECT * FROM entry WHERE site_id = $1 AND seq >= $2 AND seq < $3 AND (late OR occurred_at < $4)
      UNION ALL SELECT * FROM entry WHERE site_id = $1 AND late AND occurred_at >= $4 AND occurred_at < $5 AND seq >= $3
      UNION ALL SELECT * FROM entry WHERE site_id = $1 AND NOT late AND occurred_at >= $4 AND occurred_at < $5 AND seq >= $3
        AND seq < (SELECT seq FROM after)
    ) e
  ), about_session AS (
    -- What of a session moves nothing and has a time of its own: its beginning, its end, the patient's leaving. Most are recorded
    -- as they happen, and only of the others is it asked what their bytes say.
    SELECT seq, type, occurred_at, recorded_at, actor_id, record FROM audit_record
    WHERE site_id = $1 AND type IN ('session', 'session_end', 'discharge') AND seq >= $2 AND seq < $3
      AND (occurred_at < $4 OR occurred_at < recorded_at - interval '1 millisecond')
    UNION ALL SELECT seq, type, occurred_at, recorded_at, actor_id, record FROM audit_record
    WHERE site_id = $1 AND type IN ('session', 'session_end', 'discharge') AND occurred_at >= $4 AND occurred_at < $5 AND seq >= $3
  ), care AS (
    SELECT r.seq, r.type, r.occurred_at, r.recorded_at, coalesce((b.act ->> 'late')::boolean, false) AS late,
           s.location_id, s.session_id, r.actor_id AS performer_id, NULL::numeric AS amount_ug
    FROM about_session r CROSS JOIN LATERAL (SELECT convert_from(r.record, 'UTF8')::jsonb -> 'act' AS act) b
    CROSS JOIN LATERAL (
      SELECT * FROM treatment_session WHERE site_id = $1 AND session_id = (b.act ->> 'sessionId')::uuid LIMIT 1) s
    WHERE r.seq >= $3 OR r.occurred_at < $4 OR (b.act ->> 'late')::boolean
  )
  SELECT e.*, p.display_name,
         CASE WHEN e.seq >= $3 THEN 'recorded_after' WHEN e.occurred_at < $4 THEN 'happened_before' ELSE 'within' END AS relation
  FROM (SELECT * FROM moved UNION ALL SELECT * FROM care) e LEFT JOIN person p ON p.person_id = e.performer_id
  WHERE e.seq > $6 AND ($8::uuid IS NULL OR e.performer_id = $8) AND ($9::uuid IS NULL OR e.location_id = $9)
  ORDER BY e.seq LIMIT $7`;

/**
 * Each waste with what it came from and who saw it. $4, $5 the seq and line after which the page begins, $6 how many;
 * $7 product, $8 person, $9 location, or null.
 */
export const WASTES = `
  SELECT e.seq, l.line_no, e.occurred_at, e.recorded_at, e.late, e.session_id, e.performer_id, p.display_name, l.product_id,
         -l.amount_ug AS amount_ug, -l.volume_ul AS volume_ul, -l.device_count AS device_count, l.kind AS source,
         c.container_id, c.label, lot.lot_number,
         (SELECT r.seq FROM entry r WHERE r.site_id = $1 AND r.reverses_seq = e.seq) AS reversed_by_seq,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', w.display_name, 'role', s.role,
                   'method', s.method, 'signedSeq', s.signed_seq) ORDER BY s.signed_seq, s.person_id), '[]'::jsonb)
          FROM entry_signature s LEFT JOIN person w ON w.person_id = s.person_id
          WHERE s.site_id = $1 AND s.seq = e.seq AND s.meaning = 'witnessed') AS witnesses
  FROM entry e JOIN line l ON l.site_id = e.site_id AND l.seq = e.seq AND l.kind IN ('in_hand', 'container')
  LEFT JOIN container c ON c.site_id = $1 AND l.kind = 'container' AND c.container_id = l.holder_id
  LEFT JOIN lot ON lot.site_id = $1 AND lot.lot_id = c.lot_id
  LEFT JOIN person p ON p.person_id = e.performer_id
  WHERE e.site_id = $1 AND e.seq >= $2 AND e.seq < $3 AND e.type = 'waste' AND (e.seq, l.line_no) > ($4, $5)
    AND ($7::uuid IS NULL OR l.product_id = $7) AND ($8::uuid IS NULL OR e.performer_id = $8) AND ($9::uuid IS NULL OR e.location_id = $9)
  ORDER BY e.seq, l.line_no LIMIT $6`;

/**
 * Each dose with its session, prescriber and the lots drawn for it. The patient's name and address are those of the
 * time: the details the patient had when the dose was recorded. $4 the seq after which the page begins, $5 how many;
 * $6 product, $7 person, $8 location, or null.
 */
export const ADMINISTRATIONS = `
  SELECT e.seq, e.occurred_at, e.recorded_at, e.late, e.session_id, e.performer_id, p.display_name, l.product_id,
         l.amount_ug, l.volume_ul, l.device_count, s.patient_id, s.route, d.name AS prescriber_name,
         d.dea_number AS prescriber_dea_number,
         (SELECT r.seq FROM entry r WHERE r.site_id = $1 AND r.reverses_seq = e.seq) AS reversed_by_seq,
         (SELECT jsonb_agg(DISTINCT lot.lot_number) FROM record_subject t
          JOIN line f ON f.site_id = $1 AND f.seq = t.seq AND f.kind = 'container' AND f.session_id = e.session_id
          JOIN container c ON c.site_id = $1 AND c.container_id = f.holder_id
          JOIN lot ON lot.site_id = $1 AND lot.lot_id = c.lot_id
          WHERE t.site_id = $1 AND t.subject_id = e.session_id) AS lot_numbers,
         CASE WHEN a.private_seq <= e.seq THEN a.private_seq ELSE (
           SELECT r.seq FROM record_subject t JOIN audit_record r ON r.site_id = t.site_id AND r.seq = t.seq
           CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') changed
           WHERE t.site_id = $1 AND t.subject_id = a.patient_id AND t.seq <= e.seq AND changed ->> 'table' = 'patient'
             AND changed ? 'privateSeq' ORDER BY t.seq DESC LIMIT 1) END AS private_seq
  FROM entry e JOIN line l ON l.site_id = e.site_id AND l.seq = e.seq AND l.kind = 'patient'
  LEFT JOIN treatment_session s ON s.site_id = $1 AND s.session_id = e.session_id
  LEFT JOIN patient a ON a.site_id = $1 AND a.patient_id = s.patient_id
  LEFT JOIN prescriber d ON d.site_id = $1 AND d.prescriber_id = s.prescriber_id
  LEFT JOIN person p ON p.person_id = e.performer_id
  WHERE e.site_id = $1 AND e.seq >= $2 AND e.seq < $3 AND e.type = 'give' AND e.seq > $4
    AND ($6::uuid IS NULL OR l.product_id = $6) AND ($7::uuid IS NULL OR e.performer_id = $7) AND ($8::uuid IS NULL OR e.location_id = $8)
  ORDER BY e.seq LIMIT $5`;

/** Acts that were refused. $4 the seq after which the page begins, $5 how many; $6 person, $7 code, or null. */
export const REFUSED = `
  SELECT r.seq, r.recorded_at, r.actor_id, p.display_name, body -> 'actors' -> 0 ->> 'role' AS role,
         body -> 'refusal' ->> 'of' AS of, body -> 'refusal' ->> 'code' AS code, body -> 'refusal' ->> 'field' AS field,
         coalesce(body -> 'subjects', '[]'::jsonb) AS subjects
  FROM audit_record r CROSS JOIN LATERAL (SELECT convert_from(r.record, 'UTF8')::jsonb AS body) b
  LEFT JOIN person p ON p.person_id = r.actor_id
  WHERE r.site_id = $1 AND r.type = 'refused' AND r.seq >= $2 AND r.seq < $3 AND r.seq > $4
    AND ($6::uuid IS NULL OR r.actor_id = $6) AND ($7::text IS NULL OR body -> 'refusal' ->> 'code' = $7)
  ORDER BY r.seq LIMIT $5`;

/**
 * Open containers with their book, those to be used first before the others. $2, $3 where the page begins, $4 how many;
 * $5 product, $6 location, or null.
 */
export const OPEN_VIALS = `
  SELECT c.container_id, c.label, c.product_id, c.location_id, lot.lot_number, c.opened_on::text, c.expires_on::text,
         c.beyond_use_on::text, h.balance_ug, h.balance_ug * 1000 % nullif(p.strength_ug_per_ml, 0) AS volume_rest,
         h.balance_ug * 1000 / nullif(p.strength_ug_per_ml, 0) AS volume_ul,
         least(c.expires_on, c.beyond_use_on)::text AS use_by
  FROM place_total t
  JOIN container c ON c.site_id = t.site_id AND c.location_id = t.location_id AND c.product_id = t.product_id AND c.state = 'open'
  JOIN product p ON p.site_id = $1 AND p.product_id = c.product_id JOIN lot ON lot.site_id = $1 AND lot.lot_id = c.lot_id
  JOIN holder h ON h.site_id = $1 AND h.holder_id = c.container_id AND h.kind = 'container' AND h.product_id = c.product_id
  WHERE t.site_id = $1 AND t.kind = 'container' AND (least(c.expires_on, c.beyond_use_on)::text, c.label) > ($2, $3)
    AND ($5::uuid IS NULL OR c.product_id = $5) AND ($6::uuid IS NULL OR c.location_id = $6)
  ORDER BY least(c.expires_on, c.beyond_use_on), c.label LIMIT $4`;

/** What is there now, place by product by lot. $2, $3, $4 where the page begins, $5 how many; $6 product, $7 location, or null. */
export const STOCK = `
  SELECT t.location_id, t.product_id, lot.lot_id, lot.lot_number, lot.expires_on::text, o.code AS location_code, p.code AS product_code,
         count(*) FILTER (WHERE c.state = 'sealed') AS sealed, count(*) FILTER (WHERE c.state = 'open') AS open,
         count(*) FILTER (WHERE c.state = 'quarantined') AS quarantined,
         coalesce(sum(h.balance_ug) FILTER (WHERE c.state = 'sealed'), 0) AS sealed_ug,
         coalesce(sum(h.balance_ug) FILTER (WHERE c.state = 'open'), 0) AS open_ug,
         coalesce(sum(h.balance_ug) FILTER (WHERE c.state = 'quarantined'), 0) AS quarantined_ug,
         sum(h.balance_ug) AS book_ug
  FROM place_total t
  JOIN container c ON c.site_id = t.site_id AND c.location_id = t.location_id AND c.product_id = t.product_id
    AND c.state IN ('sealed', 'open', 'quarantined')
  JOIN location o ON o.site_id = $1 AND o.location_id = t.location_id JOIN product p ON p.site_id = $1 AND p.product_id = t.product_id
  JOIN lot ON lot.site_id = $1 AND lot.lot_id = c.lot_id
  JOIN holder h ON h.site_id = $1 AND h.holder_id = c.container_id AND h.kind = 'container' AND h.product_id = c.product_id
  WHERE t.site_id = $1 AND t.kind = 'container' AND (o.code, p.code, lot.lot_number) > ($2, $3, $4)
    AND ($6::uuid IS NULL OR t.product_id = $6) AND ($7::uuid IS NULL OR t.location_id = $7)
  GROUP BY t.location_id, t.product_id, lot.lot_id, lot.lot_number, lot.expires_on, o.code, p.code
  ORDER BY o.code, p.code, lot.lot_number LIMIT $5`;
