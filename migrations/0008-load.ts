/** SQL of the one door, first half: what an act sees, locked, and which numbers its record will carry. */
export const LOAD = `
      CREATE FUNCTION ledger_open_log(p_site uuid, p_origin text) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp AS $$
      BEGIN
        INSERT INTO site_head (site_id, origin) VALUES (p_site, p_origin);
      END $$;

      -- Questions an act may ask besides the rows of state tables.
      CREATE FUNCTION state_read_stock(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(jsonb_build_object('location_id', split_part(v, ':', 1), 'product_id', split_part(v, ':', 2),
          'sealed_containers', (SELECT count(*) FROM container c WHERE c.site_id = p_site AND c.location_id = split_part(v, ':', 1)::uuid
            AND c.product_id = split_part(v, ':', 2)::uuid AND c.state = 'sealed'))), '[]'::jsonb)
        FROM unnest(p_values) v
      $$;
      CREATE FUNCTION state_read_entry(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(to_jsonb(e) || jsonb_build_object(
          'reversed_by_seq', (SELECT r.seq FROM entry r WHERE r.site_id = p_site AND r.reverses_seq = e.seq),
          'lines', (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.line_no), '[]'::jsonb) FROM line l WHERE l.site_id = p_site AND l.seq = e.seq))), '[]'::jsonb)
        FROM entry e WHERE e.site_id = p_site AND e.seq = ANY (p_values::bigint[])
      $$;
      CREATE FUNCTION state_read_pending_of_session(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(to_jsonb(w)), '[]'::jsonb) FROM pending_waste w
        WHERE w.site_id = p_site AND w.session_id = ANY (p_values::uuid[]) AND w.status = 'pending'
      $$;
      CREATE FUNCTION state_read_pending_of_container(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(to_jsonb(w)), '[]'::jsonb) FROM pending_waste w
        WHERE w.site_id = p_site AND w.container_id = ANY (p_values::uuid[]) AND w.status = 'pending'
      $$;
      -- What rests on an entry: later acts, not reversed themselves, on the containers it was about.
      CREATE FUNCTION state_read_later_entry(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
      LANGUAGE sql STABLE SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]'::jsonb) FROM (
          SELECT DISTINCT s.seq AS of_seq, x.seq, x.type FROM record_subject s
          JOIN container c ON c.site_id = s.site_id AND c.container_id = s.subject_id
          JOIN record_subject later ON later.site_id = s.site_id AND later.subject_id = s.subject_id AND later.seq > s.seq
          JOIN entry x ON x.site_id = s.site_id AND x.seq = later.seq
          WHERE s.site_id = p_site AND s.seq = ANY (p_values::bigint[]) AND x.type NOT IN ('count', 'reversal')
            AND NOT EXISTS (SELECT FROM entry r WHERE r.site_id = p_site AND r.reverses_seq = x.seq)) found
      $$;
      INSERT INTO state_table (name, id_column, locked) VALUES ('stock', NULL, false), ('entry', NULL, false),
        ('pending_of_session', NULL, false), ('pending_of_container', NULL, false), ('later_entry', NULL, false);

      -- What a record about these is about besides: of a container its product and lot, of a session its product and patient, of
      -- a waste that waits or a discrepancy its container and session with theirs.
      CREATE FUNCTION subjects_implied(p_site uuid, p_ids uuid[]) RETURNS TABLE (id uuid, implied uuid)
      LANGUAGE plpgsql STABLE SET search_path = countersign, pg_temp AS $$
      BEGIN
        RETURN QUERY
          SELECT c.container_id, x FROM container c CROSS JOIN LATERAL unnest(ARRAY[c.product_id, c.lot_id]) x
            WHERE c.site_id = p_site AND c.container_id = ANY (p_ids)
          UNION ALL
          SELECT s.session_id, x FROM treatment_session s CROSS JOIN LATERAL unnest(ARRAY[s.product_id, s.patient_id]) x
            WHERE s.site_id = p_site AND s.session_id = ANY (p_ids)
          UNION ALL
          SELECT w.pending_waste_id, x FROM pending_waste w
            LEFT JOIN container c ON c.site_id = w.site_id AND c.container_id = w.container_id
            LEFT JOIN treatment_session s ON s.site_id = w.site_id AND s.session_id = w.session_id
            CROSS JOIN LATERAL unnest(ARRAY[w.container_id, w.session_id, w.product_id, c.lot_id, s.patient_id]) x
            WHERE w.site_id = p_site AND w.pending_waste_id = ANY (p_ids) AND x IS NOT NULL
          UNION ALL
          SELECT d.discrepancy_id, x FROM discrepancy d
            LEFT JOIN container c ON c.site_id = d.site_id AND c.container_id = d.container_id
            LEFT JOIN treatment_session s ON s.site_id = d.site_id AND s.session_id = d.session_id
            CROSS JOIN LATERAL unnest(ARRAY[d.container_id, d.session_id, d.product_id, c.lot_id, s.patient_id]) x
            WHERE d.site_id = p_site AND d.discrepancy_id = ANY (p_ids) AND x IS NOT NULL;
      END $$;

      -- How many records are about each of these, and of what they imply: {id: {n, of}}. Asked under the lock of the site's head,
      -- n + 1 is the running number that the next record about it must carry.
      CREATE FUNCTION subject_numbers(p_site uuid, p_ids uuid[]) RETURNS jsonb
      LANGUAGE plpgsql STABLE SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_of jsonb;
        v_ids uuid[];
      BEGIN
        SELECT coalesce(jsonb_object_agg(i.id, i.ids), '{}'::jsonb), p_ids || coalesce(array_agg(x), '{}') INTO v_of, v_ids
          FROM (SELECT s.id, array_agg(s.implied) AS ids FROM subjects_implied(p_site, p_ids) s GROUP BY s.id) i
          CROSS JOIN LATERAL unnest(i.ids) x;
        RETURN (SELECT coalesce(jsonb_object_agg(s.id, jsonb_build_object('of', coalesce(v_of -> s.id::text, '[]'::jsonb), 'n',
            coalesce((SELECT r.nth FROM record_subject r WHERE r.site_id = p_site AND r.subject_id = s.id ORDER BY r.seq DESC LIMIT 1), 0))), '{}'::jsonb)
          FROM (SELECT DISTINCT u AS id FROM unnest(v_ids) u) s);
      END $$;

      -- The same for whoever holds the lock of the site's head already: what an act turned out to be about.
      CREATE FUNCTION ledger_subjects(p_site uuid, p_ids uuid[]) RETURNS jsonb
      LANGUAGE plpgsql STABLE SET search_path = countersign, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      BEGIN
        RETURN subject_numbers(p_site, p_ids);
      END $$;

      -- p_reads: [{"table", "column", "values"}]; p_about: whom the record will be about besides. Answers with the rows, the balances of every holder among them, the
      -- signers of every signature among them, the running numbers of all of these, and the place in the log the record will
      -- have; or with the first answer when the key is known; or with busy when the same key is being recorded at this moment.
      CREATE FUNCTION ledger_load(p_site uuid, p_key text, p_reads jsonb, p_about uuid[] DEFAULT '{}') RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = countersign, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
      SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
      DECLARE
        v_read record;
        v_found jsonb;
        v_rows jsonb := '{}';
        v_ids uuid[] := '{}';
        v_about uuid[] := p_about;
        v_head site_head;
        v_at timestamptz;
      BEGIN
        IF p_key IS NOT NULL THEN
          IF NOT pg_try_advisory_xact_lock(hashtextextended(p_site::text || p_key, 0)) THEN
            RETURN '{"busy": true}'::jsonb;
          END IF;
          SELECT jsonb_build_object('known', jsonb_build_object('digest', encode(k.request_digest, 'base64'), 'seq', k.seq, 'status', k.status,
              'answer', k.answer, 'leafHash', encode(r.leaf_hash, 'base64'), 'recordedAt', to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
            INTO v_found FROM idempotency_key k JOIN audit_record r ON r.site_id = k.site_id AND r.seq = k.seq
            WHERE k.site_id = p_site AND k.key = p_key;
          IF FOUND THEN
            RETURN v_found;
          END IF;
        END IF;

        FOR v_read IN
          SELECT t.name, t.locked, t.id_column, coalesce(r ->> 'column', t.id_column) AS col,
                 ARRAY(SELECT jsonb_array_elements_text(r -> 'values')) AS vals
          FROM jsonb_array_elements(p_reads) r JOIN state_table t ON t.name = r ->> 'table'
          WHERE t.locked ORDER BY t.name, col
        LOOP
          EXECUTE format('SELECT %I($1, $2, $3)', 'state_read_' || v_read.name) INTO v_found USING p_site, v_read.col, v_read.vals;
          v_rows := v_rows || jsonb_build_object(v_read.name, coalesce(v_rows -> v_read.name, '[]'::jsonb) || v_found);
          v_ids := v_ids || ARRAY(SELECT (e ->> v_read.id_column)::uuid FROM jsonb_array_elements(v_found) e);
        END LOOP;

        SELECT * INTO v_head FROM site_head WHERE site_id = p_site FOR UPDATE;
        IF NOT FOUND THEN
          RETURN '{"unknownSite": true}'::jsonb;
        END IF;
        v_at := greatest(ledger_clock(), v_head.last_at + interval '1 microsecond');

        FOR v_read IN
          SELECT t.name, t.id_column, coalesce(r ->> 'column', t.id_column) AS col, ARRAY(SELECT jsonb_array_elements_text(r -> 'values')) AS vals
          FROM jsonb_array_elements(p_reads) r JOIN state_table t ON t.name = r ->> 'table' WHERE NOT t.locked
        LOOP
          EXECUTE format('SELECT %I($1, $2, $3)', 'state_read_' || v_read.name) INTO v_found USING p_site, v_read.col, v_read.vals;
          v_rows := v_rows || jsonb_build_object(v_read.name, coalesce(v_rows -> v_read.name, '[]'::jsonb) || v_found);
          IF v_read.name = 'signature' THEN
            v_about := v_about || ARRAY(SELECT (e ->> 'person_id')::uuid FROM jsonb_array_elements(v_found) e);
          ELSIF v_read.id_column IS NOT NULL THEN
            v_about := v_about || ARRAY(SELECT (e ->> v_read.id_column)::uuid FROM jsonb_array_elements(v_found) e);
          END IF;
        END LOOP;

        RETURN jsonb_build_object(
          'seq', v_head.size, 'origin', v_head.origin, 'at', v_at::text,
          'recordedAt', to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'site', (SELECT to_jsonb(s) FROM site s WHERE s.site_id = p_site AND s.id = p_site),
          'rows', v_rows,
          'subjects', subject_numbers(p_site, v_ids || v_about),
          'holders', (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]'::jsonb) FROM holder h
                      WHERE h.site_id = p_site AND h.holder_id = ANY (v_ids) AND h.kind IN ('container', 'in_hand', 'suspense')),
          'signers', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'disabled', p.disabled, 'displayName', p.display_name,
                        'used', EXISTS (SELECT FROM entry_signature es WHERE es.site_id = p_site AND es.signature_id = s.signature_id)
                             OR EXISTS (SELECT FROM pending_waste_signature ps WHERE ps.site_id = p_site AND ps.signature_id = s.signature_id),
                        'signatureId', s.signature_id,
                        'roles', (SELECT coalesce(jsonb_agg(g.role), '[]'::jsonb) FROM role_grant g WHERE g.site_id = p_site AND g.person_id = s.person_id
                                  AND g.withdrawn_at IS NULL AND g.valid_from <= v_at AND (g.valid_until IS NULL OR g.valid_until > v_at)))), '[]'::jsonb)
                      FROM jsonb_to_recordset(coalesce(v_rows -> 'signature', '[]'::jsonb)) AS s(signature_id uuid, person_id uuid)
                      JOIN person p ON p.person_id = s.person_id));
      END $$;
`;
