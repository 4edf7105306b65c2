import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { canonicalBytes } from '../../../src/domain/log/canonical-json.js';
import type { Answer, Api, Body } from '../../support/api.js';
import { Organisation, type Person } from '../../support/organisation.js';

let organisation: Organisation;
let site: string;
let nurse: Person;
let witness: Person;
let as: Api;

beforeAll(async () => {
  organisation = await Organisation.start('signatures');
  site = await organisation.site();
  nurse = await organisation.person('rn1', { siteId: site, role: 'nurse' });
  witness = await organisation.person('ma1', { siteId: site, role: 'witness' });
  as = await organisation.as(nurse);
});
afterAll(() => organisation.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const ACT = { sessionId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30', volumeMl: '0.25', note: 'Ré' };

const request = (signer: Partial<Person>, more: object = {}) => ({
  act: 'wastes',
  idempotencyKey: 'waste-of-today',
  body: ACT,
  meaning: 'witnessed',
  attests: ['label', 'volume', 'act'],
  username: signer.username,
  password: signer.password,
  ...more,
});
const sign = (signer: Partial<Person>, more: object = {}, key: string = randomUUID()) =>
  as.post(`/sites/${site}/signatures`, request(signer, more), key);

/** The intent as platform.md words it, made without the code under test. */
const intent = (body: object) =>
  createHash('sha256')
    .update('countersign-intent/v1\n')
    .update(
      canonicalBytes({
        act: 'wastes',
        siteId: site,
        performerId: nurse.personId,
        idempotencyKey: 'waste-of-today',
        body,
      }),
    )
    .digest('base64');

const rowOf = async (signatureId: unknown) =>
  (await organisation.superuser.query('SELECT * FROM signature WHERE signature_id = $1', [signatureId]))
    .rows[0] as Record<string, unknown>;

describe('a signature', () => {
  test('is of one person for one act, by its digest, for two minutes', async () => {
    const { status, body } = await sign(witness);
    expect(status).toBe(201);
    expect(body).toMatchObject({ personId: witness.personId, displayName: 'The ma1', meaning: 'witnessed' });
    expect(Date.parse(String(body.expiresAt)) - Date.parse(String(body.recordedAt))).toBe(120_000);
    const row = await rowOf(body.signatureId);
    expect(row).toMatchObject({
      person_id: witness.personId,
      intent: intent(ACT),
      act: 'wastes',
      meaning: 'witnessed',
      method: 'signature:password',
      attests: ['label', 'volume', 'act'],
      token_hash: createHash('sha256').update(String(body.token)).digest('base64'),
    });
    expect((await organisation.records(site))[0]).toMatchObject({
      type: 'signature',
      actors: [{ id: witness.personId, role: 'witness', meaning: 'witnessed', method: 'signature:password' }],
      act: { act: 'wastes', performerId: nurse.personId, intent: intent(ACT) },
      subjects: [nurse.personId],
    });
  });

  test('another word, another key, another act or another performer is another intent', async () => {
    const intents = [];
    for (const more of [
      {},
      { body: { ...ACT, volumeMl: '0.26' } },
      { idempotencyKey: 'waste-of-tomorrow' },
      { act: 'returns' },
    ])
      intents.push((await rowOf((await sign(witness, more)).body.signatureId)).intent);
    const colleague = await organisation.as(await organisation.person('rn2', { siteId: site, role: 'nurse' }));
    const theirs = await colleague.post(`/sites/${site}/signatures`, request(witness));
    intents.push((await rowOf(theirs.body.signatureId)).intent);
    expect(new Set(intents).size).toBe(5);
  });

  test('signatures in the body, and secrets, are no part of what is signed', async () => {
    const body = { ...ACT, signatures: ['x'], password: 'secret', totp: '123456' };
    expect((await rowOf((await sign(witness, { body })).body.signatureId)).intent).toBe(intent(ACT));
  });

  test('the same key gives the same token again, to whoever has the password again', async () => {
    const key = randomUUID();
    const first = await sign(witness, {}, key);
    const again = await sign(witness, {}, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(code(await sign({ ...witness, password: 'wrong' }, {}, key))).toBe('401 invalid_credentials');
    expect(code(await sign(witness, { body: {} }, key))).toBe('422 idempotency_key_reused');
    expect(code(await sign(witness, { meaning: 'checked' }, key))).toBe('422 idempotency_key_reused');
    const { rows } = await organisation.superuser.query('SELECT k::text FROM idempotency_key k');
    expect(JSON.stringify(rows)).not.toContain(first.body.token);
  });

  test('a replay carries no trace of the password: another password changes no digest', async () => {
    const key = randomUUID();
    await sign(witness, {}, key);
    const { rows } = await organisation.superuser.query<{ request_digest: Buffer }>(
      'SELECT request_digest FROM idempotency_key WHERE key = $1',
      [key],
    );
    const facts = { params: { siteId: site }, personId: nurse.personId, siteId: site };
    const { password: _, ...body } = request(witness);
    const expected = createHash('sha256')
      .update(canonicalBytes({ ...facts, act: 'POST /api/v1/sites/:siteId/signatures', body }))
      .digest('hex');
    expect(rows[0]!.request_digest.toString('hex')).toBe(expected);
  });

  test('a wrong password is refused, recorded at the site and in the organisation, and counted to the lock-out', async () => {
    const person = await organisation.person('ma-wrong', { siteId: site, role: 'witness' });
    expect(code(await sign({ ...person, password: 'wrong' }))).toBe('401 invalid_credentials');
    expect((await organisation.records(site))[0]).toMatchObject({
      type: 'refused',
      actors: [{ id: nurse.personId }],
      refusal: { code: 'invalid_credentials', of: 'signature' },
    });
    expect((await organisation.records())[0]).toMatchObject({
      type: 'login_failed',
      act: { occasion: 'signature', personId: person.personId },
    });
    for (let i = 0; i < 4; i++) await sign({ ...person, password: 'wrong' });
    expect(code(await sign(person))).toBe('429 too_many_requests');
    const { username, password } = person;
    expect(code(await organisation.api.send('POST', '/auth/login', { username, password }))).toBe(
      '429 too_many_requests',
    );
    await organisation.superuser.query('DELETE FROM login_throttle');
  });

  test.each(['compliance_officer', 'administrator'])('is not made by a %s', async (role) => {
    const person = await organisation.person(`no-${role.replace('_', '-')}`, { siteId: site, role });
    expect(code(await sign(person))).toBe('403 not_permitted');
    expect((await organisation.records(site))[0]).toMatchObject({
      type: 'refused',
      actors: [{ id: person.personId }],
      refusal: { code: 'not_permitted', of: 'signature' },
    });
  });

  test('is not made by somebody of another site, a withdrawn role, or a disabled person', async () => {
    const stranger = await organisation.person('ma-elsewhere', { siteId: await organisation.site(), role: 'witness' });
    expect(code(await sign(stranger))).toBe('403 not_permitted');

    const leaver = await organisation.person('ma-leaves');
    const grantId = await organisation.grant(leaver, { siteId: site, role: 'witness' });
    expect((await sign(leaver)).status).toBe(201);
    await organisation.admin.post(`/sites/${site}/roles/${grantId}/withdraw`);
    expect(code(await sign(leaver))).toBe('403 not_permitted');

    const disabled = await organisation.person('ma-disabled', { siteId: site, role: 'witness' });
    await organisation.admin.post(`/people/${disabled.personId}/disable`);
    expect(code(await sign(disabled))).toBe('401 invalid_credentials');
  });

  test('the performer may make one: the act, not the signature, says that a second person is missing', async () => {
    expect((await sign(nurse)).status).toBe(201);
  });

  test('needs a session at the site', async () => {
    const path = `/sites/${site}/signatures`;
    expect(code(await organisation.api.post(path, request(witness)))).toBe('401 not_authenticated');
    expect(code(await organisation.admin.post(path, request(witness)))).toBe('403 not_permitted');
  });

  test.each([
    { comment: 'no act', more: { act: 'Wastes!' } },
    { comment: 'no body', more: { body: 'text' } },
    { comment: 'a fraction as a number', more: { body: { volumeMl: 0.25 } } },
    { comment: 'an unknown meaning', more: { meaning: 'seen' } },
    { comment: 'an unknown statement', more: { attests: ['everything'] } },
  ])('is refused: $comment', async ({ more }) => {
    expect(code(await sign(witness, more))).toBe('400 request_invalid');
  });

  test('needs the second factor of whoever has one, and of everybody where the site asks for it', async () => {
    const strict = await organisation.site({ requireSecondFactor: true });
    const [performer, signer] = [await organisation.person('rn-strict'), await organisation.person('ma-strict')];
    for (const person of [performer, signer]) await organisation.grant(person, { siteId: strict, role: 'nurse' });
    const enrol = async (person: Person) => {
      const api = await organisation.as(person);
      const secret = String((await api.post('/auth/totp/enrol', { password: person.password })).body.secret);
      await api.post('/auth/totp/confirm', { totp: await generate({ secret }) });
      return { api, next: () => generate({ secret, epoch: Date.now() / 1000 + 30 }) };
    };
    const { api } = await enrol(performer);
    const signThere = (more: object = {}) => api.post(`/sites/${strict}/signatures`, request(signer, more));
    expect(code(await signThere())).toBe('403 second_factor_enrolment_required');
    const { next } = await enrol(signer);
    expect(code(await signThere())).toBe('401 second_factor_required');
    const signed = await signThere({ totp: await next() });
    expect(signed.status).toBe(201);
    expect(await rowOf(signed.body.signatureId)).toMatchObject({ method: 'signature:password+totp' });
  });
});
