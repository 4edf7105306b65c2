import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One answer of a key may make the signatures of a whole list: the lots of a delivery, the lines of a count. What the key then
 * answered to is the digest of the list of intents, and the record makes exactly the signatures of that list, in its order. An act
 * and a list never have one digest, so which of the two an answer is for is seen from the answer. A list is checked and never
 * witnessed: a witness states of each waste alone what they saw.
 *
 * Who vouches for a first key may do it with a key of their own. Then the record makes the signature too, and what the key
 * answered to is the digest of the key that is vouched for and of whose it is.
 *
 * And where a site asks for keys that stay on their device, it asks them of everybody who signs beside the performer.
 */
export class KeysSignLists1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      CREATE INDEX passkey_signature_by_record ON passkey_signature (site_id, seq);

      -- intentOfList of src/domain/webauthn says the same.
      CREATE FUNCTION intent_of_list(p_intents jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT SET search_path = countersign, pg_temp AS $$
        SELECT encode(sha256(convert_to(E'countersign-intents/v1\\n' || canonical_json(jsonb_build_object('intents', p_intents)), 'UTF8')), 'base64')
      $$;

      CREATE OR REPLACE FUNCTION passkey_signature_is_of_a_live_key() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_intent text := (SELECT s.intent FROM signature s WHERE s.site_id = NEW.site_id AND s.signature_id = NEW.signature_id AND s.person_id = NEW.person_id
                          AND s.method = 'signature:passkey' AND s.seq = NEW.seq);
        v_intents jsonb;
        v_alike boolean;
        v_checked boolean;
      BEGIN
        IF NOT EXISTS (SELECT FROM passkey p WHERE p.passkey_id = NEW.passkey_id AND p.person_id = NEW.person_id AND p.public_key = NEW.public_key
                       AND p.rp_id = NEW.rp_id AND p.device_bound = NEW.device_bound AND p.removed_at IS NULL) THEN
          RAISE EXCEPTION 'the key % is not enrolled like this', NEW.passkey_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_signature_is_of_a_live_key', TABLE = 'passkey_signature', SCHEMA = 'countersign';
        END IF;
        IF v_intent = NEW.intent THEN
          RETURN NULL;
        END IF;
        -- Not the act's own digest: then that of every signature the record makes, as its bytes list them.
        SELECT jsonb_agg(c -> 'intent' ORDER BY o), bool_and((c ->> 'personId')::uuid = NEW.person_id AND c ->> 'method' = 'signature:passkey'),
               bool_and(c ->> 'meaning' = 'checked') INTO v_intents, v_alike, v_checked
          FROM audit_record r
          CROSS JOIN LATERAL changed_rows(convert_from(r.record, 'UTF8')::jsonb -> 'changes') WITH ORDINALITY t(c, o)
          WHERE r.site_id = NEW.site_id AND r.seq = NEW.seq AND c ->> 'table' = 'signature';
        IF v_intent IS NULL OR v_alike IS NOT TRUE OR intent_of_list(v_intents) IS DISTINCT FROM NEW.intent THEN
          RAISE EXCEPTION 'the signature % was not made with this key', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_signature_is_of_its_signature', TABLE = 'passkey_signature', SCHEMA = 'countersign';
        END IF;
        IF v_checked IS NOT TRUE THEN
          RAISE EXCEPTION 'the signatures of record % are of a list, which is checked and nothing else', NEW.seq USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_signs_lists_that_are_checked', TABLE = 'passkey_signature', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;

      -- The answer of its own, or the one to the whole list, which the trigger above has compared with all of the record's signatures.
      CREATE OR REPLACE FUNCTION signature_has_its_assertion() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp
      SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      DECLARE
        v_device_bound boolean := (
          SELECT bool_and(p.device_bound) FROM passkey_signature p WHERE p.site_id = NEW.site_id AND p.seq = NEW.seq AND (p.signature_id = NEW.signature_id
            OR p.intent <> (SELECT s.intent FROM signature s WHERE s.site_id = p.site_id AND s.signature_id = p.signature_id)));
      BEGIN
        IF (NEW.method = 'signature:passkey') <> (v_device_bound IS NOT NULL) THEN
          RAISE EXCEPTION 'the signature % says that a key made it, and the answer of a key is not there', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'signature_has_its_assertion', TABLE = 'signature', SCHEMA = 'countersign';
        END IF;
        IF v_device_bound IS NOT TRUE
           AND (SELECT (policy ->> 'requireDeviceBoundKeys')::boolean FROM site s WHERE s.site_id = NEW.site_id AND s.id = NEW.site_id) THEN
          RAISE EXCEPTION 'who made signature % used no key that stays on its device', NEW.signature_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'witness_signs_with_a_device_bound_key', TABLE = 'signature', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;

      -- confirmationIntent of src/domain/webauthn says the same.
      CREATE FUNCTION confirmation_intent(p_confirmed jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT SET search_path = countersign, pg_temp AS $$
        SELECT encode(sha256(convert_to(E'countersign-confirmation/v1\\n' || canonical_json(p_confirmed), 'UTF8')), 'base64')
      $$;

      -- As before, and whoever vouched with a key vouched for this key, in this record.
      CREATE OR REPLACE FUNCTION passkey_enrolled_rightly() RETURNS trigger LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_record jsonb := (SELECT convert_from(r.record, 'UTF8')::jsonb FROM audit_record r WHERE r.site_id = NEW.site_id AND r.seq = NEW.seq);
        v_intent text := confirmation_intent(jsonb_build_object('type', 'passkey_added', 'personId', NEW.person_id, 'credentialHash', NEW.credential_hash,
          'publicKey', NEW.public_key, 'rpId', NEW.rp_id, 'deviceBound', NEW.device_bound));
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
                         AND (a ->> 'id')::uuid IS DISTINCT FROM v_opened_by
                         AND (a ->> 'method' <> 'signature:passkey' OR EXISTS (
                           SELECT FROM jsonb_array_elements(v_record -> 'changes') c
                           WHERE c ->> 'table' = 'signature' AND c ->> 'signatureId' = a ->> 'signatureId' AND c ->> 'personId' = a ->> 'id'
                             AND c ->> 'method' = a ->> 'method' AND c ->> 'evidence' = a ->> 'evidence' AND c ->> 'intent' = v_intent))) THEN
          RAISE EXCEPTION 'the first key of % is vouched for by nobody', NEW.person_id USING ERRCODE = 'check_violation',
            CONSTRAINT = 'passkey_first_is_vouched_for', TABLE = 'passkey', SCHEMA = 'countersign';
        END IF;
        RETURN NULL;
      END $$;

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
