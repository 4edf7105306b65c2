import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Api, Body } from '../../support/api.js';
import { Organisation, type Person } from '../../support/organisation.js';

let organisation: Organisation;
let here: string;
let elsewhere: string;
let siteAdmin: Person;
let asSiteAdmin: Api;

beforeAll(async () => {
  organisation = await Organisation.start('permissions');
  [here, elsewhere] = [await organisation.site(), await organisation.site()];
  siteAdmin = await organisation.person('adm-here', { siteId: here, role: 'administrator' });
  asSiteAdmin = await organisation.as(siteAdmin);
});
afterAll(() => organisation.stop());

const code = ({ status, body }: Answer<Body>) => `${status} ${body.code ?? ''}`.trim();
const grant = (as: Api, siteId: string, person: { personId: string }, more: object) =>
  as.post(`/sites/${siteId}/roles`, { personId: person.personId, ...more });

describe('who may', () => {
  test('nobody without a session', async () => {
    expect(code(await organisation.api.get(`/sites/${here}/people`))).toBe('401 not_authenticated');
    expect(code(await organisation.api.bearer('x'.repeat(43)).get('/auth/me'))).toBe('401 not_authenticated');
  });

  test('reads a site with a role there, and is told the same of another site as of none at all', async () => {
    const nurse = await organisation.person('rn-reads', { siteId: here, role: 'nurse' });
    const as = await organisation.as(nurse);
    expect((await as.get(`/sites/${here}/people`)).status).toBe(200);
    expect((await as.get(`/sites/${here.toUpperCase()}/people`)).status).toBe(200);
    const answers = [];
    for (const siteId of [elsewhere, randomUUID(), 'no-uuid', organisation.id]) {
      const { status, body } = await as.get(`/sites/${siteId}/people`);
      answers.push({ status, ...body, instance: '' });
    }
    expect(answers[0]).toMatchObject({ status: 403, code: 'not_permitted' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('a refusal is a record: of the site that was meant, or of the organisation where there is none', async () => {
    const nurse = await organisation.person('rn-refused', { siteId: here, role: 'nurse' });
    const as = await organisation.as(nurse);
    await as.post(`/sites/${elsewhere}/roles`, {});
    const refused = {
      type: 'refused',
      refusal: { code: 'not_permitted', of: 'POST /api/v1/sites/:siteId/roles' },
    };
    expect((await organisation.records(elsewhere))[0]).toMatchObject({
      ...refused,
      actors: [{ id: nurse.personId, role: 'none' }],
    });
    await as.post(`/sites/${here}/roles`, {});
    expect((await organisation.records(here))[0]).toMatchObject({ ...refused, actors: [{ role: 'nurse' }] });
    await as.post(`/sites/${randomUUID()}/roles`, {});
    expect((await organisation.records())[0]).toMatchObject({ ...refused, actors: [{ id: nurse.personId }] });
  });

  test('only at the next request: a role that begins later, has ended, or is withdrawn', async () => {
    const inspector = await organisation.person('insp1');
    const as = await organisation.as(inspector);
    const people = async () => code(await as.get(`/sites/${here}/people`));
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const later = new Date(Date.now() + 7_200_000).toISOString();
    const future = await grant(organisation.admin, here, inspector, { role: 'inspector', from: soon, until: later });
    expect(future.status).toBe(201);
    expect(await people()).toBe('403 not_permitted');
    expect((await organisation.admin.post(`/sites/${here}/roles/${future.body.grantId}/withdraw`)).status).toBe(201);

    const ending = new Date(Date.now() + 1500).toISOString();
    expect((await grant(organisation.admin, here, inspector, { role: 'inspector', until: ending })).status).toBe(201);
    expect(await people()).toBe('200');
    await new Promise((done) => setTimeout(done, Date.parse(ending) - Date.now() + 50));
    expect(await people()).toBe('403 not_permitted');

    const now = await grant(organisation.admin, here, inspector, { role: 'inspector', until: later });
    expect(await people()).toBe('200');
    await organisation.admin.post(`/sites/${here}/roles/${now.body.grantId}/withdraw`);
    expect(await people()).toBe('403 not_permitted');
  });

  test('nobody who is disabled, from the next request on, and again once enabled', async () => {
    const nurse = await organisation.person('rn-disabled', { siteId: here, role: 'nurse' });
    const as = await organisation.as(nurse);
    expect((await as.get(`/sites/${here}/people`)).status).toBe(200);
    expect((await organisation.admin.post(`/people/${nurse.personId}/disable`)).body.disabled).toBe(true);
    expect(code(await as.get('/auth/me'))).toBe('401 not_authenticated');
    const { username, password } = nurse;
    expect(code(await organisation.api.send('POST', '/auth/login', { username, password }))).toBe(
      '401 invalid_credentials',
    );
    await organisation.admin.post(`/people/${nurse.personId}/enable`);
    expect(code(await as.get('/auth/me'))).toBe('401 not_authenticated');
    expect((await (await organisation.as(nurse)).get(`/sites/${here}/people`)).status).toBe(200);
  });

  test('a session ends too when only the person is disabled in the ledger', async () => {
    const nurse = await organisation.person('rn-row', { siteId: here, role: 'nurse' });
    const as = await organisation.as(nurse);
    await organisation.superuser.query('UPDATE person SET disabled = true WHERE person_id = $1', [nurse.personId]);
    expect(code(await as.get('/auth/me'))).toBe('401 not_authenticated');
  });
});

describe('accounts', () => {
  test('are added by an administrator of any site, and by nobody else', async () => {
    const nurse = await organisation.person('rn-adds', { siteId: here, role: 'nurse' });
    const body = { username: 'added-by-site', displayName: 'Added' };
    expect(code(await (await organisation.as(nurse)).post('/people', body))).toBe('403 not_permitted');
    expect((await asSiteAdmin.post('/people', body)).status).toBe(201);
    expect(code(await asSiteAdmin.post('/people', { ...body, username: 'ADDED-by-site' }))).toBe('422 already_exists');
    expect(code(await asSiteAdmin.post('/people', { ...body, username: 'no spaces' }))).toBe('400 request_invalid');
    const { body: page } = await asSiteAdmin.get('/people?limit=2');
    expect(page.items).toHaveLength(2);
    const { body: next } = await asSiteAdmin.get(`/people?limit=200&cursor=${String(page.nextCursor)}`);
    const names = [...page.items!, ...next.items!].map(({ username }) => username);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('added-by-site');
  });

  test('the same request gives the same link, and the token lies nowhere', async () => {
    const key = randomUUID();
    const body = { username: 'rn-twice', displayName: 'Twice' };
    const first = await organisation.admin.post('/people', body, key);
    const again = await organisation.admin.post('/people', body, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    for (const table of ['invitation', 'idempotency_key', 'audit_record']) {
      const { rows } = await organisation.superuser.query(`SELECT t::text FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(first.body.token);
    }
  });

  test('an administrator of one site has no power over somebody who is something at another', async () => {
    const both = await organisation.person('rn-both', { siteId: here, role: 'nurse' });
    const path = `/people/${both.personId}`;
    expect((await asSiteAdmin.post(`${path}/end-sessions`)).status).toBe(201);
    await organisation.grant(both, { siteId: elsewhere, role: 'nurse' });
    for (const what of ['disable', 'enable', 'invitations', 'end-sessions'])
      expect(code(await asSiteAdmin.post(`${path}/${what}`))).toBe('403 not_permitted');
    expect(code(await asSiteAdmin.post(`/people/${organisation.administrator.personId}/invitations`))).toBe(
      '403 not_permitted',
    );
    expect((await organisation.admin.post(`${path}/disable`)).status).toBe(201);
  });

  test('nobody disables or re-invites themselves', async () => {
    const { personId } = organisation.administrator;
    for (const what of ['disable', 'enable', 'invitations', 'end-sessions'])
      expect(code(await organisation.admin.post(`/people/${personId}/${what}`))).toBe('422 own_act');
    expect(code(await organisation.admin.post(`/people/${randomUUID()}/disable`))).toBe('404 not_found');
  });

  test('of two administrators who disable each other at once, one stays', async () => {
    const [one, other] = await Promise.all([
      organisation.person('adm-one', { siteId: organisation.id, role: 'administrator' }),
      organisation.person('adm-other', { siteId: organisation.id, role: 'administrator' }),
    ]);
    const [asOne, asOther] = [await organisation.as(one), await organisation.as(other)];
    const answers = await Promise.all([
      asOne.post(`/people/${other.personId}/disable`),
      asOther.post(`/people/${one.personId}/disable`),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('roles', () => {
  test('nobody gives one to themselves', async () => {
    expect(code(await grant(asSiteAdmin, here, siteAdmin, { role: 'nurse' }))).toBe('422 own_act');
    expect(code(await grant(organisation.admin, here, organisation.administrator, { role: 'nurse' }))).toBe(
      '422 own_act',
    );
  });

  test('are given at one’s own site only, or anywhere by the organisation', async () => {
    const person = await organisation.person('md-roles');
    expect(code(await grant(asSiteAdmin, elsewhere, person, { role: 'prescriber' }))).toBe('403 not_permitted');
    expect(code(await grant(asSiteAdmin, organisation.id, person, { role: 'administrator' }))).toBe(
      '403 not_permitted',
    );
    expect((await grant(asSiteAdmin, here, person, { role: 'prescriber' })).status).toBe(201);
    expect(code(await grant(asSiteAdmin, here, person, { role: 'prescriber' }))).toBe('422 already_exists');
    expect((await grant(organisation.admin, elsewhere, person, { role: 'prescriber' })).status).toBe(201);
    const { body } = await asSiteAdmin.get(`/sites/${here}/people?limit=200`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ username: 'md-roles', roles: [expect.objectContaining({ role: 'prescriber' })] }),
    );
    expect((await organisation.records(elsewhere))[0]).toMatchObject({
      type: 'role_granted',
      actors: [{ id: organisation.administrator.personId, role: 'administrator' }],
      changes: [{ table: 'role_grant', personId: person.personId, role: 'prescriber' }],
    });
  });

  test.each([
    { comment: 'an inspector without an end', more: { role: 'inspector' }, refused: '400 request_invalid' },
    {
      comment: 'an end before its beginning',
      more: { role: 'nurse', until: '2020-01-01T00:00:00Z' },
      refused: '400 request_invalid',
    },
    {
      comment: 'a beginning in the past',
      more: { role: 'nurse', from: '2020-01-01T00:00:00Z' },
      refused: '400 request_invalid',
    },
    {
      comment: 'a time without an offset',
      more: { role: 'nurse', until: '2099-01-01T00:00:00' },
      refused: '400 request_invalid',
    },
    { comment: 'a role that is none', more: { role: 'owner' }, refused: '400 request_invalid' },
    { comment: 'nobody', more: { role: 'nurse', personId: randomUUID() }, refused: '422 unknown_reference' },
  ])('are refused: $comment', async ({ more, refused }) => {
    expect(code(await grant(organisation.admin, here, siteAdmin, more))).toBe(refused);
  });

  test('keep apart who watches over stock and who moves it', async () => {
    const person = await organisation.person('co-apart', { siteId: here, role: 'compliance_officer' });
    for (const role of ['nurse', 'pharmacist'])
      expect(code(await grant(asSiteAdmin, here, person, { role }))).toBe('422 roles_conflict');
    expect((await grant(organisation.admin, elsewhere, person, { role: 'nurse' })).status).toBe(201);
    expect(code(await grant(organisation.admin, elsewhere, person, { role: 'administrator' }))).toBe(
      '422 roles_conflict',
    );
  });

  test('the last administrator of a site stays, also when the other one is disabled', async () => {
    const site = await organisation.site();
    const [one, two] = [await organisation.person('adm-last'), await organisation.person('adm-gone')];
    const first = await organisation.grant(one, { siteId: site, role: 'administrator' });
    const withdraw = (grantId: string) => organisation.admin.post(`/sites/${site}/roles/${grantId}/withdraw`);
    expect(code(await withdraw(first))).toBe('422 last_administrator');
    const second = await organisation.grant(two, { siteId: site, role: 'administrator' });
    await organisation.admin.post(`/people/${two.personId}/disable`);
    expect(code(await withdraw(first))).toBe('422 last_administrator');
    await organisation.admin.post(`/people/${two.personId}/enable`);
    const both = await Promise.all([withdraw(first), withdraw(second)]);
    expect(both.map(code).sort()).toEqual(['201', '422 last_administrator']);
    expect(code(await withdraw(randomUUID()))).toBe('404 not_found');
  });
});
