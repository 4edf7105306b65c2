import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { done } from '../../support/api.js';
import { Clinic } from '../../support/clinic.js';

/** The lines of one list, signed with one authentication: each act still has a signature of its own. */
let clinic: Clinic<'rph1' | 'rph2'>;
const list = (acts: number) =>
  Array.from({ length: acts }, (_, nth) => ({
    idempotencyKey: randomUUID(),
    body: { locationId: clinic.locations.SAFE, productId: clinic.productId, countedContainers: nth },
  }));

beforeAll(async () => {
  clinic = await Clinic.open('signed_together', { rph1: 'pharmacist', rph2: 'pharmacist' });
});
afterAll(() => clinic?.stop());

function together(acts: object[], change: object = {}, key: string = randomUUID()) {
  const { rph1, rph2 } = clinic.staff;
  const { username, password } = rph2;
  return rph1.post(clinic.path('/signatures/together'), { act: 'counts', acts, username, password, ...change }, key);
}

async function tokens(acts: object[], key?: string): Promise<string[]> {
  const { items } = await done(together(acts, {}, key));
  return (items as { token: string }[]).map(({ token }) => token);
}

test('each act takes its own token, and each signature is a record that says how many were made together', async () => {
  const acts = list(3);
  const signed = await tokens(acts);
  expect(new Set(signed).size).toBe(3);
  for (const [nth, { idempotencyKey, body }] of acts.entries()) {
    const counted = await clinic.staff.rph1.post(
      clinic.path('/counts'),
      { ...body, signatures: [signed[nth]] },
      idempotencyKey,
    );
    expect(counted.status).toBe(201);
  }
  const records = await clinic.organisation.records(clinic.siteId);
  const signatures = records.filter(({ type }) => type === 'signature').slice(0, 3);
  expect(signatures.map(({ act }) => (act as unknown as { together: number }).together)).toEqual([3, 3, 3]);
  expect(new Set(signatures.map(({ act }) => (act as unknown as { intent: string }).intent)).size).toBe(3);
});

test('no act takes the token of its neighbour', async () => {
  const acts = list(2);
  const [, second] = (await tokens(acts)) as [string, string];
  const { idempotencyKey, body } = acts[0]!;
  const counted = await clinic.staff.rph1.post(
    clinic.path('/counts'),
    { ...body, signatures: [second] },
    idempotencyKey,
  );
  expect(counted.body.code).toBe('signature_invalid');
});

test('the same request again gives the same tokens', async () => {
  const [acts, key] = [list(2), randomUUID()];
  expect(await tokens(acts, key)).toEqual(await tokens(acts, key));
});

test('a wrong password signs nothing', async () => {
  const before = await clinic.types();
  expect((await together(list(2), { password: 'not this one at all' })).body.code).toBe('invalid_credentials');
  const after = await clinic.types();
  expect(after.slice(0, after.length - before.length)).toEqual(['refused']);
});

test('a waste is not signed so: who witnesses it says of each what they saw', async () => {
  expect((await together(list(1), { act: 'wastes' })).body.code).toBe('request_invalid');
});
