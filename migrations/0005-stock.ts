import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What there is and who holds it: lots, receipts and containers; every holder of substance with the bounds that are its
 * state; and the running totals of a place and of a person, which make a report cost its period and not the history.
 */
export class Stock1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE TABLE lot (
        site_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        product_id uuid NOT NULL,
        lot_number text NOT NULL,
        expires_on date NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT lot_pk PRIMARY KEY (site_id, lot_id),
        CONSTRAINT lot_number_unique UNIQUE (site_id, product_id, lot_number),
        CONSTRAINT lot_with_its_product UNIQUE (site_id, lot_id, product_id),
        CONSTRAINT lot_of_product FOREIGN KEY (site_id, product_id) REFERENCES product (site_id, product_id)
      );

      CREATE TABLE receipt (
        site_id uuid NOT NULL,
        receipt_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        invoice text NOT NULL,
        invoiced_count int NOT NULL,
        counted_count int NOT NULL,
        product_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        location_id uuid NOT NULL,
        received_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT receipt_pk PRIMARY KEY (site_id, receipt_id),
        CONSTRAINT receipt_counts_not_negative CHECK (invoiced_count >= 0 AND counted_count >= 0)
      );

      CREATE TABLE container (
        site_id uuid NOT NULL,
        container_id uuid NOT NULL,
        label text NOT NULL,
        serial text,
        receipt_id uuid NOT NULL,
        product_id uuid NOT NULL,
        lot_id uuid NOT NULL,
        location_id uuid NOT NULL,
        state text NOT NULL,
        label_amount_ug bigint NOT NULL,
        overfill_allowance_ug bigint NOT NULL,
        expires_on date NOT NULL,
        opened_at timestamptz,
        opened_on date,
        beyond_use_on date,
        reserved_for_patient_id uuid,
        seq bigint NOT NULL,
        CONSTRAINT container_pk PRIMARY KEY (site_id, container_id),
        CONSTRAINT container_label_unique UNIQUE (site_id, label),
        CONSTRAINT container_of_lot FOREIGN KEY (site_id, lot_id, product_id) REFERENCES lot (site_id, lot_id, product_id),
        CONSTRAINT container_at_location FOREIGN KEY (site_id, location_id) REFERENCES location (site_id, location_id),
        CONSTRAINT container_state_known CHECK (state IN ('sealed', 'taken', 'open', 'empty', 'quarantined', 'broken', 'destroyed', 'sent_out', 'void')),
        CONSTRAINT container_open_has_a_date CHECK (state <> 'open' OR opened_on IS NOT NULL),
        CONSTRAINT container_overfill_is_small CHECK (overfill_allowance_ug BETWEEN 0 AND label_amount_ug / 5)
      );
      -- A receipt that was reversed never happened: its serials can still arrive.
      CREATE UNIQUE INDEX container_serial_received_once ON container (site_id, product_id, serial) WHERE serial IS NOT NULL AND state <> 'void';
      CREATE INDEX container_by_place ON container (site_id, location_id, product_id, state);
      CREATE INDEX container_by_lot ON container (site_id, lot_id);

      CREATE FUNCTION container_keeps_its_identity() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.label, NEW.serial, NEW.receipt_id, NEW.product_id, NEW.lot_id, NEW.label_amount_ug, NEW.overfill_allowance_ug,
            NEW.expires_on, NEW.reserved_for_patient_id)
           IS DISTINCT FROM
           (OLD.label, OLD.serial, OLD.receipt_id, OLD.product_id, OLD.lot_id, OLD.label_amount_ug, OLD.overfill_allowance_ug,
            OLD.expires_on, OLD.reserved_for_patient_id) THEN
          RAISE EXCEPTION 'a container keeps its label, lot, amount and patient' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'container_keeps_its_identity', TABLE = 'container', SCHEMA = 'countersign';
        END IF;
        IF OLD.state <> 'sealed' AND NEW.state <> 'sealed' AND (NEW.opened_at, NEW.opened_on, NEW.beyond_use_on) IS DISTINCT FROM (OLD.opened_at, OLD.opened_on, OLD.beyond_use_on) THEN
          RAISE EXCEPTION 'a container that was opened keeps the day' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'container_keeps_its_dates', TABLE = 'container', SCHEMA = 'countersign';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keeps_its_identity BEFORE UPDATE ON container FOR EACH ROW EXECUTE FUNCTION container_keeps_its_identity();
      ALTER TABLE container ENABLE ALWAYS TRIGGER keeps_its_identity;

      -- What a container's book may be, by its state: sealed is full, used up is nothing, open may pass zero by the overfill.
      CREATE FUNCTION container_floor_ug(p_state text, p_label_ug bigint, p_allowance_ug bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE p_state WHEN 'sealed' THEN p_label_ug WHEN 'open' THEN -p_allowance_ug WHEN 'quarantined' THEN -p_allowance_ug ELSE 0 END $$;
      CREATE FUNCTION container_ceiling_ug(p_state text, p_label_ug bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN p_state IN ('sealed', 'open', 'quarantined') THEN p_label_ug ELSE 0 END $$;

      -- One row a holder of substance: a container, a session's hand, a discrepancy's suspense, or an outside.
      CREATE TABLE holder (
        site_id uuid NOT NULL,
        kind text NOT NULL,
        holder_id uuid NOT NULL,
        product_id uuid NOT NULL,
        balance_ug bigint NOT NULL,
        floor_ug bigint,
        ceiling_ug bigint,
        last_seq bigint NOT NULL,
        CONSTRAINT holder_pk PRIMARY KEY (site_id, holder_id, kind, product_id),
        CONSTRAINT holder_kind_known CHECK (kind IN ('container', 'in_hand', 'suspense', 'in_transit', 'supplier', 'patient', 'waste',
          'breakage', 'destroyed', 'reverse_distributor', 'other_registrant', 'overfill', 'close_out_shortage', 'loss')),
        CONSTRAINT holder_not_below_floor CHECK (floor_ug IS NULL OR balance_ug >= floor_ug),
        CONSTRAINT holder_not_above_ceiling CHECK (ceiling_ug IS NULL OR balance_ug <= ceiling_ug),
        CONSTRAINT holder_in_hand_has_a_floor CHECK (kind NOT IN ('in_hand', 'in_transit') OR (floor_ug IS NOT NULL AND floor_ug = 0)),
        CONSTRAINT holder_container_has_bounds CHECK (kind <> 'container' OR (floor_ug IS NOT NULL AND ceiling_ug IS NOT NULL))
      ) WITH (fillfactor = 70);
      CREATE INDEX holder_in_hand ON holder (site_id, kind) WHERE kind IN ('in_hand', 'suspense') AND balance_ug <> 0;

      -- Running totals of a kind of holder, at a place and by a person: what makes a reconciliation cost its period.
      CREATE TABLE place_total (
        site_id uuid NOT NULL,
        location_id uuid NOT NULL,
        product_id uuid NOT NULL,
        kind text NOT NULL,
        balance_ug bigint NOT NULL,
        CONSTRAINT place_total_pk PRIMARY KEY (site_id, location_id, product_id, kind)
      ) WITH (fillfactor = 70);
      CREATE TABLE person_total (
        site_id uuid NOT NULL,
        person_id uuid NOT NULL,
        product_id uuid NOT NULL,
        kind text NOT NULL,
        balance_ug bigint NOT NULL,
        CONSTRAINT person_total_pk PRIMARY KEY (site_id, person_id, product_id, kind)
      ) WITH (fillfactor = 70);

      SELECT register_state_table('lot', false, '{lot_number}'), register_state_table('receipt', false),
             register_state_table('container', true, '{label,serial}');
      SELECT make_fixed_but('lot'), make_fixed_but('receipt'),
             make_undeletable('holder'), make_undeletable('place_total'), make_undeletable('person_total');
      GRANT SELECT ON holder, place_total, person_total TO countersign_app, countersign_auditor;
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
