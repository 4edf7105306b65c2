import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of one's own. Which public key is whose follows the organisation's log, and so does every answer a key gave as a
 * signature, in the log of the site: whoever has the records can check both without us. What changes with every use (the
 * authenticator's counter, the name its owner gave it) is no fact of the log and lies beside the passwords.
 */
export class Passkeys1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE TABLE passkey (
        site_id uuid NOT NULL,
        passkey_id uuid NOT NULL,
        person_id uuid NOT NULL,
        credential_hash text NOT NULL, -- base64 SHA-256 of the authenticator's own name for it
        public_key text NOT NULL,      -- base64 COSE_Key
        algorithm int NOT NULL,
        aaguid uuid NOT NULL,          -- the make of authenticator, as it says itself
        rp_id text NOT NULL,
        device_bound boolean NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz,
        seq bigint NOT NULL,
        CONSTRAINT passkey_pk PRIMARY KEY (site_id, passkey_id),
        CONSTRAINT passkey_of_person FOREIGN KEY (person_id) REFERENCES person (person_id),
        CONSTRAINT passkey_credential_unique UNIQUE (credential_hash),
        CONSTRAINT passkey_id_unique UNIQUE (passkey_id),
        CONSTRAINT passkey_algorithm_known CHECK (algorithm IN (-7, -8, -257))
      );
      CREATE INDEX passkey_by_person ON passkey (person_id);

      -- Who made the link by which somebody's account was last opened. (Who signs beside an administrator is a subject too.)
      CREATE FUNCTION account_opened_by(p_site uuid, p_person uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT r.actor_id FROM record_subject s JOIN audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
        CROSS JOIN LATERAL (SELECT convert_from(r.record, 'UTF8')::jsonb AS body) b
        WHERE s.site_id = p_site AND s.subject_id = p_person AND r.type IN ('person_added', 'person_invited')
          AND (b.body #>> '{act,personId}' = p_person::text
               OR b.body -> 'changes' @> jsonb_build_array(jsonb_build_object('table', 'person', 'personId', p_person::text)))
        ORDER BY r.seq DESC LIMIT 1
      $$;

      -- Nobody enrols a key for another: who does it is whose it is. And nobody does it alone: without a key already, another
      -- person vouches who did not make the link by which the account was opened. Only the first administrator, whose account
      -- nobody else made and nobody else opened again, has nobody to ask.
      CREATE FUNCTION passkey_enrolled_rightly() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_record jsonb := (SELECT convert_from(r.record, 'UTF8')::jsonb FROM audit_record r WHERE r.site_id = NEW.site_id AND r.seq = NEW.seq);
        v_opened_by uuid;
      BEGIN
        IF (v_record #>> '{actors,0,id}')::uuid IS DISTINCT FROM NEW.person_id OR NEW.removed_at IS NOT NULL THEN
          RAISE EXCEPTION 'the key % is enrolled by somebody else than its owner', NEW.passkey_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_enrolled_by_its_owner', TABLE = 'passkey', SCHEMA = 'countersign';
        END IF;
        IF EXISTS (SELECT FROM passkey p WHERE p.person_id = NEW.person_id AND p.passkey_id <> NEW.passkey_id AND p.removed_at IS NULL) THEN
          RETURN NULL;
        END IF;
        v_opened_by := account_opened_by(NEW.site_id, NEW.person_id);
        IF v_opened_by IS NULL AND EXISTS (SELECT FROM audit_record r WHERE r.site_id = NEW.site_id AND r.seq = 0 AND r.actor_id = NEW.person_id) THEN
          RETURN NULL;
        END IF;
        IF NOT EXISTS (SELECT FROM jsonb_array_elements(v_record -> 'actors') WITH ORDINALITY t(a, o)
                       WHERE o > 1 AND a ->> 'meaning' = 'checked' AND (a ->> 'id')::uuid <> NEW.person_id
                         AND (a ->> 'id')::uuid IS DISTINCT FROM v_opened_by) THEN
          RAISE EXCEPTION 'the first key of % is vouched for by nobody', NEW.person_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_first_is_vouched_for', TABLE = 'passkey', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER passkey_enrolled_rightly AFTER INSERT ON passkey FOR EACH ROW EXECUTE FUNCTION passkey_enrolled_rightly();
      ALTER TABLE passkey ENABLE ALWAYS TRIGGER passkey_enrolled_rightly;

      CREATE FUNCTION passkey_stays_removed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the key % has been removed', OLD.passkey_id USING ERRCODE = 'restrict_violation',
          CONSTRAINT = 'passkey_stays_removed', TABLE = 'passkey', SCHEMA = 'countersign';
      END $$;
      CREATE TRIGGER passkey_stays_removed BEFORE UPDATE ON passkey FOR EACH ROW WHEN (OLD.removed_at IS NOT NULL)
        EXECUTE FUNCTION passkey_stays_removed();
      ALTER TABLE passkey ENABLE ALWAYS TRIGGER passkey_stays_removed;

      -- What an authenticator answered, with the key it is to be checked by: the evidence of a signature.
      CREATE TABLE passkey_signature (
        site_id uuid NOT NULL,
        signature_id uuid NOT NULL,
        passkey_id uuid NOT NULL,
        person_id uuid NOT NULL,
        intent text NOT NULL,
        public_key text NOT NULL,
        rp_id text NOT NULL,
        device_bound boolean NOT NULL,
        sign_count bigint NOT NULL,
        authenticator_data text NOT NULL,
        client_data text NOT NULL,
        assertion text NOT NULL,
        seq bigint NOT NULL,
        CONSTRAINT passkey_signature_pk PRIMARY KEY (site_id, signature_id),
        CONSTRAINT passkey_signature_of_signature FOREIGN KEY (site_id, signature_id) REFERENCES signature (site_id, signature_id),
        -- The challenge is the intent and nothing random, so an answer could be sent again: it counts once. A key that counts
        -- may answer again; the answers of one that does not cannot be told apart, so it signs an act once.
        CONSTRAINT passkey_signs_an_act_once UNIQUE (site_id, passkey_id, intent, sign_count),
        CONSTRAINT passkey_signature_is_of_its_intent CHECK ((
          convert_from(decode(client_data, 'base64'), 'UTF8')::jsonb ->> 'challenge' = rtrim(translate(intent, '+/', '-_'), '=')
          AND convert_from(decode(client_data, 'base64'), 'UTF8')::jsonb ->> 'type' = 'webauthn.get') IS TRUE),
        CONSTRAINT passkey_signature_verified_the_person CHECK (
          octet_length(decode(authenticator_data, 'base64')) >= 37
          AND substring(decode(authenticator_data, 'base64') FOR 32) = sha256(convert_to(rp_id, 'UTF8'))
          AND get_byte(decode(authenticator_data, 'base64'), 32) & 5 = 5
          AND (get_byte(decode(authenticator_data, 'base64'), 32) & 8 = 0) = device_bound
          AND ('x' || encode(substring(decode(authenticator_data, 'base64') FROM 34 FOR 4), 'hex'))::bit(32)::bigint & 4294967295 = sign_count)
      );
      CREATE INDEX passkey_signature_by_intent ON passkey_signature (site_id, intent);

      CREATE FUNCTION passkey_signature_is_of_a_live_key() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM passkey p WHERE p.passkey_id = NEW.passkey_id AND p.person_id = NEW.person_id AND p.public_key = NEW.public_key
                       AND p.rp_id = NEW.rp_id AND p.device_bound = NEW.device_bound AND p.removed_at IS NULL) THEN
          RAISE EXCEPTION 'the key % is not enrolled like this', NEW.passkey_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_signature_is_of_a_live_key', TABLE = 'passkey_signature', SCHEMA = 'countersign';
        END IF;
        IF NOT EXISTS (SELECT FROM signature s WHERE s.site_id = NEW.site_id AND s.signature_id = NEW.signature_id AND s.person_id = NEW.person_id
                       AND s.intent = NEW.intent AND s.method = 'signature:passkey' AND s.seq = NEW.seq) THEN
          RAISE EXCEPTION 'the signature % was not made with this key', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_signature_is_of_its_signature', TABLE = 'passkey_signature', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER is_of_a_live_key AFTER INSERT ON passkey_signature FOR EACH ROW EXECUTE FUNCTION passkey_signature_is_of_a_live_key();
      ALTER TABLE passkey_signature ENABLE ALWAYS TRIGGER is_of_a_live_key;

      -- Asked at the end of the transaction: the answer of the key follows its signature in the record.
      CREATE FUNCTION signature_has_its_assertion() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp
      SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      DECLARE
        v_device_bound boolean := (SELECT device_bound FROM passkey_signature p WHERE p.site_id = NEW.site_id AND p.signature_id = NEW.signature_id);
      BEGIN
        IF (NEW.method = 'signature:passkey') <> (v_device_bound IS NOT NULL) THEN
          RAISE EXCEPTION 'the signature % says that a key made it, and the answer of a key is not there', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'signature_has_its_assertion', TABLE = 'signature', SCHEMA = 'countersign';
        END IF;
        IF NEW.meaning = 'witnessed' AND v_device_bound IS NOT TRUE
           AND (SELECT (policy ->> 'requireDeviceBoundKeys')::boolean FROM site s WHERE s.site_id = NEW.site_id AND s.id = NEW.site_id) THEN
          RAISE EXCEPTION 'the witness of signature % used no key that stays on its device', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'witness_signs_with_a_device_bound_key', TABLE = 'signature', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER signature_has_its_assertion AFTER INSERT ON signature
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION signature_has_its_assertion();
      ALTER TABLE signature ENABLE ALWAYS TRIGGER signature_has_its_assertion;

      SELECT register_state_table('passkey', true, '{person_id}'), register_state_table('passkey_signature', false, '{intent}');
      SELECT make_fixed_but('passkey', '{removed_at,seq}'), make_fixed_but('passkey_signature');

      -- What a key's use changes. Not of the ledger, like passwords.
      CREATE TABLE passkey_use (
        passkey_id uuid NOT NULL,
        credential_id bytea NOT NULL,
        name text NOT NULL,
        transports text[] NOT NULL,
        device_bound boolean NOT NULL,
        sign_count bigint NOT NULL,
        backed_up boolean NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT passkey_use_pk PRIMARY KEY (passkey_id),
        CONSTRAINT passkey_use_of_passkey FOREIGN KEY (passkey_id) REFERENCES passkey (passkey_id),
        CONSTRAINT passkey_use_credential_unique UNIQUE (credential_id)
      );
      -- A key that stays on its device counts its signatures. One that counts back has been copied.
      CREATE FUNCTION passkey_counter_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the key % has signed % times and says %', OLD.passkey_id, OLD.sign_count, NEW.sign_count USING ERRCODE = 'check_violation',
          CONSTRAINT = 'passkey_counter_grows', TABLE = 'passkey_use', SCHEMA = 'countersign';
      END $$;
      CREATE TRIGGER counter_grows BEFORE UPDATE OF sign_count ON passkey_use FOR EACH ROW
        WHEN (OLD.device_bound AND (OLD.sign_count > 0 OR NEW.sign_count > 0) AND NEW.sign_count <= OLD.sign_count)
        EXECUTE FUNCTION passkey_counter_grows();
      ALTER TABLE passkey_use ENABLE ALWAYS TRIGGER counter_grows;

      -- Questions an authenticator is to answer, but for signatures, whose question is the intent. Each is asked once.
      CREATE TABLE webauthn_challenge (
        challenge_hash bytea NOT NULL,
        purpose text NOT NULL,
        session_id uuid,
        expires_at timestamptz NOT NULL,
        CONSTRAINT webauthn_challenge_pk PRIMARY KEY (challenge_hash),
        CONSTRAINT webauthn_challenge_is_hashed CHECK (octet_length(challenge_hash) = 32),
        CONSTRAINT webauthn_challenge_purpose_known CHECK (purpose IN ('login', 'enrolment', 'confirmation')),
        CONSTRAINT webauthn_challenge_of_a_session CHECK ((purpose = 'login') = (session_id IS NULL))
      );
      CREATE INDEX webauthn_challenge_by_end ON webauthn_challenge (expires_at);

      ALTER TABLE auth_session DROP CONSTRAINT auth_session_method_known;
      ALTER TABLE auth_session ADD CONSTRAINT auth_session_method_known CHECK (method IN ('password', 'password+totp', 'passkey'));

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION account_opened_by(uuid, uuid) TO countersign_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_use, webauthn_challenge TO countersign_app;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
