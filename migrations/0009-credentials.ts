import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How somebody proves who they are. None of this is of the ledger: passwords change and sessions end, and neither is
 * a fact of the log (that it happened is, as a record). So the application's role may write here, and only secrets
 * that cannot be used as they lie are kept: hashes of passwords and tokens, authenticator secrets sealed with a key
 * outside the database. These times are the machine's, never the ledger's.
 */
export class Credentials1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE TABLE credential (
        person_id uuid NOT NULL,
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL DEFAULT now(),
        totp_sealed bytea,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        CONSTRAINT credential_pk PRIMARY KEY (person_id),
        CONSTRAINT credential_of_person FOREIGN KEY (person_id) REFERENCES person (person_id),
        CONSTRAINT credential_password_is_argon2id CHECK (password_hash LIKE '$argon2id$v=19$%'),
        CONSTRAINT credential_totp_confirmed_has_a_secret CHECK (totp_confirmed_at IS NULL OR (totp_sealed IS NOT NULL AND totp_last_step IS NOT NULL))
      );

      CREATE TABLE auth_session (
        token_hash bytea NOT NULL,
        session_id uuid NOT NULL,
        person_id uuid NOT NULL,
        method text NOT NULL,
        kind text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        idle_seconds int NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT auth_session_pk PRIMARY KEY (token_hash),
        CONSTRAINT auth_session_id_unique UNIQUE (session_id),
        CONSTRAINT auth_session_of_person FOREIGN KEY (person_id) REFERENCES credential (person_id),
        CONSTRAINT auth_session_token_is_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT auth_session_method_known CHECK (method IN ('password', 'password+totp')),
        CONSTRAINT auth_session_kind_known CHECK (kind IN ('cookie', 'bearer')),
        CONSTRAINT auth_session_ends CHECK (expires_at > created_at AND expires_at <= created_at + interval '12 hours'),
        CONSTRAINT auth_session_idles CHECK (idle_seconds BETWEEN 1 AND 43200)
      ) WITH (fillfactor = 70);
      CREATE INDEX auth_session_by_person ON auth_session (person_id);
      CREATE INDEX auth_session_by_end ON auth_session (expires_at);

      -- Failed attempts, by a keyed hash of the user name as typed (whether it exists or not) and by address.
      CREATE TABLE login_throttle (
        kind text NOT NULL,
        key_hash bytea NOT NULL,
        failures int NOT NULL,
        last_failure_at timestamptz NOT NULL,
        blocked_until timestamptz,
        CONSTRAINT login_throttle_pk PRIMARY KEY (kind, key_hash),
        CONSTRAINT login_throttle_kind_known CHECK (kind IN ('username', 'address')),
        CONSTRAINT login_throttle_key_is_hashed CHECK (octet_length(key_hash) = 32),
        CONSTRAINT login_throttle_counts CHECK (failures > 0)
      );
      CREATE INDEX login_throttle_by_time ON login_throttle (last_failure_at);

      CREATE TABLE invitation (
        invitation_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        person_id uuid NOT NULL,
        purpose text NOT NULL,
        remove_second_factor boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT invitation_pk PRIMARY KEY (invitation_id),
        CONSTRAINT invitation_token_unique UNIQUE (token_hash),
        CONSTRAINT invitation_token_is_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT invitation_of_person FOREIGN KEY (person_id) REFERENCES person (person_id),
        CONSTRAINT invitation_purpose_known CHECK (purpose IN ('invitation', 'reset')),
        CONSTRAINT invitation_ends CHECK (expires_at > created_at)
      );
      CREATE INDEX invitation_by_person ON invitation (person_id);

      CREATE FUNCTION invitation_used_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'invitation % has been used', OLD.invitation_id USING ERRCODE = 'check_violation',
          CONSTRAINT = 'invitation_used_once', TABLE = 'invitation', SCHEMA = 'countersign';
      END $$;
      CREATE TRIGGER used_once BEFORE UPDATE ON invitation FOR EACH ROW WHEN (OLD.used_at IS NOT NULL)
        EXECUTE FUNCTION invitation_used_once();
      ALTER TABLE invitation ENABLE ALWAYS TRIGGER used_once;

      -- The one-time links to make the first administrator; all of one start of an organisation name the same log.
      CREATE TABLE setup_link (
        token_hash bytea NOT NULL,
        organisation_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT setup_link_pk PRIMARY KEY (token_hash),
        CONSTRAINT setup_link_token_is_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT setup_link_ends CHECK (expires_at > created_at)
      );

      REVOKE ALL ON FUNCTION invitation_used_once() FROM PUBLIC;
      GRANT SELECT, INSERT, UPDATE, DELETE ON credential, auth_session, login_throttle, invitation, setup_link TO countersign_app;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
