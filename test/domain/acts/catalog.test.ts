import { describe, expect, test } from '@jest/globals';
import { addLocation } from '../../../src/domain/acts/add-location.js';
import { addPrescriber } from '../../../src/domain/acts/add-prescriber.js';
import { addProduct, type NewProduct } from '../../../src/domain/acts/add-product.js';
import { addSupplier } from '../../../src/domain/acts/add-supplier.js';
import { createSite } from '../../../src/domain/acts/create-site.js';
import { setSitePolicy } from '../../../src/domain/acts/set-site-policy.js';
import { refuse } from '../../../src/domain/refusal.js';
import { DEFAULT_SITE_POLICY } from '../../../src/domain/site-policy.js';
import { id, ledgerState, productRow } from '../../support/ledger-state.js';

const vial: NewProduct = {
  productId: id(20),
  code: 'KET50',
  name: 'Ketamine hydrochloride injection',
  ndc: { ndc: '0409-2053-10', ndc11: '00409205310' },
  gtin: '00304092053105',
  form: 'injection',
  dosing: 'multi_dose',
  strengthMgPerMl: '50',
  containerVolumeMl: '10',
  beyondUseDays: 28,
  deaCode: '7285',
  schedule: 'CIII',
};
const { strengthMgPerMl: _s, containerVolumeMl: _v, beyondUseDays: _b, ...common } = vial;
const spray: NewProduct = {
  ...common,
  form: 'nasal_device',
  dosing: 'single_dose',
  devicesPerContainer: 3,
  deviceAmountMg: '28',
};

describe('a product', () => {
  test('of a vial gets its label amount and the USP <1151> excess, exactly', () => {
    expect(addProduct(vial)(ledgerState())).toMatchObject({
      changes: [
        {
          table: 'product',
          strengthUgPerMl: 50_000,
          containerVolumeMl: '10',
          labelAmountMg: '500',
          overfillAllowanceMg: '25',
          active: true,
        },
      ],
      answer: { productId: id(20), labelAmountMg: '500', overfillAllowanceMg: '25' },
    });
  });

  test('of a carton counts its devices and has no overfill', () => {
    expect(addProduct(spray)(ledgerState())).toMatchObject({
      changes: [{ devicesPerContainer: 3, deviceAmountMg: '28', labelAmountMg: '84', overfillAllowanceMg: '0' }],
    });
  });

  test.each<[string, Partial<NewProduct>, string, string]>([
    ['a wrong NDC', { ndc: refuse('invalid_ndc', { field: 'ndc' }) }, 'invalid_ndc', 'ndc'],
    ['a wrong GTIN', { gtin: refuse('invalid_barcode', { field: 'gtin' }) }, 'invalid_barcode', 'gtin'],
    ['no strength', { strengthMgPerMl: undefined }, 'amount_invalid', 'strengthMgPerMl'],
    ['devices in a vial', { devicesPerContainer: 2 }, 'amount_unit_wrong', 'devicesPerContainer'],
    ['a strength that is no number', { strengthMgPerMl: '5O' }, 'amount_invalid', 'strengthMgPerMl'],
    [
      'an amount that is not exact',
      { strengthMgPerMl: '0.001', containerVolumeMl: '0.5' },
      'amount_not_exact',
      'strengthMgPerMl',
    ],
  ])('is refused for %s', (_, change, code, field) => {
    expect(addProduct({ ...vial, ...change })(ledgerState())).toMatchObject({ code, field });
  });

  test.each([
    ['code', productRow({ gtin: null })],
    ['gtin', productRow({ code: 'OTHER' })],
  ])('is refused for a %s in use', (field, row) => {
    expect(addProduct(vial)(ledgerState({ rows: { product: [row] } }))).toMatchObject({
      code: 'already_exists',
      field,
    });
  });
});

describe('a site', () => {
  const site = {
    siteId: id(1),
    name: 'Example',
    deaNumber: 'FE3541263',
    address: '1 Clinic Plaza',
    timeZone: 'America/Chicago',
    grantId: id(2),
    creatorId: id(3),
  };

  test('begins with the strict policy and its creator as administrator', () => {
    // The first record of a log has no site yet: the decision must not ask for one.
    expect(createSite(site)(ledgerState({ site: null }))).toMatchObject({
      changes: [
        { table: 'site', id: id(1), kind: 'clinic', policy: DEFAULT_SITE_POLICY },
        { table: 'role_grant', personId: id(3), role: 'administrator', validFrom: '2026-08-31T13:00:00.000Z' },
      ],
    });
  });

  test.each([
    [{ deaNumber: refuse('invalid_dea_number', { field: 'deaNumber' }), timeZone: 'Nowhere' }, 'invalid_dea_number'],
    [{ timeZone: '-05:00' }, 'invalid_time_zone'],
  ])('%j is refused', (change, code) => {
    expect(createSite({ ...site, ...change })(ledgerState({ site: null }))).toMatchObject({ code });
  });
});

describe('a policy', () => {
  test('changes rule by rule and keeps what it was', () => {
    const decided = setSitePolicy({ change: { secondPersonFor: { move: false } }, withSecondFactor: false })(
      ledgerState(),
    );
    expect(decided).toMatchObject({
      act: { before: { wasteWitnesses: 2, secondPersonFor: { move: true } } },
      changes: [
        { table: 'site', id: id(1), policy: { wasteWitnesses: 2, secondPersonFor: { move: false, receipt: true } } },
      ],
    });
  });

  test.each([
    [{ wasteWitnesses: 0 }, 'policy.wasteWitnesses'],
    [{ wasteWitness: 2 }, 'policy.wasteWitness'],
    [{ wasteWitnesses: 1, performerMayWitness: true }, 'policy.performerMayWitness'],
  ])('%j is refused', (change, field) => {
    expect(setSitePolicy({ change, withSecondFactor: true })(ledgerState())).toMatchObject({
      code: 'request_invalid',
      field,
    });
  });
});

describe('a second factor asked of everybody', () => {
  const change = { requireSecondFactor: true };

  test('is asked by nobody who has none: they would shut themselves out', () => {
    const decided = setSitePolicy({ change, withSecondFactor: false })(ledgerState());
    expect(decided).toMatchObject({ code: 'second_factor_enrolment_required', field: 'policy.requireSecondFactor' });
  });

  test('is asked by who has one', () => {
    const decided = setSitePolicy({ change, withSecondFactor: true })(ledgerState());
    expect(decided).toMatchObject({ answer: { policy: { requireSecondFactor: true } } });
  });
});

describe('locations, suppliers, prescribers', () => {
  const location = { locationId: id(40), code: 'SAFE', name: 'Safe' };
  const supplier = { supplierId: id(50), name: 'Wholesale', deaNumber: 'PE8711079', address: 'Peoria' };
  const prescriber = {
    prescriberId: id(55),
    name: 'Dr. Example',
    deaNumber: undefined,
    npi: '1234567893',
    person: { personId: id(56), isKnown: true },
  };

  test('are added', () => {
    expect(addLocation(location)(ledgerState())).toMatchObject({ changes: [{ table: 'location', active: true }] });
    expect(addSupplier(supplier)(ledgerState())).toMatchObject({ changes: [{ table: 'supplier' }] });
    expect(addPrescriber(prescriber)()).toMatchObject({ changes: [{ npi: '1234567893', personId: id(56) }] });
  });

  test('are refused twice, or when a number is wrong', () => {
    const state = ledgerState({ rows: { location: [{ ...location, active: true }], supplier: [supplier] } });
    expect(addLocation(location)(state)).toMatchObject({ code: 'already_exists', field: 'code' });
    expect(addSupplier(supplier)(state)).toMatchObject({ code: 'already_exists', field: 'deaNumber' });
    expect(addSupplier({ ...supplier, deaNumber: refuse('invalid_dea_number') })(state)).toMatchObject({
      code: 'invalid_dea_number',
    });
    expect(addPrescriber({ ...prescriber, npi: refuse('invalid_npi') })()).toMatchObject({ code: 'invalid_npi' });
    expect(addPrescriber({ ...prescriber, person: { personId: id(9), isKnown: false } })()).toMatchObject({
      code: 'unknown_reference',
      field: 'personId',
    });
  });
});
