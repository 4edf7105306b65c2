// The month, again and again: as it was recorded, with new containers, lots and sessions, later in the log and in time, and
// every running balance carried on. Through the door a million entries take half an hour; so the later months are copied by
// the superuser, set by set, with triggers off. Only what reports read is copied: the copies' records do not verify.

const OWN = "md5(%::text || '/' || k)::uuid";
const own = (column) => OWN.replace('%', column);

/** Copies the month `firstSeq` <= seq < `untilSeq` of a site as its months `from` to `until`, both included. */
export async function copyMonths(superuser, { siteId, firstSeq, untilSeq, from, until }) {
  const length = untilSeq - firstSeq;
  const month = `site_id = '${siteId}' AND seq >= ${firstSeq} AND seq < ${untilSeq}`;
  const later = (column) => `${column} + interval '31 days' * k`;
  // What a month adds to the running balances of what is not used up in it: outside holders, and places and people by kind.
  await superuser.query(`
    SET search_path = countersign;
    SET session_replication_role = replica;
    SET synchronous_commit = off;
    CREATE TEMP TABLE month_line ON COMMIT PRESERVE ROWS AS SELECT l.*,
      CASE WHEN kind IN ('container', 'in_hand', 'suspense') THEN 0
           ELSE sum(amount_ug) OVER (PARTITION BY holder_id, kind, product_id) END::int8 AS holder_net,
      (sum(amount_ug) OVER (PARTITION BY location_id, product_id, kind))::int8 AS place_net,
      (sum(amount_ug) OVER (PARTITION BY person_id, product_id, kind))::int8 AS person_net
    FROM line l WHERE ${month};
    ALTER TABLE entry DISABLE TRIGGER ALL;
    ALTER TABLE line DISABLE TRIGGER ALL;
    ALTER TABLE place_total DISABLE TRIGGER ALL;
    ALTER TABLE person_total DISABLE TRIGGER ALL;
    ALTER TABLE site_head DISABLE TRIGGER ALL;
  `);
  for (let k = from; k <= until; k += 10) {
    const months = `generate_series(${k}, ${Math.min(k + 9, until)}) k`;
    await superuser.query(`
      INSERT INTO audit_record SELECT site_id, seq + ${length} * k, id || '/' || k, type, ${later('occurred_at')}, ${later('recorded_at')},
        actor_id, record, leaf_hash FROM ${months}, audit_record WHERE ${month} ORDER BY k, seq;
      INSERT INTO lot SELECT site_id, ${own('lot_id')}, product_id, lot_number || '/' || k, expires_on, seq + ${length} * k
        FROM ${months}, lot WHERE ${month};
      INSERT INTO container SELECT site_id, ${own('container_id')}, label || '/' || k, serial, receipt_id, product_id, ${own('lot_id')},
        location_id, state, label_amount_ug, overfill_allowance_ug, expires_on, opened_at, opened_on, beyond_use_on,
        reserved_for_patient_id, seq + ${length} * k FROM ${months}, container WHERE ${month};
      INSERT INTO treatment_session SELECT site_id, ${own('session_id')}, patient_id, prescriber_id, product_id, location_id, nurse_id,
        route, ordered_ug, dose_per_kg, weight_kg, status, ${later('started_at')}, first_dose_at, last_dose_at, observe_until,
        discharged_at, discharged_early, ${later('ended_at')}, seq + ${length} * k FROM ${months}, treatment_session WHERE ${month};
      INSERT INTO entry SELECT site_id, seq + ${length} * k, type, ${later('occurred_at')}, ${later('recorded_at')}, performer_id,
        location_id, ${own('session_id')}, late, intent, NULL FROM ${months}, entry WHERE ${month} ORDER BY k, seq;
      INSERT INTO line SELECT site_id, seq + ${length} * k, line_no, entry_type, kind,
        CASE WHEN kind IN ('container', 'in_hand', 'suspense') THEN ${own('holder_id')} ELSE holder_id END, product_id, location_id,
        person_id, ${own('session_id')}, amount_ug, volume_ul, device_count, balance_after_ug + holder_net * k,
        place_after_ug + place_net * k, person_after_ug + person_net * k FROM ${months}, month_line ORDER BY k, seq, line_no;
      INSERT INTO holder SELECT site_id, kind, ${own('holder_id')}, product_id, balance_ug, floor_ug, ceiling_ug, last_seq + ${length} * k
        FROM ${months}, holder WHERE site_id = '${siteId}' AND kind IN ('container', 'in_hand')
        AND last_seq >= ${firstSeq} AND last_seq < ${untilSeq};`);
  }
  await superuser.query(`
    UPDATE place_total t SET balance_ug = t.balance_ug + m.net * ${until - from + 1}
      FROM (SELECT DISTINCT location_id, product_id, kind, place_net AS net FROM month_line) m
      WHERE t.site_id = '${siteId}' AND (t.location_id, t.product_id, t.kind) = (m.location_id, m.product_id, m.kind);
    UPDATE person_total t SET balance_ug = t.balance_ug + m.net * ${until - from + 1}
      FROM (SELECT DISTINCT person_id, product_id, kind, person_net AS net FROM month_line) m
      WHERE t.site_id = '${siteId}' AND (t.person_id, t.product_id, t.kind) = (m.person_id, m.product_id, m.kind);
    UPDATE site_head SET size = ${firstSeq + length * (until + 1)}, last_at = (SELECT max(recorded_at) FROM audit_record WHERE site_id = '${siteId}')
      WHERE site_id = '${siteId}';
    DROP TABLE month_line;
    ALTER TABLE entry ENABLE TRIGGER ALL;
    ALTER TABLE line ENABLE TRIGGER ALL;
    ALTER TABLE place_total ENABLE TRIGGER ALL;
    ALTER TABLE person_total ENABLE TRIGGER ALL;
    ALTER TABLE site_head ENABLE TRIGGER ALL;
    RESET session_replication_role;
  `);
  await superuser.query('VACUUM ANALYZE');
}
