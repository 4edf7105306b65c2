import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkSite } from '../../src/platform/audit/checker.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { decodeBase64 } from '../../src/domain/log/base64.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyTlogProof } from '../../src/domain/log/tlog-proof.js';
import { done } from '../support/api.js';
import { Care, PATIENT } from '../support/care.js';
import type { Member } from '../support/clinic.js';
import { clockAt, withClock } from '../support/erasures.js';
import { performer } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';
import { until } from '../support/signer.js';

// A patient of many years: more records than one erasure can name. The rest is erased after it, and after each step everything
// still verifies.

const SEARCHES = 1100;
let care: Care;
let vault: Vault;
/** Number and leaf hash of a record whose private values are the first to go, and of one that is left for the second step. */
let first: { seq: number; leafHash: Buffer };
let last: { seq: number; leafHash: Buffer };

beforeAll(async () => {
  care = await Care.open('long_erasure', withClock('2026-03-02T15:00:00Z'));
  const { organisation, siteId } = care.clinic;
  const { vaultKey } = JSON.parse(readFileSync(join(organisation.server.dataFolder, 'secrets.json'), 'utf8')) as {
    vaultKey: string;
  };
  vault = new Vault(Buffer.from(vaultKey, 'base64'));
  const vial = (await care.vials())[0] as string;
  const sessionId = await care.session({ amountMg: '34' }, { indication: 'a thing between two people' });
  await done(care.draw(sessionId, vial, '0.68'));
  await done(care.give(sessionId, '34'));
  await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
  await withClient(organisation.database.appUrl, async (client) => {
    const log = new RawLog(client, siteId, vault);
    const searched = (n: number) =>
      log.appendInside({
        type: 'patient_read',
        actors: [performer(care.staff.rn1.personId)],
        subjects: [care.patientId],
        private: { searched: `${PATIENT.patient}, the ${n}th time` },
      });
    await client.query('BEGIN');
    first = await searched(1);
    for (let n = 2; n < SEARCHES; n += 1) {
      await searched(n);
      if (n % 100 === 0) await client.query('COMMIT; BEGIN');
    }
    last = await searched(SEARCHES);
    await client.query('COMMIT');
  });
  await clockAt(organisation.database.appUrl, '2033-03-10T15:00:00Z');
}, 60_000);
afterAll(() => care?.stop());

const erasable = async () => done(care.staff.com1.get(care.path(`/patients/${care.patientId}/erasable`)));
const erase = (signer: Member) =>
  care.clinic.signed({
    act: 'erasures',
    body: { patientId: care.patientId, basis: 'retention_over' },
    by: care.staff.com1,
    signers: [signer],
  });

async function leaves(): Promise<string[]> {
  const { rows } = await care.clinic.organisation.superuser.query<{ leaf: string }>(
    `SELECT encode(leaf_hash, 'hex') AS leaf FROM audit_record WHERE site_id = $1 ORDER BY seq`,
    [care.clinic.siteId],
  );
  return rows.map(({ leaf }) => leaf);
}

/** How many records about the patient still have private values. */
async function kept(): Promise<number> {
  const { rows } = await care.clinic.organisation.superuser.query<{ kept: number }>(
    `SELECT count(*)::int AS kept FROM audit_secret s JOIN record_subject r USING (site_id, seq)
     WHERE r.subject_id = $1 AND s.private_values IS NOT NULL`,
    [care.patientId],
  );
  return rows[0]!.kept;
}

/** The whole ledger by the checker, and a proof of each of two records under the log's key. */
async function verifies(): Promise<void> {
  const { organisation, siteId } = care.clinic;
  await withClient(organisation.database.appUrl, async (client) => {
    expect(await checkSite(client, siteId, { vault })).toMatchObject({ verified: true, first: undefined });
  });
  const { com1 } = care.staff;
  const { vkeys } = await done(com1.get(care.path('/log-keys')));
  const policy = parseTlogPolicy(`${(vkeys as string[]).map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);
  for (const { seq, leafHash } of [first, last]) {
    const proofOf = () => fetch(`${com1.url}/api/v1${care.path(`/log/${seq}/proof`)}`, { headers: com1.headers });
    await until(async () => (await proofOf()).ok);
    const proof = await (await proofOf()).text();
    expect(verifyTlogProof({ proof, leafHash, policy }).index).toBe(seq);
    const shown = await done(com1.get(care.path(`/log/${seq}`)));
    expect(decodeBase64(String(shown.leafHash))).toEqual(new Uint8Array(leafHash));
  }
}

test('is forgotten in steps: each names a thousand records at the most, and all verifies in between', async () => {
  const { recordCount: all, valueCount, allowed } = await erasable();
  expect(allowed).toBe(true);
  expect(Number(all)).toBeGreaterThan(SEARCHES);
  const before = await leaves();
  const keptBefore = await kept();

  const step = await done(erase(care.staff.rph1));
  expect(step).toMatchObject({ recordCount: 1000, remaining: Number(all) - 1000 });
  expect(await kept()).toBe(keptBefore - 1000);
  expect((await leaves()).slice(0, before.length)).toEqual(before);
  const between = await done(care.staff.com1.get(care.path(`/log/${last.seq}`)));
  expect(JSON.stringify(between)).toContain(`the ${SEARCHES}th time`);
  await verifies();

  // The erasure itself is about the patient and holds nothing of them: it puts nothing off.
  expect(await erasable()).toMatchObject({ allowed: true, recordCount: Number(all) - 1000 });
  const rest = await done(erase(care.staff.rph2));
  expect(rest).toMatchObject({ recordCount: Number(all) - 1000, remaining: 0 });
  expect(Number(step.valueCount) + Number(rest.valueCount)).toBe(valueCount);
  expect((await erase(care.staff.rph1)).body.code).toBe('patient_erased');
  expect(await kept()).toBe(keptBefore - Number(all));
  expect((await leaves()).slice(0, before.length)).toEqual(before);
  await verifies();
}, 60_000);
