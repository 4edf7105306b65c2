import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/config.js';
import { loadSecrets, type LoginRole, type Secrets } from './config/secrets.js';
import { Vault } from './crypto/vault.js';
import { connectionSentence } from './database/connection-error.js';
import { urlFor } from './database/data-source.js';
import { isDemonstration } from './database/demonstration.js';
import { findClusterFolder } from './database/cluster-folder.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { requireKeysOfLedger } from './database/keys-of-ledger.js';
import { migrate } from './database/migrate.js';
import { inDatabase, withClient } from './database/one-client.js';

/** What a running program stands on: settings, keys, and a migrated database it reaches as the application's role. */
export interface Runtime {
  readonly config: Config;
  readonly secrets: Secrets;
  /** As `countersign_app`. */
  readonly appUrl: string;
  /** As `countersign_signer`. */
  readonly signerUrl: string;
  /** Where the signer keeps its keys and what it has signed: outside the database, on purpose. */
  readonly signerFolder: string;
  /** Found in the database. A demonstration says so for ever: in its logs' origins, its API and every page. */
  readonly demonstration: boolean;
}

/** What the origin of every log begins with (audit-log.md, "Checkpoint"): a demonstration's says that it is one. */
export function originDomain(runtime: Runtime): string {
  return runtime.demonstration ? `demo.${runtime.config.domain}` : runtime.config.domain;
}

/** A demonstration signs with keys of its own, and what it signed is forgotten with it. */
export function signerFolderOf({ dataFolder }: Pick<Config, 'dataFolder'>, demonstration: boolean): string {
  return join(dataFolder, demonstration ? 'signer-of-demonstration' : 'signer');
}

/** The database on an embedded server. */
export const DATABASE_NAME = 'countersign';

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
  /** Run before the migrations: finds or makes the database on the server, and answers with its URL. */
  readonly chooseDatabase?: (serverUrl: string) => Promise<string>;
  /** Run after the migrations, still with the privileged log-in: makes a new database a demonstration one. */
  readonly prepare?: (adminUrl: string) => Promise<void>;
  /** For tools that only look: nothing is made or migrated, and the server of a running program is used as well. */
  readonly onlyLook?: boolean;
}

/**
 * Starts the embedded PostgreSQL unless the operator has one, makes its database, brings it to the newest schema with
 * the privileged log-in, and forgets that log-in: what serves afterwards knows only `countersign_app`.
 */
export async function openRuntime(options: OpenOptions): Promise<OpenedRuntime> {
  const { config, log } = options;
  if (options.onlyLook) requireLedger(config);
  const secretsFile = join(config.dataFolder, 'secrets.json');
  const secrets = await loadSecrets(secretsFile);
  const server = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder: config.dataFolder,
        log,
        whenRunning: options.onlyLook ? 'join' : 'refuse',
      });
  try {
    const serverUrl = config.databaseUrl ?? server!.superuserUrl;
    const chooseDatabase = options.chooseDatabase ?? (config.databaseUrl ? (url: string) => url : ensureDatabase);
    const adminUrl = await chooseDatabase(serverUrl);
    await requireKeysOfLedger(adminUrl, { vault: new Vault(secrets.vaultKey), secretsFile });
    if (!options.onlyLook) await migrate({ databaseUrl: adminUrl, rolePasswords: secrets.rolePasswords });
    await options.prepare?.(adminUrl);
    const as = (user: LoginRole) => urlFor(adminUrl, { user, password: secrets.rolePasswords[user] });
    const demonstration = await isDemonstration(adminUrl);
    return {
      runtime: {
        config: { ...config, databaseUrl: undefined },
        secrets,
        appUrl: as('countersign_app'),
        signerUrl: as('countersign_signer'),
        signerFolder: signerFolderOf(config, demonstration),
        demonstration,
      },
      crashed: server?.crashed ?? new Promise(() => {}),
      close: async () => server?.stop(),
    };
  } catch (error) {
    await server?.stop();
    const sentence = config.databaseUrl && connectionSentence(error, config.databaseUrl);
    throw sentence ? new Error(sentence, { cause: error }) : error;
  }
}

/** Throws where nothing was ever started on these settings, so that looking makes nothing. */
function requireLedger({ dataFolder, databaseUrl }: Config): void {
  const keys = existsSync(join(dataFolder, 'secrets.json'));
  if (keys && (databaseUrl || findClusterFolder(dataFolder))) return;
  throw new Error(
    `There is no ledger in ${dataFolder}: start Countersign first, or set COUNTERSIGN_DATA to the folder it was started on.`,
  );
}

/** Makes the ledger's database on the embedded server where there is none, and answers with its URL. */
async function ensureDatabase(serverUrl: string): Promise<string> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME} ENCODING 'UTF8' TEMPLATE template0`);
  });
  return inDatabase(serverUrl, DATABASE_NAME);
}
