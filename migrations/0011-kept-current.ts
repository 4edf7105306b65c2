import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a site knows of its places, products and partners is kept current: renamed, taken out of use, taken into use again.
 * What records depend on stays as it was made, and nothing goes out of use while something still is. A DEA registration is
 * of one site, and whoever watches over stock at a site does not move it there. A session says how much was given in it.
 */
export class KeptCurrent1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- The functions of a table that follows the log, made again after its columns have changed.
      CREATE FUNCTION register_changed_table(p_table text, p_locked boolean, p_lookups text[] DEFAULT '{}') RETURNS void
      LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        DELETE FROM state_table WHERE name = p_table;
        EXECUTE format('DROP FUNCTION %I(uuid, bigint, jsonb)', 'state_put_' || p_table);
        EXECUTE format('DROP FUNCTION %I(uuid, text, text[])', 'state_read_' || p_table);
        EXECUTE format('DROP TRIGGER no_delete ON %I', p_table);
        EXECUTE format('DROP TRIGGER no_truncate ON %I', p_table);
        PERFORM register_state_table(p_table, p_locked, p_lookups);
      END $$;

      -- Absent: in use. A receipt that makes a supplier has no byte to spare for it.
      ALTER TABLE supplier ADD COLUMN active boolean;
      -- What was given in the session in all; absent before the first dose.
      ALTER TABLE treatment_session ADD COLUMN given_ug bigint;
      ALTER TABLE treatment_session ADD CONSTRAINT treatment_session_given_not_negative CHECK (given_ug IS NULL OR given_ug >= 0);
      DROP TRIGGER keeps_its_identity ON treatment_session;
      SELECT register_changed_table('supplier', false, '{dea_number}'), register_changed_table('treatment_session', true),
             make_fixed_but('treatment_session', '{status,first_dose_at,last_dose_at,observe_until,discharged_at,discharged_early,ended_at,given_ug,seq}'),
             make_fixed_but('location', '{name,active,seq}'), make_fixed_but('product', '{name,gtin,beyond_use_days,active,seq}'),
             make_fixed_but('supplier', '{name,address,active,seq}'), make_fixed_but('prescriber', '{name,dea_number,npi,active,seq}');

      CREATE UNIQUE INDEX site_dea_number_unique ON site (dea_number) WHERE kind = 'clinic';

      -- Containers that hold something or may, and sessions that are open, of a location, a product or a prescriber.
      CREATE FUNCTION state_read_reference_use(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', v,
          'containers', (SELECT count(*) FROM container c WHERE c.site_id = p_site AND v::uuid IN (c.location_id, c.product_id)
                         AND c.state IN ('sealed', 'taken', 'open', 'quarantined')),
          'sessions', (SELECT count(*) FROM treatment_session s WHERE s.site_id = p_site AND s.status = 'open'
                       AND v::uuid IN (s.location_id, s.product_id, s.prescriber_id)))), '[]'::jsonb)
        FROM unnest(p_values) v
      $$;
      INSERT INTO state_table (name, id_column, locked) VALUES ('reference_use', NULL, false);

      CREATE FUNCTION what_is_in_use_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
        v_use jsonb := state_read_reference_use(NEW.site_id, NULL, ARRAY[v_id::text]) -> 0;
      BEGIN
        IF (v_use ->> 'containers')::int + (v_use ->> 'sessions')::int > 0 THEN
          RAISE EXCEPTION 'the % is still in use', TG_TABLE_NAME USING ERRCODE = 'check_violation',
            CONSTRAINT = TG_TABLE_NAME || '_in_use_stays', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER in_use_stays AFTER UPDATE ON location FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION what_is_in_use_stays('location_id');
      CREATE TRIGGER in_use_stays AFTER UPDATE ON product FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION what_is_in_use_stays('product_id');
      CREATE TRIGGER in_use_stays AFTER UPDATE ON prescriber FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION what_is_in_use_stays('prescriber_id');
      ALTER TABLE location ENABLE ALWAYS TRIGGER in_use_stays;
      ALTER TABLE product ENABLE ALWAYS TRIGGER in_use_stays;
      ALTER TABLE prescriber ENABLE ALWAYS TRIGGER in_use_stays;

      -- Separation of duties (src/domain/roles.ts): nobody watches over stock and moves it at one site at one time.
      CREATE FUNCTION role_grant_duties_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM role_grant g WHERE g.site_id = NEW.site_id AND g.person_id = NEW.person_id AND g.withdrawn_at IS NULL
                   AND g.role = ANY (CASE WHEN NEW.role IN ('administrator', 'compliance_officer') THEN '{pharmacist,nurse}'::text[]
                                          WHEN NEW.role IN ('pharmacist', 'nurse') THEN '{administrator,compliance_officer}' ELSE '{}' END)
                   AND tstzrange(g.valid_from, g.valid_until) && tstzrange(NEW.valid_from, NEW.valid_until)) THEN
          RAISE EXCEPTION 'these roles are not held together at one site' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'role_grant_duties_apart', TABLE = 'role_grant', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER duties_apart AFTER INSERT OR UPDATE ON role_grant
        FOR EACH ROW WHEN (NEW.withdrawn_at IS NULL) EXECUTE FUNCTION role_grant_duties_apart();
      ALTER TABLE role_grant ENABLE ALWAYS TRIGGER duties_apart;

      -- What of a session moves nothing and was entered late is found by when it happened, as late entries are (entry_late).
      CREATE INDEX audit_record_of_session_by_occurrence ON audit_record (site_id, occurred_at)
        WHERE type IN ('session', 'session_end', 'discharge');

      REVOKE ALL ON FUNCTION register_changed_table(text, boolean, text[]), state_read_reference_use(uuid, text, text[]),
        what_is_in_use_stays(), role_grant_duties_apart() FROM PUBLIC;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
