// A database as it is in production (fsync on, the settings the program chooses), fresh, thrown away at the end.
import { join } from 'node:path';
import pg from 'pg';
import { startThrowAwayServer } from '../../test/support/throw-away-server.mjs';

const SETTINGS = { shared_preload_libraries: 'pg_stat_statements' };

/**
 * Starts PostgreSQL, makes and migrates a database: `{ adminUrl, appUrl, dataFolder, secrets, admin, another, stop }`. `admin`
 * is a connected client of the superuser; `another(name)` makes one more database: `{ adminUrl, appUrl }`. `durable: false`: nothing
 * is timed, and what a power failure would take may go.
 */
export async function startBenchDatabase({ durable = true } = {}) {
  const { loadSecrets } = await import('../../dist/src/platform/config/secrets.js');
  const server = await startThrowAwayServer({ durable, settings: SETTINGS });
  try {
    const secrets = await loadSecrets(join(server.dataFolder, 'secrets.json'));
    const another = (name) => makeDatabase({ serverUrl: server.superuserUrl, name, secrets });
    const { adminUrl, appUrl } = await another('bench');
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    admin.on('error', () => {});
    await admin.query('CREATE EXTENSION pg_stat_statements');
    return {
      ...{ adminUrl, appUrl, secrets, admin, another },
      dataFolder: server.dataFolder,
      serverPid: server.pid,
      async stop() {
        await admin.end();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function makeDatabase({ serverUrl, name, secrets }) {
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const { inDatabase, withClient } = await import('../../dist/src/platform/database/one-client.js');
  const { urlFor } = await import('../../dist/src/platform/database/data-source.js');
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const adminUrl = inDatabase(serverUrl, name);
  await migrate({ databaseUrl: adminUrl, rolePasswords: secrets.rolePasswords });
  const app = { user: 'countersign_app', password: secrets.rolePasswords.countersign_app };
  return { adminUrl, appUrl: urlFor(adminUrl, app) };
}

/** Counts the statements of the application's role from now on: `stop()` answers `[{ query, calls, milliseconds, walBytes }]`. */
export async function countStatements(admin) {
  await admin.query('SELECT pg_stat_statements_reset()');
  return async () => {
    const { rows } = await admin.query(
      `SELECT s.query, sum(s.calls)::int AS calls, sum(s.total_exec_time) AS milliseconds, sum(s.wal_bytes)::float8 AS "walBytes"
       FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
       WHERE r.rolname = 'countersign_app' AND s.toplevel GROUP BY s.query ORDER BY 3 DESC`,
    );
    return rows;
  };
}
