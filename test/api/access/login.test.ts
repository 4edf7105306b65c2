import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { newPassword, Organisation, type Person } from '../../support/organisation.js';

let organisation: Organisation;
let api: Api;
let nurse: Person;

beforeAll(async () => {
  organisation = await Organisation.start('login');
  api = organisation.api;
  nurse = await organisation.person('rn1', { siteId: organisation.id, role: 'nurse' });
});
afterAll(() => organisation.stop());

const login = (who: Partial<Person>, more: object = {}) =>
  api.send('POST', '/auth/login', { username: who.username, password: who.password, ...more });

/** As an hour ago: nobody has failed. */
const forgetFailures = () => organisation.superuser.query('DELETE FROM login_throttle');

/** A browser: the cookie and the CSRF token of a new session. */
async function browser(who: Person): Promise<{ cookie: string; csrf: string; as: Api }> {
  const { headers, body } = await login(who);
  const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
  return { cookie, csrf: String(body.csrfToken), as: api.with({ cookie }) };
}

describe('the session of a browser', () => {
  test('its token is in a cookie that no script reads and no other site sends, and nowhere in the answer', async () => {
    const { status, headers, body } = await login(nurse);
    expect(status).toBe(200);
    const [cookie, ...others] = headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^countersign=[A-Za-z0-9_-]{43}; /);
    expect(cookie!.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    const token = /=([^;]+)/.exec(cookie!)![1]!;
    expect(JSON.stringify(body)).not.toContain(token);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ personId: nurse.personId, username: 'rn1', kind: 'cookie', method: 'password' });
    expect(body.sites).toMatchObject([{ siteId: organisation.id, roles: ['nurse'] }]);
  });

  test('only the hash of the token lies in the database', async () => {
    const { cookie } = await browser(nurse);
    const { rows } = await organisation.superuser.query('SELECT * FROM auth_session');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  test('it reads with the cookie alone, and changes nothing without the CSRF token', async () => {
    const { as, csrf } = await browser(nurse);
    expect((await as.get('/auth/me')).body).toMatchObject({ username: 'rn1', csrfToken: csrf });
    for (const wrong of [{}, { 'x-csrf-token': 'x'.repeat(43) }, { 'x-csrf-token': (await browser(nurse)).csrf }]) {
      const refused = await as.with(wrong as Record<string, string>).post('/auth/logout');
      expect([refused.status, refused.body.code]).toEqual([403, 'csrf_token_invalid']);
    }
    const { status, headers } = await as.with({ 'x-csrf-token': csrf }).post('/auth/logout');
    expect(status).toBe(204);
    expect(headers.getSetCookie()[0]).toMatch(/^countersign=; .*Expires=Thu, 01 Jan 1970/);
    expect((await as.get('/auth/me')).body.code).toBe('not_authenticated');
  });

  test('a token of a program is no cookie, and the other way round', async () => {
    const { cookie } = await browser(nurse);
    const bearer = String((await login(nurse, { kind: 'bearer' })).body.token);
    expect((await api.with({ cookie: `countersign=${bearer}` }).get('/auth/me')).status).toBe(401);
    expect((await api.bearer(cookie.split('=')[1]!).get('/auth/me')).status).toBe(401);
    expect((await api.bearer(bearer).get('/auth/me')).status).toBe(200);
  });
});

describe('a session ends', () => {
  const sessionOf = async (kind: 'cookie' | 'bearer') => {
    const known = (await organisation.superuser.query('SELECT session_id FROM auth_session')).rows.map(
      (row: { session_id: string }) => row.session_id,
    );
    const as = kind === 'cookie' ? (await browser(nurse)).as : await organisation.as(nurse);
    const { rows } = await organisation.superuser.query<{ session_id: string }>(
      'SELECT session_id FROM auth_session WHERE NOT session_id = ANY ($1)',
      [known],
    );
    return { as, sessionId: rows[0]!.session_id };
  };
  const move = (sessionId: string, set: string) =>
    organisation.superuser.query(`UPDATE auth_session SET ${set} WHERE session_id = $1`, [sessionId]);

  test.each([
    { kind: 'cookie', before: '29 minutes', after: '30 minutes' },
    { kind: 'bearer', before: '11 hours 59 minutes', after: '12 hours' },
  ] as const)('when a $kind has been idle for $after', async ({ kind, before, after }) => {
    const { as, sessionId } = await sessionOf(kind);
    await move(sessionId, `last_seen_at = now() - interval '${before}'`);
    expect((await as.get('/auth/me')).status).toBe(200);
    await move(sessionId, `last_seen_at = now() - interval '${after}'`);
    expect((await as.get('/auth/me')).body.code).toBe('not_authenticated');
  });

  test('a request keeps it from being idle', async () => {
    const { as, sessionId } = await sessionOf('cookie');
    await move(sessionId, `last_seen_at = now() - interval '29 minutes'`);
    expect((await as.get('/auth/me')).status).toBe(200);
    const { rows } = await organisation.superuser.query(
      `SELECT now() - last_seen_at < interval '10 seconds' AS touched FROM auth_session WHERE session_id = $1`,
      [sessionId],
    );
    expect(rows).toEqual([{ touched: true }]);
  });

  test('after twelve hours, however busy', async () => {
    const { as, sessionId } = await sessionOf('cookie');
    await move(
      sessionId,
      `created_at = now() - interval '12 hours 1 second', expires_at = now() - interval '1 second'`,
    );
    expect((await as.get('/auth/me')).status).toBe(401);
  });

  test('at a log-out, and all of them at a log-out everywhere', async () => {
    const [one, other] = [await organisation.as(nurse), await organisation.as(nurse)];
    expect((await one.post('/auth/logout')).status).toBe(204);
    expect((await one.get('/auth/me')).status).toBe(401);
    expect((await other.get('/auth/me')).status).toBe(200);
    const third = await organisation.as(nurse);
    expect((await third.post('/auth/logout-everywhere')).status).toBe(204);
    expect([(await other.get('/auth/me')).status, (await third.get('/auth/me')).status]).toEqual([401, 401]);
    const types = (await organisation.records()).slice(0, 3).map((record) => record.type);
    expect(types).toEqual(['logout_everywhere', 'login', 'logout']);
  });
});

describe('whoever fails to log in', () => {
  test('learns nothing about who exists: same answer for a wrong password, an unknown name and a disabled person', async () => {
    const disabled = await organisation.person('rn-disabled');
    await organisation.admin.post(`/people/${disabled.personId}/disable`);
    const invited = await organisation.admin.post('/people', { username: 'rn-invited', displayName: 'Not yet' });
    expect(invited.status).toBe(201);
    const answers = [];
    for (const who of [{ ...nurse, password: 'x' }, { username: 'nobody-at-all', password: 'x' }, disabled]) {
      const { status, body, headers } = await login(who);
      answers.push({ status, ...body, instance: '', cookies: headers.getSetCookie() });
    }
    answers.push({
      ...(await login({ username: 'rn-invited', password: 'x' })).body,
      status: 401,
      instance: '',
      cookies: [],
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'invalid_credentials' });
    await forgetFailures();
  });

  test('nor by the time it takes', async () => {
    const took = async (username: string) => {
      await forgetFailures();
      const started = performance.now();
      await login({ username, password: 'not-the-password' });
      return performance.now() - started;
    };
    const median = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
    const [unknown, known]: [number[], number[]] = [[], []];
    // In turn, so that what else the machine does falls on both.
    for (let i = 0; i < 15; i++) {
      unknown.push(await took('nobody-at-all'));
      known.push(await took(nurse.username));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
    await forgetFailures();
  });

  test.each(['rn-locked', 'nobody-to-lock'])(
    'waits after five failures, the right password too: %s',
    async (username) => {
      const person =
        username === 'rn-locked' ? await organisation.person(username) : { username, password: newPassword() };
      const codes = [];
      for (let i = 0; i < 5; i++) codes.push((await login({ username, password: 'wrong' })).body.code);
      expect(codes).toEqual(Array(5).fill('invalid_credentials'));
      const locked = await login(person);
      expect([locked.status, locked.body.code]).toEqual([429, 'too_many_requests']);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(locked.headers.get('retry-after'))).toBeLessThanOrEqual(5);

      const pass = () =>
        organisation.superuser.query(`UPDATE login_throttle SET blocked_until = now() - interval '1 second'`);
      await pass();
      await login({ username, password: 'wrong' });
      expect(Number((await login(person)).headers.get('retry-after'))).toBeGreaterThan(5);
      await pass();
      expect((await login(person)).status).toBe(username === 'rn-locked' ? 200 : 401);
      await forgetFailures();
    },
  );

  test('a hundred guesses at once are five guesses', async () => {
    const person = await organisation.person('rn-guessed');
    const guesses = await Promise.all(Array.from({ length: 100 }, () => login({ ...person, password: 'wrong' })));
    const counts = { invalid_credentials: 0, too_many_requests: 0 } as Record<string, number>;
    for (const { body } of guesses) counts[body.code!]! += 1;
    expect(counts).toEqual({ invalid_credentials: 5, too_many_requests: 95 });
    await forgetFailures();
  });

  test('an address that fails with many names waits too', async () => {
    for (let i = 0; i < 25; i++) await login({ username: `sprayed-${i}`, password: 'winter-2026-winter' });
    expect((await login(nurse)).body.code).toBe('too_many_requests');
    await forgetFailures();
    expect((await login(nurse)).status).toBe(200);
  });

  test('is recorded, by person when somebody has the name, and never by the name that was typed', async () => {
    await login({ ...nurse, password: 'wrong' });
    await login({ username: 'a-password-typed-here', password: 'wrong' });
    const [unknown, known] = await organisation.records();
    expect(known).toMatchObject({ type: 'login_failed', act: { occasion: 'login', personId: nurse.personId } });
    expect(known!.actors).toMatchObject([{ id: organisation.id, role: 'nobody' }]);
    expect(unknown).toMatchObject({ type: 'login_failed', act: { occasion: 'login' } });
    expect(JSON.stringify(unknown)).not.toContain('a-password-typed-here');
    await forgetFailures();
  });

  test('with a body that is none is told so', async () => {
    for (const body of [{}, { username: 'rn1' }, { username: 1, password: 'x' }, { ...nurse, password: ['x'] }])
      expect((await api.send('POST', '/auth/login', body)).body.code).toBe('request_invalid');
  });
});

describe('a password', () => {
  test('is changed by whoever knows it, and other sessions end', async () => {
    const person = await organisation.person('rn-changes');
    const [here, elsewhere] = [await organisation.as(person), await organisation.as(person)];
    const newOne = newPassword();
    const wrong = await here.post('/auth/password', { password: 'wrong', newPassword: newOne });
    expect(wrong.body.code).toBe('invalid_credentials');
    for (const weak of ['short', 'passwordpassword', 'my-rn-changes-2026', 'aaaaaaaaaaaaaa', 'x'.repeat(129)])
      expect((await here.post('/auth/password', { password: person.password, newPassword: weak })).body).toMatchObject({
        code: 'password_too_weak',
        field: 'newPassword',
      });
    expect((await here.post('/auth/password', { password: person.password, newPassword: newOne })).status).toBe(204);
    expect([(await here.get('/auth/me')).status, (await elsewhere.get('/auth/me')).status]).toEqual([200, 401]);
    expect((await login(person)).status).toBe(401);
    expect((await login({ ...person, password: newOne })).status).toBe(200);
    await forgetFailures();
  });

  test('is chosen with a link that counts once, and not after it is too old', async () => {
    const added = await organisation.admin.post('/people', { username: 'rn-links', displayName: 'Links' });
    const { token, personId } = added.body;
    const accept = (password = newPassword()) => api.send('POST', '/auth/accept-invitation', { token, password });
    expect((await accept('too-short')).body.code).toBe('password_too_weak');
    const both = await Promise.all([accept(), accept()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await accept()).body.code).toBe('token_invalid');

    const reset = await organisation.admin.post(`/people/${personId}/invitations`, {});
    await organisation.superuser.query(
      `UPDATE invitation SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [personId],
    );
    const late = await api.send('POST', '/auth/accept-invitation', {
      token: reset.body.token,
      password: newPassword(),
    });
    expect(late.body.code).toBe('token_invalid');
  });

  test('a reset ends the sessions of whoever had the old one', async () => {
    const person = await organisation.person('rn-reset');
    const before = await organisation.as(person);
    const key = randomUUID();
    const reset = await organisation.admin.post(`/people/${person.personId}/invitations`, {}, key);
    const again = await organisation.admin.post(`/people/${person.personId}/invitations`, {}, key);
    expect(again.body.token).toBe(reset.body.token);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const password = newPassword();
    await api.send('POST', '/auth/accept-invitation', { token: reset.body.token, password });
    expect((await before.get('/auth/me')).status).toBe(401);
    expect((await login({ ...person, password })).status).toBe(200);
    expect((await organisation.records())[1]).toMatchObject({ type: 'password_reset' });
  });
});

describe('the set-up', () => {
  test('is done once, whatever is sent', async () => {
    const body = { organisationName: 'Other', username: 'adm2', displayName: 'B', password: newPassword() };
    const token = /\/setup\/#(\S+)/.exec(organisation.server.output())![1];
    expect((await api.send('POST', '/setup', { ...body, token })).body.code).toBe('token_invalid');
    expect((await api.send('POST', '/setup', { ...body, token: 'x'.repeat(43) })).body.code).toBe('token_invalid');
  });
});
