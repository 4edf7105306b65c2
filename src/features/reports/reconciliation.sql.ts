/**
 * The reconciliation's questions. Each costs its period, the number of places, and what has changed since: never the
 * history before it. Parameters everywhere: $1 site, $2 first seq of the period, $3 first seq after it.
 */

/** $2 the moment it begins, $3 the moment it ends (without it): the records between, as a range of seq. */
export const PERIOD = `
  SELECT coalesce((SELECT seq FROM audit_record WHERE site_id = $1 AND recorded_at >= $2 ORDER BY recorded_at LIMIT 1), h.size) AS from_seq,
         coalesce((SELECT seq FROM audit_record WHERE site_id = $1 AND recorded_at >= $3 ORDER BY recorded_at LIMIT 1), h.size) AS until_seq
  FROM site_head h WHERE h.site_id = $1`;

/** The balance after the last line before a seq, by one look into an index. */
const lastBefore = (of: { column: string; where: string; before: string }) => `
  coalesce((SELECT l.${of.column} FROM line l WHERE l.site_id = $1 AND ${of.where} AND l.seq < ${of.before}
            ORDER BY l.seq DESC, l.line_no DESC LIMIT 1), 0)`;

const AT_PLACE = 'l.location_id = t.location_id AND l.product_id = t.product_id AND l.kind = t.kind';
const OF_HOLDER = (kind: string) => `l.holder_id = c.holder_id AND l.kind = '${kind}' AND l.product_id = c.product_id`;
const OF_PERSON = `l.person_id = t.person_id AND l.product_id = t.product_id AND l.kind = t.kind`;

/** $4 location, $5 product, or null: what was inside at both ends, kind by kind. */
export const PLACE_BALANCES = `
  SELECT t.location_id, t.product_id, t.kind,
         ${lastBefore({ column: 'place_after_ug', where: AT_PLACE, before: '$2' })} AS opening_ug,
         ${lastBefore({ column: 'place_after_ug', where: AT_PLACE, before: '$3' })} AS closing_ug
  FROM place_total t
  WHERE t.site_id = $1 AND t.kind IN ('container', 'in_hand', 'suspense', 'in_transit')
    AND ($4::uuid IS NULL OR t.location_id = $4) AND ($5::uuid IS NULL OR t.product_id = $5)`;

/** What counts in which direction: a reversal takes off the direction it reverses. Stock's side is `stock_ug`. */
const DIRECTIONS = `
  sum(CASE WHEN reversal = (stock_ug < 0) THEN stock_ug ELSE 0 END) AS in_ug,
  sum(CASE WHEN reversal = (stock_ug > 0) THEN -stock_ug ELSE 0 END) AS out_ug`;

/** $4 location, $5 product, or null: what crossed each location's border, to outside holders and to other locations. */
export const PLACE_FLOWS = `
  WITH period AS (
    SELECT l.seq, l.location_id, l.product_id, l.kind, l.amount_ug, l.entry_type = 'reversal' AS reversal
    FROM line l WHERE l.site_id = $1 AND l.seq >= $2 AND l.seq < $3
      AND ($4::uuid IS NULL OR l.location_id = $4) AND ($5::uuid IS NULL OR l.product_id = $5)
  ), crossing AS (
    SELECT location_id, product_id, kind, reversal, -amount_ug AS stock_ug FROM period
    WHERE kind NOT IN ('container', 'in_hand', 'suspense', 'in_transit')
    UNION ALL
    SELECT location_id, product_id, 'across', reversal, sum(amount_ug) FROM period
    GROUP BY seq, location_id, product_id, reversal HAVING sum(amount_ug) <> 0
  )
  SELECT location_id, product_id, kind, ${DIRECTIONS} FROM crossing GROUP BY location_id, product_id, kind`;

/**
 * What each holder of one kind exchanged with which counterpart. $4 the kind, $5 product or null, $6 whether to group by
 * the person instead. An entry of one counterpart gives each of its holders that one; one of several counterparts gives
 * its only holder each of them.
 */
export const HOLDER_FLOWS = `
  WITH period AS (
    SELECT l.seq, l.product_id, l.kind, l.holder_id, l.person_id, l.amount_ug, l.entry_type = 'reversal' AS reversal
    FROM line l WHERE l.site_id = $1 AND l.seq >= $2 AND l.seq < $3 AND ($5::uuid IS NULL OR l.product_id = $5)
  ), entries AS (
    SELECT seq, product_id, count(DISTINCT holder_id) FILTER (WHERE kind = $4) AS owners,
           count(DISTINCT kind) FILTER (WHERE kind <> $4) AS counterparts, min(kind) FILTER (WHERE kind <> $4) AS counterpart
    FROM period GROUP BY seq, product_id HAVING bool_or(kind = $4)
  ), own AS (
    SELECT seq, product_id, CASE WHEN $6 THEN person_id ELSE holder_id END AS id, reversal, sum(amount_ug) AS amount_ug
    FROM period WHERE kind = $4 GROUP BY 1, 2, 3, 4 HAVING sum(amount_ug) <> 0
  ), met AS (
    SELECT own.id, own.product_id, own.reversal, own.amount_ug AS stock_ug,
           CASE e.counterparts WHEN 0 THEN $4 WHEN 1 THEN e.counterpart ELSE 'several' END AS counterpart
    FROM own JOIN entries e USING (seq, product_id) WHERE e.counterparts <= 1 OR e.owners > 1
    UNION ALL
    SELECT own.id, own.product_id, own.reversal, -p.amount_ug, p.kind
    FROM own JOIN entries e USING (seq, product_id) JOIN period p USING (seq, product_id)
    WHERE e.counterparts > 1 AND e.owners = 1 AND p.kind <> $4
  )
  SELECT id, product_id, counterpart, ${DIRECTIONS} FROM met GROUP BY id, product_id, counterpart`;

/** Containers changed since `seq` of lots that were there before `before`: what came later can have held nothing then. */
const changedSince = (columns: string, of: { seq: string; before: string }) => `
  SELECT ${columns} FROM lot JOIN container c ON c.site_id = lot.site_id AND c.lot_id = lot.lot_id
  WHERE lot.site_id = $1 AND lot.seq < ${of.before} AND c.site_id = $1 AND c.seq >= ${of.seq}`;

/** What is sealed and was so before a seq holds what its label says; of others the lines are asked. */
const heldBefore = (seq: string) => `
  CASE WHEN k.state = 'sealed' AND k.seq < ${seq} THEN k.label_amount_ug ELSE
    ${lastBefore({ column: 'balance_after_ug', where: OF_HOLDER('container'), before: seq })} END`;

/**
 * Every container that can have held anything in the period: those in use now, those changed since it began (a used-up
 * one was changed when it was used up), and those with lines in it. $4 product, $5 lot, $6 container, or null.
 */
export const CONTAINERS = `
  WITH candidate AS (
    SELECT c.container_id AS holder_id, c.product_id FROM place_total t
    JOIN container c ON c.site_id = t.site_id AND c.location_id = t.location_id AND c.product_id = t.product_id
    WHERE t.site_id = $1 AND t.kind = 'container' AND c.state IN ('sealed', 'open', 'quarantined')
    UNION ${changedSince('c.container_id, c.product_id', { seq: '$2', before: '$3' })}
    UNION SELECT holder_id, product_id FROM line WHERE site_id = $1 AND seq >= $2 AND seq < $3 AND kind = 'container'
  ), wanted AS (
    SELECT c.holder_id, c.product_id, k.label, k.lot_id, k.label_amount_ug, k.state, k.seq,
           ${heldBefore('$2')} AS opening_ug, ${heldBefore('$3')} AS closing_ug
    FROM candidate c CROSS JOIN LATERAL (SELECT * FROM container WHERE site_id = $1 AND container_id = c.holder_id LIMIT 1) k
    WHERE ($4::uuid IS NULL OR c.product_id = $4) AND ($5::uuid IS NULL OR k.lot_id = $5)
      AND ($6::uuid IS NULL OR c.holder_id = $6)
  )
  SELECT w.holder_id, w.product_id, w.label, w.lot_id, lot.lot_number, w.opening_ug, w.closing_ug,
         CASE WHEN w.closing_ug <> w.label_amount_ug THEN false
              WHEN w.seq < $3 THEN w.state = 'sealed'
              ELSE coalesce(container_state_at($1, w.holder_id, $3) = 'sealed', false) END AS sealed
  FROM wanted w CROSS JOIN LATERAL (SELECT lot_number FROM lot WHERE site_id = $1 AND lot_id = w.lot_id LIMIT 1) lot`;

/**
 * How many containers were sealed at the end of a period, place by place: those sealed before and still so where they are, and of those
 * changed since the ones that were. $2 the first seq after it; $3 location, $4 product, or null.
 */
export const SEALED = `
  WITH placed AS (
    SELECT c.product_id, c.location_id FROM place_total t
    JOIN container c ON c.site_id = t.site_id AND c.location_id = t.location_id AND c.product_id = t.product_id
    WHERE t.site_id = $1 AND t.kind = 'container' AND c.state = 'sealed' AND c.seq < $2
    UNION ALL
    SELECT c.product_id, (
        SELECT l.location_id FROM line l WHERE l.site_id = $1 AND l.seq = last.seq AND l.holder_id = c.container_id
        AND l.kind = 'container' ORDER BY l.amount_ug DESC LIMIT 1)
    FROM (${changedSince('c.*', { seq: '$2', before: '$2' })}) c CROSS JOIN LATERAL (
      SELECT l.seq, l.balance_after_ug FROM line l WHERE l.site_id = $1 AND l.holder_id = c.container_id AND l.kind = 'container'
        AND l.product_id = c.product_id AND l.seq < $2 ORDER BY l.seq DESC, l.line_no DESC LIMIT 1) last
    WHERE last.balance_after_ug = c.label_amount_ug AND container_state_at($1, c.container_id, $2) = 'sealed'
  )
  SELECT location_id, product_id, count(*) AS sealed FROM placed
  WHERE ($3::uuid IS NULL OR location_id = $3) AND ($4::uuid IS NULL OR product_id = $4) GROUP BY location_id, product_id`;

/**
 * Every session that had something in hand at either end, or lines in between: those with something in hand now, those
 * changed since the period began, and those with lines in it. $4 product, $5 session, or null; $6 looks at the lines
 * after the period too, for a hand that a later act emptied without touching its session.
 */
export const SESSIONS = `
  WITH candidate AS (
    SELECT holder_id, product_id FROM holder WHERE site_id = $1 AND kind = 'in_hand' AND balance_ug <> 0
    UNION SELECT session_id, product_id FROM treatment_session WHERE site_id = $1 AND seq >= $2
      -- One that began later has nothing in the period. (It may be dated a minute ahead, as any act.)
      AND started_at < coalesce((SELECT recorded_at FROM audit_record WHERE site_id = $1 AND seq = $3), 'infinity') + interval '2 minutes'
    UNION SELECT holder_id, product_id FROM line WHERE site_id = $1 AND seq >= $2 AND (seq < $3 OR $6) AND kind = 'in_hand'
  )
  SELECT c.holder_id, c.product_id, s.started_at, s.nurse_id, n.display_name AS nurse_name,
         ${lastBefore({ column: 'balance_after_ug', where: OF_HOLDER('in_hand'), before: '$2' })} AS opening_ug,
         ${lastBefore({ column: 'balance_after_ug', where: OF_HOLDER('in_hand'), before: '$3' })} AS closing_ug
  FROM candidate c
  LEFT JOIN LATERAL (SELECT started_at, nurse_id FROM treatment_session WHERE site_id = $1 AND session_id = c.holder_id LIMIT 1) s ON true
  LEFT JOIN person n ON n.person_id = s.nurse_id
  WHERE ($4::uuid IS NULL OR c.product_id = $4) AND ($5::uuid IS NULL OR c.holder_id = $5)`;

/** What each person had drawn and not accounted for, at both ends. $4 product, $5 person, or null. */
export const PERSONS = `
  SELECT t.person_id, t.product_id, p.display_name,
         ${lastBefore({ column: 'person_after_ug', where: OF_PERSON, before: '$2' })} AS opening_ug,
         ${lastBefore({ column: 'person_after_ug', where: OF_PERSON, before: '$3' })} AS closing_ug
  FROM (SELECT site_id, person_id, product_id, 'in_hand'::text AS kind FROM person_total WHERE site_id = $1
        GROUP BY site_id, person_id, product_id) t
  LEFT JOIN person p ON p.person_id = t.person_id
  WHERE ($4::uuid IS NULL OR t.product_id = $4) AND ($5::uuid IS NULL OR t.person_id = $5)`;

/** Names of what figures are about. */
export const PRODUCTS = `
  SELECT product_id, code, name, form, strength_ug_per_ml, device_amount_ug FROM product WHERE site_id = $1`;
export const LOCATIONS = 'SELECT location_id, code, name FROM location WHERE site_id = $1';
