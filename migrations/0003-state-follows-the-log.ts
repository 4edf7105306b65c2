import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a table follows the log. A record's `changes` name a table and the columns they set; nothing else writes it.
 * `register_state_table` makes, once per table, the two functions the door uses: one that puts a change, one that
 * reads rows (and locks them, in the order of their ids, where two acts can want the same one). So a new kind of thing
 * is a table and one line, and the door does not change.
 *
 * Keys of a change are the columns in camelCase; `...Mg` becomes `..._ug` and `...Ml` becomes `..._ul`, exactly
 * (`strengthUgPerMl` is a ratio, not a volume, and stays). A record has no null: what a change leaves out stays as it was,
 * and what it names in `clear` becomes empty again. Under `each` a change holds lists, one element a row, so that a hundred
 * vials of one receipt fit a record.
 */
export class StateFollowsTheLog1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE countersign_owner;
      SET LOCAL search_path = countersign, pg_temp;

      -- One spelling of an amount, the one of src/domain/amounts.ts: no exponent, no fourth decimal, no NaN.
      CREATE FUNCTION exact_thousandths(p_text text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
      BEGIN
        IF p_text !~ '^-?(0|[1-9][0-9]{0,12})([.][0-9]{1,3})?$' THEN
          RAISE EXCEPTION '% is not an amount with at most three decimals', p_text
            USING ERRCODE = 'check_violation', CONSTRAINT = 'amount_is_exact';
        END IF;
        RETURN (p_text::numeric * 1000)::bigint;
      END $$;

      CREATE FUNCTION snake_case(p_key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
        AS $$ SELECT lower(regexp_replace(p_key, '([A-Z])', '_\\1', 'g')) $$;

      CREATE FUNCTION state_columns(p_change jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT
      SET search_path = countersign, pg_temp AS $$
        SELECT coalesce(jsonb_object_agg(
          CASE WHEN key ~ '[a-z]M[gl]$' AND key !~ 'PerM[gl]$' THEN snake_case(left(key, -2)) || CASE right(key, 2) WHEN 'Mg' THEN '_ug' ELSE '_ul' END
               ELSE snake_case(key) END,
          CASE WHEN key ~ '[a-z]M[gl]$' AND key !~ 'PerM[gl]$' THEN to_jsonb(exact_thousandths(value #>> '{}')) ELSE value END), '{}'::jsonb)
          || (SELECT coalesce(jsonb_object_agg(snake_case(c), 'null'::jsonb), '{}'::jsonb)
              FROM jsonb_array_elements_text(coalesce(p_change -> 'clear', '[]'::jsonb)) c)
        FROM jsonb_each(p_change) WHERE key NOT IN ('table', 'clear')
      $$;

      -- Rows alike are written once: the columns under each hold a list, one element a row (a hundred vials of one receipt).
      CREATE FUNCTION changed_rows(p_changes jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql IMMUTABLE STRICT
      SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_change jsonb;
        v_rows int;
      BEGIN
        FOR v_change IN SELECT c FROM jsonb_array_elements(p_changes) WITH ORDINALITY t(c, o) ORDER BY o LOOP
          IF NOT v_change ? 'each' THEN
            RETURN NEXT v_change;
            CONTINUE;
          END IF;
          IF (SELECT count(DISTINCT jsonb_array_length(value)) FROM jsonb_each(v_change -> 'each')) <> 1 THEN
            RAISE EXCEPTION 'the lists of a change are not of one length'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'change_lists_are_of_one_length', TABLE = 'audit_record', SCHEMA = 'countersign';
          END IF;
          v_rows := (SELECT max(jsonb_array_length(value)) FROM jsonb_each(v_change -> 'each'));
          RETURN QUERY SELECT (v_change - 'each') || (SELECT jsonb_object_agg(key, value -> i) FROM jsonb_each(v_change -> 'each'))
            FROM generate_series(0, v_rows - 1) i;
        END LOOP;
      END $$;

      -- Rows that are facts once they are there: all columns stay, but those named.
      CREATE FUNCTION refuse_other_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - coalesce(TG_ARGV, '{}') IS DISTINCT FROM to_jsonb(OLD) - coalesce(TG_ARGV, '{}') THEN
          RAISE EXCEPTION 'a % keeps what it was made with', TG_TABLE_NAME USING ERRCODE = 'restrict_violation',
            CONSTRAINT = TG_TABLE_NAME || '_keeps_its_identity', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
        END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION make_fixed_but(p_table regclass, p_columns text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER keeps_its_identity BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION countersign.refuse_other_changes(%s)',
                       p_table, coalesce((SELECT string_agg(quote_literal(c), ', ') FROM unnest(p_columns) c), ''));
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER keeps_its_identity', p_table);
      END $$;

      CREATE TABLE state_table (
        name text NOT NULL,
        id_column text, -- absent: a question the door may ask, not a table (state_read_<name> answers it)
        locked boolean NOT NULL,
        CONSTRAINT state_table_pk PRIMARY KEY (name)
      );

      CREATE FUNCTION register_state_table(p_table text, p_locked boolean, p_lookups text[] DEFAULT '{}') RETURNS void
      LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $$
      DECLARE
        v_id text := (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[1]
                      WHERE i.indrelid = p_table::regclass AND i.indisprimary);
        v_sets text := (SELECT string_agg(format('%1$I = EXCLUDED.%1$I', attname), ', ') FROM pg_attribute
                        WHERE attrelid = p_table::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('site_id', v_id));
        v_columns text[] := ARRAY(SELECT attname::text FROM pg_attribute
                                  WHERE attrelid = p_table::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('site_id', 'seq'));
        v_lookup text;
        v_branches text := '';
      BEGIN
        -- A record is about every id that its changes give, and knows them by their names (append_record).
        IF v_id !~ '(^|_)id$' THEN
          RAISE EXCEPTION 'the key of % is not named as an id', p_table;
        END IF;
        INSERT INTO state_table (name, id_column, locked) VALUES (p_table, v_id, p_locked);
        EXECUTE format($f$
          CREATE FUNCTION %I(p_site uuid, p_seq bigint, p_columns jsonb) RETURNS uuid
          LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $b$
          DECLARE
            v_row %I;
            v_id uuid := (p_columns ->> %L)::uuid;
          BEGIN
            -- What the bytes say and the table has no place for would be said and not done.
            IF p_columns - %L::text[] <> '{}'::jsonb THEN
              RAISE EXCEPTION 'no such columns in %s: %%', p_columns - %L::text[]
                USING ERRCODE = 'check_violation', CONSTRAINT = 'state_column_known', TABLE = %L, SCHEMA = 'countersign';
            END IF;
            SELECT * INTO v_row FROM %I WHERE site_id = p_site AND %I = v_id;
            v_row := jsonb_populate_record(v_row, p_columns || jsonb_build_object('site_id', p_site, 'seq', p_seq));
            INSERT INTO %I VALUES (v_row.*) ON CONFLICT (site_id, %I) DO UPDATE SET %s;
            RETURN v_id;
          END $b$ $f$, 'state_put_' || p_table, p_table, v_id, v_columns, p_table, v_columns, p_table, p_table, v_id, p_table, v_id, v_sets);

        FOREACH v_lookup IN ARRAY array_append(p_lookups, v_id) LOOP
          v_branches := v_branches || format($f$
            IF p_column = %L THEN
              RETURN (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]'::jsonb) FROM (
                SELECT * FROM %I WHERE site_id = p_site AND %I = ANY (p_values::%s[]) ORDER BY %I %s) r);
            END IF; $f$, v_lookup, p_table, v_lookup,
            (SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = p_table::regclass AND attname = v_lookup), v_id,
            CASE WHEN p_locked THEN 'FOR UPDATE' ELSE '' END);
        END LOOP;
        EXECUTE format($f$
          CREATE FUNCTION %I(p_site uuid, p_column text, p_values text[]) RETURNS jsonb
          LANGUAGE plpgsql SET search_path = countersign, pg_temp AS $b$
          BEGIN
            %s
            RAISE EXCEPTION 'no lookup %% in %s', p_column;
          END $b$ $f$, 'state_read_' || p_table, v_branches, p_table);

        EXECUTE format('REVOKE ALL ON FUNCTION %I(uuid, bigint, jsonb), %I(uuid, text, text[]) FROM PUBLIC',
                       'state_put_' || p_table, 'state_read_' || p_table);
        PERFORM make_undeletable(p_table::regclass);
        EXECUTE format('GRANT SELECT ON %I TO countersign_app, countersign_auditor', p_table);
      END $$;

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_clock(), ledger_clock_at_start() TO countersign_app, countersign_auditor;
      GRANT SELECT ON state_table TO countersign_app, countersign_auditor;
      RESET ROLE;
      RESET search_path;
    `);
  }

  async down(): Promise<void> {
    throw new Error('A ledger is not taken down by a migration.');
  }
}
