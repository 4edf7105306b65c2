/** SQL of the one door, second half: the bytes of a record come in, and all that the tables hold is read out of them. */
export const APPEND = `
      -- Entry, signatures and lines of one record, with the balances after each line.
      CREATE FUNCTION post_entry(p_site uuid, p_seq bigint, p_recorded_at timestamptz, p_record jsonb) RETURNS void
      LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_entry jsonb := p_record -> 'entry';
        v_performer uuid := (p_record #>> '{actors,0,id}')::uuid;
        v_type text := p_record ->> 'type';
      BEGIN
        INSERT INTO entry (site_id, seq, type, occurred_at, recorded_at, performer_id, location_id, session_id, late, intent, reverses_seq)
        VALUES (p_site, p_seq, v_type, (p_record ->> 'occurredAt')::timestamptz, p_recorded_at, v_performer,
                (v_entry ->> 'locationId')::uuid, (v_entry ->> 'sessionId')::uuid, coalesce((v_entry ->> 'late')::boolean, false),
                v_entry ->> 'intent', (v_entry ->> 'reversesSeq')::bigint);

        INSERT INTO entry_signature (site_id, seq, person_id, role, meaning, method, evidence, intent, signature_id, signed_seq)
        SELECT p_site, p_seq, (a ->> 'id')::uuid, a ->> 'role', a ->> 'meaning', a ->> 'method', a ->> 'evidence',
               v_entry ->> 'intent', (a ->> 'signatureId')::uuid, coalesce((a ->> 'signedSeq')::bigint, p_seq)
        FROM jsonb_array_elements(p_record -> 'actors') a;

        WITH l AS (
          SELECT (row_number() OVER (ORDER BY o, i) - 1)::int AS line_no, v ->> 'holder' AS kind,
                 coalesce(x::uuid, (v ->> 'productId')::uuid) AS holder_id, (v ->> 'productId')::uuid AS product_id,
                 (v ->> 'locationId')::uuid AS location_id, coalesce((v ->> 'personId')::uuid, v_performer) AS person_id,
                 exact_thousandths(v ->> 'amountMg') AS amount_ug, exact_thousandths(v ->> 'volumeMl') AS volume_ul, (v ->> 'deviceCount')::int AS device_count
          FROM jsonb_array_elements(p_record -> 'lines') WITH ORDINALITY e(v, o)
          LEFT JOIN LATERAL jsonb_array_elements_text(v -> 'ids') WITH ORDINALITY t(x, i) ON true
        ), d AS (
          SELECT l.kind, l.holder_id, l.product_id, sum(l.amount_ug)::bigint AS amount_ug,
                 CASE WHEN l.kind = 'container' THEN container_floor_ug(c.state, c.label_amount_ug, c.overfill_allowance_ug)
                      WHEN l.kind IN ('in_hand', 'in_transit') THEN 0 END AS floor_ug,
                 CASE WHEN l.kind = 'container' THEN container_ceiling_ug(c.state, c.label_amount_ug) END AS ceiling_ug
          FROM l LEFT JOIN container c ON l.kind = 'container' AND c.site_id = p_site AND c.container_id = l.holder_id AND c.product_id = l.product_id
          GROUP BY l.kind, l.holder_id, l.product_id, c.state, c.label_amount_ug, c.overfill_allowance_ug
        ), changed AS (
          UPDATE holder h SET balance_ug = h.balance_ug + d.amount_ug, floor_ug = d.floor_ug, ceiling_ug = d.ceiling_ug, last_seq = p_seq
          FROM d WHERE h.site_id = p_site AND h.holder_id = d.holder_id AND h.kind = d.kind AND h.product_id = d.product_id
          RETURNING h.kind, h.holder_id, h.product_id, h.balance_ug
        ), made AS (
          -- Not an upsert: a CHECK is asked of the row that would be inserted, before the conflict is seen.
          INSERT INTO holder (site_id, kind, holder_id, product_id, balance_ug, floor_ug, ceiling_ug, last_seq)
          SELECT p_site, d.kind, d.holder_id, d.product_id, d.amount_ug, d.floor_ug, d.ceiling_ug, p_seq FROM d
          WHERE NOT EXISTS (SELECT FROM holder h WHERE h.site_id = p_site AND h.holder_id = d.holder_id AND h.kind = d.kind AND h.product_id = d.product_id)
          RETURNING kind, holder_id, product_id, balance_ug
        ), place AS (
          INSERT INTO place_total AS t (site_id, location_id, product_id, kind, balance_ug)
          SELECT p_site, location_id, product_id, kind, sum(amount_ug) FROM l GROUP BY location_id, product_id, kind
          ON CONFLICT (site_id, location_id, product_id, kind) DO UPDATE SET balance_ug = t.balance_ug + EXCLUDED.balance_ug
          RETURNING t.location_id, t.product_id, t.kind, t.balance_ug
        ), person AS (
          INSERT INTO person_total AS t (site_id, person_id, product_id, kind, balance_ug)
          SELECT p_site, person_id, product_id, kind, sum(amount_ug) FROM l GROUP BY person_id, product_id, kind
          ON CONFLICT (site_id, person_id, product_id, kind) DO UPDATE SET balance_ug = t.balance_ug + EXCLUDED.balance_ug
          RETURNING t.person_id, t.product_id, t.kind, t.balance_ug
        ), after AS (SELECT * FROM changed UNION ALL SELECT * FROM made)
        INSERT INTO line (site_id, seq, line_no, entry_type, kind, holder_id, product_id, location_id, person_id, session_id,
                          amount_ug, volume_ul, device_count, balance_after_ug, place_after_ug, person_after_ug)
        SELECT p_site, p_seq, l.line_no, v_type, l.kind, l.holder_id, l.product_id, l.location_id, l.person_id, (v_entry ->> 'sessionId')::uuid,
               l.amount_ug, l.volume_ul, l.device_count,
               -- The balance after the whole entry, less what the later lines of it move.
               a.balance_ug - coalesce(sum(l.amount_ug) OVER (PARTITION BY l.kind, l.holder_id, l.product_id ORDER BY l.line_no ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0),
               pl.balance_ug - coalesce(sum(l.amount_ug) OVER (PARTITION BY l.location_id, l.product_id, l.kind ORDER BY l.line_no ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0),
               pe.balance_ug - coalesce(sum(l.amount_ug) OVER (PARTITION BY l.person_id, l.product_id, l.kind ORDER BY l.line_no ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0)
        FROM l
        JOIN after a ON a.kind = l.kind AND a.holder_id = l.holder_id AND a.product_id = l.product_id
        JOIN place pl ON pl.location_id = l.location_id AND pl.product_id = l.product_id AND pl.kind = l.kind
        JOIN person pe ON pe.person_id = l.person_id AND pe.product_id = l.product_id AND pe.kind = l.kind
        ORDER BY l.line_no;
      END $$;

      -- A leaf, and every subtree it completes (RFC 6962 section 2.1).
      CREATE FUNCTION append_leaf(p_site uuid, p_seq bigint, p_leaf bytea) RETURNS void
      LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_n bigint := p_seq;
        v_level smallint := 0;
        v_hash bytea := p_leaf;
      BEGIN
        INSERT INTO tree_node (site_id, level, n, hash) VALUES (p_site, 0, v_n, v_hash);
        WHILE v_n % 2 = 1 LOOP
          v_hash := sha256('\\x01'::bytea || (SELECT t.hash FROM tree_node t WHERE t.site_id = p_site AND t.level = v_level AND t.n = v_n - 1) || v_hash);
          v_n := v_n / 2;
          v_level := v_level + 1;
          INSERT INTO tree_node (site_id, level, n, hash) VALUES (p_site, v_level, v_n, v_hash);
        END LOOP;
      END $$;

      -- The bytes a value has (audit-log.md, "Record"): RFC 8785 in our profile. What leaves the profile gives NULL. Keys are
      -- ASCII, so their order by bytes is their order by UTF-16 code units; jsonb writes strings as ECMAScript does.
      CREATE FUNCTION canonical_json(p_value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_parts text[] := '{}';
        v_key text;
        v_item jsonb;
        v_text text;
      BEGIN
        CASE jsonb_typeof(p_value)
          WHEN 'object' THEN
            FOR v_key, v_item IN SELECT key, value FROM jsonb_each(p_value) ORDER BY key COLLATE "C" LOOP
              v_text := canonical_json(v_item);
              IF v_text IS NULL OR v_key !~ '^[a-z][A-Za-z0-9]*$' THEN RETURN NULL; END IF;
              v_parts := v_parts || ('"' || v_key || '":' || v_text);
            END LOOP;
            RETURN '{' || array_to_string(v_parts, ',') || '}';
          WHEN 'array' THEN
            FOR v_item IN SELECT value FROM jsonb_array_elements(p_value) LOOP
              v_text := canonical_json(v_item);
              IF v_text IS NULL THEN RETURN NULL; END IF;
              v_parts := v_parts || v_text;
            END LOOP;
            RETURN '[' || array_to_string(v_parts, ',') || ']';
          WHEN 'string' THEN
            RETURN CASE WHEN p_value #>> '{}' IS NFC NORMALIZED THEN p_value::text END;
          WHEN 'number' THEN
            RETURN CASE WHEN p_value::text ~ '^-?[0-9]{1,16}$' AND abs(p_value::text::numeric) <= 9007199254740991 THEN p_value::text END;
          WHEN 'boolean' THEN
            RETURN p_value::text;
          ELSE
            RETURN NULL;
        END CASE;
      END $$;

      -- Puts a record into the life of everything it is about, and asks that its bytes say at which place: with a gap nowhere, a
      -- record that is left out later is missed (docs/audit-log.md, "Completeness").
      CREATE FUNCTION number_subjects(p_site uuid, p_seq bigint, p_subjects uuid[], p_nth jsonb) RETURNS void
      LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_unnamed uuid;
        v_nth jsonb;
      BEGIN
        SELECT i.implied INTO v_unnamed FROM subjects_implied(p_site, p_subjects) i WHERE NOT i.implied = ANY (p_subjects) LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'record % does not name %, which it is about', p_seq, v_unnamed USING ERRCODE = 'check_violation',
            CONSTRAINT = 'record_names_what_it_is_about', TABLE = 'record_subject', SCHEMA = 'countersign';
        END IF;
        WITH made AS (
          INSERT INTO record_subject (site_id, subject_id, seq, nth)
          SELECT p_site, s, p_seq, 1 + coalesce((SELECT r.nth FROM record_subject r WHERE r.site_id = p_site AND r.subject_id = s
                                                 ORDER BY r.seq DESC LIMIT 1), 0)
          FROM unnest(p_subjects) s RETURNING subject_id, nth
        ) SELECT jsonb_agg(m.nth ORDER BY m.subject_id) INTO v_nth FROM made m;
        IF p_nth IS DISTINCT FROM v_nth THEN
          RAISE EXCEPTION 'the running numbers of record % are % and must be %', p_seq, p_nth, v_nth USING ERRCODE = 'check_violation',
            CONSTRAINT = 'record_subject_numbers_run', TABLE = 'record_subject', SCHEMA = 'countersign';
        END IF;
      END $$;

      CREATE FUNCTION append_record(p_head site_head, p_record bytea, p_salt bytea, p_private bytea, p_recorded_at timestamptz)
      RETURNS bytea LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_rec jsonb := convert_from(p_record, 'UTF8')::jsonb;
        v_seq bigint := p_head.size;
        v_leaf bytea;
        v_change jsonb;
        v_id uuid;
        v_subjects uuid[];
        v_containers uuid[] := '{}';
        v_holders uuid[] := '{}';
      BEGIN
        IF convert_to(canonical_json(v_rec), 'UTF8') IS DISTINCT FROM p_record THEN
          RAISE EXCEPTION 'record % is not the canonical bytes of what it says', v_seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_record_is_canonical', TABLE = 'audit_record', SCHEMA = 'countersign';
        END IF;
        IF (v_rec ->> 'v', v_rec ->> 'origin', v_rec ->> 'seq', v_rec ->> 'recordedAt')
           IS DISTINCT FROM ('countersign-record/v1', p_head.origin, v_seq::text,
                             to_char(p_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) THEN
          RAISE EXCEPTION 'the bytes say they are record % of % at %', v_rec ->> 'seq', v_rec ->> 'origin', v_rec ->> 'recordedAt'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_record_says_its_place', TABLE = 'audit_record', SCHEMA = 'countersign';
        END IF;
        -- Never earlier than the record before it, never earlier than this transaction, nor in a transaction held open to be
        -- dated back in, and never in the future.
        IF p_recorded_at <= p_head.last_at
           OR p_recorded_at > greatest(ledger_clock(), p_head.last_at + interval '1 microsecond')
           OR p_recorded_at < greatest(ledger_clock_at_start(), ledger_clock() - interval '10 seconds') THEN
          RAISE EXCEPTION 'record % cannot be dated %', v_seq, p_recorded_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_record_time_is_now', TABLE = 'audit_record', SCHEMA = 'countersign';
        END IF;

        v_leaf := sha256('\\x00'::bytea || convert_to(E'countersign-entry/v1\\n' || p_head.origin || E'\\n' || v_seq || E'\\n'
          || encode(sha256(convert_to(E'countersign-commit/v1\\n', 'UTF8') || p_salt || p_record), 'base64') || E'\\n', 'UTF8'));
        INSERT INTO audit_record (site_id, seq, id, type, occurred_at, recorded_at, actor_id, record, leaf_hash)
        VALUES (p_head.site_id, v_seq, v_rec ->> 'id', v_rec ->> 'type', (v_rec ->> 'occurredAt')::timestamptz, p_recorded_at,
                (v_rec #>> '{actors,0,id}')::uuid, p_record, v_leaf);
        INSERT INTO audit_secret (site_id, seq, salt, private_values) VALUES (p_head.site_id, v_seq, p_salt, p_private);
        PERFORM append_leaf(p_head.site_id, v_seq, v_leaf);

        v_subjects := ARRAY(SELECT (a ->> 'id')::uuid FROM jsonb_array_elements(v_rec -> 'actors') a)
          || ARRAY(SELECT s::uuid FROM jsonb_array_elements_text(coalesce(v_rec -> 'subjects', '[]'::jsonb)) s);
        -- Every id that a change gives: its own row's, and those it refers to. subjectsOf of src/domain/ledger says the same.
        v_subjects := v_subjects || ARRAY(SELECT x::uuid FROM jsonb_array_elements(coalesce(v_rec -> 'changes', '[]'::jsonb)) c
          CROSS JOIN LATERAL jsonb_each(c || coalesce(c -> 'each', '{}'::jsonb)) e(k, v)
          CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(v) WHEN 'array' THEN v ELSE jsonb_build_array(v) END) x
          WHERE k ~ '(^i|I)d$' AND x ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$');
        FOR v_change IN SELECT c FROM changed_rows(coalesce(v_rec -> 'changes', '[]'::jsonb)) c LOOP
          IF NOT EXISTS (SELECT FROM state_table t WHERE t.name = v_change ->> 'table' AND t.id_column IS NOT NULL) THEN
            RAISE EXCEPTION 'no state table %', v_change ->> 'table'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'state_table_known', TABLE = 'state_table', SCHEMA = 'countersign';
          END IF;
          EXECUTE format('SELECT %I($1, $2, $3)', 'state_put_' || (v_change ->> 'table')) INTO v_id
            USING p_head.site_id, v_seq, state_columns(v_change);
          IF v_change ->> 'table' = 'container' THEN
            v_containers := v_containers || v_id;
          END IF;
        END LOOP;

        IF v_rec ? 'lines' <> v_rec ? 'entry' THEN
          RAISE EXCEPTION 'record % has lines and no entry, or an entry and no lines', v_seq
            USING ERRCODE = 'check_violation', CONSTRAINT = 'record_lines_are_of_an_entry', TABLE = 'entry', SCHEMA = 'countersign';
        END IF;
        IF v_rec ? 'entry' THEN
          PERFORM post_entry(p_head.site_id, v_seq, p_recorded_at, v_rec);
          v_holders := ARRAY(SELECT holder_id FROM line l WHERE l.site_id = p_head.site_id AND l.seq = v_seq AND l.kind IN ('container', 'in_hand', 'suspense'));
          v_subjects := v_subjects || v_holders || (v_rec #>> '{entry,sessionId}')::uuid
            || ARRAY(SELECT (l ->> 'productId')::uuid FROM jsonb_array_elements(v_rec -> 'lines') l);
        END IF;
        v_subjects := ARRAY(SELECT DISTINCT s FROM unnest(v_subjects) s WHERE s IS NOT NULL);
        PERFORM number_subjects(p_head.site_id, v_seq, v_subjects, v_rec -> 'nth');

        -- A container whose state changed without a line (an exact close-out) gets the bounds of its new state too.
        IF NOT v_containers <@ v_holders THEN
          UPDATE holder h SET floor_ug = container_floor_ug(c.state, c.label_amount_ug, c.overfill_allowance_ug),
                              ceiling_ug = container_ceiling_ug(c.state, c.label_amount_ug)
          FROM container c
          WHERE c.site_id = p_head.site_id AND c.container_id = ANY (v_containers) AND NOT c.container_id = ANY (v_holders)
            AND h.site_id = c.site_id AND h.holder_id = c.container_id AND h.kind = 'container';
        END IF;
        RETURN v_leaf;
      END $$;

      -- Appends records in order. A key, its request digest, status and answer are null where a record has none.
      CREATE FUNCTION ledger_append(p_site uuid, p_records bytea[], p_salts bytea[], p_privates bytea[], p_recorded_ats timestamptz[],
                                    p_keys text[], p_digests bytea[], p_statuses int[], p_answers jsonb[])
      RETURNS TABLE (seq bigint, leaf_hash bytea)
      -- No plan depends on the values: planning each time would cost more than running. Nor on how full a table is: a plan
      -- made while it was nearly empty would read all of it, or all of a site, for as long as the connection lives.
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      DECLARE
        v_head site_head;
      BEGIN
        SELECT * INTO STRICT v_head FROM site_head h WHERE h.site_id = p_site FOR UPDATE;
        FOR i IN 1 .. array_length(p_records, 1) LOOP
          leaf_hash := append_record(v_head, p_records[i], p_salts[i], p_privates[i], p_recorded_ats[i]);
          seq := v_head.size;
          IF p_keys[i] IS NOT NULL THEN
            IF p_keys[i] IS DISTINCT FROM convert_from(p_records[i], 'UTF8')::jsonb ->> 'id' THEN
              RAISE EXCEPTION 'the key of record % is not its id', seq
                USING ERRCODE = 'check_violation', CONSTRAINT = 'idempotency_key_is_the_records', TABLE = 'idempotency_key', SCHEMA = 'countersign';
            END IF;
            INSERT INTO idempotency_key (site_id, key, request_digest, seq, status, answer)
            VALUES (p_site, p_keys[i], p_digests[i], seq, p_statuses[i], p_answers[i]);
          END IF;
          v_head.size := v_head.size + 1;
          v_head.last_at := p_recorded_ats[i];
          RETURN NEXT;
        END LOOP;
        UPDATE site_head h SET size = v_head.size, last_at = v_head.last_at WHERE h.site_id = p_site;
      END $$;
`;
