import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger: double entry for substance. An entry's lines move an amount between holders and sum to zero for each
 * product; each line keeps three balances after it (of its holder, of its place, of the person who did it), so a report
 * costs its period and not the history.
 */
export class TheLedger1764000000005 implements MigrationInterface {
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

      -- Somebody authenticated for one intent: its digest, its meaning, its signer. Used once, dies after two minutes.
      CREATE TABLE signature (
        site_id uuid NOT NULL,
        signature_id uuid NOT NULL,
        person_id uuid NOT NULL,
        meaning text NOT NULL,
        method text NOT NULL,
        intent text NOT NULL,
        act text NOT NULL,
        attests text[] NOT NULL,
        token_hash text NOT NULL,
        evidence text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT signature_pk PRIMARY KEY (site_id, signature_id),
        CONSTRAINT signature_token_unique UNIQUE (site_id, token_hash),
        CONSTRAINT signature_of_intent UNIQUE (site_id, signature_id, person_id, intent, meaning),
        CONSTRAINT signature_meaning_known CHECK (meaning IN ('witnessed', 'checked', 'approved')),
        CONSTRAINT signature_lasts_two_minutes CHECK (expires_at > made_at AND expires_at <= made_at + interval '2 minutes')
      );

      -- Its two minutes begin in the record that makes it, not in a future of its maker's choosing.
      CREATE FUNCTION signature_made_now() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF NEW.made_at > (SELECT r.recorded_at FROM audit_record r WHERE r.site_id = NEW.site_id AND r.seq = NEW.seq) THEN
          RAISE EXCEPTION 'signature % is dated after its record', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'signature_made_now', TABLE = 'signature', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER signature_made_now AFTER INSERT ON signature FOR EACH ROW EXECUTE FUNCTION signature_made_now();
      ALTER TABLE signature ENABLE ALWAYS TRIGGER signature_made_now;

      CREATE TABLE entry (
        site_id uuid NOT NULL,
        seq bigint NOT NULL,
        type text NOT NULL,
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        performer_id uuid NOT NULL,
        location_id uuid NOT NULL,
        session_id uuid,
        late boolean NOT NULL,
        intent text NOT NULL,
        reverses_seq bigint,
        CONSTRAINT entry_pk PRIMARY KEY (site_id, seq),
        CONSTRAINT entry_of_record FOREIGN KEY (site_id, seq) REFERENCES audit_record (site_id, seq),
        CONSTRAINT entry_at_location FOREIGN KEY (site_id, location_id) REFERENCES location (site_id, location_id),
        CONSTRAINT entry_of_session FOREIGN KEY (site_id, session_id) REFERENCES treatment_session (site_id, session_id),
        CONSTRAINT entry_type_known CHECK (type IN ('receipt', 'move', 'draw', 'take', 'give', 'waste', 'return', 'close_out', 'count', 'reversal')),
        CONSTRAINT entry_reverses_an_earlier_one FOREIGN KEY (site_id, reverses_seq) REFERENCES entry (site_id, seq),
        CONSTRAINT entry_reversal_points_back CHECK ((type = 'reversal') = (reverses_seq IS NOT NULL) AND (reverses_seq IS NULL OR reverses_seq < seq)),
        CONSTRAINT entry_not_in_future CHECK (occurred_at <= recorded_at + interval '61 seconds')
      );
      -- Partial, so that no plan made early takes it for the way to (site_id, seq): all but a few are null.
      CREATE UNIQUE INDEX entry_reversed_once ON entry (site_id, reverses_seq) WHERE reverses_seq IS NOT NULL;
      CREATE INDEX entry_late ON entry (site_id, occurred_at) WHERE late;

      CREATE TABLE entry_signature (
        site_id uuid NOT NULL,
        seq bigint NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        meaning text NOT NULL,
        method text NOT NULL,
        evidence text NOT NULL,
        intent text NOT NULL,
        signature_id uuid,
        signed_seq bigint NOT NULL,
        CONSTRAINT entry_signature_pk PRIMARY KEY (site_id, seq, person_id),
        CONSTRAINT entry_signature_of_entry FOREIGN KEY (site_id, seq) REFERENCES entry (site_id, seq),
        CONSTRAINT entry_signature_used_once UNIQUE (site_id, signature_id),
        CONSTRAINT entry_signature_signs_this_intent FOREIGN KEY (site_id, signature_id, person_id, intent, meaning)
          REFERENCES signature (site_id, signature_id, person_id, intent, meaning),
        CONSTRAINT entry_signature_second_person_signed CHECK (meaning = 'performed' OR signature_id IS NOT NULL)
      );
      CREATE INDEX entry_signature_by_person ON entry_signature (site_id, person_id, seq);

      -- How many others must sign an entry: the site's policy, with floors no policy goes below.
      CREATE FUNCTION required_signatures(p_policy jsonb, p_type text) RETURNS int LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE p_type
          WHEN 'waste' THEN greatest(1, (p_policy ->> 'wasteWitnesses')::int - (p_policy ->> 'performerMayWitness')::boolean::int)
          WHEN 'close_out' THEN (p_policy ->> 'closeOutWitnesses')::int
          WHEN 'receipt' THEN (p_policy #>> '{secondPersonFor,receipt}')::boolean::int
          WHEN 'move' THEN (p_policy #>> '{secondPersonFor,move}')::boolean::int
          WHEN 'count' THEN (p_policy #>> '{secondPersonFor,count}')::boolean::int
          WHEN 'return' THEN (p_policy #>> '{secondPersonFor,return}')::boolean::int
          WHEN 'reversal' THEN 1
          ELSE 0 END $$;

      CREATE FUNCTION entry_fully_signed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      DECLARE
        v_required int := (SELECT required_signatures(policy, NEW.type) FROM site WHERE site_id = NEW.site_id AND id = NEW.site_id);
        v_found int;
      BEGIN
        -- A signature counts when it was fresh in the record in which it was used: this one, or the one that put it to a
        -- pending waste. A waste is witnessed, not merely checked.
        SELECT count(*) INTO v_found FROM entry_signature es
          JOIN signature s ON s.site_id = es.site_id AND s.signature_id = es.signature_id
          JOIN audit_record r ON r.site_id = es.site_id AND r.seq = es.signed_seq
          WHERE es.site_id = NEW.site_id AND es.seq = NEW.seq AND es.person_id <> NEW.performer_id
            AND s.method = es.method AND s.evidence = es.evidence AND (NEW.type <> 'waste' OR es.meaning = 'witnessed')
            AND s.seq < es.signed_seq AND r.recorded_at <= s.expires_at
            AND (es.signed_seq = es.seq OR EXISTS (SELECT FROM pending_waste_signature p WHERE p.site_id = es.site_id
                   AND p.signature_id = es.signature_id AND p.person_id = es.person_id AND p.seq = es.signed_seq));
        IF v_found < coalesce(v_required, 2) THEN
          RAISE EXCEPTION 'entry % needs % signatures of others and has %', NEW.seq, v_required, v_found
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_fully_signed', TABLE = 'entry', SCHEMA = 'countersign';
        END IF;
        IF NOT EXISTS (SELECT FROM entry_signature es WHERE es.site_id = NEW.site_id AND es.seq = NEW.seq
                       AND es.person_id = NEW.performer_id AND es.meaning = 'performed') THEN
          RAISE EXCEPTION 'entry % is not signed by who did it', NEW.seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_signed_by_performer', TABLE = 'entry', SCHEMA = 'countersign';
        END IF;
        IF EXISTS (SELECT FROM entry_signature es WHERE es.site_id = NEW.site_id AND es.seq = NEW.seq
                   AND es.person_id <> NEW.performer_id AND es.meaning = 'performed') THEN
          RAISE EXCEPTION 'entry % names a second performer', NEW.seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_has_one_performer', TABLE = 'entry', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER entry_fully_signed AFTER INSERT ON entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_fully_signed();
      ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_fully_signed;

      CREATE TABLE line (
        site_id uuid NOT NULL,
        seq bigint NOT NULL,
        line_no int NOT NULL,
        entry_type text NOT NULL,
        kind text NOT NULL,
        holder_id uuid NOT NULL,
        product_id uuid NOT NULL,
        location_id uuid NOT NULL,
        person_id uuid NOT NULL,
        session_id uuid,
        amount_ug bigint NOT NULL,
        volume_ul bigint,
        device_count int,
        balance_after_ug bigint NOT NULL,
        place_after_ug bigint NOT NULL,
        person_after_ug bigint NOT NULL,
        CONSTRAINT line_pk PRIMARY KEY (site_id, seq, line_no),
        CONSTRAINT line_of_entry FOREIGN KEY (site_id, seq) REFERENCES entry (site_id, seq),
        CONSTRAINT line_moves_something CHECK (amount_ug <> 0),
        CONSTRAINT line_volume_has_the_sign CHECK (volume_ul IS NULL OR sign(volume_ul) = sign(amount_ug)),
        CONSTRAINT line_devices_have_the_sign CHECK (device_count IS NULL OR sign(device_count) = sign(amount_ug)),
        -- What is in a hand is in the hand of the session it is for.
        CONSTRAINT line_in_hand_of_its_session CHECK (kind <> 'in_hand' OR entry_type = 'reversal' OR (holder_id = session_id) IS TRUE),
        -- Which holders an act may touch, and in which direction. Nothing goes from a vial to a patient past a hand.
        CONSTRAINT line_flow_allowed CHECK (CASE entry_type
          WHEN 'receipt' THEN (kind = 'supplier' AND amount_ug < 0) OR (kind = 'container' AND amount_ug > 0)
          WHEN 'move' THEN kind = 'container'
          WHEN 'draw' THEN (kind = 'container' AND amount_ug < 0) OR (kind = 'in_hand' AND amount_ug > 0)
          WHEN 'take' THEN (kind = 'container' AND amount_ug < 0) OR (kind = 'in_hand' AND amount_ug > 0)
          WHEN 'give' THEN (kind = 'in_hand' AND amount_ug < 0) OR (kind = 'patient' AND amount_ug > 0)
          WHEN 'waste' THEN (kind IN ('in_hand', 'container') AND amount_ug < 0) OR (kind = 'waste' AND amount_ug > 0)
          WHEN 'return' THEN (kind = 'in_hand' AND amount_ug < 0) OR (kind = 'container' AND amount_ug > 0)
          WHEN 'close_out' THEN kind = 'container' OR (kind = 'overfill' AND amount_ug < 0)
            OR (kind IN ('close_out_shortage', 'suspense') AND amount_ug > 0)
          WHEN 'reversal' THEN true
          ELSE false END)
      );
      CREATE INDEX line_by_holder ON line (site_id, holder_id, kind, product_id, seq, line_no);
      CREATE INDEX line_by_place ON line (site_id, location_id, product_id, kind, seq, line_no);
      CREATE INDEX line_by_person ON line (site_id, person_id, product_id, kind, seq, line_no);

      CREATE FUNCTION entry_sums_to_zero() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE v_bad record;
      BEGIN
        -- Each statement's own lines sum to zero, so all lines of an entry do.
        SELECT f.site_id, f.seq, f.product_id, sum(f.amount_ug) AS off_by INTO v_bad
          FROM fresh f GROUP BY f.site_id, f.seq, f.product_id HAVING sum(f.amount_ug) <> 0 LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'entry % is off by % ug of product %', v_bad.seq, v_bad.off_by, v_bad.product_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_sums_to_zero', TABLE = 'line', SCHEMA = 'countersign';
        END IF;
        SELECT f.seq AS seq INTO v_bad FROM fresh f JOIN entry e ON e.site_id = f.site_id AND e.seq = f.seq
          WHERE f.entry_type <> 'reversal' AND f.person_id <> e.performer_id LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'entry % counts a line to somebody who did not do it', v_bad.seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'line_counts_to_its_performer', TABLE = 'line', SCHEMA = 'countersign';
        END IF;
        -- A container's book is where the container is. Only what moves it needs to look at all of its lines.
        IF EXISTS (SELECT FROM fresh f JOIN container c ON c.site_id = f.site_id AND c.container_id = f.holder_id
                   WHERE f.kind = 'container' AND f.entry_type NOT IN ('move', 'reversal') AND c.location_id <> f.location_id)
           OR EXISTS (SELECT FROM (SELECT DISTINCT f.site_id, f.holder_id, c.location_id FROM fresh f
                        JOIN container c ON c.site_id = f.site_id AND c.container_id = f.holder_id
                        WHERE f.kind = 'container' AND f.entry_type IN ('move', 'reversal')) x
                      CROSS JOIN LATERAL (SELECT 1 FROM line l WHERE l.site_id = x.site_id AND l.holder_id = x.holder_id AND l.kind = 'container'
                        AND l.location_id <> x.location_id GROUP BY l.location_id HAVING sum(l.amount_ug) <> 0 LIMIT 1) off) THEN
          RAISE EXCEPTION 'an entry moves substance at a place where its container is not'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'container_is_where_its_lines_are', TABLE = 'line', SCHEMA = 'countersign';
        END IF;
        -- The mirror again, for whoever makes the constraint below IMMEDIATE and so asks it before the lines are there.
        IF EXISTS (SELECT FROM (SELECT DISTINCT f.site_id, f.seq, e.reverses_seq FROM fresh f JOIN entry e ON e.site_id = f.site_id AND e.seq = f.seq
                                WHERE f.entry_type = 'reversal') x
                   CROSS JOIN LATERAL (SELECT 1 FROM line l WHERE l.site_id = x.site_id AND l.seq IN (x.seq, x.reverses_seq)
                     GROUP BY l.kind, l.holder_id, l.product_id, l.location_id, l.person_id HAVING sum(l.amount_ug) <> 0 LIMIT 1) off) THEN
          RAISE EXCEPTION 'an entry does not mirror what it reverses'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_mirrors_entry', TABLE = 'line', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER entry_sums_to_zero AFTER INSERT ON line REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION entry_sums_to_zero();
      ALTER TABLE line ENABLE ALWAYS TRIGGER entry_sums_to_zero;

      -- Nor does a container go anywhere without its book.
      CREATE FUNCTION container_takes_its_book_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      BEGIN
        IF EXISTS (SELECT FROM line l JOIN container c ON c.site_id = l.site_id AND c.container_id = l.holder_id
                   WHERE l.site_id = NEW.site_id AND l.holder_id = NEW.container_id AND l.kind = 'container' AND l.location_id <> c.location_id
                   GROUP BY l.location_id HAVING sum(l.amount_ug) <> 0) THEN
          RAISE EXCEPTION 'container % is moved without its book', NEW.container_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'container_is_where_its_lines_are', TABLE = 'container', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER container_takes_its_book_along AFTER UPDATE ON container DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.location_id <> OLD.location_id) EXECUTE FUNCTION container_takes_its_book_along();
      ALTER TABLE container ENABLE ALWAYS TRIGGER container_takes_its_book_along;

      -- A reversal is the mirror of what it points at, holder by holder.
      CREATE FUNCTION reversal_mirrors_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      BEGIN
        IF EXISTS (SELECT FROM line l WHERE l.site_id = NEW.site_id AND l.seq IN (NEW.seq, NEW.reverses_seq)
                   GROUP BY l.kind, l.holder_id, l.product_id, l.location_id, l.person_id 
                   HAVING sum(l.amount_ug) <> 0 OR coalesce(sum(l.volume_ul), 0) <> 0 OR coalesce(sum(l.device_count), 0) <> 0) THEN
          RAISE EXCEPTION 'entry % does not mirror entry %', NEW.seq, NEW.reverses_seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_mirrors_entry', TABLE = 'line', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER reversal_mirrors_entry AFTER INSERT ON entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.type = 'reversal') EXECUTE FUNCTION reversal_mirrors_entry();
      ALTER TABLE entry ENABLE ALWAYS TRIGGER reversal_mirrors_entry;

      SELECT register_state_table('lot', false, '{lot_number}'), register_state_table('receipt', false),
             register_state_table('container', true, '{label,serial}'), register_state_table('treatment_session', true),
             register_state_table('pending_waste', true), register_state_table('pending_waste_signature', false, '{pending_waste_id}'),
             register_state_table('stock_count', false), register_state_table('discrepancy', true),
             register_state_table('signature', false, '{token_hash}');
      -- What was counted, received or signed stays as it was; what is opened keeps what it was opened for.
      SELECT make_fixed_but('lot'), make_fixed_but('receipt'), make_fixed_but('stock_count'), make_fixed_but('signature'),
             make_fixed_but('pending_waste_signature'), make_fixed_but('pending_waste', '{status,seq}'),
             make_fixed_but('discrepancy', '{status,seq}'),
             make_fixed_but('treatment_session', '{status,first_dose_at,last_dose_at,observe_until,discharged_at,discharged_early,ended_at,seq}');
      SELECT make_append_only('entry'), make_append_only('entry_signature'), make_append_only('line'),
             make_undeletable('holder'), make_undeletable('place_total'), make_undeletable('person_total');
      GRANT SELECT ON holder, place_total, person_total, entry, entry_signature, line TO countersign_app, countersign_auditor;
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
