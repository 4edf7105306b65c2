import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A patient's private values and their salts can be destroyed once nobody may ask for them any more. The record of the
 * erasure does it: its bytes say which values of which records, its row in erasure is made of those bytes, and the trigger of
 * that row takes the values away. So there is no other way, for the owner neither: the wall around audit_secret lets an
 * update pass only where an erasure names the record, and only to nothing. The salt of the record itself stays: its leaf
 * must be computable for ever.
 */
export class Erasure1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- 21 CFR 1304.04(a): two years at least.
      ALTER TABLE site ADD CONSTRAINT site_policy_retention_is_lawful
        CHECK (kind = 'organisation' OR coalesce((policy ->> 'retentionYears')::int, 7) >= 2);

      CREATE TABLE erasure (
        site_id uuid NOT NULL,
        erasure_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        signature_id uuid NOT NULL,
        erased jsonb NOT NULL, -- [{"names": [...], "seqs": [...]}]: the values of these names of these records
        record_count int NOT NULL,
        value_count int NOT NULL,
        erased_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT erasure_pk PRIMARY KEY (site_id, erasure_id),
        CONSTRAINT erasure_of_patient FOREIGN KEY (site_id, patient_id) REFERENCES patient (site_id, patient_id),
        CONSTRAINT erasure_signed FOREIGN KEY (site_id, signature_id) REFERENCES signature (site_id, signature_id),
        CONSTRAINT erasure_signature_used_once UNIQUE (site_id, signature_id)
      );
      CREATE INDEX erasure_by_patient ON erasure (site_id, patient_id);
      CREATE INDEX erasure_by_record ON erasure USING gin (erased jsonb_path_ops);

      -- The erasure that took the private values of a record, if one did.
      CREATE FUNCTION erased_by(p_site uuid, p_seq bigint) RETURNS bigint LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT e.seq FROM erasure e
        WHERE e.site_id = p_site AND e.erased @> jsonb_build_array(jsonb_build_object('seqs', jsonb_build_array(p_seq))) LIMIT 1
      $$;

      -- The last that happened with a patient: their details, their sessions and wastes, every movement of substance for them.
      -- That somebody read in their records is not of it, or looking would keep them for ever.
      CREATE FUNCTION patient_last_record_at(p_site uuid, p_patient uuid) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT r.recorded_at FROM audit_record r WHERE r.site_id = p_site AND r.seq = (SELECT max(seq) FROM (
          SELECT p.private_seq AS seq FROM patient p WHERE p.site_id = p_site AND p.patient_id = p_patient
          UNION ALL SELECT s.seq FROM treatment_session s WHERE s.site_id = p_site AND s.patient_id = p_patient
          UNION ALL SELECT w.seq FROM treatment_session s JOIN pending_waste w ON w.site_id = s.site_id AND w.session_id = s.session_id
            WHERE s.site_id = p_site AND s.patient_id = p_patient
          UNION ALL SELECT e.seq FROM record_subject a JOIN entry e ON e.site_id = a.site_id AND e.seq = a.seq
            WHERE a.site_id = p_site AND a.subject_id = p_patient) x)
      $$;

      -- The longest period that the site's policy has promised since then: lowering it later shortens nothing of before.
      CREATE FUNCTION retention_years_since(p_site uuid, p_since timestamptz) RETURNS int LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT max(years) FROM (
          SELECT coalesce((c #>> '{policy,retentionYears}')::int, 7) AS years, lead(r.recorded_at) OVER (ORDER BY r.seq) AS until
          FROM record_subject s JOIN audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
          CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') c
          WHERE s.site_id = p_site AND s.subject_id = p_site AND c ->> 'table' = 'site' AND c ? 'policy') p
        WHERE until IS NULL OR until > p_since
      $$;

      CREATE FUNCTION is_about_another_patient(p_site uuid, p_body jsonb, p_patient uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT EXISTS (SELECT FROM jsonb_array_elements_text(coalesce(p_body -> 'subjects', '[]'::jsonb) || jsonb_path_query_array(p_body, '$.changes[*].patientId')) s
          JOIN patient p ON p.site_id = p_site AND p.patient_id = s::uuid WHERE p.patient_id <> p_patient)
      $$;

      -- What an erasure may take: every record about the patient that still has private values. A search that showed several
      -- patients goes with the first of them: what was searched for may be the name.
      CREATE FUNCTION state_read_erasable(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('patient_id', p.patient_id, 'last_at', patient_last_record_at(p_site, p.patient_id),
          'retention_years', retention_years_since(p_site, patient_last_record_at(p_site, p.patient_id)),
          'records', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', r.seq, 'names', (SELECT jsonb_agg(n ORDER BY n) FROM jsonb_object_keys(b.body -> 'private') n)) ORDER BY r.seq), '[]'::jsonb)
            FROM record_subject s JOIN audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
            JOIN audit_secret x ON x.site_id = s.site_id AND x.seq = s.seq
            CROSS JOIN LATERAL (SELECT convert_from(r.record, 'UTF8')::jsonb AS body) b
            WHERE s.site_id = p_site AND s.subject_id = p.patient_id AND x.private_values IS NOT NULL
              AND (r.type = 'patient_read' OR NOT is_about_another_patient(p_site, b.body, p.patient_id))))), '[]'::jsonb)
        FROM patient p WHERE p.site_id = p_site AND p.patient_id = ANY (p_values::uuid[])
      $$;
      CREATE FUNCTION erasure_destroys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_row audit_record;
        v_body jsonb;
        v_last timestamptz := patient_last_record_at(NEW.site_id, NEW.patient_id);
        v_zone text := (SELECT time_zone FROM site WHERE site_id = NEW.site_id AND id = NEW.site_id);
        v_there jsonb := state_read_erasable(NEW.site_id, 'patient_id', ARRAY[NEW.patient_id::text]) #> '{0,records}';
        v_seqs bigint[];
      BEGIN
        SELECT * INTO v_row FROM audit_record WHERE site_id = NEW.site_id AND seq = NEW.seq;
        v_body := convert_from(v_row.record, 'UTF8')::jsonb;

        -- Two people: one does it, another approved this very erasure, a moment before, with a signature of their own.
        IF jsonb_array_length(v_body -> 'actors') <> 2 OR v_row.type <> 'patient_erased' OR v_body #>> '{actors,0,id}' = v_body #>> '{actors,1,id}'
           OR (v_body #>> '{actors,1,signatureId}')::uuid IS DISTINCT FROM NEW.signature_id
           OR NOT EXISTS (SELECT FROM signature s WHERE s.site_id = NEW.site_id AND s.signature_id = NEW.signature_id AND s.meaning = 'approved'
                AND s.act = 'erasures' AND s.person_id = (v_body #>> '{actors,1,id}')::uuid AND s.intent = v_body #>> '{act,intent}'
                AND s.evidence = v_body #>> '{actors,1,evidence}' AND s.method = v_body #>> '{actors,1,method}'
                AND s.seq < NEW.seq AND v_row.recorded_at <= s.expires_at) THEN
          RAISE EXCEPTION 'erasure % is not of two people', NEW.seq USING ERRCODE = 'check_violation',
            CONSTRAINT = 'erasure_is_of_two_people', TABLE = 'erasure', SCHEMA = 'countersign';
        END IF;

        -- Each record is about this patient and no other, still has values, and has just those that the erasure names.
        v_seqs := ARRAY(SELECT s::bigint FROM jsonb_array_elements(NEW.erased) g CROSS JOIN LATERAL jsonb_array_elements_text(g -> 'seqs') s);
        IF cardinality(v_seqs) = 0 OR cardinality(v_seqs) <> NEW.record_count OR EXISTS (
             SELECT FROM jsonb_array_elements(NEW.erased) g CROSS JOIN LATERAL jsonb_array_elements_text(g -> 'seqs') s
             WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(v_there) r
                               WHERE (r ->> 'seq')::bigint = s::bigint AND r -> 'names' = g -> 'names'))
           OR (SELECT sum(jsonb_array_length(g -> 'names') * jsonb_array_length(g -> 'seqs')) FROM jsonb_array_elements(NEW.erased) g) <> NEW.value_count THEN
          RAISE EXCEPTION 'erasure % names values that are not the patient''s, or not there', NEW.seq USING ERRCODE = 'check_violation',
            CONSTRAINT = 'erasure_is_of_the_patients_values', TABLE = 'erasure', SCHEMA = 'countersign';
        END IF;

        IF (v_row.recorded_at AT TIME ZONE v_zone)::date
           <= ((v_last AT TIME ZONE v_zone)::date + make_interval(years => retention_years_since(NEW.site_id, v_last)))::date THEN
          RAISE EXCEPTION 'erasure % comes before the retention period is over', NEW.seq USING ERRCODE = 'check_violation',
            CONSTRAINT = 'erasure_after_retention', TABLE = 'erasure', SCHEMA = 'countersign';
        END IF;

        UPDATE audit_secret SET private_values = NULL WHERE site_id = NEW.site_id AND seq = ANY (v_seqs);
        -- What was asked is kept as a digest without a salt: who guesses a name could try it.
        UPDATE idempotency_key SET request_digest = '' WHERE site_id = NEW.site_id AND seq = ANY (v_seqs);
        RETURN NULL;
      END $$;
      CREATE TRIGGER erasure_destroys AFTER INSERT ON erasure FOR EACH ROW EXECUTE FUNCTION erasure_destroys();
      ALTER TABLE erasure ENABLE ALWAYS TRIGGER erasure_destroys;

      -- The walls, with one gate each: to nothing, where an erasure names the record.
      CREATE FUNCTION refuse_rewriting_secrets() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'audit_secret' THEN
          IF to_jsonb(NEW) - '{private_values}'::text[] = to_jsonb(OLD) - '{private_values}'::text[]
             AND to_jsonb(NEW) ->> 'private_values' IS NULL AND erased_by(OLD.site_id, OLD.seq) IS NOT NULL THEN
            RETURN NEW;
          END IF;
        ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'idempotency_key' THEN
          IF to_jsonb(NEW) - '{request_digest}'::text[] = to_jsonb(OLD) - '{request_digest}'::text[]
             AND to_jsonb(NEW) ->> 'request_digest' = '\\x' AND erased_by(OLD.site_id, OLD.seq) IS NOT NULL THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION '% of % is refused: nothing in the ledger is rewritten', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_is_append_only',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
      END $$;
      DROP TRIGGER no_update_or_delete ON audit_secret;
      DROP TRIGGER no_update_or_delete ON idempotency_key;
      CREATE TRIGGER no_update_or_delete BEFORE UPDATE OR DELETE ON audit_secret FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_secrets();
      CREATE TRIGGER no_update_or_delete BEFORE UPDATE OR DELETE ON idempotency_key FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_secrets();
      ALTER TABLE audit_secret ENABLE ALWAYS TRIGGER no_update_or_delete;
      ALTER TABLE idempotency_key ENABLE ALWAYS TRIGGER no_update_or_delete;

      -- Nobody is treated, or described again, as somebody who has been forgotten.
      CREATE FUNCTION patient_stays_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF NEW.active AND EXISTS (SELECT FROM erasure e WHERE e.site_id = NEW.site_id AND e.patient_id = NEW.patient_id) THEN
          RAISE EXCEPTION 'patient % has been erased', NEW.patient_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'patient_stays_erased', TABLE = 'patient', SCHEMA = 'countersign';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER patient_stays_erased BEFORE UPDATE ON patient FOR EACH ROW EXECUTE FUNCTION patient_stays_erased();
      ALTER TABLE patient ENABLE ALWAYS TRIGGER patient_stays_erased;

      INSERT INTO state_table (name, id_column, locked) VALUES ('erasable', NULL, false);
      SELECT register_state_table('erasure', false, '{patient_id}');
      SELECT make_fixed_but('erasure');

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION erased_by(uuid, bigint), patient_last_record_at(uuid, uuid), retention_years_since(uuid, timestamptz),
        is_about_another_patient(uuid, jsonb, uuid), state_read_erasable(uuid, text, text[]) TO countersign_app;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
