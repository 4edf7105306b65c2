// Before the first test that needs a database: builds dist/, starts a PostgreSQL unless one is given, and migrates one
// database which all others of the run are copied from. What tests need to know travels in the environment:
//   COUNTERSIGN_TEST_SUPERUSER_URL    the server: given, or DATABASE_URL, or a throw-away one started here
//   COUNTERSIGN_TEST_TEMPLATE         the migrated database; also the beginning of every database's name in this run
//   COUNTERSIGN_TEST_ROLE_PASSWORDS   JSON, role -> password: roles belong to the whole server, so all tests share them
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { prepare } from '../../scripts/prepare.mjs';
import { runName, startThrowAwayServer } from './throw-away-server.mjs';

const roles = ['countersign_migrate', 'countersign_app', 'countersign_signer', 'countersign_auditor'];

async function makeTemplate(superuserUrl, name, rolePasswords) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  await client.end();
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  await migrate({ databaseUrl: url.href, rolePasswords });
}

export default async function setup() {
  await prepare({ quiet: true });
  const given = process.env.COUNTERSIGN_TEST_SUPERUSER_URL || process.env.DATABASE_URL;
  const server = given ? { superuserUrl: given, stop: async () => {} } : await startThrowAwayServer();
  const name = runName();
  const passwords = Object.fromEntries(roles.map((role) => [role, randomBytes(18).toString('base64url')]));
  globalThis.countersignTestRun = { server, name };
  process.env.COUNTERSIGN_TEST_SUPERUSER_URL = server.superuserUrl;
  process.env.COUNTERSIGN_TEST_TEMPLATE = name;
  process.env.COUNTERSIGN_TEST_ROLE_PASSWORDS = JSON.stringify(passwords);
  await makeTemplate(server.superuserUrl, name, passwords);
}
