import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list needs to cost its page and not the history: an index in the order in which it is shown. None is on a table that each
 * dose adds to. `container` and `treatment_session`, which doses change, have as many indexes as before: two became wider.
 */
export class Lists1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- What is where, in what state, and of that what must be used first. A site has few places, products and states: a list of
      -- several is the first few of each, merged.
      DROP INDEX container_by_place;
      CREATE INDEX container_by_place ON container
        (site_id, location_id, product_id, state, least(expires_on, beyond_use_on), label);

      -- Sessions that somebody still has to do with: open ones, and those whose patient is watched.
      DROP INDEX treatment_session_open;
      CREATE INDEX treatment_session_current ON treatment_session (site_id, started_at)
        WHERE status = 'open' OR (last_dose_at IS NOT NULL AND discharged_at IS NULL);

      CREATE INDEX lot_by_expiry ON lot (site_id, expires_on, lot_id);
      -- A report of long ago begins with what was there then.
      CREATE INDEX lot_by_record ON lot (site_id, seq);

      -- A delivery is found by its invoice; what was not as invoiced is rare, and looked for.
      CREATE INDEX receipt_by_record ON receipt (site_id, seq);
      CREATE INDEX receipt_by_invoice ON receipt (site_id, invoice, seq);
      CREATE INDEX receipt_that_differs ON receipt (site_id, seq) WHERE counted_count <> invoiced_count;

      -- Registers are in the order of the log.
      DROP INDEX stock_count_by_time;
      CREATE INDEX stock_count_by_record ON stock_count (site_id, seq);
      DROP INDEX discrepancy_open;
      CREATE INDEX discrepancy_by_status ON discrepancy (site_id, status, opened_seq);
      CREATE INDEX discrepancy_by_record ON discrepancy (site_id, opened_seq);
      DROP INDEX pending_waste_open;
      CREATE INDEX pending_waste_by_status ON pending_waste (site_id, status, opened_at, pending_waste_id);
      CREATE INDEX pending_waste_of_session ON pending_waste (site_id, session_id);

      -- What rests on an entry, as in 0008: but what the entry was about is read out of it and its lines, for subjects are found by
      -- their id and never by a record's number.
      CREATE OR REPLACE FUNCTION state_read_later_entry(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        WITH about AS (
          SELECT l.seq AS of_seq, l.holder_id AS container_id FROM line l
            WHERE l.site_id = p_site AND l.seq = ANY (p_values::bigint[]) AND l.kind = 'container'
          UNION SELECT r.seq, (c ->> 'containerId')::uuid FROM audit_record r
            CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') c
            WHERE r.site_id = p_site AND r.seq = ANY (p_values::bigint[]) AND c ->> 'table' = 'container'
        )
        SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]'::jsonb) FROM (
          SELECT DISTINCT a.of_seq, x.seq, x.type FROM about a
          JOIN record_subject later ON later.site_id = p_site AND later.subject_id = a.container_id AND later.seq > a.of_seq
          JOIN entry x ON x.site_id = p_site AND x.seq = later.seq
          WHERE x.type NOT IN ('count', 'reversal')
            AND NOT EXISTS (SELECT FROM entry r WHERE r.site_id = p_site AND r.reverses_seq = x.seq)) found
      $$;

      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
