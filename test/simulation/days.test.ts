import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REFUSALS } from '../../src/domain/refusal-codes.js';
import { verifyCommand } from '../../src/cli/verify.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { loadSecrets } from '../../src/platform/config/secrets.js';
import { Clinic } from '../support/clinic.js';
import { brokenInvariants, heldDigest } from './invariants.js';
import { Random } from '../support/random.js';
import { StaffAtWork, type Step } from './staff-at-work.js';

/** COUNTERSIGN_SEED=… repeats a run exactly, as far as what is done at once allows. */
const SEED = Number(process.env.COUNTERSIGN_SEED ?? 20261123);
const STEPS = Number(process.env.COUNTERSIGN_STEPS ?? 220);

let clinic: Clinic;

beforeAll(async () => {
  clinic = await Clinic.open('days', {
    rn1: 'nurse',
    rn2: 'nurse',
    rn3: 'nurse',
    rph1: 'pharmacist',
    rph2: 'pharmacist',
    md1: 'prescriber',
    ma1: 'witness',
    co1: 'compliance_officer',
  });
}, 120_000);

afterAll(() => clinic?.stop());

/** Every answer is a success that stands in the log, or a refusal of the closed list with its own status. */
async function checkAnswers({ what, answers }: Step): Promise<number> {
  const { superuser } = clinic.organisation;
  let moved = 0;
  for (const { status, body, headers } of answers) {
    if (status === 201) {
      const query = `SELECT encode(leaf_hash, 'base64') AS leaf FROM audit_record WHERE site_id = $1 AND seq = $2`;
      const { rows } = await superuser.query<{ leaf: string }>(query, [clinic.siteId, body.seq]);
      expect([what, rows[0]?.leaf]).toEqual([what, body.leafHash]);
      if (headers.get('Idempotent-Replayed') !== 'true') moved += 1;
    } else {
      expect([what, REFUSALS[body.code as keyof typeof REFUSALS]?.status]).toEqual([what, status]);
    }
  }
  return moved;
}

test(`random days keep every invariant after each step (seed ${SEED})`, async () => {
  const prescriberId = await clinic.made('/prescribers', { name: 'Dr. Mara Dent' }, 'prescriberId');
  const staff = new StaffAtWork(clinic, prescriberId, new Random(SEED));
  const { superuser } = clinic.organisation;
  const tally = new Map<string, number>();
  for (let step = 1; step <= STEPS; step += 1) {
    const before = await heldDigest(superuser, clinic.siteId);
    const done = await staff.step();
    const moved = await checkAnswers(done);
    const at = `step ${step} (${done.what}) of seed ${SEED}`;
    if (moved === 0) expect([at, await heldDigest(superuser, clinic.siteId)]).toEqual([at, before]);
    expect([at, await brokenInvariants(superuser, clinic.siteId)]).toEqual([at, []]);
    for (const { status, body } of done.answers) {
      const key = `${done.what}: ${status === 201 ? 'done' : String(body.code)}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
    }
  }
  // A simulation in which nothing succeeds, or nothing is refused, would prove little.
  const outcomes = [...tally.keys()];
  for (const what of ['receive', 'draw', 'give', 'waste', 'closeOut', 'count', 'reverse', 'end']) {
    expect(outcomes).toContain(`${what}: done`);
  }
  expect(outcomes.filter((key) => !key.endsWith(': done')).length).toBeGreaterThan(12);
}, 240_000);

test('and the whole log verifies', async () => {
  const { database, server } = clinic.organisation;
  const { vaultKey } = await loadSecrets(`${server.dataFolder}/secrets.json`);
  let printed = '';
  const out = new Writable({ write: (chunk, _encoding, done) => ((printed += String(chunk)), done()) });
  expect([await verifyCommand(database.appUrl, new Vault(vaultKey), out), printed]).toEqual([
    0,
    expect.stringContaining('VERIFIED'),
  ]);
});
