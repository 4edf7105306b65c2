import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The append-only log (audit-log.md, "Tables"): a record's exact bytes, its salts apart, the complete subtrees of its
 * Merkle tree, and the second wall: triggers that refuse update, delete and truncate even to the owner.
 */
export class TheLog1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;
      -- Whatever function a migration makes, nobody may call it until it is granted.
      ALTER DEFAULT PRIVILEGES FOR ROLE countersign_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

      -- The ledger's clock. In production it is the database's own and nothing can set it.
      CREATE FUNCTION ledger_clock() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $$ SELECT clock_timestamp() $$;
      CREATE FUNCTION ledger_clock_at_start() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT transaction_timestamp() $$;

      CREATE TABLE site_head (
        site_id uuid NOT NULL,
        origin text NOT NULL,
        size bigint NOT NULL DEFAULT 0,
        last_at timestamptz NOT NULL DEFAULT 'epoch',
        CONSTRAINT site_head_pk PRIMARY KEY (site_id),
        CONSTRAINT site_head_origin_unique UNIQUE (origin),
        CONSTRAINT site_head_size_not_negative CHECK (size >= 0),
        -- One line, fit for the key name of a signed note, or one leaf could be read as another; and it names its site.
        CONSTRAINT site_head_origin_names_the_site CHECK (origin ~ '^[!-*,-~]+$' AND right(origin, 42) = '/site/' || site_id)
      ) WITH (fillfactor = 50);

      CREATE TABLE audit_record (
        site_id uuid NOT NULL,
        seq bigint NOT NULL,
        id text NOT NULL,
        type text NOT NULL,
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        actor_id uuid NOT NULL,
        record bytea NOT NULL,
        leaf_hash bytea NOT NULL,
        CONSTRAINT audit_record_pk PRIMARY KEY (site_id, seq),
        CONSTRAINT audit_record_id_unique UNIQUE (site_id, id),
        CONSTRAINT audit_record_size CHECK (octet_length(record) <= 16384),
        CONSTRAINT audit_record_leaf_hash_length CHECK (octet_length(leaf_hash) = 32)
      );
      CREATE INDEX audit_record_by_time ON audit_record (site_id, recorded_at);
      CREATE INDEX audit_record_by_type ON audit_record (site_id, type, seq);
      CREATE INDEX audit_record_by_actor ON audit_record (site_id, actor_id, seq);

      CREATE TABLE audit_secret (
        site_id uuid NOT NULL,
        seq bigint NOT NULL,
        salt bytea NOT NULL,
        private_values bytea,
        CONSTRAINT audit_secret_pk PRIMARY KEY (site_id, seq),
        CONSTRAINT audit_secret_of_record FOREIGN KEY (site_id, seq) REFERENCES audit_record (site_id, seq),
        CONSTRAINT audit_secret_salt_length CHECK (octet_length(salt) = 32)
      );

      CREATE TABLE tree_node (
        site_id uuid NOT NULL,
        level smallint NOT NULL,
        n bigint NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT tree_node_pk PRIMARY KEY (site_id, level, n),
        CONSTRAINT tree_node_hash_length CHECK (octet_length(hash) = 32)
      );

      CREATE TABLE checkpoint (
        site_id uuid NOT NULL,
        size bigint NOT NULL,
        note text NOT NULL,
        CONSTRAINT checkpoint_pk PRIMARY KEY (site_id, size)
      );

      -- Everything a record is about, so that a container's, a session's, a patient's or a person's whole life is one
      -- range of an index; nth is the record's running number in that life, which stands in its bytes as well.
      CREATE TABLE record_subject (
        site_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        seq bigint NOT NULL,
        nth bigint NOT NULL,
        CONSTRAINT record_subject_pk PRIMARY KEY (site_id, subject_id, seq)
      );

      -- Same key, same body: the first answer. Same key, other body: a conflict. For ever.
      CREATE TABLE idempotency_key (
        site_id uuid NOT NULL,
        key text NOT NULL,
        request_digest bytea NOT NULL,
        seq bigint NOT NULL,
        status smallint NOT NULL,
        answer jsonb NOT NULL,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (site_id, key)
      );

      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% of % is refused: nothing in the ledger is rewritten', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_is_append_only',
                TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
      END $$;

      -- The second wall for a table that only ever grows.
      CREATE FUNCTION make_append_only(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER no_update_or_delete BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION countersign.refuse_rewriting()', p_table);
        EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s EXECUTE FUNCTION countersign.refuse_rewriting()', p_table);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER no_update_or_delete', p_table);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER no_truncate', p_table);
      END $$;

      -- The second wall for a table whose rows follow the log (states, balances): changed, never removed.
      CREATE FUNCTION make_undeletable(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER no_delete BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION countersign.refuse_rewriting()', p_table);
        EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s EXECUTE FUNCTION countersign.refuse_rewriting()', p_table);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER no_delete', p_table);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER no_truncate', p_table);
      END $$;

      SELECT make_append_only('audit_record'), make_append_only('audit_secret'), make_append_only('tree_node'),
             make_append_only('checkpoint'), make_append_only('record_subject'), make_append_only('idempotency_key'),
             make_undeletable('site_head');

      CREATE FUNCTION site_head_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.site_id <> OLD.site_id OR NEW.origin <> OLD.origin OR NEW.size <= OLD.size OR NEW.last_at <= OLD.last_at THEN
          RAISE EXCEPTION 'the head of a log only grows' USING ERRCODE = 'restrict_violation',
            CONSTRAINT = 'site_head_only_grows', TABLE = 'site_head', SCHEMA = 'countersign';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER only_grows BEFORE UPDATE ON site_head FOR EACH ROW EXECUTE FUNCTION site_head_only_grows();
      ALTER TABLE site_head ENABLE ALWAYS TRIGGER only_grows;

      GRANT SELECT ON site_head, audit_record, audit_secret, tree_node, checkpoint, record_subject, idempotency_key
        TO countersign_app;
      GRANT SELECT ON site_head, tree_node, checkpoint TO countersign_signer;
      GRANT INSERT ON checkpoint TO countersign_signer;
      GRANT SELECT ON site_head, audit_record, tree_node, checkpoint, record_subject, idempotency_key
        TO countersign_auditor;
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
