import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase } from './database.js';
import { makeDataFolder } from './server.js';

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
  stop(): Promise<void>;
}

/** Plays the month of examples/daybook on the server of the tests; about a minute. */
export async function startDemonstration(label: string): Promise<PlayedDemonstration> {
  const database = await createTestDatabase(label);
  const dataFolder = makeDataFolder();
  const main = resolve('dist/src/cli/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, 'demo', '--port', '0'], {
    env: { ...process.env, DATABASE_URL: database.superuserUrl, COUNTERSIGN_DATA: dataFolder },
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
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await withClient(database.superuserUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${database.name}_demo`),
      );
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function accountsIn(printed: string): Account[] {
  return [...printed.matchAll(/^\s*(\w+) +([a-z]+-[a-z]+-[a-z]+-\d\d) +(.+?)\s*$/gm)].map(
    ([, username, password, role]) => ({ username, password, role }) as Account,
  );
}
