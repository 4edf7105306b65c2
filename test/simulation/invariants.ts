import type pg from 'pg';

/** What must hold of a site's ledger at every moment; each query answers with the rows that break it. */
const BROKEN: Readonly<Record<string, string>> = {
  'an entry does not sum to zero': `
    SELECT seq, product_id, sum(amount_ug) FROM line WHERE site_id = $1 GROUP BY seq, product_id HAVING sum(amount_ug) <> 0`,
  'a holder does not hold what its lines say': `
    SELECT h.kind, h.holder_id, h.balance_ug, l.total FROM holder h
    FULL JOIN (SELECT kind, holder_id, product_id, sum(amount_ug) AS total FROM line WHERE site_id = $1 GROUP BY 1, 2, 3) l
      USING (kind, holder_id, product_id)
    WHERE coalesce(h.site_id, $1) = $1 AND h.balance_ug IS DISTINCT FROM l.total`,
  'a holder is out of its bounds': `
    SELECT kind, holder_id, balance_ug FROM holder WHERE site_id = $1
      AND (balance_ug < floor_ug OR balance_ug > ceiling_ug OR kind = 'in_hand' AND balance_ug < 0)`,
  'a sealed container is not full, or a used one not empty': `
    SELECT c.label, c.state, h.balance_ug FROM container c JOIN holder h ON h.site_id = c.site_id AND h.holder_id = c.container_id
    WHERE c.site_id = $1 AND (c.state = 'sealed' AND h.balance_ug <> c.label_amount_ug
      OR c.state IN ('empty', 'void', 'taken') AND h.balance_ug <> 0)`,
  'a place or a person does not add up': `
    SELECT * FROM (
      SELECT 'place' AS of, location_id AS id, product_id, kind, balance_ug FROM place_total WHERE site_id = $1
      UNION ALL SELECT 'person', person_id, product_id, kind, balance_ug FROM person_total WHERE site_id = $1) t
    WHERE balance_ug <> (SELECT coalesce(sum(l.amount_ug), 0) FROM line l WHERE l.site_id = $1 AND l.product_id = t.product_id
      AND l.kind = t.kind AND t.id = CASE t.of WHEN 'place' THEN l.location_id ELSE l.person_id END)`,
  'substance came from nowhere': `
    SELECT product_id, sum(balance_ug) FROM holder WHERE site_id = $1 GROUP BY product_id HAVING sum(balance_ug) <> 0`,
  'the log has a gap, or its head is elsewhere': `
    SELECT h.size, count(r.seq), max(r.seq) FROM site_head h LEFT JOIN audit_record r ON r.site_id = h.site_id
    WHERE h.site_id = $1 GROUP BY h.size HAVING h.size <> count(r.seq) OR h.size <> max(r.seq) + 1`,
  'an ended session has something in hand': `
    SELECT s.session_id, h.balance_ug FROM treatment_session s JOIN holder h ON h.site_id = s.site_id AND h.holder_id = s.session_id
    WHERE s.site_id = $1 AND s.status = 'ended' AND h.kind = 'in_hand' AND h.balance_ug <> 0`,
  'a waste has not two witnesses besides the one who wastes': `
    SELECT e.seq FROM entry e WHERE e.site_id = $1 AND e.type = 'waste' AND 2 <> (SELECT count(DISTINCT s.person_id)
      FROM entry_signature s WHERE s.site_id = e.site_id AND s.seq = e.seq AND s.meaning = 'witnessed' AND s.person_id <> e.performer_id)`,
};

/** Names of the invariants that do not hold, with the first row that breaks each. */
export async function brokenInvariants(client: pg.Client, siteId: string): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, query] of Object.entries(BROKEN)) {
    const { rows } = await client.query(query, [siteId]);
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows[0])}`);
  }
  return broken;
}

/** A digest of everything that is held anywhere: the same before and after an act that moved nothing. */
export async function heldDigest(client: pg.Client, siteId: string): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `SELECT md5(coalesce(string_agg(kind || holder_id || balance_ug, ',' ORDER BY kind, holder_id, product_id), '')) AS digest
     FROM holder WHERE site_id = $1`,
    [siteId],
  );
  return rows[0]!.digest;
}
