import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { checkKeySignatures } from '../../../src/domain/webauthn/signed-by-key.js';
import { Api, done, type Answer, type Body } from '../../support/api.js';
import { SoftAuthenticator, type Lies } from '../../support/authenticator.js';
import { enrolKey, logInWithKey } from '../../support/keys.js';
import { Organisation, type Person } from '../../support/organisation.js';

let organisation: Organisation;
let site: string;
let nurse: Person;
let witness: Person;
let admin: Person;

beforeAll(async () => {
  organisation = await Organisation.start('passkeys');
  site = await organisation.site();
  nurse = await organisation.person('rn1', { siteId: site, role: 'nurse' });
  witness = await organisation.person('ma1', { siteId: site, role: 'witness' });
  admin = organisation.administrator;
});
afterAll(() => organisation?.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const options = async (api: Api, body: object) => api.send('POST', '/auth/passkeys/options', body);
const question = async (body: object = {}) =>
  (await done(organisation.api.send('POST', '/auth/webauthn/options', body))) as { challenge: string } & Body;
const logIn = (assertion: object) =>
  organisation.api.send('POST', '/auth/webauthn/login', { assertion, kind: 'bearer' });

describe('a key is enrolled', () => {
  test('by its owner, with somebody who vouches; the record holds the public key', async () => {
    const person = await organisation.person('enrol1', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const key = new SoftAuthenticator({ deviceBound: true });
    const { passkeyId } = await enrolKey(api, person, key, { voucher: witness });
    const [record] = await organisation.records();
    expect(record).toMatchObject({
      type: 'passkey_added',
      actors: [
        { id: person.personId, meaning: 'performed', method: 'session:password' },
        { id: witness.personId, meaning: 'checked', role: 'witness', method: 'signature:password' },
      ],
      changes: [
        {
          table: 'passkey',
          passkeyId,
          personId: person.personId,
          publicKey: key.cosePublicKey.toString('base64'),
          algorithm: -7,
          rpId: 'localhost',
          deviceBound: true,
        },
      ],
    });
    expect(JSON.stringify(record)).not.toContain(key.credentialId.toString('base64url'));
    expect((await api.get('/auth/passkeys')).body.items).toMatchObject([
      { passkeyId, name: 'a key', deviceBound: true },
    ]);
    expect((await api.get('/auth/me')).body).toMatchObject({ hasPasskey: true, method: 'password' });
  });

  test('by nobody alone, nor with the administrator who made the account', async () => {
    const person = await organisation.person('enrol2', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const asked = await done(options(api, { password: person.password }));
    expect(asked.voucherNeeded).toBe(true);
    const attestation = new SoftAuthenticator().create(asked.options as { challenge: string });
    const enrol = (voucher?: object) => api.send('POST', '/auth/passkeys', { name: 'k', attestation, voucher });
    const nobody = await organisation.person('nobody-there');
    expect(code(await enrol())).toBe('422 second_person_missing');
    expect(code(await enrol({ ...login(admin) }))).toBe('422 signer_not_eligible');
    expect(code(await enrol({ ...login(person) }))).toBe('422 second_person_is_performer');
    expect(code(await enrol({ ...login(witness), password: 'wrong' }))).toBe('401 invalid_credentials');
    expect(code(await enrol({ ...login(nobody) }))).toBe('422 signer_not_eligible');
    expect((await api.get('/auth/passkeys')).body.items).toEqual([]);
  });

  test('an answer to another question, session, page or domain, or of somebody not verified, is none', async () => {
    const person = await organisation.person('enrol3', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const voucher = login(witness);
    const enrolWith = async (lies: Lies, by = api) => {
      const asked = await done(options(api, { password: person.password }));
      const attestation = new SoftAuthenticator().create(asked.options as { challenge: string }, lies);
      return by.send('POST', '/auth/passkeys', { name: 'k', attestation, voucher });
    };
    expect(code(await enrolWith({ origin: 'https://evil.example' }))).toBe('403 passkey_address_wrong');
    expect(code(await enrolWith({ origin: 'http://127.0.0.1:8080' }))).toBe('403 passkey_address_wrong');
    expect(code(await enrolWith({ rpId: 'evil.example' }))).toBe('422 passkey_invalid');
    expect(code(await enrolWith({ challenge: 'AAAA' }))).toBe('422 passkey_invalid');
    expect(code(await enrolWith({ userVerified: false }))).toBe('422 passkey_invalid');
    expect(code(await enrolWith({ type: 'webauthn.get' }))).toBe('422 passkey_invalid');
    expect(code(await enrolWith({}, await organisation.as(person)))).toBe('422 passkey_invalid');
    const asked = await done(options(api, { password: person.password }));
    const attestation = new SoftAuthenticator().create(asked.options as { challenge: string });
    const body = { name: 'k', attestation, voucher };
    expect((await api.send('POST', '/auth/passkeys', body)).status).toBe(201);
    // Answered once; and the same key is not somebody else's as well.
    expect(code(await api.send('POST', '/auth/passkeys', body))).toBe('422 passkey_invalid');
  });

  test('who has a key and no authenticator confirms with the key: a password found out adds none', async () => {
    const person = await organisation.person('enrol4', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const first = new SoftAuthenticator();
    await enrolKey(api, person, first, { voucher: witness });
    expect(code(await options(api, { password: person.password }))).toBe('401 passkey_required');
    expect(code(await api.send('POST', '/auth/totp/enrol', { password: person.password }))).toBe(
      '401 passkey_required',
    );
    const second = new SoftAuthenticator({ kind: 'EdDSA' });
    const asked = await done(api.send('POST', '/auth/passkeys/confirmation', {}));
    const assertion = first.get(asked as unknown as { challenge: string });
    const made = await done(options(api, { assertion }));
    expect(made.voucherNeeded).toBe(false);
    const attestation = second.create(made.options as { challenge: string });
    await done(api.send('POST', '/auth/passkeys', { name: 'second', attestation }));
    // A confirmation counts once.
    expect(code(await options(api, { assertion }))).toBe('422 passkey_invalid');
    expect((await api.get('/auth/passkeys')).body.items).toHaveLength(2);
    const stranger = await organisation.as(await organisation.person('enrol5', { siteId: site, role: 'nurse' }));
    const theirs = await done(stranger.send('POST', '/auth/passkeys/confirmation', {}));
    const lent = first.get(theirs as unknown as { challenge: string });
    expect(code(await options(stranger, { assertion: lent }))).toBe('401 invalid_credentials');
  });

  test('with an authenticator, password and code are enough to confirm, and still somebody vouches for the first', async () => {
    const person = await organisation.person('enrol6', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const { secret } = (await done(api.send('POST', '/auth/totp/enrol', { password: person.password }))) as never;
    await done(api.send('POST', '/auth/totp/confirm', { totp: await generate({ secret }) }));
    expect(code(await options(api, { password: person.password }))).toBe('401 second_factor_required');
  });

  test('the first administrator, whom nobody invited, has nobody to ask', async () => {
    const { passkeyId } = await enrolKey(organisation.admin, admin, new SoftAuthenticator());
    expect(passkeyId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('and removed by its owner; it then opens nothing', async () => {
    const person = await organisation.person('enrol7', { siteId: site, role: 'nurse' });
    const api = await organisation.as(person);
    const key = new SoftAuthenticator();
    const { passkeyId } = await enrolKey(api, person, key, { voucher: witness });
    const other = await logInWithKey(organisation.api, key);
    const remove = async (by: Api, who: SoftAuthenticator = key) => {
      const asked = (await done(by.send('POST', '/auth/passkeys/confirmation', {}))) as unknown as {
        challenge: string;
      };
      return by.send('POST', `/auth/passkeys/${passkeyId}/remove`, { assertion: who.get(asked) });
    };
    expect(code(await remove(await organisation.as(witness)))).toBe('401 invalid_credentials');
    expect(code(await remove(api))).toBe('204');
    expect((await organisation.records())[0]).toMatchObject({ type: 'passkey_removed', changes: [{ passkeyId }] });
    expect((await other.get('/auth/me')).status).toBe(401);
    expect(code(await logIn(key.get(await question())))).toBe('401 invalid_credentials');
  });
});

describe('a log-in with a key', () => {
  let person: Person;
  const key = new SoftAuthenticator({ deviceBound: true });

  beforeAll(async () => {
    person = await organisation.person('login1', { siteId: site, role: 'nurse' });
    await enrolKey(await organisation.as(person), person, key, { voucher: witness });
  });

  test('needs no name, and counts as two factors', async () => {
    const api = await logInWithKey(organisation.api, key);
    expect((await api.get('/auth/me')).body).toMatchObject({ username: 'login1', method: 'passkey' });
    const [record] = await organisation.records();
    expect(record).toMatchObject({ type: 'login', actors: [{ method: 'session:passkey' }] });
    const strict = await organisation.site({ requireSecondFactor: true });
    await organisation.grant(person, { siteId: strict, role: 'nurse' });
    expect((await api.get(`/sites/${strict}`)).status).toBe(200);
    expect(code(await (await organisation.as(person)).get(`/sites/${strict}`))).toBe('401 second_factor_required');
  });

  test('asks for the keys of a name, and tells nobody who is there', async () => {
    const ids = async (username: string) =>
      (await question({ username })).allowCredentials as { id: string; type: string }[];
    expect(await ids('LOGIN1')).toEqual([{ id: key.credentialId.toString('base64url'), type: 'public-key' }]);
    const nobody = await ids('who-is-this');
    expect(nobody).toHaveLength(1);
    expect(nobody).toEqual(await ids('Who-Is-This'));
    expect(nobody).not.toEqual(await ids('somebody-else'));
    expect(await ids('ma1')).toHaveLength(1);
    const unknown = await logIn(new SoftAuthenticator().get(await question({ username: 'who-is-this' })));
    const wrong = await logIn(key.get(await question(), { spoil: true }));
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    expect(code(wrong)).toBe('401 invalid_credentials');
  });

  test('an answer counts once, for a question that was asked, at the right page', async () => {
    const asked = await question();
    const answer = key.get(asked);
    expect((await logIn(answer)).status).toBe(200);
    expect(code(await logIn(answer))).toBe('422 passkey_invalid');
    expect(code(await logIn(key.get({ challenge: Buffer.alloc(32).toString('base64url') })))).toBe(
      '422 passkey_invalid',
    );
    const lies: [Lies, string][] = [
      [{ origin: 'http://127.0.0.1:1' }, '403 passkey_address_wrong'],
      [{ rpId: 'evil.example' }, '401 invalid_credentials'],
      [{ userVerified: false }, '401 invalid_credentials'],
      [{ type: 'webauthn.create' }, '401 invalid_credentials'],
      [{ userHandle: Buffer.alloc(16).toString('base64url') }, '401 invalid_credentials'],
      [{ backupEligible: true }, '401 invalid_credentials'],
    ];
    for (const [lie, expected] of lies)
      expect([lie, code(await logIn(key.get(await question(), lie)))]).toEqual([lie, expected]);
    const page = organisation.api.with({ origin: 'https://evil.example' });
    expect(code(await page.send('POST', '/auth/webauthn/options', {}))).toBe('403 passkey_address_wrong');
    // A question asked of somebody for another purpose opens no session.
    const api = await logInWithKey(organisation.api, key).catch(() => undefined);
    expect(api).toBeUndefined(); // too many failures: the key waits, as a name does
  });

  test('failures make it wait, and are in the log; the password is not locked out by them', async () => {
    const waiting = await logIn(key.get(await question()));
    expect(code(waiting)).toBe('429 too_many_requests');
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    const failed = (await organisation.records()).filter(({ type }) => String(type) === 'login_failed');
    expect(failed[0]).toMatchObject({ act: { occasion: 'login', personId: person.personId } });
    expect(await organisation.as(person)).toBeInstanceOf(Api);
  });

  test('a key that counts back has been copied: it opens nothing', async () => {
    const owner = await organisation.person('login2', { siteId: site, role: 'nurse' });
    const bound = new SoftAuthenticator({ deviceBound: true });
    await enrolKey(await organisation.as(owner), owner, bound, { voucher: witness });
    await logInWithKey(organisation.api, bound);
    expect(code(await logIn(bound.get(await question(), { signCount: 1 })))).toBe('403 passkey_counts_back');
    expect((await organisation.records())[0]).toMatchObject({
      type: 'refused',
      refusal: { code: 'passkey_counts_back' },
    });
    expect(code(await logIn(bound.get(await question(), { signCount: 9 })))).toBe('200');
  });

  test('a disabled owner’s key opens nothing', async () => {
    const owner = await organisation.person('login3', { siteId: site, role: 'nurse' });
    const theirs = new SoftAuthenticator();
    await enrolKey(await organisation.as(owner), owner, theirs, { voucher: witness });
    await done(organisation.admin.post(`/people/${owner.personId}/disable`));
    expect(code(await logIn(theirs.get(await question())))).toBe('401 invalid_credentials');
  });
});

describe('who has lost all keys', () => {
  test('gets a link that takes them away only by two people', async () => {
    const officer = await organisation.person('com1', { siteId: site, role: 'compliance_officer' });
    const person = await organisation.person('lost1', { siteId: site, role: 'nurse' });
    const key = new SoftAuthenticator();
    await enrolKey(await organisation.as(person), person, key, { voucher: witness });
    const path = `/people/${person.personId}/invitations`;
    const invite = (approver?: object) => organisation.admin.post(path, { removeSecondFactor: true, approver });
    expect(code(await invite())).toBe('422 second_person_missing');
    expect(code(await invite(login(admin)))).toBe('422 second_person_is_performer');
    expect(code(await invite(login(person)))).toBe('422 signer_not_eligible');
    expect(code(await invite(login(witness)))).toBe('422 signer_not_eligible');
    expect(code(await invite({ ...login(officer), password: 'wrong' }))).toBe('401 invalid_credentials');
    const link = await done(invite(login(officer)));
    expect((await organisation.records())[0]).toMatchObject({
      type: 'person_invited',
      actors: [{ id: admin.personId }, { id: officer.personId, meaning: 'approved', role: 'compliance_officer' }],
      subjects: [person.personId],
    });
    const password = 'a-lantern-and-nine-geese';
    await done(organisation.api.send('POST', '/auth/accept-invitation', { token: link.token, password }));
    expect((await organisation.records())[0]).toMatchObject({
      type: 'password_reset',
      changes: [{ table: 'passkey', removedAt: expect.any(String) }],
    });
    expect(code(await logIn(key.get(await question())))).toBe('401 invalid_credentials');
    const api = await organisation.as({ ...person, password });
    expect(await done(options(api, { password }))).toMatchObject({ voucherNeeded: true });
  });

  test('a digest that is kept says nothing of the approver’s password', async () => {
    const person = await organisation.person('lost2', { siteId: site, role: 'nurse' });
    const key = randomUUID();
    const path = `/people/${person.personId}/invitations`;
    const officer = await organisation.person('com2', { siteId: site, role: 'compliance_officer' });
    const body = { removeSecondFactor: true, approver: login(officer) };
    const first = await done(organisation.admin.post(path, body, key));
    const again = await organisation.admin.post(path, { ...body, approver: undefined }, key);
    expect(again.body).toEqual(first);
  });
});

describe('a signature with a key', () => {
  const ACT = { sessionId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30', volumeMl: '0.25' };
  const bound = new SoftAuthenticator({ deviceBound: true });
  const synced = new SoftAuthenticator({ kind: 'EdDSA' });
  let signer: Person;
  let as: Api;

  beforeAll(async () => {
    signer = await organisation.person('signer', { siteId: site, role: 'witness' });
    const api = await organisation.as(signer);
    await enrolKey(api, signer, bound, { voucher: witness });
    await enrolKey(api, signer, synced, { by: bound });
    as = await organisation.as(nurse);
  });

  const thing = (more: object = {}) => ({ act: 'wastes', idempotencyKey: randomUUID(), body: ACT, ...more });
  const ask = async (of: object, at = site) =>
    (await done(as.send('POST', `/sites/${at}/signatures/options`, of))) as unknown as { challenge: string };
  const sign = (of: object, assertion: object, more: object = {}, key: string = randomUUID()) =>
    as.post(
      `/sites/${site}/signatures`,
      { ...of, meaning: 'witnessed', attests: ['label', 'volume', 'act'], assertion, ...more },
      key,
    );

  test('answers to the act itself, and its evidence verifies from the record alone', async () => {
    const of = thing();
    const asked = await ask(of);
    const answer = bound.get(asked);
    const { body, status } = await sign(of, answer);
    expect(status).toBe(201);
    expect(body).toMatchObject({ personId: signer.personId, meaning: 'witnessed' });
    const [record] = await organisation.records(site);
    expect(record).toMatchObject({ type: 'signature', actors: [{ id: signer.personId, method: 'signature:passkey' }] });
    const { good, wrong } = checkKeySignatures(record as never);
    expect(wrong).toEqual([]);
    expect(good).toHaveLength(1);
    expect(Buffer.from(asked.challenge, 'base64url').toString('base64')).toBe(good[0]!.signed.intent);
  });

  test('is of no other act, key, body or performer', async () => {
    const of = thing();
    const answer = bound.get(await ask(of));
    for (const other of [
      { ...of, body: { ...ACT, volumeMl: '0.26' } },
      { ...of, idempotencyKey: randomUUID() },
      { ...of, act: 'returns' },
    ])
      expect(code(await sign(other, answer))).toBe('401 invalid_credentials');
    const colleague = await organisation.as(await organisation.person('rn9', { siteId: site, role: 'nurse' }));
    const theirs = { ...of, meaning: 'witnessed', attests: ['label', 'volume', 'act'], assertion: answer };
    expect(code(await colleague.post(`/sites/${site}/signatures`, theirs))).toBe('401 invalid_credentials');
  });

  test('counts once: the same answer gives the same token to the same request, and nothing to another', async () => {
    for (const key of [synced, bound]) {
      const of = thing();
      const answer = key.get(await ask(of));
      const name = randomUUID();
      const first = await sign(of, answer, {}, name);
      expect(first.status).toBe(201);
      expect((await sign(of, answer, {}, name)).body).toEqual(first.body);
      const again = code(await sign(of, answer));
      expect(['422 signature_already_used', '403 passkey_counts_back']).toContain(again);
      // A new answer to the same act, too, where it cannot be told from the old one: of a key that does not count.
      const anew = code(await sign(of, key.get(await ask(of))));
      expect(anew).toBe(key === synced ? '422 signature_already_used' : '201');
    }
  });

  test('an old answer of a key that counts is refused once the key has signed something else', async () => {
    const old = thing();
    const held = bound.get(await ask(old));
    const of = thing();
    expect((await sign(of, bound.get(await ask(of)))).status).toBe(201);
    expect(code(await sign(old, held))).toBe('403 passkey_counts_back');
  });

  test('another person’s answer under the name of a signature does not give theirs', async () => {
    const other = await organisation.person('signer2', { siteId: site, role: 'witness' });
    const key = new SoftAuthenticator();
    await enrolKey(await organisation.as(other), other, key, { voucher: witness });
    const of = thing();
    const name = randomUUID();
    expect((await sign(of, bound.get(await ask(of)), {}, name)).status).toBe(201);
    expect(code(await sign(of, key.get(await ask(of)), {}, name))).toBe('422 idempotency_key_reused');
  });

  test('where a key that stays on its device is asked for, nothing else is a signature beside the performer’s', async () => {
    const strict = await organisation.site({ requireDeviceBoundKeys: true });
    await organisation.grant(signer, { siteId: strict, role: 'witness' });
    await organisation.grant(nurse, { siteId: strict, role: 'nurse' });
    as = await organisation.as(nurse);
    const at = async (assertion: object | undefined, of: object, more: object) =>
      code(
        await as.post(`/sites/${strict}/signatures`, {
          ...of,
          ...more,
          ...(assertion ? { assertion } : login(signer)),
        }),
      );
    const witnessed = { meaning: 'witnessed', attests: ['label', 'volume', 'act'] };
    const of = thing();
    expect(await at(undefined, of, witnessed)).toBe('403 device_bound_key_required');
    expect(await at(synced.get(await ask(of, strict)), of, witnessed)).toBe('403 device_bound_key_required');
    expect(await at(bound.get(await ask(of, strict)), of, witnessed)).toBe('201');
    const receipt = thing({ act: 'receipts' });
    expect(await at(undefined, receipt, { meaning: 'checked' })).toBe('403 device_bound_key_required');
    expect(await at(bound.get(await ask(receipt, strict)), receipt, { meaning: 'checked' })).toBe('201');
  });
});

function login({ username, password }: Person) {
  return { username, password };
}
