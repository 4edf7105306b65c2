import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, id } from '../support/api.js';
import { Clinic } from '../support/clinic.js';

const JOSE = {
  name: 'José Quintero',
  address: '7 Elm Street, Springfield, IL 62701',
  birthDate: '1962-01-07',
  reference: 'PT001',
};
const ANNA = { name: 'Anna Quint', address: '8 Oak Street, Springfield, IL 62701', birthDate: '1990-05-05' };

let clinic: Clinic<'rn1'>;
let jose: string;
let anna: string;

beforeAll(async () => {
  clinic = await Clinic.open('patients', { rn1: 'nurse' });
  jose = id((await done(clinic.staff.rn1.post(clinic.path('/patients'), JOSE))).patientId);
  anna = id((await done(clinic.staff.rn1.post(clinic.path('/patients'), ANNA))).patientId);
}, 60_000);

afterAll(() => clinic?.stop());

const search = (text: string) => clinic.staff.rn1.send('POST', clinic.path('/patients/search'), { text });

describe('a patient', () => {
  test('is found by parts of the name without accents, the day of birth, the reference', async () => {
    for (const text of ['jose', 'quin 1962', 'PT001', 'QUINTERO']) {
      expect((await search(text)).body).toEqual({ items: [{ patientId: jose, active: true, ...JOSE }], more: false });
    }
    expect((await search('quint')).body.items).toHaveLength(2);
    expect((await search('nobody')).body).toEqual({ items: [], more: false });
  });

  test('who was shown is a subject of a record, with what was searched for as a private value', async () => {
    await search('jose');
    const [record] = await clinic.organisation.records(clinic.siteId);
    expect(record).toMatchObject({
      type: 'patient_read',
      actors: [{ id: clinic.staff.rn1.personId, role: 'nurse' }],
      act: { purpose: 'search', shown: 1 },
      subjects: [jose],
      private: { searched: expect.any(String) },
    });
    await clinic.staff.rn1.get(clinic.path(`/patients/${anna}`));
    expect((await clinic.organisation.records(clinic.siteId))[0]).toMatchObject({
      type: 'patient_read',
      subjects: [anna],
    });
  });

  test('gets new details, the whole set; the list says nothing of anybody', async () => {
    const moved = { ...ANNA, address: '9 Pine Street, Springfield, IL 62701' };
    const changed = await clinic.staff.rn1.post(clinic.path(`/patients/${anna}/details`), moved);
    expect(changed.status).toBe(201);
    expect((await clinic.staff.rn1.get(clinic.path(`/patients/${anna}`))).body).toEqual({
      patientId: anna,
      active: true,
      ...moved,
    });
    const { items } = (await clinic.staff.rn1.get(clinic.path('/patients'))).body;
    expect(items).toEqual([
      { patientId: jose, active: true },
      { patientId: anna, active: true },
    ]);
  });

  test('nobody else is not found', async () => {
    expect((await clinic.staff.rn1.get(clinic.path(`/patients/${clinic.siteId}`))).body.code).toBe('not_found');
    const changed = await clinic.staff.rn1.post(clinic.path(`/patients/${clinic.siteId}/details`), ANNA);
    expect(changed.body.code).toBe('not_found');
    expect(
      (await clinic.staff.rn1.post(clinic.path('/patients'), { ...ANNA, birthDate: '2990-01-01' })).body.code,
    ).toBe('request_invalid');
  });

  test('is in no byte of the database as written', async () => {
    const { superuser } = clinic.organisation;
    const tables = await superuser.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'countersign'`);
    for (const { tablename } of tables.rows as { tablename: string }[]) {
      const found = await superuser.query(
        `SELECT count(*)::int AS n FROM countersign.${tablename} t
         WHERE t::text ~* 'quint|elm street|1962-01-07' OR position(encode('Quint', 'hex') in t::text) > 0`,
      );
      expect([tablename, (found.rows[0] as { n: number }).n]).toEqual([tablename, 0]);
    }
  });
});
