import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyCheckpoint } from '../../src/domain/log/verify-checkpoint.js';
import { done, type Api } from '../support/api.js';
import { Clinic } from '../support/clinic.js';
import { until } from '../support/signer.js';
import { WitnessProcess } from '../support/witness-process.js';

// A clinic whose log two witnesses outside confirm, and an inspector who has a policy file, the verifier, and nothing else.
let folder: string;
let witnesses: WitnessProcess[];
let clinic: Clinic<'rph1' | 'co1'>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-witnessed-'));
  witnesses = [new WitnessProcess('vendor.example/witness'), new WitnessProcess('officer.example/witness')];
  for (const witness of witnesses) witness.watch();
  await Promise.all(witnesses.map((witness) => witness.start()));
  const policyFile = join(folder, 'policy.txt');
  writeFileSync(policyFile, witnessPolicy());
  clinic = await Clinic.open(
    'witnessed',
    { rph1: 'pharmacist', co1: 'compliance_officer' },
    { COUNTERSIGN_POLICY: policyFile },
  );
  await until(async () => (await logKeys()).length > 0);
  const keys = await logKeys();
  for (const witness of witnesses) witness.watch(...keys);
}, 120_000);
afterAll(async () => {
  await clinic?.stop();
  await Promise.all((witnesses ?? []).map((witness) => witness.dispose()));
  rmSync(folder, { recursive: true, force: true });
});

const witnessPolicy = () =>
  `${witnesses.map(({ vkey, url }, i) => `witness W${i} ${vkey} ${url}\n`).join('')}group both all W0 W1\nquorum both\n`;

async function logKeys(): Promise<string[]> {
  const { vkeys } = await done(clinic.staff.co1.get(clinic.path('/log-keys')));
  return vkeys as string[];
}

async function verifierPolicy(): Promise<string> {
  return (await logKeys()).map((vkey) => `log ${vkey}\n`).join('') + witnessPolicy();
}

const act = (by: Api) =>
  done(by.with({ prefer: 'wait=proof' }).post(clinic.path('/prescribers'), { name: 'Dr. Outside', npi: '1234567893' }));

async function text(by: Api, path: string): Promise<string> {
  const answer = await fetch(`${by.url}/api/v1${clinic.path(path)}`, { headers: by.headers });
  return answer.text();
}

function judged(proof: string, leafHash: string, policy: string): { code: number | null; said: string } {
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      resolve('dist/countersign-verify.mjs'),
      put('a.tlog-proof', proof),
      '--leaf-hash',
      leafHash,
      '--policy',
      put('p', policy),
    ],
    { cwd: folder, encoding: 'utf8', env: {} },
  );
  return { code: status, said: stdout };
}

test('an acknowledged act comes with a proof that both witnesses stand under, and the verifier alone confirms it', async () => {
  // The witnesses were told of the log a moment ago; until they answered they are not waited for.
  await until(async () => (await text(clinic.staff.co1, '/checkpoint')).includes('officer.example'), 30_000);
  const receipt = await act(clinic.staff.rph1);
  const policy = await verifierPolicy();
  const { code, said } = judged(String(receipt.proof), String(receipt.leafHash), policy);
  expect(said).toContain(
    `The leaf is number ${receipt.seq} of the log countersign.invalid/countersign/site/${clinic.siteId}.`,
  );
  expect(said).toMatch(/Confirmed by W0 \(.* UTC\), W1 \(.* UTC\)\./);
  expect(code).toBe(0);
  const checkpoint = await text(clinic.staff.co1, '/checkpoint');
  expect(verifyCheckpoint({ checkpoint, policy: parseTlogPolicy(policy) }).cosigners).toHaveLength(2);
});

test('the whole log is exported into one file, which the verifier reads record by record', async () => {
  const main = resolve('dist/src/cli/main.js');
  const { dataFolder } = clinic.organisation.server;
  const env = { ...process.env, DATABASE_URL: clinic.organisation.database.superuserUrl, COUNTERSIGN_DATA: dataFolder };
  const run = (args: string[]) =>
    spawnSync(process.execPath, [main, 'export-log', ...args], { cwd: folder, encoding: 'utf8', env });
  const patient = { name: 'Jordan Testcase', address: '2 Example Way, Springfield', birthDate: '1980-02-29' };
  const { seq } = await done(clinic.staff.rph1.post(clinic.path('/patients'), patient));
  const confirmed = async () => {
    const [, size] = (await text(clinic.staff.co1, '/checkpoint')).split('\n');
    return Number(size) > Number(seq) && (await text(clinic.staff.co1, '/checkpoint')).includes('officer.example');
  };
  await until(confirmed, 20_000);
  expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining(clinic.siteId) });
  expect(run([clinic.siteId, '--out', 'log.jsonl'])).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(join(folder, 'p'), await verifierPolicy());
  const verify = () =>
    spawnSync(process.execPath, [resolve('dist/countersign-verify.mjs'), 'log.jsonl', '--policy', 'p'], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
  expect(verify()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^VERIFIED\n {2}All \d+ records of the log/),
  });
  const exported = readFileSync(join(folder, 'log.jsonl'), 'utf8');
  expect(exported).toContain('patient_registered');
  for (const value of Object.values(patient)) expect(exported).not.toContain(value);
  writeFileSync(join(folder, 'log.jsonl'), exported.replace('compliance_officer', 'administrator'));
  expect(verify()).toMatchObject({ status: 1 });
  const types = await clinic.staff.co1.get(`${clinic.path('/log')}?type=log_exported`);
  expect(types.body.items).toHaveLength(1);
});

test('with a witness away acts are answered as before, and the proof says honestly that it is not confirmed', async () => {
  const witness = witnesses[1] as WitnessProcess;
  const { url } = witness;
  await witness.kill();
  const began = performance.now();
  const receipt = await act(clinic.staff.rph1);
  expect(performance.now() - began).toBeLessThan(5000);
  const policy = await verifierPolicy();
  expect(judged(String(receipt.proof), String(receipt.leafHash), policy)).toMatchObject({
    code: 1,
    said: expect.stringContaining('NOT VERIFIED (quorumNotMet)'),
  });
  // Back where the policy says that it is. The same act can now be proved to anybody.
  await witness.start(Number(new URL(url).port));
  const proof = async () => text(clinic.staff.co1, `/log/${receipt.seq}/proof`);
  await until(async () => (await proof()).includes('officer.example'), 30_000);
  expect(judged(await proof(), String(receipt.leafHash), policy).code).toBe(0);
});

test('an inspection bundle is proved under a head that both witnesses confirmed', async () => {
  const { bundleId } = await done(
    clinic.staff.co1.post(clinic.path('/inspection-bundles'), { kind: 'record', seq: 0, shown: 'amounts' }),
  );
  const { headers, url } = clinic.staff.co1;
  const answer = await fetch(`${url}/api/v1${clinic.path(`/inspection-bundles/${String(bundleId)}/file`)}`, {
    headers,
  });
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  writeFileSync(join(folder, 'records.bundle'), files['records.bundle']!);
  writeFileSync(join(folder, 'p'), await verifierPolicy());
  const args = [resolve('dist/countersign-verify.mjs'), 'records.bundle', '--policy', 'p'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: {} });
  expect(stdout).toMatch(/^VERIFIED\n/);
  expect(stdout).toMatch(/confirmed by 2 of 2 witnesses outside: W0 \(.*\), W1/);
  expect(status).toBe(0);
  expect(Buffer.from(files['policy.txt']!).toString()).toContain('quorum both');
});
