import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a report needs to say how things stood at a place in the log. A balance stands on the lines; a container's state
 * does not, so it is read out of the records. The indexes find what has changed since, which is all that can have been
 * otherwise then: a report of last month looks at a month, whatever came before.
 */
export class AsOf1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE INDEX container_by_change ON container (site_id, seq);
      CREATE INDEX treatment_session_by_change ON treatment_session (site_id, seq);

      -- The state a container had just before a record; null before it was received.
      CREATE FUNCTION container_state_at(p_site uuid, p_container uuid, p_before bigint) RETURNS text
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT changed ->> 'state' FROM record_subject s
        JOIN audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
        CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') changed
        WHERE s.site_id = p_site AND s.subject_id = p_container AND s.seq < p_before
          AND changed ->> 'table' = 'container' AND changed ->> 'containerId' = p_container::text AND changed ? 'state'
        ORDER BY s.seq DESC LIMIT 1
      $$;
      REVOKE ALL ON FUNCTION container_state_at(uuid, uuid, bigint) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION changed_rows(jsonb), container_state_at(uuid, uuid, bigint)
        TO countersign_app, countersign_auditor;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
