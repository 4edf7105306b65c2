import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_SITE_POLICY } from '../../src/domain/site-policy.js';
import { newDeaNumber } from '../support/dea-number.js';
import { Clinic, KET50, SITE, SUPPLIER } from '../support/clinic.js';

const STAFF = { rph1: 'pharmacist', rn1: 'nurse' } as const;
let clinic: Clinic<keyof typeof STAFF>;

beforeAll(async () => {
  clinic = await Clinic.open('sites', STAFF);
}, 60_000);

afterAll(() => clinic?.stop());

describe('a site', () => {
  test('has a log of its own, whose first record makes it and its first administrator', async () => {
    const records = (await clinic.organisation.records(clinic.siteId)).reverse();
    expect(records[0]).toMatchObject({
      seq: 0,
      type: 'site_created',
      origin: expect.stringMatching(new RegExp(`/countersign/site/${clinic.siteId}$`)),
      changes: [
        { table: 'site', deaNumber: SITE.deaNumber },
        { table: 'role_grant', role: 'administrator' },
      ],
    });
    expect((await clinic.organisation.records()).map(({ type }) => type)).toContain('site_added');
  });

  test('asked for twice with one key is one site; with another body a conflict', async () => {
    const body = { ...SITE, deaNumber: newDeaNumber(), name: 'Second' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => clinic.organisation.admin.post('/sites', body, 'second-site')),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map((answer) => answer.body.siteId)).size).toBe(1);
    for (const { status, body: problem } of answers)
      if (status !== 201) expect(problem.code).toBe('request_in_progress');
    const again = await clinic.organisation.admin.post('/sites', body, 'second-site');
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await clinic.organisation.admin.post('/sites', { ...body, name: 'Third' }, 'second-site');
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test.each([
    [{ deaNumber: 'FE3541264' }, 'invalid_dea_number'],
    [{ timeZone: 'Springfield' }, 'invalid_time_zone'],
    [{}, 'already_exists'],
    [{ name: '' }, 'request_invalid'],
    [{ nane: 'x' }, 'request_invalid'],
  ])('with %j is refused, and no log is opened', async (change, code) => {
    const logs = async () =>
      (await clinic.organisation.superuser.query('SELECT count(*)::int AS n FROM countersign.site_head')).rows[0]
        .n as number;
    const before = await logs();
    const { status, body } = await clinic.organisation.admin.post('/sites', { ...SITE, ...change });
    expect([status, body.code]).toEqual([code === 'request_invalid' ? 400 : 422, code]);
    expect(await logs()).toBe(before);
    if (code !== 'request_invalid')
      expect((await clinic.organisation.records())[0]).toMatchObject({ refusal: { code } });
  });

  test('is listed to those who have a role there', async () => {
    const mine = await clinic.staff.rph1.get('/sites');
    expect(mine.body.items).toEqual([{ siteId: clinic.siteId, ...SITE, roles: ['pharmacist'] }]);
    const one = await clinic.staff.rph1.get(clinic.path(''));
    expect(one.body).toMatchObject({ siteId: clinic.siteId, policy: DEFAULT_SITE_POLICY });
  });

  test('is called and registered anew by its administrator, who says why; the record says what it was', async () => {
    const { admin } = clinic.organisation;
    const change = (body: object) => admin.post(clinic.path('/changes'), body);
    const address = '2 Clinic Plaza, Springfield, IL 62701';
    expect((await change({ address })).body).toMatchObject({ code: 'reason_missing', field: 'reason' });
    expect((await change({ deaNumber: 'FE3541264', reason: 'x' })).body).toMatchObject({
      code: 'invalid_dea_number',
      kind: 'dea_checksum',
    });
    const other = newDeaNumber();
    await admin.post('/sites', { ...SITE, deaNumber: other, name: 'Elsewhere' });
    expect((await change({ deaNumber: other, reason: 'x' })).body).toMatchObject({
      code: 'already_exists',
      kind: 'registration_taken',
    });
    expect((await change({ name: SITE.name })).body).toMatchObject({ kind: 'change_empty' });
    expect((await clinic.staff.rph1.post(clinic.path('/changes'), { name: 'x' })).body.code).toBe('not_permitted');

    const name = 'Example Ketamine Clinic, Springfield';
    const changed = await change({ name, address, reason: 'Modified registration of November 2.' });
    expect(changed.body).toMatchObject({ name, address });
    const [record] = await clinic.organisation.records(clinic.siteId);
    expect(record).toMatchObject({
      type: 'site_changed',
      act: { before: { name: SITE.name, address: SITE.address } },
      changes: [{ table: 'site', id: clinic.siteId, name, address }],
    });
    expect(Object.keys(record?.private ?? {})).toEqual(['reason']);
    expect((await clinic.staff.rph1.get(clinic.path(''))).body).toMatchObject({ ...SITE, name, address });
  });

  test('has its policy changed rule by rule, by its administrator', async () => {
    const changed = await clinic.organisation.admin.post(clinic.path('/policy'), { policy: { lateAfterMinutes: 20 } });
    expect(changed.body.policy).toEqual({ ...DEFAULT_SITE_POLICY, lateAfterMinutes: 20 });
    const wrong = await clinic.organisation.admin.post(clinic.path('/policy'), { policy: { wasteWitnesses: 0 } });
    expect([wrong.body.code, wrong.body.field]).toEqual(['request_invalid', 'policy.wasteWitnesses']);
    expect((await clinic.staff.rph1.post(clinic.path('/policy'), { policy: {} })).body.code).toBe('not_permitted');
  });
});

describe('what is handled, who sends it and who orders it', () => {
  test('locations are listed page by page', async () => {
    const first = await clinic.staff.rn1.get(clinic.path('/locations?limit=2'));
    expect(first.body.items).toMatchObject([{ code: 'ROOM1', active: true }, { code: 'ROOM2' }]);
    const cursor = String(first.body.nextCursor);
    const second = await clinic.staff.rn1.get(clinic.path(`/locations?limit=2&cursor=${cursor}`));
    expect(second.body.items).toMatchObject([{ code: 'SAFE', locationId: clinic.locations.SAFE }]);
    expect(second.body.nextCursor).toBeUndefined();
    expect((await clinic.staff.rn1.get(clinic.path('/locations?cursor=nonsense'))).body.code).toBe('request_invalid');
    const twice = await clinic.organisation.admin.post(clinic.path('/locations'), { code: 'SAFE', name: 'Again' });
    expect(twice.body.code).toBe('already_exists');
  });

  test('a product comes back as it was said, with its label amount and overfill', async () => {
    const { items } = (await clinic.staff.rn1.get(clinic.path('/products'))).body;
    expect(items).toEqual([
      { ...KET50, productId: clinic.productId, labelAmountMg: '500', overfillAllowanceMg: '25', active: true },
    ]);
  });

  test.each([
    [{ ndc: '0409205310', code: 'NEW', gtin: undefined }, 'invalid_ndc'],
    [{ gtin: '00304092053106' }, 'invalid_barcode'],
    [{ gtin: '00367457181202' }, 'invalid_barcode'],
    [{ strengthMgPerMl: '1.0001' }, 'amount_invalid'],
    [{ devicesPerContainer: 2 }, 'amount_unit_wrong'],
    [{ code: 'OTHER' }, 'already_exists'],
  ])('a product with %j is refused', async (change, code) => {
    const { body } = await clinic.staff.rph1.post(clinic.path('/products'), { ...KET50, ...change });
    expect(body.code).toBe(code);
  });

  test('suppliers and prescribers are verified', async () => {
    expect((await clinic.staff.rph1.post(clinic.path('/suppliers'), SUPPLIER)).status).toBe(201);
    const again = await clinic.staff.rph1.post(clinic.path('/suppliers'), { ...SUPPLIER, deaNumber: 'pe8711079' });
    expect(again.body.code).toBe('already_exists');
    const items = (await clinic.staff.rph1.get(clinic.path('/suppliers'))).body.items;
    expect(items).toEqual([{ ...SUPPLIER, supplierId: expect.any(String), active: true }]);
    const prescribers = clinic.path('/prescribers');
    const person = { personId: clinic.staff.rn1.personId };
    const said = { name: 'Dr. Example', npi: '1234567893', ...person };
    expect((await clinic.staff.rph1.post(prescribers, said)).status).toBe(201);
    expect((await clinic.staff.rph1.post(prescribers, { ...said, npi: '1234567890' })).body.code).toBe('invalid_npi');
    const nobody = { ...said, personId: clinic.siteId };
    expect((await clinic.staff.rph1.post(prescribers, nobody)).body.code).toBe('unknown_reference');
    expect((await clinic.staff.rph1.get(prescribers)).body.items).toMatchObject([{ ...said, active: true }]);
  });
});
