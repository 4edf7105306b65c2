import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findClusterFolder } from '../../src/platform/database/cluster-folder.js';
import { readNote } from '../../src/platform/database/postmaster.js';
import { processIdentity } from '../../src/platform/database/process-identity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer } from '../support/server.js';

const isHealthy = async (url: string): Promise<boolean> => (await fetch(`${url}/api/v1/health`)).ok;
const lives = (pid: number): boolean => processIdentity(pid) !== undefined;

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !condition(); i++) await sleep(20);
  expect(condition()).toBe(true);
}

describe('against a PostgreSQL of the operator', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase('running');
  });

  afterEach(() => database.drop());

  test('it serves, stops when told with code 0, and starts again after kill -9', async () => {
    const first = await startServer({ databaseUrl: database.superuserUrl });
    expect(await isHealthy(first.url)).toBe(true);
    await first.kill9();
    const second = await startServer({ databaseUrl: database.superuserUrl, dataFolder: first.dataFolder });
    expect(await isHealthy(second.url)).toBe(true);
    expect(await second.stop()).toBe(0);
    await expect(fetch(second.url)).rejects.toThrow();
    rmSync(first.dataFolder, { recursive: true });
  });
});

describe('npm start, with nothing but a clone', () => {
  let dataFolder: string;
  let starts: ChildProcess[];

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-start-`));
    starts = [];
  });

  afterEach(async () => {
    for (const start of starts) start.kill('SIGKILL');
    const cluster = findClusterFolder(dataFolder);
    await until(() => !cluster || !existsSync(join(cluster, 'owner')));
    for (const folder of [cluster, dataFolder]) {
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    }
  });

  function databasePid(): number | undefined {
    const folder = findClusterFolder(dataFolder);
    return folder ? readNote(join(folder, 'cluster'))?.pid : undefined;
  }

  async function npmStart(): Promise<{ start: ChildProcess; url: string; output: () => string }> {
    const environment: NodeJS.ProcessEnv = { ...process.env, COUNTERSIGN_DATA: dataFolder, PORT: '0' };
    delete environment.DATABASE_URL;
    const start = spawn('npm', ['start'], {
      cwd: resolve('.'),
      env: environment,
      // A group of its own, as a shell gives it; the signals of the tests must not reach the tests.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    starts.push(start);
    let printed = '';
    for (const stream of [start.stdout!, start.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    await until(() => address() !== undefined || start.exitCode !== null);
    if (!address()) throw new Error(printed);
    return { start, url: address()!, output: () => printed };
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('%s to npm alone stops the server and its database', async (signal) => {
    const { start, url } = await npmStart();
    expect(await isHealthy(url)).toBe(true);
    const database = databasePid()!;
    expect(lives(database)).toBe(true);
    start.kill(signal);
    start.kill(signal);
    await once(start, 'exit');
    await until(() => !lives(database));
    await expect(fetch(url)).rejects.toThrow();
  });

  test('Ctrl-C, which tells the whole group at once, ends it with code 0', async () => {
    const { start, url } = await npmStart();
    process.kill(-start.pid!, 'SIGINT');
    const [code] = (await once(start, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('kill -9 of npm leaves nothing running, and the next start is on the same data', async () => {
    const first = await npmStart();
    const database = databasePid()!;
    first.start.kill('SIGKILL');
    await until(() => !lives(database));
    await expect(fetch(first.url)).rejects.toThrow();
    const second = await npmStart();
    expect(await isHealthy(second.url)).toBe(true);
  });

  test('a database that dies ends the server with a sentence and an exit code', async () => {
    const { start, output } = await npmStart();
    await until(() => output().includes('Create the administrator'));
    process.kill(databasePid()!, 'SIGKILL');
    const [code] = (await once(start, 'exit')) as [number];
    expect(code).toBe(1);
    expect(output()).toMatch(/the database ended by itself/);
  });

  test('a second start on the same data is refused by name of the first', async () => {
    const { start } = await npmStart();
    await expect(npmStart()).rejects.toThrow(/already running on .* \(process \d+\): stop it first/);
    expect(start.exitCode).toBe(null);
  });
});
