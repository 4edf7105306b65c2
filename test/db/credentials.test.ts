import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { performer } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

const HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA';
const TABLES = ['credential', 'auth_session', 'login_throttle', 'invitation', 'setup_link'] as const;

let database: TestDatabase;
let app: pg.Client;
let personId: string;

beforeAll(async () => {
  database = await createTestDatabase('credentials');
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  await app.query('SET search_path = countersign');
  const log = new RawLog(app, randomUUID());
  await log.open();
  personId = randomUUID();
  await log.append({
    type: 'organisation_created',
    actors: [performer(personId, 'administrator')],
    changes: [{ table: 'person', personId, username: 'adm1', displayName: 'Ada', disabled: false }],
  });
  await app.query('INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)', [personId, HASH]);
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** The name of the constraint that refuses it, or `nothing`. */
async function refusedBy(text: string, values: unknown[]): Promise<string> {
  await app.query('BEGIN');
  try {
    await app.query(text, values);
    return 'nothing';
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? (error as Error).message;
  } finally {
    await app.query('ROLLBACK');
  }
}

const session = (of: Record<string, unknown> = {}): [string, unknown[]] => {
  const row = {
    token_hash: randomBytes(32),
    session_id: randomUUID(),
    person_id: personId,
    method: 'password',
    kind: 'cookie',
    idle_seconds: 1800,
    expires_at: new Date(Date.now() + 3_600_000),
    ...of,
  };
  return insert('auth_session', row);
};

const invitation = (of: Record<string, unknown> = {}): [string, unknown[]] =>
  insert('invitation', {
    invitation_id: randomUUID(),
    token_hash: randomBytes(32),
    person_id: personId,
    purpose: 'reset',
    expires_at: new Date(Date.now() + 3_600_000),
    ...of,
  });

function insert(table: string, row: Record<string, unknown>): [string, unknown[]] {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return [`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row)];
}

describe('what the tables of credentials refuse, whoever types it', () => {
  const another = randomUUID();
  test.each([
    ['nothing', ...session()],
    ['auth_session_token_is_hashed', ...session({ token_hash: Buffer.from('the token itself') })],
    ['auth_session_method_known', ...session({ method: 'none' })],
    ['auth_session_kind_known', ...session({ kind: 'url' })],
    ['auth_session_ends', ...session({ expires_at: new Date(Date.now() + 13 * 3_600_000) })],
    ['auth_session_idles', ...session({ idle_seconds: 50_000 })],
    ['auth_session_of_person', ...session({ person_id: another })],
    ['credential_of_person', ...insert('credential', { person_id: another, password_hash: HASH })],
    ['credential_password_is_argon2id', `UPDATE credential SET password_hash = $1`, ['$2b$10$bcrypt']],
    ['credential_password_is_argon2id', `UPDATE credential SET password_hash = $1`, ['a password']],
    ['credential_totp_confirmed_has_a_secret', 'UPDATE credential SET totp_confirmed_at = now()', []],
    ['invitation_purpose_known', ...invitation({ purpose: 'visit' })],
    ['invitation_ends', ...invitation({ expires_at: new Date(0) })],
    ['invitation_token_is_hashed', ...invitation({ token_hash: Buffer.from('x') })],
    ['invitation_of_person', ...invitation({ person_id: another })],
    [
      'login_throttle_kind_known',
      ...insert('login_throttle', {
        kind: 'name',
        key_hash: randomBytes(32),
        failures: 1,
        last_failure_at: new Date(),
      }),
    ],
    [
      'login_throttle_key_is_hashed',
      ...insert('login_throttle', {
        kind: 'username',
        key_hash: Buffer.from('rn1'),
        failures: 1,
        last_failure_at: new Date(),
      }),
    ],
    [
      'setup_link_token_is_hashed',
      ...insert('setup_link', {
        token_hash: Buffer.from('x'),
        organisation_id: another,
        expires_at: new Date(Date.now() + 3_600_000),
      }),
    ],
  ])('%s: %s', async (constraint, text, values) => {
    // The rows were made when the file was read; ids of the person are put in now.
    expect(
      await refusedBy(
        text,
        values.map((value) => (value === undefined ? personId : value)),
      ),
    ).toBe(constraint);
  });

  test('an invitation is used once, also by raw SQL', async () => {
    const [text, values] = invitation();
    await app.query(text, values);
    const use = 'UPDATE invitation SET used_at = now() WHERE invitation_id = $1';
    await app.query(use, [values[0]]);
    expect(await refusedBy(use, [values[0]])).toBe('invitation_used_once');
  });
});

describe('who may touch credentials', () => {
  test.each(TABLES)('the application writes %s; auditor and signer do not even read it', async (table) => {
    await expect(app.query(`DELETE FROM ${table} WHERE false`)).resolves.toBeDefined();
    for (const url of [database.auditorUrl, database.signerUrl])
      await expect(withClient(url, (client) => client.query(`SELECT FROM countersign.${table}`))).rejects.toMatchObject(
        {
          code: '42501',
        },
      );
  });

  test('the application makes nobody, enables nobody and gives no role past the door', async () => {
    for (const attack of [
      'UPDATE person SET disabled = false',
      `UPDATE role_grant SET withdrawn_at = NULL`,
      `INSERT INTO role_grant SELECT * FROM role_grant`,
      'DELETE FROM person',
    ])
      await expect(app.query(attack)).rejects.toMatchObject({ code: '42501' });
  });
});
