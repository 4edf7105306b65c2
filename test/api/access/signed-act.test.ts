import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Body } from '../../support/api.js';
import { Clinic, type Member, SUPPLIER } from '../../support/clinic.js';
import type { Organisation, Person } from '../../support/organisation.js';

let organisation: Organisation;
let site: string;
let pharmacist: Member;
let second: Member;
let delivery: Record<string, unknown>;

beforeAll(async () => {
  const clinic = await Clinic.open('signed_act', { rph1: 'pharmacist', rph2: 'pharmacist' });
  ({ organisation, siteId: site } = clinic);
  ({ rph1: pharmacist, rph2: second } = clinic.staff);
  delivery = {
    supplier: SUPPLIER,
    invoicedCount: 1,
    countedCount: 1,
    locationId: clinic.locations.SAFE,
    productId: clinic.productId,
    lotNumber: 'LT101',
    expiresOn: '2099-12-31',
  };
});
afterAll(() => organisation.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const invoice = () => ({ ...delivery, invoice: `INV-${randomUUID().slice(0, 8)}` });

const sign = async (who: Person, body: object, more: { key: string; act?: string; meaning?: string }) => {
  const { key: idempotencyKey, act = 'receipts', meaning = 'checked' } = more;
  const { username, password } = who;
  const request = { act, idempotencyKey, body, meaning, username, password };
  const signed = await pharmacist.post(`/sites/${site}/signatures`, request);
  expect(signed.status).toBe(201);
  return signed.body;
};
const receive = (body: object, signatures: unknown[], key: string) =>
  pharmacist.post(`/sites/${site}/receipts`, { ...body, signatures }, key);

describe('an act that needs a second person', () => {
  test('is done with a signature for exactly this act, and shows who signed, how and when', async () => {
    const [body, key] = [invoice(), randomUUID()];
    const { token, signatureId } = await sign(second, body, { key });
    const received = await receive(body, [token], key);
    expect(received.status).toBe(201);
    const record = (await organisation.records(site))[0]!;
    expect(record).toMatchObject({
      type: 'receipt',
      actors: [
        { id: pharmacist.personId, role: 'pharmacist', meaning: 'performed', method: 'session:password' },
        { id: second.personId, role: 'pharmacist', meaning: 'checked', method: 'signature:password', signatureId },
      ],
    });
    const login = (await organisation.records()).find(({ type, actors }) => {
      const [actor] = actors as unknown as { id: string; evidence: string }[];
      return type === 'login' && actor!.evidence === (record.actors as unknown as { evidence: string }[])[0]!.evidence;
    });
    expect(login).toMatchObject({ actors: [{ id: pharmacist.personId }] });
  });

  test('is refused without one, with one’s own, and with a token nobody was given', async () => {
    const [body, key] = [invoice(), randomUUID()];
    expect(code(await receive(body, [], key))).toBe('422 second_person_missing');
    const own = await sign(pharmacist, body, { key });
    expect(code(await receive(body, [own.token], key))).toBe('422 second_person_is_performer');
    expect(code(await receive(body, ['x'.repeat(43)], key))).toBe('422 signature_invalid');
  });

  test.each([
    { comment: 'another invoice', signedFor: (body: object) => ({ ...body, invoice: 'INV-OTHER' }), more: {} },
    { comment: 'one word less', signedFor: ({ lotNumber: _, ...body }: Record<string, unknown>) => body, more: {} },
    { comment: 'another act', signedFor: (body: object) => body, more: { act: 'moves' } },
    { comment: 'another meaning', signedFor: (body: object) => body, more: { meaning: 'approved' } },
    { comment: 'another idempotency key', signedFor: (body: object) => body, more: { key: 'another-key' } },
  ])('is refused with a signature for $comment', async ({ signedFor, more }) => {
    const [body, key] = [invoice(), randomUUID()];
    const { token } = await sign(second, signedFor(body), { key, ...more });
    expect(code(await receive(body, [token], key))).toBe('422 signature_invalid');
  });

  test('is refused with a signature made for a colleague', async () => {
    const [body, key] = [invoice(), randomUUID()];
    const { token } = await sign(second, body, { key });
    const colleague = await organisation.as(await organisation.person('rph3', { siteId: site, role: 'pharmacist' }));
    const stolen = await colleague.post(`/sites/${site}/receipts`, { ...body, signatures: [token] }, key);
    expect(code(stolen)).toBe('422 signature_invalid');
  });

  test('takes a signature once: the same act again is its first answer, and no other act is done with it', async () => {
    const [body, key] = [invoice(), randomUUID()];
    const { token } = await sign(second, body, { key });
    const first = await receive(body, [token], key);
    const again = await receive(body, [token], key);
    expect([again.status, again.body.seq]).toEqual([201, first.body.seq]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(code(await receive(body, [token], randomUUID()))).toBe('422 signature_invalid');
  });

  test('takes no signature that is older than two minutes', async () => {
    const [body, key] = [invoice(), randomUUID()];
    const { token, signatureId } = await sign(second, body, { key });
    // A signature keeps the time at which it was made: only a superuser, with that trigger off, moves it.
    const age = (seconds: number) =>
      organisation.superuser.query(
        `ALTER TABLE signature DISABLE TRIGGER keeps_its_identity;
         UPDATE signature SET made_at = now() - interval '${seconds} seconds',
           expires_at = now() - interval '${seconds} seconds' + interval '2 minutes'
         WHERE signature_id = '${String(signatureId)}';
         ALTER TABLE signature ENABLE ALWAYS TRIGGER keeps_its_identity`,
      );
    await age(121);
    expect(code(await receive(body, [token], key))).toBe('422 signature_expired');
    await age(100);
    expect((await receive(body, [token], key)).status).toBe(201);
  });

  test('takes no signature of somebody who lost their role or their account since', async () => {
    for (const lose of ['role', 'account']) {
      const leaver = await organisation.person(`leaves-${lose}`);
      const grantId = await organisation.grant(leaver, { siteId: site, role: 'witness' });
      const [body, key] = [invoice(), randomUUID()];
      const { token } = await sign(leaver, body, { key });
      if (lose === 'role') await organisation.admin.post(`/sites/${site}/roles/${grantId}/withdraw`);
      else await organisation.admin.post(`/people/${leaver.personId}/disable`);
      expect(code(await receive(body, [token], key))).toBe('422 signer_not_eligible');
    }
  });
});
