import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import { type Account, asAccount } from './unprivileged-account.js';

/** Nothing of ours is handed on: the environment of a server may hold keys that its database must not know. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export const superuser = 'postgres';

const passwordFile = (folder: string): string => join(folder, 'superuser-password');

/** The superuser's password of the cluster in `folder`; throws a sentence when its file is gone. */
export function readPassword(folder: string): string {
  try {
    return readFileSync(passwordFile(folder), 'utf8').trim();
  } catch (error) {
    throw new Error(`The database's password file ${passwordFile(folder)} cannot be read: restore it from a backup.`, {
      cause: error,
    });
  }
}

function writePassword(folder: string, account: Account | undefined): void {
  const fresh = `${passwordFile(folder)}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  if (account) chownSync(fresh, account.uid, account.gid);
  renameSync(fresh, passwordFile(folder));
}

function run(program: string, args: string[], options: { cwd: string; account: Account | undefined }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...asAccount(options.account),
      cwd: options.cwd,
      env: serverEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed: ${said.trim()}`))));
  });
}

/** PostgreSQL syncs what is inside its folder; the name it was given just now is ours to make last. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Makes the cluster `<folder>/cluster` unless it is there: UTF-8, PostgreSQL's own C.UTF-8 collation (the same order on every
 * system and after every upgrade of it), checksums on every page, log-in only by scram-sha-256. It is made under another
 * name and renamed, so that one which was killed half-way is never taken for a database. Returns its path.
 */
export async function initialiseCluster(options: {
  folder: string;
  binaries: PostgresBinaries;
  account: Account | undefined;
  durable: boolean;
}): Promise<string> {
  const { folder, binaries, account, durable } = options;
  const pgdata = join(folder, 'cluster');
  if (existsSync(pgdata)) return pgdata;
  const fresh = join(folder, 'cluster.new');
  rmSync(fresh, { recursive: true, force: true });
  if (!existsSync(passwordFile(folder))) writePassword(folder, account);
  const args = [
    ...['--pgdata', fresh, '--username', superuser, '--pwfile', passwordFile(folder), '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--data-checksums', ...(durable ? [] : ['--no-sync'])],
  ];
  await run(binaries.initdb, args, { cwd: folder, account });
  renameSync(fresh, pgdata);
  if (durable) syncFolder(folder);
  return pgdata;
}
