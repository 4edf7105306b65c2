import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, id, type Api } from '../support/api.js';
import { Care, KET10 } from '../support/care.js';
import { newDeaNumber } from '../support/dea-number.js';
import { SITE, SUPPLIER } from '../support/clinic.js';

/** What a site knows of its places, products and partners, kept current. */
let care: Care;
let admin: Api;

beforeAll(async () => {
  care = await Care.open('references');
  admin = care.clinic.organisation.admin;
}, 120_000);

afterAll(() => care?.stop());

const change = (path: string, body: object, by: Api = admin) => by.post(care.path(`${path}/changes`), body);
const listed = async (path: string, key: string, value: string) =>
  (await done(care.staff.rph1.get(care.path(path)))).items?.find((item) => item[key] === value);

describe('a location', () => {
  test('is renamed, and the record says what it was called', async () => {
    const { ROOM2 } = care.clinic.locations;
    expect((await change(`/locations/${ROOM2}`, { name: 'Room two' })).body).toMatchObject({ name: 'Room two' });
    expect(await listed('/locations', 'locationId', ROOM2)).toMatchObject({ code: 'ROOM2', name: 'Room two' });
    const [record] = await care.clinic.organisation.records(care.clinic.siteId);
    expect(record).toMatchObject({
      type: 'location_changed',
      act: { before: { name: 'Room 2' } },
      changes: [{ table: 'location', locationId: ROOM2, name: 'Room two' }],
    });
  });

  test('goes out of use while it is empty and nothing goes there; then into use again', async () => {
    const { ROOM2 } = care.clinic.locations;
    const [vial] = (await care.vials()) as [string];
    await done(change(`/locations/${ROOM2}`, { active: false }));
    const move = { container: vial, toLocationId: ROOM2 };
    expect((await care.checked('moves', move)).body.code).toBe('unknown_reference');
    await done(change(`/locations/${ROOM2}`, { active: true }));
    expect((await care.checked('moves', move)).status).toBe(201);
    expect((await change(`/locations/${ROOM2}`, { active: false })).body).toMatchObject({
      code: 'still_in_use',
      field: 'active',
    });
  });

  test('with nothing to change, or unknown, is refused', async () => {
    const { ROOM2 } = care.clinic.locations;
    expect((await change(`/locations/${ROOM2}`, { active: true })).body.code).toBe('request_invalid');
    expect((await change(`/locations/${care.patientId}`, { name: 'x' })).body.code).toBe('not_found');
    expect((await change(`/locations/${ROOM2}`, { code: 'R2' })).body.code).toBe('request_invalid');
  });
});

describe('a product', () => {
  test('with stock stays in use; one without goes out of it, and is not received any more', async () => {
    const { KET50, SPR56 } = care.products;
    await care.vials();
    expect((await change(`/products/${KET50}`, { active: false })).body.code).toBe('still_in_use');
    await done(change(`/products/${SPR56}`, { active: false }));
    await expect(care.vials(1, 'SPR56')).rejects.toThrow('unknown_reference');
    await done(change(`/products/${SPR56}`, { active: true }));
    expect(await care.vials(1, 'SPR56')).toHaveLength(1);
  });

  test('keeps what it is; its GTIN is of its NDC, and of no other product', async () => {
    const { KET50, KET10: other } = care.products;
    expect((await change(`/products/${KET50}`, { strengthMgPerMl: '100' })).body.code).toBe('request_invalid');
    expect((await change(`/products/${KET50}`, { gtin: KET10.gtin })).body.code).toBe('invalid_barcode');
    expect((await change(`/products/${other}`, { name: 'Ketamine, one dose', beyondUseDays: 1 })).body).toMatchObject({
      productId: other,
      beyondUseDays: 1,
    });
  });
});

describe('what was known and is not', () => {
  test('a product loses its GTIN and its days of use, and the record says what they were', async () => {
    const { KET10: productId } = care.products;
    await done(change(`/products/${productId}`, { gtin: KET10.gtin, beyondUseDays: 2 }));
    const emptied = await done(change(`/products/${productId}`, { clear: ['gtin', 'beyondUseDays'] }));
    expect(emptied).toMatchObject({ productId, clear: ['gtin', 'beyondUseDays'] });
    const product = await listed('/products', 'productId', productId);
    expect([product?.gtin, product?.beyondUseDays]).toEqual([undefined, undefined]);
    const [record] = await care.clinic.organisation.records(care.clinic.siteId);
    expect(record).toMatchObject({
      type: 'product_changed',
      act: { before: { gtin: KET10.gtin, beyondUseDays: 2 } },
      changes: [{ table: 'product', productId, clear: ['gtin', 'beyondUseDays'] }],
    });
  });

  test.each([
    [{ clear: ['gtin'] }, 'change_empty'],
    [{ clear: ['gtin'], gtin: KET10.gtin }, 'set_and_cleared'],
    [{ clear: ['name'] }, 'field_choice'],
  ])('%j is refused', async (body, kind) => {
    const refused = await change(`/products/${care.products.KET10}`, body);
    expect([refused.body.code, refused.body.kind]).toEqual(['request_invalid', kind]);
  });

  test('a prescriber loses a registration that is theirs no more', async () => {
    const made = { name: 'Dr. Retired', deaNumber: newDeaNumber(), npi: '1234567893' };
    const prescriberId = await care.clinic.made('/prescribers', made, 'prescriberId');
    await done(change(`/prescribers/${prescriberId}`, { clear: ['deaNumber'] }));
    const prescriber = await listed('/prescribers', 'prescriberId', prescriberId);
    expect([prescriber?.deaNumber, prescriber?.npi]).toEqual([undefined, '1234567893']);
  });
});

describe('partners', () => {
  test('a supplier out of use sends nothing', async () => {
    const supplier = { ...SUPPLIER, name: 'Other Wholesale', deaNumber: newDeaNumber() };
    const supplierId = id((await done(care.staff.rph1.post(care.path('/suppliers'), supplier))).supplierId);
    await done(change(`/suppliers/${supplierId}`, { active: false }, care.staff.rph1));
    expect(await listed('/suppliers', 'supplierId', supplierId)).toMatchObject({ active: false });
    const receipt = care.clinic.receipt({ supplier: { supplierId } });
    expect((await care.checked('receipts', receipt)).body.code).toBe('unknown_reference');
  });

  test('a prescriber stays while a session of theirs is open', async () => {
    const prescriberId = await care.clinic.made('/prescribers', { name: 'Dr. Leaving' }, 'prescriberId');
    const sessionId = await care.session({ amountMg: '34' }, { prescriberId });
    expect((await change(`/prescribers/${prescriberId}`, { active: false })).body.code).toBe('still_in_use');
    await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
    expect((await change(`/prescribers/${prescriberId}`, { npi: '1234567890' })).body.code).toBe('invalid_npi');
    await done(change(`/prescribers/${prescriberId}`, { npi: '1234567893', active: false }));
    expect(await listed('/prescribers', 'prescriberId', prescriberId)).toMatchObject({
      npi: '1234567893',
      active: false,
    });
    await expect(care.session({ amountMg: '34' }, { prescriberId })).rejects.toThrow('unknown_reference');
  });
});

describe('a registration', () => {
  test('is of one site, also when two ask for it at once', async () => {
    expect((await admin.post('/sites', SITE)).body).toMatchObject({ code: 'already_exists', field: 'deaNumber' });
    const deaNumber = newDeaNumber();
    const both = await Promise.all(
      ['North', 'South'].map((name) => admin.post('/sites', { ...SITE, name, deaNumber })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 422)?.body.code).toBe('already_exists');
  });
});

describe('more than was ordered', () => {
  test('is flagged when it is drawn and when it is given, in the answer and in the record', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session({ amountMg: '34' });
    expect((await care.draw(sessionId, vial, '0.68')).body.aboveOrder).toBe(false);
    expect((await care.draw(sessionId, vial, '0.10')).body.aboveOrder).toBe(true);
    expect((await care.give(sessionId, '34')).body).toMatchObject({ aboveOrder: false, givenMg: '34' });
    const above = await done(care.give(sessionId, '5'));
    expect(above).toMatchObject({ aboveOrder: true, givenMg: '39' });
    const record = (await care.staff.rn1.get(care.path(`/entries/${above.seq}`))).body;
    expect(record.act).toMatchObject({ aboveOrder: true });
    const reversal = { seq: above.seq, reason: 'not given' };
    await done(care.signed('reversals', reversal, [care.staff.rn2]));
    expect((await care.give(sessionId, '1')).body).toMatchObject({ aboveOrder: true, givenMg: '35' });
  });
});

describe('another method', () => {
  test.each([
    ['PUT', '/products', 'GET, HEAD, POST'],
    ['DELETE', '/sessions/unbalanced', 'GET, HEAD'],
    ['PATCH', '/wastes', 'POST'],
    ['GET', '/wastes', 'POST'],
  ])('%s %s is 405 and says what the address takes', async (method, path, allow) => {
    const answer = await care.staff.rn1.send(method, care.path(path), method === 'GET' ? undefined : { name: 'x' });
    expect([answer.status, answer.body.code, answer.headers.get('allow')]).toEqual([405, 'method_not_allowed', allow]);
  });

  test('on no address of ours is still not found', async () => {
    expect((await care.staff.rn1.send('PUT', '/nowhere')).status).toBe(404);
  });
});
