import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordBody } from '../../../src/domain/ledger/record.js';
import { intentOfList } from '../../../src/domain/webauthn/intent-of-list.js';
import { checkKeySignatures, type KeySignature } from '../../../src/domain/webauthn/signed-by-key.js';
import { checkSite } from '../../../src/platform/audit/checker.js';
import { withClient } from '../../../src/platform/database/one-client.js';
import { done, type Answer, type Body } from '../../support/api.js';
import { SoftAuthenticator } from '../../support/authenticator.js';
import { Clinic } from '../../support/clinic.js';
import { enrolKey } from '../../support/keys.js';

type ListRecord = RecordBody & {
  act: { intent: string };
  changes: [{ each: { intent: string[]; signatureId: string[] } }, KeySignature];
};

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

test('each act takes its own token, and one record makes the signatures and says how many they are', async () => {
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
  const [signature] = records.filter(({ type }) => type === 'signature') as unknown as ListRecord[];
  expect(signature!.act).toMatchObject({ act: 'counts', together: 3 });
  expect(new Set(signature!.changes[0]!.each.intent).size).toBe(3);
  expect(signature!.act.intent).toBe(intentOfList(signature!.changes[0]!.each.intent));
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

describe('with a key of one’s own', () => {
  const bound = new SoftAuthenticator({ deviceBound: true });
  const synced = new SoftAuthenticator({ kind: 'EdDSA' });
  type Act = ReturnType<typeof list>[number];

  beforeAll(async () => {
    const { rph1, rph2 } = clinic.staff;
    await enrolKey(rph2, rph2, bound, { voucher: rph1 });
    await enrolKey(rph2, rph2, synced, { by: bound });
  });

  const ask = async (acts: readonly Act[], act = 'counts') =>
    (await done(
      clinic.staff.rph1.send('POST', clinic.path('/signatures/together/options'), { act, acts, username: 'rph2' }),
    )) as unknown as { challenge: string; allowCredentials: object[] };
  const send = (acts: readonly Act[], assertion: object, key: string = randomUUID(), change: object = {}) =>
    clinic.staff.rph1.post(clinic.path('/signatures/together'), { act: 'counts', acts, assertion, ...change }, key);
  const count = ({ idempotencyKey, body }: Act, token: string | undefined) =>
    clinic.staff.rph1.post(clinic.path('/counts'), { ...body, signatures: [token] }, idempotencyKey);
  const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
  const tokensOf = ({ body }: Answer<Body>) => (body.items as { token: string }[]).map(({ token }) => token);

  test('one answer to the list signs each of its acts, and the log proves it', async () => {
    const acts = list(3);
    const asked = await ask(acts);
    expect(asked.allowCredentials).toHaveLength(2);
    const signed = await send(acts, bound.get(asked));
    expect(signed.status).toBe(201);
    for (const [nth, token] of tokensOf(signed).entries()) expect(code(await count(acts[nth]!, token))).toBe('201');

    const records = await clinic.organisation.records(clinic.siteId);
    const counts = records.slice(0, 3).reverse();
    const signature = records[3] as unknown as ListRecord;
    expect(signature.type).toBe('signature');
    const { good, wrong } = checkKeySignatures(signature);
    expect(wrong).toEqual([]);
    expect(good[0]!.signatureIds).toEqual(signature.changes[0].each.signatureId);
    // What the key answered to is the list of exactly these acts, and each act commits to its answer.
    const intents = counts.map((record) => (record.entry as unknown as { intent: string }).intent);
    expect(good[0]!.signed.intent).toBe(intentOfList(intents));
    expect(Buffer.from(asked.challenge, 'base64url').toString('base64')).toBe(intentOfList(intents));
    const { evidence } = signature.actors[0]!;
    for (const [nth, record] of counts.entries())
      expect((record.actors as unknown as object[])[1]).toMatchObject({
        method: 'signature:passkey',
        evidence,
        signatureId: signature.changes[0].each.signatureId[nth],
      });
    await withClient(clinic.organisation.database.appUrl, async (client) =>
      expect(await checkSite(client, clinic.siteId)).toMatchObject({ verified: true }),
    );
  });

  test('the answer is of no other list: not of fewer, more, others, another order or kind, nor of one act', async () => {
    const acts = list(3);
    const [first, second, third] = acts as [Act, Act, Act];
    const answer = bound.get(await ask(acts));
    const other = { ...third, body: { ...third.body, countedContainers: 9 } };
    for (const changed of [
      [first, second],
      [...acts, ...list(1)],
      [second, first, third],
      [first, second, other],
    ])
      expect(code(await send(changed, answer))).toBe('401 invalid_credentials');
    expect(code(await send(acts, answer, randomUUID(), { act: 'moves' }))).toBe('401 invalid_credentials');
    // Unlocks what these failures made wait.
    await clinic.organisation.superuser.query('DELETE FROM login_throttle');
    const alone = { act: 'counts', ...first, meaning: 'checked', assertion: bound.get(await ask([first])) };
    expect(code(await clinic.staff.rph1.post(clinic.path('/signatures'), alone))).toBe('401 invalid_credentials');
    const single = await done(
      clinic.staff.rph1.send('POST', clinic.path('/signatures/options'), { act: 'counts', ...first }),
    );
    expect(code(await send([first], bound.get(single as never)))).toBe('401 invalid_credentials');
  });

  test('counts once: the same request again has the same tokens, another has none', async () => {
    for (const key of [synced, bound]) {
      const acts = list(2);
      const answer = key.get(await ask(acts));
      const name = randomUUID();
      const first = await send(acts, answer, name);
      expect(first.status).toBe(201);
      expect(tokensOf(await send(acts, answer, name))).toEqual(tokensOf(first));
      expect(['422 signature_already_used', '403 passkey_counts_back']).toContain(code(await send(acts, answer)));
      const anew = code(await send(acts, key.get(await ask(acts))));
      expect(anew).toBe(key === synced ? '422 signature_already_used' : '201');
    }
  });

  test('a delivery of one lot is a list of one', async () => {
    const acts = list(1);
    const signed = await send(acts, synced.get(await ask(acts)));
    expect(code(await count(acts[0]!, tokensOf(signed)[0]))).toBe('201');
  });

  test('sixty acts fit', async () => {
    const acts = list(60);
    const signed = await send(acts, bound.get(await ask(acts)));
    expect(new Set(tokensOf(signed)).size).toBe(60);
    expect(code(await send(list(61), bound.get(await ask(list(1)))))).toMatch(/^4\d\d request_invalid$/);
  });

  test('where keys that stay on their device are asked for, nothing else signs a list', async () => {
    const { admin } = clinic.organisation;
    const policy = (requireDeviceBoundKeys: boolean) =>
      done(admin.post(clinic.path('/policy'), { policy: { requireDeviceBoundKeys } }));
    await policy(true);
    try {
      const acts = list(2);
      expect(code(await together(acts))).toBe('403 device_bound_key_required');
      expect(code(await send(acts, synced.get(await ask(acts))))).toBe('403 device_bound_key_required');
      const signed = await send(acts, bound.get(await ask(acts)));
      for (const [nth, token] of tokensOf(signed).entries()) expect(code(await count(acts[nth]!, token))).toBe('201');
    } finally {
      await policy(false);
    }
  });
});
