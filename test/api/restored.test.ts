import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyTlogProof } from '../../src/domain/log/tlog-proof.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { Api, done } from '../support/api.js';
import { Clinic, Member } from '../support/clinic.js';
import { copyDatabase } from '../support/database.js';
import { tokenOf } from '../support/organisation.js';
import { startServer, type RunningServer } from '../support/server.js';
import { until } from '../support/signer.js';

/** A clinic whose keys are rotated, and whose database is then set back to yesterday's backup while the signer keeps its memory. */
let clinic: Clinic<'rph1' | 'rph2' | 'co1'>;
let server: RunningServer;
/** The database's own server; nobody is connected to the clinic's database by it. */
let serverUrl: string;
const backup = () => `${clinic.organisation.database.name}_yesterday`;

beforeAll(async () => {
  clinic = await Clinic.open('restored', { rph1: 'pharmacist', rph2: 'pharmacist', co1: 'compliance_officer' });
  server = clinic.organisation.server;
  serverUrl = process.env.COUNTERSIGN_TEST_SUPERUSER_URL!;
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await clinic?.organisation.database.drop();
  await withClient(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${backup()} WITH (FORCE)`));
});

const restart = async () => {
  server = await startServer({ databaseUrl: clinic.organisation.database.superuserUrl, dataFolder: server.dataFolder });
};

async function as(name: 'rph1' | 'rph2' | 'co1'): Promise<Member> {
  const person = clinic.staff[name];
  const api = new Api(server.url);
  return new Member(api.bearer(await tokenOf(api, person)), person);
}

const work = async (by: Member) =>
  by
    .with({ prefer: 'wait=proof' })
    .post(clinic.path('/prescribers'), { name: `Dr. ${Math.random()}`, npi: '1234567893' });

const checkpoint = async (by: Member) => {
  const answer = await fetch(`${server.url}/api/v1${clinic.path('/checkpoint')}`, { headers: by.headers });
  return answer.text();
};

const countersign = async (...args: string[]) => {
  const env = {
    ...process.env,
    DATABASE_URL: clinic.organisation.database.superuserUrl,
    COUNTERSIGN_DATA: server.dataFolder,
  };
  const done = await promisify(execFile)(process.execPath, [resolve('dist/src/cli/main.js'), ...args], { env }).catch(
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { code: 'code' in done ? done.code : 0, output: `${done.stdout}${done.stderr}` };
};

const policyOf = (vkeys: readonly string[]) =>
  parseTlogPolicy(`${vkeys.map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);

test('a key takes over from another: in between both sign, and whoever knows either one verifies', async () => {
  const by = await as('rph1');
  const keys = async () => (await done(by.get(clinic.path('/log-keys')))).vkeys as string[];
  // A new log has its key with its first head, within a second.
  await until(async () => (await keys()).length === 1);
  const first = await keys();
  expect(await countersign('keys', 'rotate')).toMatchObject({ code: 0 });
  await until(async () => {
    const { body } = await work(by);
    if (body.proof === undefined) return false;
    return parseCheckpoint(String(body.proof).split('\n\n').slice(1).join('\n\n')).note.signatures.length === 2;
  });
  const both = await keys();
  expect(both).toHaveLength(2);
  const proved = await done(work(by));
  for (const vkey of both) {
    const leafHash = Buffer.from(String(proved.leafHash), 'base64');
    expect(verifyTlogProof({ proof: String(proved.proof), leafHash, policy: policyOf([vkey]) }).index).toBe(proved.seq);
  }
  expect((await countersign('keys', 'retire')).output).toContain('signs no more');
  await until(async () => !String((await work(by)).body.proof).includes(`${idOf(first[0]!)}`));
  expect((await countersign('keys', 'retire')).code).toBe(1);

  await clinic.organisation.superuser.query('SET search_path = countersign');
  const types = await clinic.types();
  expect(types.filter((type) => type.startsWith('log_key'))).toEqual(['log_key_retired', 'log_key_added']);
  expect(await countersign('verify')).toMatchObject({ code: 0 });
  await clinic.organisation.superuser.end();
}, 60_000);

/** The beginning of the signature that a key makes: its key ID, in base64. */
const idOf = (vkey: string) => Buffer.from(vkey.split('+')[1]!, 'hex').toString('base64').slice(0, 5);

describe("yesterday's backup under today's signer", () => {
  let kept: string;
  let lost: Awaited<ReturnType<typeof work>>;

  beforeAll(async () => {
    await done(work(await as('rph1')));
    await server.kill9();
    await withClient(serverUrl, (client) =>
      copyDatabase(client, { template: clinic.organisation.database.name, name: backup() }),
    );
    await restart();
    lost = await work(await as('rph1'));
    kept = await checkpoint(await as('rph1'));
    await server.kill9();
    const { name } = clinic.organisation.database;
    await withClient(serverUrl, async (client) => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await copyDatabase(client, { template: backup(), name });
    });
    await restart();
  }, 60_000);

  test('nothing is signed, people are told, health says so, and care goes on', async () => {
    const officer = await as('co1');
    await until(async () => (await done(officer.get(clinic.path('/alarms?status=open')))).items!.length > 0);
    const { items } = await done(officer.get(clinic.path('/alarms?status=open')));
    expect(items!.map(({ kind }) => kind)).toContain('tree_shrank');
    expect((await new Api(server.url).get('/health')).body).toEqual({ status: 'degraded' });
    const { status, body } = await work(await as('rph1'));
    expect([status, body.proof]).toEqual([201, undefined]);
    const verified = await countersign('verify');
    expect([verified.code, verified.output]).toEqual([
      1,
      expect.stringMatching(/signed_head_differs.*the signer signed/),
    ]);
  });

  test('two people declare it, and not one; the next incarnation commits to the last head', async () => {
    const officer = await as('co1');
    const body = { reason: 'The disk failed; this is the backup of yesterday.' };
    const alone = await officer.post(clinic.path('/log-incarnations'), body);
    expect(alone.body.code).toBe('second_person_missing');
    const declared = await done(
      clinic.signed({ act: 'log-incarnations', body, by: officer, signers: [await as('rph2')], meaning: 'approved' }),
    );
    expect(declared).toMatchObject({ incarnation: 2, previousSize: parseCheckpoint(kept).size });
    await until(async () => (await checkpoint(officer)).startsWith(`${String(declared.origin)}\n`));
    const proved = await done(work(await as('rph1')));
    const vkeys = (await done(officer.get(clinic.path('/log-keys')))).vkeys as string[];
    const leafHash = Buffer.from(String(proved.leafHash), 'base64');
    expect(verifyTlogProof({ proof: String(proved.proof), leafHash, policy: policyOf(vkeys) }).checkpoint.origin).toBe(
      declared.origin,
    );
    expect(await done(officer.get(clinic.path('/log-state')))).toMatchObject({ problems: [], signer: 'signing' });
  });

  test('whoever kept a head of the lost entries is told of the declaration, and the whole log verifies', async () => {
    const compared = await done((await as('rph1')).send('POST', clinic.path('/heads/compare'), { checkpoint: kept }));
    expect(compared).toMatchObject({ consistent: false, declaredSeq: expect.any(Number) });
    expect(String(lost.body.proof)).toContain('/site/');
    const verified = await countersign('verify');
    expect(verified.output).toContain(`incarnation/2/site/${clinic.siteId}\n`);
    // The organisation's own log was set back too, and is not declared yet.
    expect(verified.output).toContain('1 not verified');
  });

  test("the organisation's own log likewise, by people with a role there", async () => {
    const { id, administrator } = clinic.organisation;
    const admin = new Api(server.url).bearer(await tokenOf(new Api(server.url), administrator));
    const grant = (personId: string, role: string) => admin.post(`/sites/${id}/roles`, { personId, role });
    await done(grant(clinic.staff.co1.personId, 'compliance_officer'));
    await done(grant(clinic.staff.rph2.personId, 'witness'));
    const officer = await as('co1');
    const [key, body] = ['declare-the-organisation', { reason: 'The same disk.' }];
    const { username, password } = clinic.staff.rph2;
    const asked = { act: 'log-incarnations', idempotencyKey: key, body, meaning: 'approved', username, password };
    const { token } = await done(officer.post(`/sites/${id}/signatures`, asked));
    await done(officer.post(`/sites/${id}/log-incarnations`, { ...body, signatures: [token] }, key));
    await until(async () => (await done(officer.get(`/sites/${id}/log-state`))).problems!.toString() === '');
    expect(await countersign('verify')).toMatchObject({ code: 0 });
  });

  test('a log that is whole cannot be declared', async () => {
    const officer = await as('co1');
    const body = { reason: 'Nothing happened.' };
    const again = await clinic.signed({
      act: 'log-incarnations',
      body,
      by: officer,
      signers: [await as('rph2')],
      meaning: 'approved',
    });
    expect(again.body.code).toBe('log_is_whole');
  });
});
