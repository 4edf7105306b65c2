import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Api, done, type Body } from '../support/api.js';
import { Clinic, Member } from '../support/clinic.js';
import { tokenOf, type Person } from '../support/organisation.js';
import { startServer, type RunningServer } from '../support/server.js';
import { until } from '../support/signer.js';

// What keeps the signer from signing, at the real program: a monitor reads it in health and metrics, a compliance officer of a
// site finds the alarm, care goes on, and when the cause is gone everything is well again without anybody's doing.

const METRICS_TOKEN = randomUUID();
let clinic: Clinic<'rph1' | 'co1'>;
let server: RunningServer;
let officer: Member;
let pharmacist: Member;
/** An officer of the organisation, and of no site. */
let co2: Person;

beforeAll(async () => {
  const env = { COUNTERSIGN_METRICS_TOKEN: METRICS_TOKEN };
  clinic = await Clinic.open('alarms', { rph1: 'pharmacist', co1: 'compliance_officer' }, env);
  server = clinic.organisation.server;
  [officer, pharmacist] = [clinic.staff.co1, clinic.staff.rph1];
  const { id } = clinic.organisation;
  co2 = await clinic.organisation.person('co2', { siteId: id, role: 'compliance_officer' });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await clinic?.stop();
});
beforeEach(() => until(isWell, 20_000), 30_000);
afterEach(async () => {
  // Each stays until a person closes it, an officer of the log that it is in, and then is not raised again.
  for (const { alarmId, siteId } of await alarms()) {
    const close = (by: Api, at: unknown) => by.post(`/sites/${at}/alarms/${alarmId}/close`, { reason: 'Looked into.' });
    if (siteId !== clinic.siteId) expect((await close(officer, clinic.siteId)).body.code).toBe('not_found');
    await done(close(siteId === clinic.siteId ? officer : await organisationsOfficer(), siteId));
  }
  expect(await alarms()).toEqual([]);
});

const file = (name: string) => join(server.dataFolder, 'signer', name);
const health = async () => (await new Api(server.url).get('/health')).body.status;

async function gauge(name: string): Promise<number> {
  const answer = await fetch(`${server.url}/api/v1/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  return Number(new RegExp(`^countersign_${name} (\\d+)$`, 'm').exec(await answer.text())?.[1]);
}

/** Signed to the last record, and nobody says otherwise. */
async function isWell(): Promise<boolean> {
  const state = await done(officer.get(clinic.path('/log-state')));
  const signed = state.signer === 'signing' && state.size === state.signedSize;
  return signed && (await health()) === 'ok' && (await gauge('signer_problems')) === 0;
}

const alarms = async () =>
  ((await done(officer.get(clinic.path('/alarms?status=open&limit=100')))).items ?? []) as Body[];
const alarm = async (kind: string) => (await alarms()).find((one) => one.kind === kind);

const care = () => pharmacist.post(clinic.path('/prescribers'), { name: `Dr. ${Math.random()}`, npi: '1234567893' });

/** With the server down, something happens to the files of the signer; then it starts again. */
async function restartedAfter(change: () => void, env: Record<string, string> = {}): Promise<void> {
  await server.kill9();
  change();
  server = await startServer({
    databaseUrl: clinic.organisation.database.superuserUrl,
    dataFolder: server.dataFolder,
    env: { COUNTERSIGN_METRICS_TOKEN: METRICS_TOKEN, ...env },
  });
  [officer, pharmacist] = [await as(clinic.staff.co1), await as(clinic.staff.rph1)];
}

async function as(person: Person): Promise<Member> {
  const api = new Api(server.url);
  return new Member(api.bearer(await tokenOf(api, person)), person);
}

const organisationsOfficer = () => as(co2);

/** Everywhere where it must be seen, while care goes on unsigned. */
async function isSeen(kind: string, of: { signer: string; words: string }): Promise<void> {
  await until(async () => (await alarm(kind)) !== undefined, 20_000);
  // They are of no one site, and every site's officer is told.
  expect(await alarm(kind)).toMatchObject({
    siteId: clinic.organisation.id,
    detail: expect.stringContaining(of.words),
  });
  expect(await done(officer.get(clinic.path('/log-state')))).toMatchObject({ problems: [kind], signer: of.signer });
  expect(await health()).toBe('degraded');
  expect(await gauge('signer_problems')).toBe(1);
  expect(await gauge('alarms_raised')).toBeGreaterThan(0);
  expect((await care()).status).toBe(201);
}

test('signer_stopped: its memory cannot be read; and when it can again, all is signed', async () => {
  const memory = readFileSync(file('signed-heads.json'));
  await restartedAfter(() => writeFileSync(file('signed-heads.json'), memory.subarray(0, 20)));
  await isSeen('signer_stopped', { signer: 'stopped', words: 'No head is signed at present' });
  expect(await gauge('signer_signing')).toBe(0);
  const unsigned = await done(officer.get(clinic.path('/log-state')));
  expect(Number(unsigned.size)).toBeGreaterThan(Number(unsigned.signedSize));
  writeFileSync(file('signed-heads.json'), memory);
  await until(isWell, 20_000);
  expect(await gauge('signer_signing')).toBe(1);
}, 60_000);

test('log_keys_missing: no other key is made; and when it is back, all is signed', async () => {
  await restartedAfter(() => renameSync(file('log-keys.json'), file('away')));
  await isSeen('log_keys_missing', { signer: 'starting', words: 'restore them from the backup of keys' });
  expect(existsSync(file('log-keys.json'))).toBe(false);
  renameSync(file('away'), file('log-keys.json'));
  await until(isWell, 20_000);
}, 60_000);

test('log_keys_missing too where keys are given that never signed here: no head of a stranger comes out', async () => {
  const vkeys = async () => (await done(officer.get(clinic.path('/log-keys')))).vkeys;
  const known = await vkeys();
  await restartedAfter(() => undefined, { COUNTERSIGN_LOG_KEYS: Buffer.alloc(32, 9).toString('base64') });
  await isSeen('log_keys_missing', { signer: 'starting', words: 'none of those that signed before' });
  expect(await vkeys()).toEqual(known);
  await restartedAfter(() => undefined);
  await until(isWell, 20_000);
  expect(await vkeys()).toEqual(known);
}, 60_000);

test('log_missing: the log of another site is gone; the others are signed on; and when it is back, so is it', async () => {
  const { superuser, id } = clinic.organisation;
  const other = await clinic.organisation.site();
  const signed = async (siteId: string) =>
    (await superuser.query('SELECT FROM checkpoint WHERE site_id = $1', [siteId])).rowCount! > 0;
  await until(() => signed(other));
  const { rows } = await superuser.query('SELECT * FROM site_head WHERE site_id = $1', [other]);
  await withoutWalls('DELETE FROM site_head WHERE site_id = $1', [other]);
  await isSeen('log_missing', { signer: 'signing', words: other });
  // Those that are there go on: it is care that was recorded meanwhile, and the alarm itself.
  await until(async () => {
    const { size, signedSize } = await done(officer.get(clinic.path('/log-state')));
    return size === signedSize;
  });
  await withoutWalls('INSERT INTO site_head SELECT * FROM json_populate_record(NULL::site_head, $1)', [rows[0]]);
  await until(isWell, 20_000);
  expect((await superuser.query('SELECT FROM alarm WHERE site_id = $1', [id])).rowCount).toBeGreaterThan(0);
}, 60_000);

/** What a superuser can do: for a moment no trigger stands. */
async function withoutWalls(statement: string, values: unknown[]): Promise<void> {
  const { superuser } = clinic.organisation;
  await superuser.query('BEGIN');
  await superuser.query('ALTER TABLE site_head DISABLE TRIGGER ALL');
  await superuser.query(statement, values);
  await superuser.query('ALTER TABLE site_head ENABLE TRIGGER USER');
  await superuser.query('COMMIT');
}

test('what keeps heads from getting out: in health while it lasts, with the officer, and signing goes on', async () => {
  const blocked = join(server.dataFolder, 'blocked');
  await restartedAfter(() => writeFileSync(blocked, 'a file where the folder should be'), {
    COUNTERSIGN_POLICY: join(server.dataFolder, 'no-policy.txt'),
    COUNTERSIGN_HEADS: join(blocked, 'heads'),
    // Nobody listens there.
    COUNTERSIGN_HEADS_WEBHOOK: 'http://127.0.0.1:9/',
    COUNTERSIGN_HEADS_WEBHOOK_SECRET: 'a secret of twenty characters and more',
  });
  expect((await care()).status).toBe(201);
  const kinds = ['heads_not_outside', 'heads_not_sent', 'policy_unusable'];
  const told = async () => (await alarms()).map(({ kind }) => String(kind)).filter((kind) => kinds.includes(kind));
  await until(async () => new Set(await told()).size === kinds.length, 20_000);
  expect(await health()).toBe('degraded');
  expect(await gauge('heads_waiting')).toBeGreaterThan(0);
  expect(await gauge('heads_not_sent')).toBe(1);
  const state = await done(officer.get(clinic.path('/log-state')));
  expect(state).toMatchObject({ signer: 'signing', problems: [] });
  await restartedAfter(() => rmSync(blocked));
  await until(isWell, 20_000);
}, 60_000);
