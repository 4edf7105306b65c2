import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findClusterFolder } from '../../src/platform/database/cluster-folder.js';

/** A clone as somebody gets it: what git would commit of this tree, and no installed package, build or data. */
let clone: string;
let starts: ChildProcess[] = [];

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'countersign-clone-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(name))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(file, join(clone, file));
  }
});

afterAll(async () => {
  for (const start of starts) start.kill('SIGKILL');
  // As root the database may lie where its own user can reach it, apart from the clone.
  for (const folder of [findClusterFolder(join(clone, '.data')), clone]) {
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});

/** `npm start` in the clone; answers once it has printed its address. */
async function npmStart(): Promise<{ address: string; printed: () => string; child: ChildProcess }> {
  const env = { ...process.env, PORT: '0', DATABASE_URL: '', COUNTERSIGN_DATA: '' };
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
  starts = [...starts, child];
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const address = await new Promise<string>((settle, fail) => {
    child.on('exit', () => fail(new Error(`npm start ended:\n${printed}`)));
    child.stdout.on('data', () => {
      const ready = /ready at (http:\/\/127\.0\.0\.1:\d+)[\s\S]*\/setup\/#\S+/.exec(printed);
      if (ready) settle(ready[1] as string);
    });
  });
  return { address, printed: () => printed, child };
}

async function stop(child: ChildProcess): Promise<number | null> {
  child.kill('SIGINT');
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('npm start installs, builds, starts the database, migrates, serves and prints the link; then again within seconds', async () => {
  expect(existsSync(join(clone, 'node_modules'))).toBe(false);
  const first = await npmStart();
  expect((await fetch(`${first.address}/api/v1/health`)).status).toBe(200);
  expect((await fetch(`${first.address}/setup/`)).status).toBe(200);
  expect(await stop(first.child)).toBe(0);

  const secondBegan = performance.now();
  const second = await npmStart();
  expect((await fetch(`${second.address}/api/v1/health`)).status).toBe(200);
  expect(second.printed()).not.toContain('installing');
  // Not a measurement: that nothing is installed or built again, on the slowest of machines.
  expect(performance.now() - secondBegan).toBeLessThan(60_000);
  expect(await stop(second.child)).toBe(0);
}, 420_000);
