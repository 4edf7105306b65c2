/**
 * The questions of the registers: what came, what was counted, what is not explained. $1 site, $2 and $3 the first seq of
 * the period and the first after it, $4 the seq after which the page begins, $5 how many; $6 product, $7 location, or null.
 */

const OF_PERIOD = (row: string, seq: string) => `
  WHERE ${row}.site_id = $1 AND ${row}.${seq} >= $2 AND ${row}.${seq} < $3 AND ${row}.${seq} > $4
    AND ($6::uuid IS NULL OR ${row}.product_id = $6) AND ($7::uuid IS NULL OR ${row}.location_id = $7)
  ORDER BY ${row}.${seq} LIMIT $5`;

/** Each receipt with its supplier and who received it. */
export const RECEIPTS = `
  SELECT r.seq, r.receipt_id, r.received_at, r.invoice, r.invoiced_count, r.counted_count, r.product_id, r.location_id,
         s.name AS supplier_name, s.dea_number AS supplier_dea_number, lot.lot_number, lot.expires_on::text,
         e.performer_id, p.display_name
  FROM receipt r JOIN supplier s ON s.site_id = r.site_id AND s.supplier_id = r.supplier_id
  JOIN lot ON lot.site_id = r.site_id AND lot.lot_id = r.lot_id
  LEFT JOIN entry e ON e.site_id = r.site_id AND e.seq = r.seq LEFT JOIN person p ON p.person_id = e.performer_id
  ${OF_PERIOD('r', 'seq')}`;

/** Each signed count with what it found, and the discrepancy it opened. */
export const COUNTS = `
  SELECT k.seq, k.count_id, k.counted_at, k.product_id, k.location_id, k.container_id, c.label, k.method, k.counted_containers,
         k.book_containers, k.variance_containers, k.book_ug, k.counted_ug, k.variance_ug, k.within_tolerance,
         k.counted_by, p.display_name, d.discrepancy_id
  FROM stock_count k LEFT JOIN container c ON c.site_id = k.site_id AND c.container_id = k.container_id
  LEFT JOIN person p ON p.person_id = k.counted_by
  LEFT JOIN discrepancy d ON d.site_id = k.site_id AND d.opened_seq = k.seq
  ${OF_PERIOD('k', 'seq')}`;

/** Each discrepancy with what it holds in suspense; $8 the ledger's clock. */
export const DISCREPANCIES = `
  SELECT d.opened_seq, d.discrepancy_id, d.opened_at, d.kind, d.status, d.product_id, d.location_id, d.container_id, c.label,
         d.variance_ug, d.variance_containers, coalesce(h.balance_ug, 0) AS suspense_ug, d.opened_by, p.display_name,
         floor(extract(epoch FROM $8::timestamptz - d.opened_at) / 3600)::int AS age_hours
  FROM discrepancy d LEFT JOIN container c ON c.site_id = d.site_id AND c.container_id = d.container_id
  LEFT JOIN person p ON p.person_id = d.opened_by
  LEFT JOIN holder h ON h.site_id = d.site_id AND h.holder_id = d.discrepancy_id AND h.kind = 'suspense' AND h.product_id = d.product_id
  ${OF_PERIOD('d', 'opened_seq')}`;
