import type pg from 'pg';

/**
 * Puts `count` more containers beside one that is there: of its product, lot and place, sealed, each with a last day of its own day and a
 * label in that order (`MANY-000000` …). By the superuser with triggers off: a receipt of a hundred thousand takes minutes.
 */
export async function manyContainers(superuser: pg.Client, of: { label: string; count: number }): Promise<void> {
  await superuser.query(`SET session_replication_role = replica`);
  await superuser.query(
    `INSERT INTO container (site_id, container_id, label, receipt_id, product_id, lot_id, location_id, state, label_amount_ug,
       overfill_allowance_ug, expires_on, seq)
     SELECT site_id, gen_random_uuid(), 'MANY-' || lpad(n::text, 6, '0'), receipt_id, product_id, lot_id, location_id, 'sealed',
       label_amount_ug, overfill_allowance_ug, date '2040-01-01' + (n / 20)::int, seq
     FROM container, generate_series(0, $2::int - 1) n WHERE label = $1`,
    [of.label, of.count],
  );
  await superuser.query(`SET session_replication_role = origin`);
  await superuser.query('ANALYZE container');
}
