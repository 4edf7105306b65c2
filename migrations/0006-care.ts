import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happens at the chair and at the shelf: sessions, wastes that wait for their witnesses, counts, and discrepancies.
 * What was counted stays as it was; what is opened keeps what it was opened for.
 */
export class Care1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE TABLE treatment_session (
        site_id uuid NOT NULL,
        session_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        prescriber_id uuid NOT NULL,
        product_id uuid NOT NULL,
        location_id uuid NOT NULL,
        nurse_id uuid NOT NULL,
        route text NOT NULL,
        ordered_ug bigint NOT NULL,
        dose_per_kg text,
        weight_kg text,
        status text NOT NULL,
        started_at timestamptz NOT NULL,
        first_dose_at timestamptz,
        last_dose_at timestamptz,
        observe_until timestamptz,
        discharged_at timestamptz,
        discharged_early boolean NOT NULL,
        ended_at timestamptz,
        seq bigint NOT NULL,
        CONSTRAINT treatment_session_pk PRIMARY KEY (site_id, session_id),
        CONSTRAINT treatment_session_of_patient FOREIGN KEY (site_id, patient_id) REFERENCES patient (site_id, patient_id),
        CONSTRAINT treatment_session_of_prescriber FOREIGN KEY (site_id, prescriber_id) REFERENCES prescriber (site_id, prescriber_id),
        CONSTRAINT treatment_session_of_product FOREIGN KEY (site_id, product_id) REFERENCES product (site_id, product_id),
        CONSTRAINT treatment_session_at_location FOREIGN KEY (site_id, location_id) REFERENCES location (site_id, location_id),
        CONSTRAINT treatment_session_status_known CHECK (status IN ('open', 'ended')),
        CONSTRAINT treatment_session_ended_has_a_time CHECK ((status = 'ended') = (ended_at IS NOT NULL)),
        CONSTRAINT treatment_session_order_positive CHECK (ordered_ug > 0)
      );
      CREATE INDEX treatment_session_by_patient ON treatment_session (site_id, patient_id);
      CREATE INDEX treatment_session_by_time ON treatment_session (site_id, started_at);
      CREATE INDEX treatment_session_open ON treatment_session (site_id, started_at) WHERE status = 'open';

      -- A session with something in hand does not end, whatever the code says.
      -- (SECURITY DEFINER: before PostgreSQL 18 a deferred trigger runs as whoever commits.)
      CREATE FUNCTION session_ends_balanced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      BEGIN
        IF NEW.status = 'ended' AND EXISTS (SELECT FROM holder h WHERE h.site_id = NEW.site_id AND h.kind = 'in_hand'
                                            AND h.holder_id = NEW.session_id AND h.balance_ug <> 0) THEN
          RAISE EXCEPTION 'session % has something in hand', NEW.session_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'session_ends_balanced', TABLE = 'treatment_session', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER session_ends_balanced AFTER INSERT OR UPDATE ON treatment_session
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'ended') EXECUTE FUNCTION session_ends_balanced();
      ALTER TABLE treatment_session ENABLE ALWAYS TRIGGER session_ends_balanced;

      -- And once it has ended nothing comes into its hand any more, but by a reversal, which puts back what was there.
      CREATE FUNCTION ended_session_takes_nothing() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF (TG_OP = 'INSERT' OR NEW.balance_ug > OLD.balance_ug)
           AND EXISTS (SELECT FROM treatment_session s WHERE s.site_id = NEW.site_id AND s.session_id = NEW.holder_id AND s.status = 'ended')
           AND NOT EXISTS (SELECT FROM entry e WHERE e.site_id = NEW.site_id AND e.seq = NEW.last_seq AND e.type = 'reversal') THEN
          RAISE EXCEPTION 'session % has ended', NEW.holder_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'ended_session_takes_nothing', TABLE = 'holder', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ended_session_takes_nothing AFTER INSERT OR UPDATE ON holder
        FOR EACH ROW WHEN (NEW.kind = 'in_hand' AND NEW.balance_ug > 0) EXECUTE FUNCTION ended_session_takes_nothing();
      ALTER TABLE holder ENABLE ALWAYS TRIGGER ended_session_takes_nothing;

      CREATE TABLE pending_waste (
        site_id uuid NOT NULL,
        pending_waste_id uuid NOT NULL,
        session_id uuid,
        container_id uuid,
        product_id uuid NOT NULL,
        location_id uuid NOT NULL,
        amount_ug bigint NOT NULL,
        volume_ul bigint,
        device_count int,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_seq bigint NOT NULL,
        status text NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT pending_waste_pk PRIMARY KEY (site_id, pending_waste_id),
        CONSTRAINT pending_waste_status_known CHECK (status IN ('pending', 'complete', 'withdrawn')),
        CONSTRAINT pending_waste_amount_positive CHECK (amount_ug > 0),
        CONSTRAINT pending_waste_has_a_source CHECK (session_id IS NOT NULL OR container_id IS NOT NULL)
      );
      CREATE INDEX pending_waste_open ON pending_waste (site_id, opened_at) WHERE status = 'pending';

      CREATE TABLE pending_waste_signature (
        site_id uuid NOT NULL,
        signature_id uuid NOT NULL,
        pending_waste_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        method text NOT NULL,
        evidence text NOT NULL,
        attests text[] NOT NULL,
        signed_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT pending_waste_signature_pk PRIMARY KEY (site_id, signature_id),
        CONSTRAINT pending_waste_signers_differ UNIQUE (site_id, pending_waste_id, person_id)
      );

      CREATE TABLE stock_count (
        site_id uuid NOT NULL,
        count_id uuid NOT NULL,
        location_id uuid NOT NULL,
        product_id uuid NOT NULL,
        container_id uuid,
        method text NOT NULL,
        counted_containers int,
        measured_ul bigint,
        measured_device_count int,
        book_containers int,
        book_ug bigint NOT NULL,
        counted_ug bigint NOT NULL,
        variance_ug bigint NOT NULL,
        variance_containers int,
        within_tolerance boolean NOT NULL,
        counted_by uuid NOT NULL,
        counted_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT stock_count_pk PRIMARY KEY (site_id, count_id),
        CONSTRAINT stock_count_variance_is_difference CHECK (variance_ug = counted_ug - book_ug),
        CONSTRAINT stock_count_method_known CHECK (method IN ('exact', 'estimated', 'measured'))
      );
      CREATE INDEX stock_count_by_time ON stock_count (site_id, counted_at);

      CREATE TABLE discrepancy (
        site_id uuid NOT NULL,
        discrepancy_id uuid NOT NULL,
        kind text NOT NULL,
        product_id uuid NOT NULL,
        location_id uuid NOT NULL,
        container_id uuid,
        session_id uuid,
        variance_ug bigint NOT NULL,
        variance_containers int,
        status text NOT NULL,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_seq bigint NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT discrepancy_pk PRIMARY KEY (site_id, discrepancy_id),
        CONSTRAINT discrepancy_kind_known CHECK (kind IN ('count', 'close_out', 'receipt')),
        CONSTRAINT discrepancy_status_known CHECK (status IN ('open', 'resolved'))
      );
      CREATE INDEX discrepancy_open ON discrepancy (site_id, opened_at) WHERE status = 'open';

      SELECT register_state_table('treatment_session', true), register_state_table('pending_waste', true),
             register_state_table('pending_waste_signature', false, '{pending_waste_id}'),
             register_state_table('stock_count', false), register_state_table('discrepancy', true);
      SELECT make_fixed_but('stock_count'), make_fixed_but('pending_waste_signature'),
             make_fixed_but('pending_waste', '{status,seq}'), make_fixed_but('discrepancy', '{status,seq}'),
             make_fixed_but('treatment_session', '{status,first_dose_at,last_dose_at,observe_until,discharged_at,discharged_early,ended_at,seq}');
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_clock(), ledger_clock_at_start() TO countersign_app, countersign_auditor;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
