import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolePasswords } from './database.js';

export interface RunningServer {
  /** `http://127.0.0.1:<port>` without a slash at the end. */
  url: string;
  pid: number;
  /** Its COUNTERSIGN_DATA, with its secrets. */
  dataFolder: string;
  /** All that it has printed until now. */
  output(): string;
  /** SIGTERM, and waits for the end; answers with the exit code. Removes the data folder if it was made here. */
  stop(): Promise<number | null>;
  /** SIGKILL, and waits for the end. The data folder stays: give it to the next `startServer`. */
  kill9(): Promise<void>;
}

const main = resolve('dist/src/cli/main.js');
const startWithinMs = 60_000;

/** A data folder with secrets of its own, and the role passwords that all servers of one database server must share. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-data-`));
  const key = () => randomBytes(32).toString('base64');
  const secrets = { vaultKey: key(), tokenKey: key(), rolePasswords: rolePasswords() };
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return folder;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function untilAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((settle, fail) => {
    const look = () => {
      const address = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(output())?.[0];
      if (address) done(() => settle(address));
    };
    const onExit = () => done(() => fail(new Error(`The server ended before it listened:\n${output()}`)));
    const timer = setTimeout(
      () => done(() => fail(new Error(`The server does not listen after ${startWithinMs} ms:\n${output()}`))),
      startWithinMs,
    );
    const done = (then: () => void) => {
      clearTimeout(timer);
      child.stdout!.off('data', look);
      child.off('exit', onExit);
      then();
    };
    child.stdout!.on('data', look);
    child.once('exit', onExit);
  });
}

/**
 * Starts the real program (`serve`) on a free port against `databaseUrl` and returns when it has printed its address. It ends
 * with the test process, however that ends (the fourth stream, see scripts/run.mjs).
 */
export async function startServer(options: {
  databaseUrl: string;
  dataFolder?: string;
  env?: Record<string, string>;
  args?: string[];
}): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? makeDataFolder();
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...(options.args ?? ['serve', '--port', '0'])], {
    env: { ...process.env, DATABASE_URL: options.databaseUrl, COUNTERSIGN_DATA: dataFolder, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const output = () => printed;
  const url = await untilAddress(child, output).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    pid: child.pid!,
    dataFolder,
    output,
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true });
      return child.exitCode;
    },
    async kill9() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
