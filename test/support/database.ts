import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withClient } from '../../src/platform/database/one-client.js';

/** The log-in roles of audit-log.md, "Who may write". */
export type LoginRole = 'countersign_migrate' | 'countersign_app' | 'countersign_signer' | 'countersign_auditor';

export interface TestDatabase {
  name: string;
  /** As the server's superuser (or the log-in of DATABASE_URL), who may do anything. */
  superuserUrl: string;
  /** As `countersign_migrate`, member of the owner of all tables. */
  ownerUrl: string;
  appUrl: string;
  signerUrl: string;
  auditorUrl: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is missing: a test that needs a database lives outside domain/, interop/, architecture/.`);
  return value;
}

/** The passwords that every log-in role has during this run of tests. */
export function rolePasswords(): Record<LoginRole, string> {
  return JSON.parse(setting('COUNTERSIGN_TEST_ROLE_PASSWORDS')) as Record<LoginRole, string>;
}

/**
 * Copies a database. PostgreSQL copies what is inside and not the privileges and settings of the database itself, so those
 * follow; and it refuses while anybody is connected to the original, so that is tried again.
 */
export async function copyDatabase(client: pg.Client, of: { template: string; name: string }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`CREATE DATABASE ${of.name} TEMPLATE ${of.template}`);
      break;
    } catch (error) {
      if ((error as pg.DatabaseError).code !== '55006' || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', $2::text) AS statement
     UNION ALL
     SELECT format('GRANT %s ON DATABASE %I TO %s', a.privilege_type, $2::text,
                   CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
     FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a WHERE d.datname = $1
     UNION ALL
     SELECT format('ALTER %s SET %s TO %L', CASE s.setrole
                     WHEN 0 THEN format('DATABASE %I', $2::text)
                     ELSE format('ROLE %I IN DATABASE %I', pg_get_userbyid(s.setrole), $2::text) END,
                   split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))
     FROM pg_database d JOIN pg_db_role_setting s ON s.setdatabase = d.oid, unnest(s.setconfig) c WHERE d.datname = $1`,
    [of.template, of.name],
  );
  for (const { statement } of rows) await client.query(statement);
}

/** A new migrated database of its own for one test file, in some tens of milliseconds. `label` shows in its name. */
export async function createTestDatabase(label = 'db'): Promise<TestDatabase> {
  const serverUrl = setting('COUNTERSIGN_TEST_SUPERUSER_URL');
  const template = setting('COUNTERSIGN_TEST_TEMPLATE');
  const passwords = rolePasswords();
  const name = `${template}_${label
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_')
    .slice(0, 15)}_${randomBytes(3).toString('hex')}`;
  await withClient(serverUrl, (client) => copyDatabase(client, { template, name }));

  const urlFor = (role?: LoginRole): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    if (role) Object.assign(url, { username: role, password: passwords[role] });
    return url.href;
  };
  return {
    name,
    superuserUrl: urlFor(),
    ownerUrl: urlFor('countersign_migrate'),
    appUrl: urlFor('countersign_app'),
    signerUrl: urlFor('countersign_signer'),
    auditorUrl: urlFor('countersign_auditor'),
    drop: () =>
      withClient(
        serverUrl,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}
