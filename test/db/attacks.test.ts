import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { checkSite } from '../../src/platform/audit/checker.js';
import { brokenWalls } from '../../src/platform/audit/walls.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { enrol, signByKey } from '../support/attacks/on-keys.js';
import { APPEND_ONLY, FOLLOWING } from '../support/ledger-tables.js';
import { RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

/**
 * The attack table of audit-log.md. Each attack is made in a transaction that is rolled back, as each role. It either `holds`
 * (PostgreSQL refuses it, by privilege or by trigger), or it `is seen`: it goes through, and the checker, in the same
 * transaction, says so. There is no third outcome.
 */
type Role = 'countersign_app' | 'countersign_signer' | 'countersign_auditor' | 'countersign_migrate' | 'superuser';
const ROLES: readonly Role[] = [
  'countersign_app',
  'countersign_signer',
  'countersign_auditor',
  'countersign_migrate',
  'superuser',
];
const OWNERS: ReadonlySet<Role> = new Set<Role>(['countersign_migrate', 'superuser']);

let database: TestDatabase;
let clinic: RawClinic;
const clients = new Map<Role, pg.Client>();

beforeAll(async () => {
  database = await createTestDatabase('attacks');
  const urls: Record<Role, string> = {
    countersign_app: database.appUrl,
    countersign_signer: database.signerUrl,
    countersign_auditor: database.auditorUrl,
    countersign_migrate: database.ownerUrl,
    superuser: database.superuserUrl,
  };
  for (const role of ROLES) {
    const client = new pg.Client({ connectionString: urls[role] });
    await client.connect();
    await client.query('SET search_path = countersign');
    clients.set(role, client);
  }
  clinic = await RawClinic.open(new RawLog(clients.get('countersign_app') as pg.Client, randomUUID()));
  await clinic.day(clinic.ids.session, clinic.ids.vials[0]!);
  const { ids, log } = clinic;
  const rows = [
    clinic.countRow(randomUUID()),
    clinic.discrepancyRow(randomUUID()),
    { table: 'person', personId: ids.ann, username: 'ann', displayName: 'Ann', disabled: false },
    {
      table: 'role_grant',
      grantId: randomUUID(),
      personId: ids.ann,
      role: 'nurse',
      validFrom: '2026-01-01T00:00:00.000Z',
      grantedBy: ids.ben,
    },
    {
      table: 'pending_waste',
      pendingWasteId: randomUUID(),
      sessionId: ids.session,
      productId: ids.vial,
      locationId: ids.safe,
      amountMg: '1',
      openedBy: ids.nurse,
      openedAt: '2026-01-02T15:00:00.000Z',
      openedSeq: 1,
      status: 'pending',
    },
    {
      table: 'pending_waste_signature',
      signatureId: randomUUID(),
      pendingWasteId: randomUUID(),
      personId: ids.ann,
      role: 'nurse',
      method: 'x',
      evidence: 'x',
      attests: [],
      signedAt: '2026-01-02T15:00:00.000Z',
    },
  ];
  const addedAt = '2026-01-02T15:00:00.000Z';
  rows.push(
    { table: 'alarm', alarmId: randomUUID(), kind: 'tree_shrank', detail: 'x', raisedAt: addedAt },
    { table: 'log_key', logKeyId: randomUUID(), vkey: 'clinic.example/x+00000000+AAAA', addedAt },
  );
  const [{ actor }] = [await clinic.sign({ person: ids.ann, intent: 'x' })];
  await log.append({ type: 'various', actors: [actor], changes: rows, id: 'a-key-of-mine' }, { key: 'a-key-of-mine' });
  await signByKey(clinic, await enrol(clinic), { intent: 'by key' });
  await clients.get('superuser')?.query(
    `INSERT INTO checkpoint SELECT site_id, 0, origin || E'\\n0\\n' || encode(sha256(''), 'base64') || E'\\n\\n\\u2014 ' || origin || ' '
       || replace(encode(repeat('a', 68)::bytea, 'base64'), E'\\n', '') || E'\\n' FROM site_head`,
  );
  await clients.get('superuser')?.query(`${COSIGN} FROM checkpoint WHERE site_id = '${log.siteId}'`);
  await log.beginIncarnation();
  expect(await checkSite(clients.get('superuser') as pg.Client, log.siteId)).toMatchObject({ verified: true });
});
afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database?.drop();
});

/** A cosignature under each checkpoint. */
const COSIGN = `INSERT INTO cosignature SELECT site_id, size, 'x', 'w.example', 1, now(), E'\\u2014 w.example AAAA\\n'`;

/** Runs an attack as a role and tells whether it was refused; if not, whether the checker sees what it left. */
async function outcome(
  role: Role,
  statements: readonly string[],
): Promise<'holds' | 'is seen' | 'unseen' | 'did nothing'> {
  const client = clients.get(role) as pg.Client;
  await client.query('BEGIN');
  try {
    let changed = 0;
    for (const statement of statements) {
      const done = await client.query(statement.replaceAll('$site', clinic.log.siteId));
      changed += Array.isArray(done) ? 1 : done.command === 'SELECT' || done.rowCount === null ? 1 : done.rowCount;
    }
    if (changed === 0) return 'did nothing';
    return (await isSeen(client)) ? 'is seen' : 'unseen';
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (
      code === '42501' ||
      code === '23001' ||
      code === '23514' ||
      code === '23503' ||
      constraint === 'passkey_signs_an_act_once'
    )
      return 'holds';
    throw error;
  } finally {
    await client.query('ROLLBACK');
  }
}

// What the attacker's own transaction looks like to the checker.
async function isSeen(client: pg.Client): Promise<boolean> {
  await client.query('SAVEPOINT attacked');
  if ((await brokenWalls(client)).length > 0) return true;
  const inside = {
    query: (first: unknown, ...rest: unknown[]) => {
      if (typeof first === 'string' && /^(BEGIN|ROLLBACK)/.test(first)) return client.query('SELECT 1');
      return (client.query as (...args: unknown[]) => unknown)(first, ...rest);
    },
  } as unknown as pg.Client;
  return !(await checkSite(inside, clinic.log.siteId)).verified;
}

const settable = (table: string): string =>
  ({
    site_head: 'size = size - 1',
    tree_node: 'hash = sha256(hash)',
    audit_secret: 'salt = sha256(salt)',
    checkpoint: 'note = note || note',
    cosignature: 'cosigned_at = now()',
    record_subject: 'subject_id = gen_random_uuid()',
    idempotency_key: 'seq = 0',
    line: 'amount_ug = amount_ug * 2',
    holder: 'balance_ug = balance_ug + 1',
    place_total: 'balance_ug = balance_ug + 1',
    person_total: 'balance_ug = balance_ug + 1',
    audit_record: "occurred_at = occurred_at - interval '1 day'",
    entry: "occurred_at = occurred_at - interval '1 day'",
    entry_signature: "role = 'pharmacist'",
  })[table] ?? 'seq = seq + 1';

describe.each(ROLES)('%s', (role) => {
  const owner = OWNERS.has(role);

  // The first wall for everybody but the owner is the privilege; for the owner and the superuser the trigger still stands.
  test.each(APPEND_ONLY)('update of %s holds', async (table) => {
    expect(await outcome(role, [`UPDATE ${table} SET ${settable(table)} WHERE site_id = '$site'`])).toBe('holds');
  });
  test.each([...APPEND_ONLY, ...FOLLOWING])('delete from %s holds', async (table) => {
    expect(await outcome(role, [`DELETE FROM ${table} WHERE site_id = '$site'`])).toBe('holds');
  });
  test.each([...APPEND_ONLY, ...FOLLOWING])('truncate of %s holds', async (table) => {
    expect(await outcome(role, [`TRUNCATE ${table} CASCADE`])).toBe('holds');
  });

  // Tables that follow the log are written by the functions as their owner, so for the owner only the checker stands.
  test.each(FOLLOWING)(`update of %s ${owner ? 'holds or is seen' : 'holds'}`, async (table) => {
    const found = await outcome(role, [`UPDATE ${table} SET ${settable(table)} WHERE site_id = '$site'`]);
    expect(owner ? ['holds', 'is seen'] : ['holds']).toContain(found);
  });

  test.each(
    [...APPEND_ONLY, ...FOLLOWING].filter(
      (table) => !['checkpoint', 'cosignature', 'audit_secret', 'site_head'].includes(table),
    ),
  )(`insert into %s ${owner ? 'is seen' : 'holds'}`, async (table) => {
    // An answer of a key is of one signature for ever: not even the owner finds a row that its constraints let in.
    const expected = owner && table !== 'passkey_signature' ? 'is seen' : 'holds';
    expect(await outcome(role, [inserted(table)])).toBe(expected);
  });

  test('insert of a secret for no record holds', async () => {
    expect(await outcome(role, ["INSERT INTO audit_secret SELECT '$site', 900000, sha256('x'), NULL"])).toBe('holds');
  });

  // An empty log is what countersign_app may open through the function; it says nothing of any other.
  test(`insert into site_head ${owner ? 'opens an empty log' : 'holds'}`, async () => {
    const n = '00000000-0000-0000-0000-000000000002';
    const insert = `INSERT INTO site_head (site_id, origin) VALUES ('${n}', 'x/site/${n}')`;
    expect(await outcome(role, [insert])).toBe(owner ? 'unseen' : 'holds');
  });

  test(`insert of a checkpoint ${role === 'countersign_signer' ? 'is its work, and a false one is for its reader to see' : owner ? 'is seen' : 'holds'}`, async () => {
    const insert = "INSERT INTO checkpoint VALUES ('$site', 2, 'false')";
    const client = clients.get(role) as pg.Client;
    if (role === 'countersign_signer') {
      await client.query('BEGIN');
      expect((await client.query(insert.replace('$site', clinic.log.siteId))).rowCount).toBe(1);
      await client.query('ROLLBACK');
    } else expect(await outcome(role, [insert])).toBe(owner ? 'is seen' : 'holds');
  });

  // Whose it is only its key tells, and the checker has none: whoever verifies the head sees it.
  test(`insert of a cosignature ${role === 'countersign_signer' ? 'is its work' : owner ? 'is for the reader of the head to see' : 'holds'}`, async () => {
    const insert = `${COSIGN.replace('w.example', 'v.example').replace('w.example', 'v.example')} FROM checkpoint WHERE site_id = '$site'`;
    const client = clients.get(role) as pg.Client;
    if (role === 'countersign_signer') {
      await client.query('BEGIN');
      expect((await client.query(insert.replace('$site', clinic.log.siteId))).rowCount).toBe(1);
      await client.query('ROLLBACK');
    } else expect(await outcome(role, [insert])).toBe(owner ? 'unseen' : 'holds');
    expect(await outcome(role, [insert.replace('AAAA', 'AAAA AAAA')])).toBe('holds');
  });

  test(`a back-dated record, inserted past the function, ${owner ? 'is seen' : 'holds'}`, async () => {
    const insert = `INSERT INTO audit_record SELECT site_id, (SELECT size FROM site_head WHERE site_id = '$site'), 'back-dated', type,
      occurred_at, recorded_at - interval '1 year', actor_id, record, leaf_hash FROM audit_record WHERE site_id = '$site' AND seq = 3`;
    expect(await outcome(role, [insert])).toBe(owner ? 'is seen' : 'holds');
  });

  // What tears down a wall: refused to all who do not own it; seen where the wall is looked at.
  const WALLS: readonly (readonly [string, string])[] = [
    ['disable a trigger', 'ALTER TABLE line DISABLE TRIGGER no_update_or_delete'],
    ['make a trigger one that replicas skip', 'ALTER TABLE line ENABLE TRIGGER no_update_or_delete'],
    ['drop a trigger', 'DROP TRIGGER no_truncate ON audit_record'],
    ['drop a table', 'DROP TABLE checkpoint CASCADE'],
    ['drop a rule', 'DROP TRIGGER entry_fully_signed ON entry'],
  ];
  test.each(WALLS)(`%s ${owner ? 'is seen' : 'holds'}`, async (_, statement) => {
    expect(await outcome(role, [statement])).toBe(owner ? 'is seen' : 'holds');
  });

  test(`grant the application writing ${owner ? 'is seen' : 'does nothing'}`, async () => {
    const client = clients.get(role) as pg.Client;
    await client.query('BEGIN');
    try {
      await client.query('SAVEPOINT granted');
      // PostgreSQL warns where somebody has some privilege without the option to grant, and refuses where they have none.
      await client.query('GRANT UPDATE ON line TO countersign_app').catch(() => client.query('ROLLBACK TO granted'));
      const seen = role === 'countersign_signer' ? [] : await brokenWalls(client);
      expect(seen).toEqual(owner ? ['countersign_app may UPDATE on line'] : []);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  test(`replace ledger_append ${owner ? 'is seen by what it then writes' : 'holds'}`, async () => {
    const { rows } = await (clients.get('superuser') as pg.Client).query<{ definition: string }>(
      `SELECT pg_get_functiondef('countersign.ledger_append'::regproc) AS definition`,
    );
    // A door that writes down what it is told, and computes nothing.
    const replaced = (rows[0]?.definition ?? '').replace(
      /BEGIN[\s\S]*END \$function\$/,
      `BEGIN INSERT INTO audit_record SELECT p_site, h.size, 'forged', 'note', now(), now(), p_site, p_records[1], sha256(p_records[1])
         FROM site_head h WHERE h.site_id = p_site; END $function$`,
    );
    expect(replaced).toContain('forged');
    const write = `SELECT * FROM ledger_append('$site', ARRAY['{}'::bytea], NULL, NULL, NULL, NULL, NULL, NULL, NULL)`;
    expect(await outcome(role, [replaced, write])).toBe(owner ? 'is seen' : 'holds');
  });

  test('the role of a replica, which skips ordinary triggers', async () => {
    const edit = [
      "SET LOCAL session_replication_role = 'replica'",
      "UPDATE line SET amount_ug = amount_ug * 2 WHERE site_id = '$site'",
    ];
    // Even the superuser runs into ENABLE ALWAYS.
    expect(await outcome(role, edit)).toBe('holds');
  });

  test('a search path of its own changes nothing the functions do', async () => {
    const client = clients.get(role) as pg.Client;
    await client.query('BEGIN');
    try {
      const { rows } = await client.query(
        `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'countersign'::regnamespace AND p.prosecdef
           AND NOT coalesce(p.proconfig, '{}') @> '{"search_path=countersign, pg_temp"}'`,
      );
      expect(rows).toEqual([]);
      if (owner) return;
      await expect(client.query('CREATE TEMP TABLE site_head (size bigint)')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('ROLLBACK');
    }
  });

  test(`${owner ? 'may' : 'may not'} become the owner`, async () => {
    const client = clients.get(role) as pg.Client;
    await client.query('BEGIN');
    const became = await client.query('SET LOCAL ROLE countersign_owner').then(
      () => true,
      (error: { code: string }) => (error.code === '42501' ? false : Promise.reject(error)),
    );
    await client.query('ROLLBACK');
    expect(became).toBe(owner);
  });

  // Other functions run with the caller's own rights, and so can do no more than the caller.
  test("functions with the owner's rights that it may call", async () => {
    const { rows } = await (clients.get(role) as pg.Client).query<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'countersign'::regnamespace AND p.prosecdef
         AND has_function_privilege(current_user, p.oid, 'EXECUTE') ORDER BY 1`,
    );
    const door = ['ledger_append', 'ledger_begin_incarnation', 'ledger_load', 'ledger_open_log'];
    if (owner) expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(door));
    else expect(rows.map(({ name }) => name)).toEqual(role === 'countersign_app' ? door : []);
  });

  test('what it may read of secrets', async () => {
    const { rows } = await (clients.get(role) as pg.Client).query<{ may: boolean }>(
      "SELECT has_table_privilege(current_user, 'countersign.audit_secret', 'SELECT') AS may",
    );
    expect(rows[0]?.may).toBe(role === 'countersign_app' || owner);
  });
});

/** A row more, of a kind that the table would take. */
function inserted(table: string): string {
  const change: Record<string, string> = {
    audit_record: `jsonb_build_object('seq', 900000, 'id', 'new')`,
    audit_secret: `jsonb_build_object('seq', (SELECT max(seq) FROM audit_record))`,
    tree_node: `jsonb_build_object('n', 900000)`,
    record_subject: `jsonb_build_object('subject_id', gen_random_uuid())`,
    idempotency_key: `jsonb_build_object('key', 'new')`,
    entry: `jsonb_build_object('seq', 0, 'type', 'give', 'reverses_seq', NULL)`,
    entry_signature: `jsonb_build_object('person_id', gen_random_uuid(), 'signature_id', NULL, 'meaning', 'performed')`,
    site_head: `jsonb_build_object('site_id', '00000000-0000-0000-0000-000000000002', 'origin', 'x/site/00000000-0000-0000-0000-000000000002')`,
    holder: `jsonb_build_object('holder_id', gen_random_uuid(), 'kind', 'loss', 'floor_ug', NULL, 'ceiling_ug', NULL)`,
    passkey_signature: `jsonb_build_object('signature_id', (SELECT min(signature_id::text) FROM signature WHERE site_id = t.site_id AND method <> 'signature:passkey'))`,
    place_total: `jsonb_build_object('location_id', gen_random_uuid())`,
    person_total: `jsonb_build_object('person_id', gen_random_uuid())`,
  };
  if (table === 'line')
    return `INSERT INTO line SELECT (jsonb_populate_record(l, jsonb_build_object('line_no', l.line_no + 100))).* FROM line l
      WHERE site_id = '$site' AND seq = (SELECT min(seq) FROM entry WHERE site_id = '$site' AND type = 'give')`;
  if (table === 'audit_secret') return `INSERT INTO audit_secret SELECT '$site', 900000, sha256('x'), NULL`;
  if (change[table]) return copied(table, change[table]);
  const id: Record<string, string> = {
    location: 'code',
    product: 'code',
    container: 'label',
    person: 'username',
    supplier: 'dea_number',
    lot: 'lot_number',
    signature: 'token_hash',
    passkey: 'credential_hash',
  };
  const key =
    {
      treatment_session: 'session_id',
      role_grant: 'grant_id',
      pending_waste_signature: 'signature_id',
      stock_count: 'count_id',
      log_incarnation: 'incarnation_id',
      site: 'id',
    }[table] ?? `${table}_id`;
  if (table === 'site')
    return `INSERT INTO site SELECT (jsonb_populate_record(s, '{"kind": "organisation"}'::jsonb || jsonb_build_object('site_id', n, 'id', n))).* FROM site s, gen_random_uuid() n`;
  return copied(
    table,
    `jsonb_build_object('${key}', gen_random_uuid()${id[table] ? `, '${id[table]}', 'NEW-ONE'` : ''}${MORE[table] ?? ''})`,
  );
}

const MORE: Readonly<Record<string, string>> = {
  alarm: ", 'kind', 'tree_differs'",
  log_key: ", 'vkey', 'x+00000000+BBBB'",
  log_incarnation: ", 'number', 9",
  container: ", 'serial', NULL",
  pending_waste_signature: ", 'person_id', gen_random_uuid()",
};

const copied = (table: string, change: string): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${change})).* FROM ${table} t WHERE site_id = '$site' LIMIT 1`;
