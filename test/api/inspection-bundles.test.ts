import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { BundleRecord } from '../../src/domain/bundle/format.js';
import { verifyBundle } from '../../src/domain/bundle/verify-bundle.js';
import type { BundleVerdict } from '../../src/domain/bundle/verdict.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { checkKeySignatures } from '../../src/domain/webauthn/signed-by-key.js';
import { done } from '../support/api.js';
import { SoftAuthenticator } from '../support/authenticator.js';
import { Care, PATIENT } from '../support/care.js';
import type { Member } from '../support/clinic.js';
import { enrolKey } from '../support/keys.js';

let care: Care;
let officer: Member;
let folder: string;
let vial: string;
let vialId: string;
let sessionId: string;

beforeAll(async () => {
  care = await Care.open('bundles');
  officer = care.staff.com1;
  folder = await mkdtemp(join(tmpdir(), 'countersign-bundle-'));
  [vial] = (await care.vials()) as [string];
  sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await care.draw(sessionId, vial, '400');
  await done(care.give(sessionId, '34'));
  await done(care.waste({ sessionId, amountMg: '2' }));
  const { items } = await done(officer.get(care.path(`/containers?limit=200`)));
  vialId = String(items!.find(({ label }) => label === vial)!.containerId);
}, 60_000);

afterAll(async () => {
  await care?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const bundles = () => care.path('/inspection-bundles');
const make = (body: object, by: Member = officer, key: string = randomUUID()) => by.post(bundles(), body, key);

/** The files of the zip folder, as whoever takes it out of the browser has them. */
async function filesOf(bundleId: unknown, query = ''): Promise<Record<string, Uint8Array>> {
  const response = await fetch(`${officer.url}/api/v1${bundles()}/${String(bundleId)}/file${query}`, {
    headers: officer.headers,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
const recordsIn = (files: Record<string, Uint8Array>): BundleRecord[] =>
  text(files['records.bundle'])
    .split('\n')
    .slice(1, -2)
    .map((line) => JSON.parse(line) as BundleRecord);

function verdictOf(files: Record<string, Uint8Array>): BundleVerdict {
  return verifyBundle(files['records.bundle']!, parseTlogPolicy(text(files['policy.txt'])), { keepRows: 100 });
}

async function exported(body: object): Promise<Record<string, Uint8Array>> {
  return filesOf((await done(make(body))).bundleId);
}

describe('an inspection bundle', () => {
  test('of a vial: its life, refused attempts included, verified by the program that knows nothing of us', async () => {
    const made = await done(make({ kind: 'container', subjectId: vialId, shown: 'amounts', purpose: 'DEA visit' }));
    const files = await filesOf(made.bundleId);
    expect(Object.keys(files).sort()).toEqual([
      'READ ME FIRST.txt',
      'policy.txt',
      'records.bundle',
      'summary.html',
      'verify.html',
    ]);
    const verdict = verdictOf(files);
    expect(verdict).toMatchObject({
      state: 'verified',
      problems: [],
      export: { seq: made.seq, site: { name: 'Example Ketamine Clinic' }, shown: 'amounts' },
      sums: [{ holder: 'container', inMg: '500', outMg: '36', netMg: '464' }],
    });
    expect(verdict.rows.map(({ nth, type }) => [nth, type])).toEqual([
      [1, 'receipt'],
      [2, 'draw'],
      [3, 'refused'],
    ]);
    expect(verdict.names.get(vialId)).toBe(vial);
    expect(text(files['summary.html'])).toContain(`By these records container ${vial} holds 464 mg.`);
    for (const name of ['records.bundle', 'policy.txt']) await writeFile(join(folder, name), files[name]!);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [resolve('dist/countersign-verify.mjs'), 'records.bundle', '--policy', 'policy.txt'],
      { cwd: folder, env: {} },
    );
    expect(stdout).toMatch(/^VERIFIED\n/);
    expect(stdout).toContain(`No record of container ${vial} is missing: number 1–3 are all here`);
  });

  test.each(['session', 'product', 'lot', 'patient', 'person'] as const)('of a %s verifies too', async (kind) => {
    const { rows } = await care.clinic.organisation.superuser.query<{ lot_id: string }>(
      'SELECT lot_id FROM countersign.container WHERE container_id = $1',
      [vialId],
    );
    const subjects = {
      session: sessionId,
      product: care.products.KET50,
      lot: rows[0]!.lot_id,
      patient: care.patientId,
      person: care.staff.rn1.personId,
    };
    const verdict = verdictOf(await exported({ kind, subjectId: subjects[kind], shown: 'amounts' }));
    expect([verdict.state, verdict.problems]).toEqual(['verified', []]);
    expect(verdict.records).toBeGreaterThan(2);
    if (kind === 'session') expect(verdict.besides).toBe(2);
  });

  test('of a period, and of one record', async () => {
    const { items } = await done(officer.get(care.path('/log?limit=200')));
    const from = String(items![5]!.recordedAt);
    const to = String(items![12]!.recordedAt);
    const verdict = verdictOf(await exported({ kind: 'period', from, to, shown: 'amounts' }));
    expect(verdict).toMatchObject({ state: 'verified', records: 7, sequence: { first: 4, last: 12 } });
    const one = verdictOf(await exported({ kind: 'record', seq: 3, shown: 'amounts' }));
    expect(one).toMatchObject({ state: 'verified', records: 1 });
  });

  test('of a vial in a period in which nothing happened to it says so', async () => {
    const from = new Date().toISOString();
    const verdict = verdictOf(await exported({ kind: 'container', subjectId: vialId, from, shown: 'amounts' }));
    expect([verdict.state, verdict.problems]).toEqual(['verified', []]);
  });

  test('with a record taken out names it by its number', async () => {
    const files = await exported({ kind: 'container', subjectId: vialId, shown: 'amounts' });
    const lines = text(files['records.bundle']).split('\n');
    lines.splice(
      lines.findIndex((line) => line.includes('"type":"draw"')),
      1,
    );
    const { state, problems } = verifyBundle(Buffer.from(lines.join('\n')), parseTlogPolicy(text(files['policy.txt'])));
    expect(state).toBe('not_verified');
    expect(problems).toContainEqual({ code: 'records_missing', numbers: [{ first: 2, last: 2 }] });
  });

  test('of amounts holds nothing of a patient; of everything holds it, and that it was read is recorded', async () => {
    const amounts = await exported({ kind: 'session', subjectId: sessionId, shown: 'amounts' });
    const shown = Object.values(amounts).map(text).join('\n');
    for (const secret of [PATIENT.patient, PATIENT.address, PATIENT.birthDate, 'dose remainder'])
      expect(shown).not.toContain(secret);
    const everything = await exported({ kind: 'session', subjectId: sessionId, shown: 'everything' });
    expect(verdictOf(everything)).toMatchObject({ state: 'verified', problems: [] });
    const values = recordsIn(everything).flatMap((record) => record.private ?? []);
    expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining([PATIENT.patient, 'dose remainder']));
    const read = await done(officer.get(care.path('/log?type=patient_read&first=newest&limit=1')));
    expect(read.items![0]).toMatchObject({
      act: { purpose: 'inspection_bundle', shown: 1 },
      subjects: [care.patientId],
    });
  });

  test('is a record when it is made and when it is had, with the digest of what left', async () => {
    const key = randomUUID();
    const body = { kind: 'record', seq: 0, shown: 'amounts' };
    const made = await done(make(body, officer, key));
    expect((await done(make(body, officer, key))).bundleId).toBe(made.bundleId);
    const files = await filesOf(made.bundleId, '?language=es');
    expect(Object.keys(files)).toContain('LÉAME PRIMERO.txt');
    const [sent] = (await done(officer.get(care.path('/log?type=inspection_bundle_sent&first=newest&limit=1')))).items!;
    const sha256 = createHash('sha256').update(files['records.bundle']!).digest('base64');
    expect(sent).toMatchObject({ act: { bundleId: made.bundleId, records: 1, sha256 } });
    const one = await done(officer.get(`${bundles()}/${String(made.bundleId)}`));
    expect(one).toMatchObject({ seq: made.seq, records: 1, ready: true, personId: officer.personId });
    expect((await done(officer.get(`${bundles()}?limit=1`))).items![0]).toMatchObject({ bundleId: made.bundleId });
  });

  test('is not for a nurse, not of what is not there, and not of fields that do not belong together', async () => {
    const code = async (body: object, by?: Member) => (await make(body, by)).body.code;
    const amounts = { shown: 'amounts' };
    expect(await code({ kind: 'record', seq: 0, ...amounts }, care.staff.rn1)).toBe('not_permitted');
    expect(await code({ kind: 'container', subjectId: randomUUID(), ...amounts })).toBe('not_found');
    expect(await code({ kind: 'record', seq: 999_999, ...amounts })).toBe('not_found');
    for (const wrong of [
      { kind: 'container' },
      { kind: 'period' },
      { kind: 'record' },
      { kind: 'record', seq: 1, subjectId: vialId },
      { kind: 'record', seq: 1, from: '2026-01-01T00:00:00Z' },
      { kind: 'period', from: 'yesterday' },
      { kind: 'period', from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
    ]) {
      expect([wrong, await code({ ...wrong, ...amounts })]).toEqual([wrong, 'request_invalid']);
    }
    expect((await officer.get(`${bundles()}/${randomUUID()}`)).body.code).toBe('not_found');
    expect((await officer.get(`${bundles()}/${randomUUID()}/file`)).body.code).toBe('not_found');
  });

  test('of one line of a list that was signed with one touch: the answer of the key stands beside it and verifies', async () => {
    const { rph1, rph2 } = care.staff;
    const key = new SoftAuthenticator({ deviceBound: true });
    await enrolKey(rph2, rph2, key, { voucher: rph1 });
    const acts = (['KET10', 'SPR56'] as const).map((product) => ({
      idempotencyKey: randomUUID(),
      body: {
        locationId: care.clinic.locations.SAFE,
        productId: care.products[product],
        countedContainers: 0,
      },
    }));
    const asked = await done(
      rph1.send('POST', care.path('/signatures/together/options'), { act: 'counts', acts, username: 'rph2' }),
    );
    const assertion = key.get(asked as never);
    const { items } = await done(rph1.post(care.path('/signatures/together'), { act: 'counts', acts, assertion }));
    const [{ idempotencyKey, body }] = acts as [(typeof acts)[0]];
    const signatures = [(items as { token: string }[])[0]!.token];
    const { seq } = await done(rph1.post(care.path('/counts'), { ...body, signatures }, idempotencyKey));
    const files = await exported({ kind: 'record', seq, shown: 'amounts' });
    expect(verdictOf(files)).toMatchObject({ state: 'verified', problems: [], records: 1, besides: 1 });
    const beside = recordsIn(files).map(({ record }) => record);
    expect(beside.map(({ type }) => type)).toEqual(['signature', 'count']);
    expect(checkKeySignatures(beside[0] as never).good[0]!.signatureIds).toHaveLength(2);
  });

  test('the verifier is served as a page with its own policy', async () => {
    const response = await fetch(`${officer.url}/verify.html`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/);
  });
});
