import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Vault } from '../../src/platform/crypto/vault.js';
import { checkSite } from '../../src/platform/audit/checker.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { type Answer, type Body, done, id } from '../support/api.js';
import { Care, PATIENT } from '../support/care.js';
import { clockAt, withClock } from '../support/erasures.js';
import type { Member } from '../support/clinic.js';

/** A patient of March 2026, and the clock of a demonstration set seven years on. */
let care: Care;
let sessionId: string;
let giveSeq: number;
let wasteSeq: number;

const START = '2026-03-02T15:00:00Z';
const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const erasable = async () => done(care.staff.com1.get(care.path(`/patients/${care.patientId}/erasable`)));
const erase = (signers: readonly Member[], patientId = care.patientId) =>
  care.clinic.signed({ act: 'erasures', body: { patientId, basis: 'retention_over' }, by: care.staff.com1, signers });
const clock = (at: string) => clockAt(care.clinic.organisation.database.appUrl, at);
const log = async () =>
  (
    await care.clinic.organisation.superuser.query<{ leaf: string }>(
      `SELECT encode(leaf_hash, 'hex') AS leaf FROM audit_record WHERE site_id = $1 ORDER BY seq`,
      [care.clinic.siteId],
    )
  ).rows.map(({ leaf }) => leaf);
const texts = async (seq: number) => done(care.staff.com1.get(care.path(`/log/${seq}`)));

beforeAll(async () => {
  care = await Care.open('erasures', withClock(START));
  const [vial] = (await care.vials()) as [string];
  sessionId = await care.session({ amountMg: '34' }, { indication: 'a thing between two people' });
  await done(care.draw(sessionId, vial, '0.72'));
  giveSeq = Number((await done(care.give(sessionId, '34'))).seq);
  wasteSeq = Number((await done(care.waste({ sessionId, amountMg: '2', reason: 'she could not keep still' }))).seq);
  await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
  await done(care.staff.rn1.with({}).send('POST', care.path('/patients/search'), { text: PATIENT.patient }));
}, 60_000);
afterAll(() => care?.stop());

describe('before the retention period is over', () => {
  test('an erasure is refused with the day from which it is allowed, and the attempt is in the log', async () => {
    expect(await erasable()).toMatchObject({ retentionYears: 7, erasableFrom: '2033-03-03', allowed: false });
    const refused = await erase([care.staff.rph1]);
    expect(code(refused)).toBe('422 retention_not_over');
    expect(refused.body.detail).toContain('from 2033-03-03 on');
    expect((await care.clinic.organisation.records(care.clinic.siteId))[0]).toMatchObject({
      type: 'refused',
      refusal: { code: 'retention_not_over', of: 'patient_erased' },
    });
  });

  test('a policy that is lowered shortens nothing of before; none promises less than the law', async () => {
    const { admin } = care.clinic.organisation;
    const setPolicy = (retentionYears: number) => admin.post(care.path('/policy'), { policy: { retentionYears } });
    expect(code(await setPolicy(1))).toBe('400 request_invalid');
    await done(setPolicy(2));
    expect(await erasable()).toMatchObject({ retentionYears: 7, erasableFrom: '2033-03-03' });
    await clock('2033-03-03T05:59:00Z'); // Still the second in Illinois.
    expect(code(await erase([care.staff.rph1]))).toBe('422 retention_not_over');
  });
});

describe('once it is over', () => {
  test('it takes two people: who may, and not one alone', async () => {
    await clock('2033-03-03T15:00:00Z');
    expect(await erasable()).toMatchObject({ allowed: true });
    expect(code(await erase([]))).toBe('422 second_person_missing');
    expect(code(await erase([care.staff.com1]))).toBe('422 second_person_is_performer');
    await expect(erase([care.staff.rn1])).rejects.toThrow('not_permitted');
    const nurse = await care.staff.rn1.post(care.path('/erasures'), {
      patientId: care.patientId,
      basis: 'retention_over',
    });
    expect(code(nurse)).toBe('403 not_permitted');
  });

  test('values and their salts are gone, amounts and proofs are not, and the log says which', async () => {
    const { recordCount, valueCount } = await erasable();
    const before = await log();
    const erased = await done(erase([care.staff.rph1]));
    expect(erased).toMatchObject({ patientId: care.patientId, recordCount, valueCount, remaining: 0 });
    expect(Number(recordCount)).toBeGreaterThanOrEqual(4);
    expect((await log()).slice(0, before.length)).toEqual(before);

    const [record] = await care.clinic.organisation.records(care.clinic.siteId);
    expect(record).toMatchObject({
      type: 'patient_erased',
      actors: [{ id: care.staff.com1.personId }, { id: care.staff.rph1.personId, meaning: 'approved' }],
      act: { basis: 'retention_over', retentionYears: 7 },
    });
    expect(JSON.stringify(record)).toContain(`[${wasteSeq}]`);

    const patient = await done(care.staff.com1.get(care.path(`/patients/${care.patientId}`)));
    expect(patient).toEqual({ patientId: care.patientId, active: false });
    const { items } = await done(care.staff.rn1.send('POST', care.path('/patients/search'), { text: 'Example' }));
    expect(items).toEqual([]);
    expect(await texts(wasteSeq)).toMatchObject({ erasedBySeq: erased.seq, type: 'waste' });
    expect(JSON.stringify(await texts(wasteSeq))).not.toContain('keep still');
    expect(JSON.stringify(await texts(giveSeq))).toContain('34');

    const dump = await care.clinic.organisation.superuser.query<{ row: string }>(
      `SELECT s.seq::text AS row FROM audit_secret s JOIN record_subject r USING (site_id, seq)
       WHERE r.subject_id = $1 AND s.private_values IS NOT NULL AND s.seq < $2`,
      [care.patientId, erased.seq],
    );
    expect(dump.rows).toEqual([]);
    await verifies();
  });

  test('nobody is treated or described as who was forgotten, and nobody is forgotten twice', async () => {
    expect(code(await erase([care.staff.rph2]))).toBe('422 patient_erased');
    const details = { name: 'Again', address: '1 Way', birthDate: '1970-01-31' };
    expect(code(await care.staff.rph1.post(care.path(`/patients/${care.patientId}/details`), details))).toBe(
      '422 patient_erased',
    );
    const body = {
      patientId: care.patientId,
      productId: care.products.KET50,
      prescriberId: care.prescriberId,
      locationId: care.clinic.locations.ROOM1,
      route: 'intravenous',
      order: { amountMg: '34' },
    };
    expect(code(await care.staff.rn1.post(care.path('/sessions'), body))).toBe('422 unknown_reference');
  });

  test('the act that made the patient, sent again, is another one now: what was asked is not known any more', async () => {
    const { rows } = await care.clinic.organisation.superuser.query<{ digest: string }>(
      `SELECT DISTINCT encode(k.request_digest, 'hex') AS digest FROM idempotency_key k JOIN audit_record r USING (site_id, seq)
       WHERE r.type = 'patient_registered' AND k.site_id = $1`,
      [care.clinic.siteId],
    );
    expect(rows).toEqual([{ digest: '' }]);
  });
});

/** The checker, with the key that opens private values, says that all is well. */
async function verifies(): Promise<void> {
  const { organisation, siteId } = care.clinic;
  const { vaultKey } = JSON.parse(readFileSync(join(organisation.server.dataFolder, 'secrets.json'), 'utf8')) as {
    vaultKey: string;
  };
  const vault = new Vault(Buffer.from(vaultKey, 'base64'));
  await withClient(organisation.database.appUrl, async (client: pg.Client) => {
    expect(await checkSite(client, siteId, { vault })).toMatchObject({ verified: true, first: undefined });
  });
  expect(id(siteId)).toBe(siteId);
}
