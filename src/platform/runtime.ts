import { join } from 'node:path';
import pg from 'pg';
import type { Config } from './config/config.js';
import { loadSecrets, type Secrets } from './config/secrets.js';
import { urlFor } from './database/data-source.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate } from './database/migrate.js';

/** What a running program stands on: settings, keys, and a migrated database it reaches as the application's role. */
export interface Runtime {
  readonly config: Config;
  readonly secrets: Secrets;
  /** As `countersign_app`. */
  readonly appUrl: string;
  /** A demonstration database says so for ever: in its logs' origins, its API and every page. */
  readonly demonstration: boolean;
}

/** The injection token of the Runtime. */
export const RUNTIME = Symbol('RUNTIME');

export interface OpenedRuntime {
  readonly runtime: Runtime;
  /** Settles when the embedded database ends by itself: who serves should then end too. */
  readonly crashed: Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly config: Config;
  readonly log: (line: string) => void;
  /** Run after the migrations, still with the privileged log-in: makes a new database a demonstration one. */
  readonly prepare?: (adminUrl: string) => Promise<void>;
  /** Name of the database on the embedded server. */
  readonly databaseName?: string;
  readonly demonstration?: boolean;
  /** For tools that only look: use the embedded server of a running program instead of refusing. */
  readonly join?: boolean;
}

/**
 * Starts the embedded PostgreSQL unless the operator has one, makes its database, brings it to the newest schema with
 * the privileged log-in, and forgets that log-in: what serves afterwards knows only `countersign_app`.
 */
export async function openRuntime(options: OpenOptions): Promise<OpenedRuntime> {
  const { config, log } = options;
  const secrets = await loadSecrets(join(config.dataFolder, 'secrets.json'));
  const server = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder: config.dataFolder,
        log,
        whenRunning: options.join ? 'join' : 'refuse',
      });
  try {
    const adminUrl =
      config.databaseUrl ?? (await ensureDatabase(server!.superuserUrl, options.databaseName ?? 'countersign'));
    await migrate({ databaseUrl: adminUrl, rolePasswords: secrets.rolePasswords });
    await options.prepare?.(adminUrl);
    const appUrl = urlFor(adminUrl, { user: 'countersign_app', password: secrets.rolePasswords.countersign_app });
    return {
      runtime: {
        config: { ...config, databaseUrl: undefined },
        secrets,
        appUrl,
        demonstration: options.demonstration ?? false,
      },
      crashed: server?.crashed ?? new Promise(() => {}),
      close: async () => server?.stop(),
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Makes a database by that name where there is none, and answers with its URL. */
async function ensureDatabase(superuserUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
