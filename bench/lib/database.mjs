// A database as it is in production (fsync on, the settings the program chooses), fresh, thrown away at the end.
import { join } from 'node:path';
import pg from 'pg';
import { startThrowAwayServer } from '../../test/support/throw-away-server.mjs';

const SETTINGS = { shared_preload_libraries: 'pg_stat_statements' };

/** One connection for `work`, then closed. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL, makes and migrates a database: `{ adminUrl, appUrl, dataFolder, secrets, admin, stop }`. `admin` is a
 * connected client of the superuser.
 */
export async function startBenchDatabase() {
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const { urlFor } = await import('../../dist/src/platform/database/data-source.js');
  const { loadSecrets } = await import('../../dist/src/platform/config/secrets.js');
  const server = await startThrowAwayServer({ durable: true, settings: SETTINGS });
  try {
    const secrets = await loadSecrets(join(server.dataFolder, 'secrets.json'));
    await withClient(server.superuserUrl, (client) => client.query('CREATE DATABASE bench TEMPLATE template0'));
    const adminUrl = new URL(server.superuserUrl);
    adminUrl.pathname = '/bench';
    await migrate({ databaseUrl: adminUrl.href, rolePasswords: secrets.rolePasswords });
    const admin = new pg.Client({ connectionString: adminUrl.href });
    await admin.connect();
    admin.on('error', () => {});
    await admin.query('CREATE EXTENSION pg_stat_statements');
    return {
      adminUrl: adminUrl.href,
      appUrl: urlFor(adminUrl.href, { user: 'countersign_app', password: secrets.rolePasswords.countersign_app }),
      dataFolder: server.dataFolder,
      serverPid: server.pid,
      secrets,
      admin,
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
