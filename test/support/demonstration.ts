import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Account {
  readonly username: string;
  readonly password: string;
  /** As the demonstration prints it: `compliance officer`. */
  readonly role: string;
}

/** `npm run demo` as a visitor has it: a month was played, its accounts are printed, and it serves on. */
export interface PlayedDemonstration {
  readonly url: string;
  readonly accounts: readonly Account[];
  /** All that it said until it served. */
  readonly printed: string;
  stop(): Promise<void>;
}

/** Plays the month of examples/daybook into an embedded PostgreSQL of its own; about a minute. */
export async function startDemonstration(): Promise<PlayedDemonstration> {
  const { DATABASE_URL: _, ...env } = process.env;
  const dataFolder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-demonstration-`));
  const main = resolve('dist/src/cli/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, 'demo', '--port', '0'], {
    env: { ...env, COUNTERSIGN_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const url = await new Promise<string>((settle, fail) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const address = /Serving at (http:\S+)/.exec(printed)?.[1];
        if (address) settle(address);
      });
    }
    child.on('exit', () => fail(new Error(`The demonstration ended:\n${printed}`)));
  });
  return {
    url,
    accounts: accountsIn(printed),
    printed,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function accountsIn(printed: string): Account[] {
  return [...printed.matchAll(/^\s*(\w+) +([a-z]+-[a-z]+-[a-z]+-\d\d) +(.+?)\s*$/gm)].map(
    ([, username, password, role]) => ({ username, password, role }) as Account,
  );
}
