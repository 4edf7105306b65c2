import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeDataFolder } from '../support/server.js';

const main = resolve('dist/src/cli/main.js');

describe('a start that cannot be says why, in one sentence, and what to do', () => {
  let dataFolder: string;
  let database: TestDatabase;

  beforeEach(async () => {
    dataFolder = makeDataFolder();
    database = await createTestDatabase('refused');
  });

  afterEach(async () => {
    rmSync(dataFolder, { recursive: true, force: true });
    await database.drop();
  });

  function serve(env: Record<string, string>): { code: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'serve'], {
      env: { ...process.env, COUNTERSIGN_DATA: dataFolder, DATABASE_URL: database.superuserUrl, PORT: '0', ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { code: status, said: stdout + stderr };
  }

  test('the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const { code, said } = serve({ PORT: String(port) });
    other.close();
    expect(said).toBe(
      `countersign: Port ${port} is taken by another program: stop that one, or set PORT to another number.\n`,
    );
    expect(code).toBe(1);
  });

  test.each([
    [
      'nobody listens',
      'postgres://u:geheim@127.0.0.1:1/x',
      /u@127\.0\.0\.1:1\/x\) cannot be used: nothing listens there/,
    ],
    [
      'no such host',
      'postgres://u:geheim@nosuch.invalid/x',
      /nosuch\.invalid\/x\) cannot be used: there is no such host/,
    ],
    ['no address', 'postgres://u:geheim@h:abc/x', /^countersign: DATABASE_URL is no address: write postgres:/],
  ])('DATABASE_URL: %s', (_, DATABASE_URL, words) => {
    const { code, said } = serve({ DATABASE_URL });
    expect(said).toMatch(words);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(said).not.toContain('geheim');
    expect(code).toBe(1);
  });

  test('DATABASE_URL: a wrong password', () => {
    const url = new URL(database.superuserUrl);
    url.password = 'geheim';
    const { said } = serve({ DATABASE_URL: url.toString() });
    expect(said).toMatch(/cannot be used: the password is wrong \(28P01\)\. Correct DATABASE_URL, .*\n$/);
    expect(said).not.toContain('geheim');
  });

  test('a secrets file without keys', () => {
    writeFileSync(join(dataFolder, 'secrets.json'), '{}');
    const { code, said } = serve({});
    expect(said).toMatch(/^countersign: The secrets file .* cannot be read; restore it from your backup of keys\.\n$/);
    expect(code).toBe(1);
  });
});
