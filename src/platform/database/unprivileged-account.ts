import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The operating-system account that a PostgreSQL server runs as when this process is root, which PostgreSQL refuses. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

function ask(command: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : undefined;
}

function accountNamed(name: string): Account | undefined {
  const uid = ask('id', ['-u', name]);
  const gid = ask('id', ['-g', name]);
  return uid && gid && uid !== '0' ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

function createAccount(name: string): Account | undefined {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false'];
  return ask('useradd', [...args, name]) === undefined ? undefined : accountNamed(name);
}

/**
 * The account to run PostgreSQL as: `undefined` (ourselves) unless this process is root. A cluster that exists stays with
 * its owner; a new one goes to `countersign` or `postgres` if the system has it, else to a `countersign` made now.
 */
export function chooseAccount(existingCluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existingCluster) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { name: ask('id', ['-nu', String(uid)]) ?? `number ${uid}`, uid, gid };
  }
  const account =
    accountNamed('countersign') ?? accountNamed('postgres') ?? createAccount('countersign') ?? accountNamed('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root, and no account for it could be made: create a user named "countersign", or start Countersign as an ordinary user.',
  );
}

/** The uid and gid to give to `spawn`; Node.js also drops root's further groups. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** True when `account` can enter `folder`: tried, not computed, so that access lists and mounts count. */
export function canEnter(account: Account, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...asAccount(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return probe.status === 0;
}
