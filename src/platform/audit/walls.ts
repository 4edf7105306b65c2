import type pg from 'pg';

/** Rows are only ever added here. */
const APPEND_ONLY = [
  'audit_record',
  'audit_secret',
  'tree_node',
  'checkpoint',
  'cosignature',
  'record_subject',
  'idempotency_key',
  'entry',
  'entry_signature',
  'line',
];

/** Tables of the log and the ledger whose rows all belong to a site's log. In the last three rows change. */
const LEDGER_TABLES = [...APPEND_ONLY, 'holder', 'place_total', 'person_total'];

/** The triggers that make an entry true (migrations/0005 to 0007), besides those against rewriting. */
const RULES: readonly (readonly [table: string, trigger: string])[] = [
  ['site_head', 'only_grows'],
  ['container', 'keeps_its_identity'],
  ['container', 'container_takes_its_book_along'],
  ['location', 'keeps_its_identity'],
  ['location', 'in_use_stays'],
  ['product', 'keeps_its_identity'],
  ['product', 'in_use_stays'],
  ['supplier', 'keeps_its_identity'],
  ['prescriber', 'keeps_its_identity'],
  ['prescriber', 'in_use_stays'],
  ['role_grant', 'duties_apart'],
  ['treatment_session', 'session_ends_balanced'],
  ['holder', 'ended_session_takes_nothing'],
  ['signature', 'signature_made_now'],
  ['signature', 'keeps_its_identity'],
  ['signature', 'signature_has_its_assertion'],
  ['passkey', 'passkey_enrolled_rightly'],
  ['passkey', 'passkey_stays_removed'],
  ['passkey', 'keeps_its_identity'],
  ['erasure', 'erasure_destroys'],
  ['erasure', 'keeps_its_identity'],
  ['patient', 'patient_stays_erased'],
  ['passkey_signature', 'is_of_a_live_key'],
  ['passkey_signature', 'keeps_its_identity'],
  ['entry', 'entry_fully_signed'],
  ['entry', 'reversal_mirrors_entry'],
  ['line', 'entry_sums_to_zero'],
  ['alarm', 'keeps_its_identity'],
  ['log_key', 'keeps_its_identity'],
  ['log_incarnation', 'keeps_its_identity'],
  ['log_incarnation', 'log_incarnation_renames_the_log'],
];

/**
 * What is wrong with the walls themselves (docs/audit-log.md, "Who may write"), one sentence each: a trigger that is not
 * there or does not fire always, a privilege that a role should not have, rows of no log. Whoever took a wall down and put
 * it up again is not seen here; what they did meanwhile is seen in the log.
 */
export async function brokenWalls(client: pg.Client): Promise<string[]> {
  return [...(await brokenTriggers(client)), ...(await strayPrivileges(client)), ...(await rowsOfNoLog(client))];
}

async function brokenTriggers(client: pg.Client): Promise<string[]> {
  const { rows: states } = await client.query<{ name: string }>(
    'SELECT name FROM countersign.state_table WHERE id_column IS NOT NULL',
  );
  const tables = [...LEDGER_TABLES, 'site_head', ...states.map(({ name }) => name)];
  const wanted = tables.flatMap((table): [string, string][] => [
    [table, APPEND_ONLY.includes(table) ? 'no_update_or_delete' : 'no_delete'],
    [table, 'no_truncate'],
  ]);
  const { rows } = await client.query<{ table: string; trigger: string; enabled: string; type: number }>(
    `SELECT c.relname AS "table", t.tgname AS "trigger", t.tgenabled AS enabled FROM pg_trigger t
     JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'countersign'::regnamespace AND NOT t.tgisinternal`,
  );
  const found = new Map(rows.map(({ table, trigger, enabled }) => [`${table}.${trigger}`, enabled]));
  return [...wanted, ...RULES].flatMap(([table, trigger]) => {
    const enabled = found.get(`${table}.${trigger}`);
    if (enabled === 'A') return [];
    return [`trigger ${trigger} of ${table} ${enabled === undefined ? 'is not there' : 'is not enabled ALWAYS'}`];
  });
}

async function strayPrivileges(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ role: string; table: string; privilege: string }>(
    `SELECT r.role, t.name AS "table", p.privilege
     FROM unnest(ARRAY['countersign_app', 'countersign_signer', 'countersign_auditor']) r(role),
          (SELECT unnest($1::text[]) UNION SELECT name FROM countersign.state_table WHERE id_column IS NOT NULL) t(name),
          unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p(privilege)
     WHERE to_regclass('countersign.' || quote_ident(t.name)) IS NOT NULL
       AND has_table_privilege(r.role, to_regclass('countersign.' || quote_ident(t.name)), p.privilege)
       AND NOT (r.role = 'countersign_signer' AND t.name IN ('checkpoint', 'cosignature') AND p.privilege = 'INSERT')
     ORDER BY 1, 2, 3`,
    [[...LEDGER_TABLES, 'site_head', 'state_table']],
  );
  return rows.map(({ role, table, privilege }) => `${role} may ${privilege} on ${table}`);
}

async function rowsOfNoLog(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string; there: boolean; readable: boolean | null }>(
    `SELECT t.name, to_regclass('countersign.' || quote_ident(t.name)) IS NOT NULL AS there,
            has_table_privilege(to_regclass('countersign.' || quote_ident(t.name)), 'SELECT') AS readable
     FROM (SELECT unnest($1::text[]) UNION SELECT name FROM countersign.state_table WHERE id_column IS NOT NULL) t(name) ORDER BY 1`,
    [LEDGER_TABLES],
  );
  const found = tables.filter(({ there }) => !there).map(({ name }) => `table ${name} is not there`);
  for (const { name } of tables.filter(({ readable }) => readable)) {
    const { rows } = await client.query<{ site_id: string }>(
      `SELECT site_id FROM countersign.${client.escapeIdentifier(name)} t
       WHERE NOT EXISTS (SELECT FROM countersign.site_head h WHERE h.site_id = t.site_id) LIMIT 1`,
    );
    if (rows[0]) found.push(`${name} has rows of ${rows[0].site_id}, which has no log`);
  }
  return found;
}
