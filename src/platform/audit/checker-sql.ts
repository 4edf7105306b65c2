import {
  ENTRY_SHAPE,
  LINE_SHAPE,
  SIGNATURE_SHAPE,
  type ColumnForm,
  type RowShape,
} from '../../domain/verify/row-text.js';

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS.US'`;

const FORMS: Readonly<Record<ColumnForm, (column: string) => string>> = {
  plain: (column) => `coalesce(${column}::text, '')`,
  text: (column) => `coalesce(to_json(${column})::text, '')`,
  time: (column) => `coalesce(to_char(${column} AT TIME ZONE 'UTC', ${TIME}), '')`,
};

/** All rows of records $2 to before $3 of site $1, one line each, as `rowText` writes them. */
function rowsAsText({ table, columns, orderBy }: RowShape): string {
  const cells = columns.map(([name, form]) => FORMS[form](name)).join(` || '|' || `);
  return `(SELECT string_agg(${cells}, E'\\n' ORDER BY ${['seq', ...orderBy].join(', ')})
    FROM ${table} WHERE site_id = $1 AND seq >= $2 AND seq < $3)`;
}

/**
 * What the tables hold of a range of records, in one answer. The tree's part is of every subtree that a leaf from $4 to
 * before $5 completes.
 */
export const TABLES_OF_RANGE = `SELECT
  ${rowsAsText(ENTRY_SHAPE)} AS entry,
  ${rowsAsText(SIGNATURE_SHAPE)} AS entry_signature,
  ${rowsAsText(LINE_SHAPE)} AS line,
  (SELECT string_agg(t.level || ':' || t.n || ':' || encode(t.hash, 'hex'), E'\\n' ORDER BY t.level, t.n)
   FROM generate_series(0, 62) l(level)
   JOIN tree_node t ON t.site_id = $1 AND t.level = l.level::smallint
     AND t.n >= ($4::bigint >> l.level) AND t.n < ($5::bigint >> l.level)) AS tree_node,
  (SELECT json_agg(json_build_object('size', size, 'note', note) ORDER BY size)
   FROM checkpoint WHERE site_id = $1 AND size >= $4 AND size < $5) AS checkpoint`;

/** The records of a site with their salts and keys, in order: what is read of the log itself. */
export const RECORDS = `SELECT r.seq, r.id, r.type, to_char(r.occurred_at AT TIME ZONE 'UTC', ${TIME}),
    to_char(r.recorded_at AT TIME ZONE 'UTC', ${TIME}), r.actor_id, r.record, r.leaf_hash, s.salt, s.private_values, k.seq
  FROM audit_record r
  LEFT JOIN audit_secret s ON s.site_id = r.site_id AND s.seq = r.seq
  LEFT JOIN idempotency_key k ON k.site_id = r.site_id AND k.key = r.id
  WHERE r.site_id = $1 ORDER BY r.seq`;

/** The subjects of each record with their running numbers, sorted: one row a record. */
export const SUBJECTS = `SELECT seq, string_agg(subject_id || ':' || nth, ',' ORDER BY subject_id) FROM record_subject
  WHERE site_id = $1 GROUP BY seq ORDER BY seq`;

/** Rows of the log's tables that belong to no record of the site, or to no log at all, and so are seen by no range. */
export const STRAY_ROWS = `
  SELECT 'audit_secret' AS "table", min(s.seq)::text AS seq, count(*) AS rows FROM audit_secret s
    WHERE s.site_id = $1 AND NOT EXISTS (SELECT FROM audit_record r WHERE r.site_id = s.site_id AND r.seq = s.seq)
  UNION ALL
  SELECT 'idempotency_key', min(k.seq)::text, count(*) FROM idempotency_key k
    WHERE k.site_id = $1 AND NOT EXISTS (SELECT FROM audit_record r WHERE r.site_id = k.site_id AND r.seq = k.seq AND r.id = k.key)`;

/** The tables that follow the log: their ids, columns and types, from the catalog. */
export const STATE_TABLES = `SELECT s.name, s.id_column,
    (SELECT json_object_agg(a.attname, format_type(a.atttypid, NULL)) FROM pg_attribute a
     WHERE a.attrelid = to_regclass('countersign.' || quote_ident(s.name)) AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attname NOT IN ('site_id', 'seq')) AS columns
  FROM state_table s WHERE s.id_column IS NOT NULL ORDER BY s.name`;
