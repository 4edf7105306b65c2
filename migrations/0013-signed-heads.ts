import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the signer needs besides the log (audit-log.md, "Checkpoint, proof, receipt"): alarms, the keys a log was signed
 * with, and new incarnations of a log. All three follow the log as every state table does: who has the log has them.
 */
export class SignedHeads1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- Raised by the program, closed by a person who looked into it, or by the program when the cause is gone.
      CREATE TABLE alarm (
        site_id uuid NOT NULL,
        alarm_id uuid NOT NULL,
        kind text NOT NULL,
        raised_at timestamptz NOT NULL,
        detail text NOT NULL,
        closed_at timestamptz,
        closed_by uuid,
        seq bigint NOT NULL,
        CONSTRAINT alarm_pk PRIMARY KEY (site_id, alarm_id),
        CONSTRAINT alarm_kind_is_a_word CHECK (kind ~ '^[a-z][a-z_]{2,63}$'),
        CONSTRAINT alarm_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      );
      -- The same thing is said once, until it is closed.
      CREATE UNIQUE INDEX alarm_open_once ON alarm (site_id, kind) WHERE closed_at IS NULL;
      CREATE INDEX alarm_by_time ON alarm (site_id, raised_at, alarm_id);
      SELECT make_fixed_but('alarm', '{closed_at,closed_by,seq}');

      -- A key of the log besides its first, and any that signs no more. The verifier key of c2sp.org/signed-note.
      CREATE TABLE log_key (
        site_id uuid NOT NULL,
        log_key_id uuid NOT NULL,
        vkey text NOT NULL,
        added_at timestamptz NOT NULL,
        retired_at timestamptz,
        seq bigint NOT NULL,
        CONSTRAINT log_key_pk PRIMARY KEY (site_id, log_key_id),
        CONSTRAINT log_key_recorded_once UNIQUE (site_id, vkey),
        CONSTRAINT log_key_is_a_vkey CHECK (vkey ~ '^[^+\\s]+[+][0-9a-f]{8}[+][A-Za-z0-9+/]+=*$'),
        CONSTRAINT log_key_retired_after_added CHECK (retired_at >= added_at)
      );
      SELECT make_fixed_but('log_key', '{retired_at,seq}');

      -- From this record on the log has another origin. It commits to the last head that was signed of the old one.
      CREATE TABLE log_incarnation (
        site_id uuid NOT NULL,
        incarnation_id uuid NOT NULL,
        number int NOT NULL,
        origin text NOT NULL,
        from_seq bigint NOT NULL,
        previous_origin text NOT NULL,
        previous_size bigint NOT NULL,
        previous_root_hash text NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT log_incarnation_pk PRIMARY KEY (site_id, incarnation_id),
        CONSTRAINT log_incarnation_numbered UNIQUE (site_id, number),
        CONSTRAINT log_incarnation_number_counts CHECK (number >= 2),
        CONSTRAINT log_incarnation_origin_is_new CHECK (origin <> previous_origin),
        CONSTRAINT log_incarnation_begins_with_its_record CHECK (from_seq = seq)
      );
      SELECT make_fixed_but('log_incarnation');

      SELECT register_state_table('alarm', true, '{kind}'), register_state_table('log_key', true, '{vkey}'),
             register_state_table('log_incarnation', true, '{previous_origin}');

      -- A log changes its origin only with the record that begins its next incarnation.
      CREATE OR REPLACE FUNCTION site_head_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.site_id <> OLD.site_id OR NEW.size <= OLD.size OR NEW.last_at <= OLD.last_at
           OR (NEW.origin <> OLD.origin AND NOT EXISTS (SELECT FROM countersign.log_incarnation i
               WHERE i.site_id = OLD.site_id AND i.from_seq = OLD.size AND i.origin = NEW.origin AND i.previous_origin = OLD.origin)) THEN
          RAISE EXCEPTION 'the head of a log only grows' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'site_head_only_grows', TABLE = 'site_head', SCHEMA = 'countersign';
        END IF;
        RETURN NEW;
      END $$;

      -- A record that says that a new incarnation begins, in a log that goes on under its old origin, would be a lie.
      CREATE FUNCTION log_incarnation_renames_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM countersign.site_head h WHERE h.site_id = NEW.site_id AND h.origin = NEW.origin) THEN
          RAISE EXCEPTION 'the log goes on under its old origin' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'log_incarnation_renames_the_log', TABLE = 'log_incarnation', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER log_incarnation_renames_the_log AFTER INSERT ON log_incarnation
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_incarnation_renames_the_log();
      ALTER TABLE log_incarnation ENABLE ALWAYS TRIGGER log_incarnation_renames_the_log;

      -- The first record of a new incarnation: as ledger_append, one record, and the log has its new origin with it.
      CREATE FUNCTION ledger_begin_incarnation(p_site uuid, p_origin text, p_record bytea, p_salt bytea, p_private bytea,
                                               p_recorded_at timestamptz, p_key text, p_digest bytea, p_status int, p_answer jsonb)
      RETURNS TABLE (seq bigint, leaf_hash bytea)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_head site_head;
      BEGIN
        SELECT * INTO STRICT v_head FROM site_head h WHERE h.site_id = p_site FOR UPDATE;
        IF convert_from(p_record, 'UTF8')::jsonb ->> 'type' IS DISTINCT FROM 'log_incarnation'
           OR p_key IS DISTINCT FROM convert_from(p_record, 'UTF8')::jsonb ->> 'id' THEN
          RAISE EXCEPTION 'this begins no incarnation' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'log_incarnation_renames_the_log', TABLE = 'log_incarnation', SCHEMA = 'countersign';
        END IF;
        v_head.origin := p_origin;
        leaf_hash := append_record(v_head, p_record, p_salt, p_private, p_recorded_at);
        seq := v_head.size;
        INSERT INTO idempotency_key (site_id, key, request_digest, seq, status, answer)
        VALUES (p_site, p_key, p_digest, v_head.size, p_status, p_answer);
        UPDATE site_head h SET origin = p_origin, size = v_head.size + 1, last_at = p_recorded_at WHERE h.site_id = p_site;
        RETURN NEXT;
      END $$;

      REVOKE ALL ON FUNCTION ledger_begin_incarnation(uuid, text, bytea, bytea, bytea, timestamptz, text, bytea, int, jsonb),
        log_incarnation_renames_the_log() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_begin_incarnation(uuid, text, bytea, bytea, bytea, timestamptz, text, bytea, int, jsonb)
        TO countersign_app;
      GRANT SELECT ON log_incarnation TO countersign_signer;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
