import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeBase64 } from '../../src/domain/log/base64.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyTlogProof } from '../../src/domain/log/tlog-proof.js';
import { signerOf } from '../../src/platform/signer/log-keys.js';
import { Api, done, type Body } from '../support/api.js';
import { Clinic } from '../support/clinic.js';
import { tokenOf } from '../support/organisation.js';
import { startServer, type RunningServer } from '../support/server.js';
import { until } from '../support/signer.js';

// A clinic whose operator keeps the secret of the log's keys in a secret store, which gives it to the program as
// COUNTERSIGN_LOG_KEYS: it is in no file, no table, no line of output and no answer, and it is rotated like that too.

const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
let clinic: Clinic<'rph1'>;
let server: RunningServer;
let printed = '';

beforeAll(async () => {
  clinic = await Clinic.open('keys_setting', { rph1: 'pharmacist' }, { COUNTERSIGN_LOG_KEYS: first });
  server = clinic.organisation.server;
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await clinic?.stop();
});

async function restartWith(env: Record<string, string>): Promise<void> {
  await server.kill9();
  printed += server.output();
  const { dataFolder } = server;
  server = await startServer({ databaseUrl: clinic.organisation.database.superuserUrl, dataFolder, env });
}

async function countersign(keys: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: clinic.organisation.database.superuserUrl,
    COUNTERSIGN_DATA: server.dataFolder,
    COUNTERSIGN_LOG_KEYS: keys,
  };
  const run = promisify(execFile)(process.execPath, [resolve('dist/src/cli/main.js'), ...args], { env });
  const { stdout, stderr, code } = await run.then(
    (ended) => ({ ...ended, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  printed += stdout + stderr;
  return { code, output: stdout + stderr };
}

async function act(): Promise<Body> {
  const api = new Api(server.url).with({ prefer: 'wait=proof' });
  const by = api.bearer(await tokenOf(new Api(server.url), clinic.staff.rph1));
  return done(by.post(clinic.path('/prescribers'), { name: `Dr. ${Math.random()}`, npi: '1234567893' }));
}

/** The public key that belongs to a secret, worked out without the program's files. */
async function vkeys(): Promise<string[]> {
  const by = new Api(server.url).bearer(await tokenOf(new Api(server.url), clinic.staff.rph1));
  return (await done(by.get(clinic.path('/log-keys')))).vkeys as string[];
}

function verifiesUnder(receipt: Body, vkey: string): boolean {
  try {
    const policy = parseTlogPolicy(`log ${vkey}\nquorum none\n`);
    const leafHash = decodeBase64(String(receipt.leafHash));
    return verifyTlogProof({ proof: String(receipt.proof), leafHash, policy }).index === receipt.seq;
  } catch {
    return false;
  }
}

/** The secrets, and the keys of the logs that come from them, as somebody who looks for them would find them. */
async function secretsAsText(): Promise<string[]> {
  const { rows } = await clinic.organisation.superuser.query<{ origin: string }>('SELECT origin FROM site_head');
  const raw = [first, second].flatMap((secret) => [
    Buffer.from(secret, 'base64'),
    ...rows.map(({ origin }) => Buffer.from(signerOf({ secret }, origin).privateKey)),
  ]);
  expect(raw.length).toBe(2 * (1 + rows.length));
  return raw.flatMap((bytes) => [
    bytes.toString('base64').slice(0, 42),
    bytes.toString('hex'),
    bytes.toString('latin1'),
  ]);
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) yield path;
  }
}

async function tablesAsText(): Promise<string> {
  const { superuser } = clinic.organisation;
  const { rows: tables } = await superuser.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relnamespace = 'countersign'::regnamespace AND relkind = 'r'`,
  );
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ all: string | null }>(
      `SELECT string_agg(t::text, E'\\n') AS all FROM ${name} t`,
    );
    texts.push(rows[0]!.all ?? '');
  }
  return texts.join('\n');
}

test('signs with the keys of the setting, and makes none', async () => {
  const receipt = await act();
  const [vkey, ...others] = await vkeys();
  expect(others).toEqual([]);
  expect(verifiesUnder(receipt, vkey!)).toBe(true);
  expect(existsSync(join(server.dataFolder, 'signer', 'log-keys.json'))).toBe(false);
  expect(await countersign(first, 'keys', 'list')).toMatchObject({ code: 0, output: expect.stringContaining(vkey!) });
});

test('is rotated: the new secret beside the old one, recorded, and the old one taken out', async () => {
  const [old] = (await vkeys()) as [string];
  const alone = await countersign(first, 'keys', 'rotate');
  expect(alone).toMatchObject({
    code: 1,
    output: expect.stringContaining('behind the old one in COUNTERSIGN_LOG_KEYS'),
  });

  const both = `${first},${second}`;
  await restartWith({ COUNTERSIGN_LOG_KEYS: both });
  expect(await countersign(both, 'keys', 'rotate')).toMatchObject({ code: 0 });
  await until(async () => (await vkeys()).length === 2);
  const [, next] = (await vkeys()) as [string, string];
  const between = await act();
  expect([old, next].map((vkey) => verifiesUnder(between, vkey))).toEqual([true, true]);

  expect(await countersign(both, 'keys', 'retire')).toMatchObject({
    code: 0,
    output: expect.stringContaining('take the old secret out of COUNTERSIGN_LOG_KEYS'),
  });
  await restartWith({ COUNTERSIGN_LOG_KEYS: second });
  const after = await act();
  expect([old, next].map((vkey) => verifiesUnder(after, vkey))).toEqual([false, true]);
  expect((await clinic.types()).filter((type) => type.startsWith('log_key'))).toEqual([
    'log_key_retired',
    'log_key_added',
  ]);
  expect(await countersign(second, 'verify')).toMatchObject({ code: 0 });
}, 60_000);

test('started without the setting it signs nothing, and makes no key in its place', async () => {
  await restartWith({});
  expect((await act()).proof).toBeUndefined();
  expect((await new Api(server.url).get('/health')).body).toEqual({ status: 'degraded' });
  expect(existsSync(join(server.dataFolder, 'signer', 'log-keys.json'))).toBe(false);
  await restartWith({ COUNTERSIGN_LOG_KEYS: second });
  expect((await act()).proof).toBeDefined();
}, 60_000);

test('the secret and the keys that come from it are in no file, no table, and nothing that was said', async () => {
  printed += server.output();
  const secrets = await secretsAsText();
  const searched: [string, string][] = [
    ['output', printed],
    ['tables', await tablesAsText()],
  ];
  for (const path of filesUnder(server.dataFolder)) {
    const bytes = readFileSync(path);
    searched.push([path, bytes.toString('latin1')]);
  }
  expect(searched.length).toBeGreaterThan(5);
  const found = searched.filter(([, text]) => secrets.some((secret) => text.includes(secret))).map(([where]) => where);
  expect(found).toEqual([]);
  // What is looked for would be found: the public half of the same key is in a table and a file.
  const [, next] = (await vkeys()) as [string, string];
  expect(searched.filter(([, text]) => text.includes(next)).map(([where]) => where)).toEqual(
    expect.arrayContaining(['tables', join(server.dataFolder, 'signer', 'log-keys.pub')]),
  );
});
