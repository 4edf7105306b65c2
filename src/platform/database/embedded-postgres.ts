import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { initialiseCluster, readPassword, superuser } from './cluster-init.js';
import { findClusterFolder, makeClusterFolder } from './cluster-folder.js';
import { claimOwnership, releaseOwnership } from './data-owner.js';
import { findBinaries } from './postgres-binaries.js';
import { clearLeftovers, launchServer, readNote, stopServer, stopWithUs } from './postmaster.js';
import { type Account, chooseAccount } from './unprivileged-account.js';

export interface EmbeddedPostgresOptions {
  /** Where `postgres/` is made or found; relative to the working directory. */
  dataFolder: string;
  /** Gets sentences for the person who starts the program; nothing secret. */
  log: (line: string) => void;
  /** When another living process has this database open: `refuse` (default) throws, `join` uses its server. */
  whenRunning?: 'refuse' | 'join';
  /** False gives up safety against power failure for speed: for throw-away databases of tests only. */
  durable?: boolean;
  /** PostgreSQL settings over the ones chosen here. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  /** `postgres://postgres:<password>@127.0.0.1:<port>/postgres` */
  superuserUrl: string;
  port: number;
  /** The process id of the PostgreSQL server. */
  pid: number;
  /** Where its data lies: the given folder's `postgres/`, or in /var/lib/countersign (see docs/decisions). */
  folder: string;
  /** Settles when the server ends without `stop()`: who serves should then end too. Never for a joined one. */
  crashed: Promise<void>;
  /** Shuts the server down, writing everything; does nothing the second time, or when it was joined. */
  stop(): Promise<void>;
}

const safeSettings = (folder: string): Record<string, string> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '100',
  timezone: 'UTC',
  // A week of logs that overwrite each other. Statements and row values stay out of them: they may hold secrets.
  logging_collector: 'on',
  log_directory: `${folder}/log`,
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
});

const fastSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

const urlOf = (folder: string, port: number): string =>
  `postgres://${superuser}:${readPassword(folder)}@127.0.0.1:${port}/postgres`;

function refuseForeignFolder(folder: string): void {
  const me = process.getuid?.();
  if (me === undefined || me === 0 || statSync(folder).uid === me) return;
  throw new Error(
    `The database in ${folder} belongs to another user: start Countersign as root or as that user, or set COUNTERSIGN_DATA to a folder of your own.`,
  );
}

const endsWithinMs = 2_000;
const joinsWithinMs = 30_000;

async function join(folder: string, owner: number): Promise<EmbeddedPostgres> {
  const deadline = performance.now() + joinsWithinMs;
  let note = readNote(`${folder}/cluster`);
  while (!note?.ready) {
    if (performance.now() > deadline)
      throw new Error(`Process ${owner} has the database in ${folder}, but no server runs on it.`);
    await sleep(50);
    note = readNote(`${folder}/cluster`);
  }
  return {
    superuserUrl: urlOf(folder, note.port),
    port: note.port,
    pid: note.pid,
    folder,
    crashed: new Promise(() => {}),
    stop: async () => {},
  };
}

async function startOwned(options: EmbeddedPostgresOptions, folder: string, account: Account | undefined) {
  const { log, durable = true } = options;
  const binaries = findBinaries(account);
  const pgdata = await initialiseCluster({ folder, binaries, account, durable });
  await clearLeftovers(pgdata, log);
  const settings = { ...safeSettings(folder), ...(durable ? {} : fastSettings), ...options.settings };
  const { child, port } = await launchServer({ folder, pgdata, postgres: binaries.postgres, account, settings, log });
  const pid = child.pid!;
  const callOff = stopWithUs(pid, account);
  child.unref();

  let stopping: Promise<void> | undefined;
  const crashed = new Promise<void>((settle) => {
    child.once('exit', () => {
      callOff();
      if (stopping) return;
      releaseOwnership(folder);
      settle();
    });
  });
  const stopOnce = async (): Promise<void> => {
    child.ref();
    await stopServer(pid);
    callOff();
    releaseOwnership(folder);
  };
  const stop = (): Promise<void> => (stopping ??= stopOnce());
  return { superuserUrl: urlOf(folder, port), port, pid, folder, crashed, stop };
}

/** Claims the folder, or answers who has it. One that was told to stop just now may take a moment to be gone. */
async function claim(folder: string, whenRunning: 'refuse' | 'join'): Promise<number | undefined> {
  const deadline = performance.now() + endsWithinMs;
  for (;;) {
    const { heldBy } = claimOwnership(folder);
    if (heldBy === undefined || heldBy === process.pid || whenRunning === 'join') return heldBy;
    if (performance.now() > deadline) return heldBy;
    await sleep(50);
  }
}

/**
 * Starts a real PostgreSQL 18 (the npm package's) on the data folder, and makes its database when there is none. It listens
 * on a free port of 127.0.0.1 alone and asks for a random password. It ends with `stop()`, or when this process dies in any
 * way. What a killed run left (a stale note, a server still running) is cleared first; there are never two on one folder.
 * Throws an Error with one sentence and what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL runs on Linux and macOS: set DATABASE_URL to a PostgreSQL 15 or later.');
  }
  const dataFolder = resolve(options.dataFolder);
  const existing = findClusterFolder(dataFolder);
  if (existing) refuseForeignFolder(existing);
  const account = chooseAccount(existing);
  const folder = realpathSync(existing ?? makeClusterFolder({ dataFolder, account, log: options.log }));
  const owner = await claim(folder, options.whenRunning ?? 'refuse');
  if (owner !== undefined && options.whenRunning === 'join') return join(folder, owner);
  if (owner !== undefined) {
    throw new Error(
      `Countersign is already running on ${dataFolder} (process ${owner}): stop it first, or set COUNTERSIGN_DATA to another folder.`,
    );
  }
  try {
    return await startOwned(options, folder, account);
  } catch (error) {
    releaseOwnership(folder);
    throw error;
  }
}
