import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from 'otplib';
import type { Answer, Api, Body } from '../../support/api.js';
import { Organisation, tokenOf, type Person } from '../../support/organisation.js';

let organisation: Organisation;
let strict: string;

beforeAll(async () => {
  organisation = await Organisation.start('totp');
  strict = await organisation.site({ requireSecondFactor: true });
});
afterAll(() => organisation.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const codeOf = (secret: string, steps = 0) => generate({ secret, epoch: Date.now() / 1000 + 30 * steps });
const login = ({ username, password }: Person, totp?: string) =>
  organisation.api.send('POST', '/auth/login', { username, password, totp });

/** As if the last code had been used long ago. */
const forgetSteps = () =>
  organisation.superuser.query('UPDATE credential SET totp_last_step = 1 WHERE totp_last_step > 1');

async function enrol(person: Person): Promise<{ as: Api; secret: string }> {
  const as = await organisation.as(person);
  const { body } = await as.post('/auth/totp/enrol', { password: person.password });
  const secret = String(body.secret);
  const confirmed = await as.post('/auth/totp/confirm', { totp: await codeOf(secret) });
  expect(confirmed.status).toBe(204);
  await forgetSteps();
  return { as, secret };
}

describe('an authenticator', () => {
  test('counts only once a code of it is confirmed, and its secret is sealed', async () => {
    const person = await organisation.person('rn-enrols');
    const as = await organisation.as(person);
    expect(code(await as.post('/auth/totp/enrol', { password: 'wrong' }))).toBe('401 invalid_credentials');
    expect(code(await as.post('/auth/totp/confirm', { totp: '123456' }))).toBe('422 token_invalid');
    const { body } = await as.post('/auth/totp/enrol', { password: person.password });
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Countersign:rn-enrols\?secret=/);
    expect((await login(person)).status).toBe(200);
    const { rows } = await organisation.superuser.query('SELECT totp_sealed FROM credential WHERE person_id = $1', [
      person.personId,
    ]);
    expect((rows[0] as { totp_sealed: Buffer }).totp_sealed.toString('latin1')).not.toContain(body.secret);
    const wrong = String((Number(await codeOf(String(body.secret))) + 1) % 1_000_000).padStart(6, '0');
    expect(code(await as.post('/auth/totp/confirm', { totp: wrong }))).toBe('401 invalid_credentials');
    expect((await login(person)).status).toBe(200);
    expect((await as.post('/auth/totp/confirm', { totp: await codeOf(String(body.secret)) })).status).toBe(204);
    expect(code(await login(person))).toBe('401 second_factor_required');
    expect(code(await as.post('/auth/totp/enrol', { password: person.password }))).toBe('401 second_factor_required');
  });

  test('each code counts once, at a log-in and at two at once', async () => {
    const person = await organisation.person('rn-once');
    const { secret } = await enrol(person);
    const totp = await codeOf(secret);
    const both = await Promise.all([login(person, totp), login(person, totp)]);
    expect(both.map(code).sort()).toEqual(['200', '401 invalid_credentials']);
    expect(code(await login(person, totp))).toBe('401 invalid_credentials');
    expect((await login(person, await codeOf(secret, 1))).body.method).toBe('password+totp');
  });

  test('a code is not tried out: wrong ones count as failures, and a right password does not forget them', async () => {
    const person = await organisation.person('rn-tries');
    const { secret } = await enrol(person);
    const wrong = String((Number(await codeOf(secret)) + 7) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 5; i++) {
      expect(code(await login(person, wrong))).toBe('401 invalid_credentials');
      if (i < 4) expect(code(await login(person))).toBe('401 second_factor_required');
    }
    expect(code(await login(person, await codeOf(secret)))).toBe('429 too_many_requests');
    await organisation.superuser.query('DELETE FROM login_throttle');
  });

  test('is removed with the password and a code, and this session is then one without it', async () => {
    const person = await organisation.person('rn-removes', { siteId: strict, role: 'nurse' });
    const { as, secret } = await enrol(person);
    expect((await as.get(`/sites/${strict}/people`)).status).toBe(200);
    expect(code(await as.post('/auth/totp/remove', { password: person.password }))).toBe('401 second_factor_required');
    const totp = await codeOf(secret);
    expect((await as.post('/auth/totp/remove', { password: person.password, totp })).status).toBe(204);
    expect((await as.get('/auth/me')).body).toMatchObject({ method: 'password', hasSecondFactor: false });
    expect(code(await as.get(`/sites/${strict}/people`))).toBe('403 second_factor_enrolment_required');
    expect((await login(person)).status).toBe(200);
  });

  test('is removed with the link of an administrator who says so, and stays with one who does not', async () => {
    const person = await organisation.person('rn-lost');
    await enrol(person);
    const officer = await organisation.person('com1', { siteId: organisation.id, role: 'compliance_officer' });
    const approver = { username: officer.username, password: officer.password };
    for (const removeSecondFactor of [false, true]) {
      const path = `/people/${person.personId}/invitations`;
      const { token } = (await organisation.admin.post(path, { removeSecondFactor, approver })).body;
      await organisation.api.send('POST', '/auth/accept-invitation', { token, password: person.password });
      expect(code(await login(person))).toBe(removeSecondFactor ? '200' : '401 second_factor_required');
    }
  });
});

describe('a site that asks for a second factor', () => {
  test('refuses a session without one, until one is enrolled, and lets nothing else through', async () => {
    const person = await organisation.person('rn-strict', { siteId: strict, role: 'nurse' });
    const lax = await organisation.site();
    await organisation.grant(person, { siteId: lax, role: 'nurse' });
    const [as, other] = [await organisation.as(person), await organisation.as(person)];
    const people = (api: Api) => api.get(`/sites/${strict}/people`);
    expect(code(await people(as))).toBe('403 second_factor_enrolment_required');
    expect((await as.get(`/sites/${lax}/people`)).status).toBe(200);
    const { body } = await as.post('/auth/totp/enrol', { password: person.password });
    await as.post('/auth/totp/confirm', { totp: await codeOf(String(body.secret)) });
    expect((await people(as)).status).toBe(200);
    expect(code(await people(other))).toBe('401 second_factor_required');
    const totp = await codeOf(String(body.secret), 1);
    expect((await people(organisation.api.bearer(await tokenOf(organisation.api, person, totp)))).status).toBe(200);
  });
});
