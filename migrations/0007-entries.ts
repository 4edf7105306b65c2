import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Double entry for substance: entries, who signed them, and their lines, which move an amount between holders and sum to
 * zero for each product. Each line keeps three balances after it: of its holder, of its place, of the person who did it.
 */
export class Entries1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

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

      SELECT register_state_table('signature', false, '{token_hash}');
      SELECT make_fixed_but('signature'),
             make_append_only('entry'), make_append_only('entry_signature'), make_append_only('line');
      GRANT SELECT ON entry, entry_signature, line TO countersign_app, countersign_auditor;
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
