import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from './cluster-init.js';
import { isServerOf, processIdentity } from './process-identity.js';
import { type Account, asAccount } from './unprivileged-account.js';

/** PostgreSQL's own note of the server that runs on a cluster. */
export interface PostmasterNote {
  pid: number;
  port: number;
  ready: boolean;
}

/** A server that did not come up, with what it said. */
export class ServerDidNotStart extends Error {}

const noteFile = (pgdata: string): string => join(pgdata, 'postmaster.pid');
const startLog = (folder: string): string => join(folder, 'startup.log');

/** Reads postmaster.pid (lines: pid, folder, start, port, socket, address, memory, status); undefined when there is none. */
export function readNote(pgdata: string): PostmasterNote | undefined {
  try {
    const lines = readFileSync(noteFile(pgdata), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

const exists = (pid: number): boolean => processIdentity(pid) !== undefined;

async function gone(isGone: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!isGone()) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Shuts a server down: fast (transactions rolled back, all written), and only if it does not end within half a minute at
 * once (its log is replayed at the next start). Never by SIGKILL, which would leave its shared memory behind.
 */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await gone(() => !exists(pid), 30_000)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(() => !exists(pid), 10_000)) return;
  throw new Error(`The database server (process ${pid}) does not stop: end it by hand, then start again.`);
}

/**
 * Leaves the cluster with no server and no note of one: a server whose owner was killed is stopped; a note whose process is
 * gone, or whose number another program has now, is removed, as PostgreSQL itself could not tell and would refuse.
 */
export async function clearLeftovers(pgdata: string, log: (line: string) => void): Promise<void> {
  const note = readNote(pgdata);
  if (!note) return;
  if (isServerOf(note.pid, pgdata)) {
    log(`Stopping the database server that an earlier run left behind (process ${note.pid}).`);
    await stopServer(note.pid);
  }
  rmSync(noteFile(pgdata), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface Launch {
  folder: string;
  pgdata: string;
  postgres: string;
  account: Account | undefined;
  settings: Record<string, string>;
  log: (line: string) => void;
}

function spawnServer(launch: Launch, port: number): ChildProcess {
  const { folder, pgdata, postgres, account, settings } = launch;
  rmSync(startLog(folder), { force: true });
  const output = openSync(startLog(folder), 'a', 0o600);
  if (account) chownSync(startLog(folder), account.uid, account.gid);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: Ctrl-C in the terminal must reach us first, who stop it after the last answer is sent.
  const child = spawn(postgres, ['-D', pgdata, '-p', String(port), ...flags], {
    ...asAccount(account),
    cwd: folder,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

/** The complaints of server `pid`: what it says first goes to startup.log, what comes later to its collector's files. */
function whatItSaid(folder: string, pid: number | undefined): string {
  const logs = join(folder, 'log');
  const collected = existsSync(logs) ? readdirSync(logs).map((name) => join(logs, name)) : [];
  return [startLog(folder), ...collected]
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) =>
      line.includes(`[${pid}]`) ? /FATAL|PANIC|ERROR|WARNING|could not/.test(line) : !line.includes('UTC ['),
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
}

async function untilReady(launch: Launch, child: ChildProcess): Promise<number> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  let nextWord = performance.now() + 10_000;
  while (!failure && child.exitCode === null && child.signalCode === null) {
    const note = readNote(launch.pgdata);
    if (note?.ready && note.pid === child.pid) return note.port;
    if (performance.now() > nextWord) {
      launch.log('The database is still starting (after a crash it first replays its log) ...');
      nextWord += 10_000;
    }
    await sleep(10);
  }
  await sleep(100);
  const said = whatItSaid(launch.folder, child.pid);
  throw new ServerDidNotStart(failure?.message ?? said);
}

const maxAttempts = 60;

/** What another attempt can mend: the port was taken in between, or the last processes of a killed server are still ending. */
const passes = (error: unknown): boolean =>
  error instanceof ServerDidNotStart &&
  /pre-existing shared memory block|could not (bind|create any TCP)/.test(error.message);

/** Starts a server on a free port of the loopback address and returns when it accepts connections. */
export async function launchServer(launch: Launch): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const child = spawnServer(launch, await freePort());
    try {
      return { child, port: await untilReady(launch, child) };
    } catch (error) {
      if (attempt < maxAttempts && passes(error)) {
        await sleep(250);
        continue;
      }
      throw new Error(`The database in ${launch.pgdata} does not start: ${(error as Error).message}`, { cause: error });
    }
  }
}

/**
 * Stops the server when this process dies without having done so, even by `kill -9`: a shell that waits for the end of a
 * pipe which only this process holds open. Returns what calls it off.
 */
export function stopWithUs(serverPid: number, account: Account | undefined): () => void {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(serverPid)], {
    ...asAccount(account),
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return () => void watcher.kill('SIGKILL');
}
