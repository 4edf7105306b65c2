import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { performer, type RawClinic } from '../raw-clinic.js';
import { RawLog } from '../raw-log.js';
import { attack, type LedgerAttack } from './attack.js';
import { note, put } from './acts.js';

const grant = (clinic: RawClinic, more: JsonObject): JsonObject => ({
  table: 'role_grant',
  grantId: randomUUID(),
  personId: clinic.ids.ann,
  role: 'nurse',
  validFrom: '2026-01-01T00:00:00.000Z',
  grantedBy: clinic.ids.pharmacist,
  ...more,
});

const person = (personId: string, username: string): JsonObject => ({
  table: 'person',
  personId,
  username,
  displayName: 'Somebody',
  disabled: false,
});

async function asOrganisation(clinic: RawClinic): Promise<unknown> {
  const other = new RawLog(clinic.log.client, randomUUID());
  await other.open();
  const row = { ...clinic.siteRow(), id: other.siteId, kind: 'organisation' };
  return other.append({ type: 'site_created', actors: [performer(clinic.ids.ann)], changes: [row] });
}

/** Attacks on what a site is made of. */
export const ON_THE_SITE: readonly LedgerAttack[] = [
  attack('site_is_its_own', 'a row of another site', (c) => put(c, { ...c.siteRow(), id: randomUUID() })),
  attack('site_kind_known', 'a site of an unknown kind', (c) => put(c, { ...c.siteRow(), kind: 'warehouse' })),
  attack('site_clinic_has_dea_number', 'a clinic that loses its registration', (c) =>
    put(c, { table: 'site', id: c.log.siteId, clear: ['deaNumber'] }),
  ),
  attack('site_policy_waste_has_a_witness', 'a policy without witnesses of waste', (c) =>
    put(c, c.siteRow({ wasteWitnesses: 0 })),
  ),
  attack('site_policy_waste_has_a_witness', 'one witness, who may be the performer', (c) =>
    put(c, c.siteRow({ wasteWitnesses: 1, performerMayWitness: true })),
  ),
  attack('site_policy_says_who_signs', 'a policy that says nothing', (c) =>
    put(c, { table: 'site', id: c.log.siteId, policy: {} }),
  ),
  attack('site_policy_says_who_signs', 'a policy that leaves the second person out', (c) =>
    put(c, {
      table: 'site',
      id: c.log.siteId,
      policy: { wasteWitnesses: 2, performerMayWitness: false, closeOutWitnesses: 1 },
    }),
  ),
  attack('site_one_organisation', 'a second organisation', async (c) => {
    await asOrganisation(c).catch(() => undefined);
    return asOrganisation(c);
  }),
  attack('person_username_unique', 'a name taken, in capitals', async (c) => {
    const name = randomUUID();
    await put(c, person(randomUUID(), name));
    return put(c, person(randomUUID(), name.toUpperCase()));
  }),
  attack('person_id_unique', 'one person in two logs', async (c) => {
    const id = randomUUID();
    await put(c, person(id, id));
    const other = new RawLog(c.log.client, randomUUID());
    await other.open();
    return other.append({ ...note(c), changes: [person(id, randomUUID())] });
  }),
  attack('role_grant_role_known', 'a role that does not exist', (c) => put(c, grant(c, { role: 'owner' }))),
  attack('role_grant_inspector_has_an_end', 'an inspector for ever', (c) => put(c, grant(c, { role: 'inspector' }))),
  attack('role_grant_ends_after_start', 'a grant that ends before it begins', (c) =>
    put(c, grant(c, { validUntil: '2025-01-01T00:00:00.000Z' })),
  ),
  attack('role_grant_duties_apart', 'an administrator who is a nurse at the same site', async (c) => {
    const personId = randomUUID();
    await put(c, grant(c, { personId }));
    return put(c, grant(c, { personId, role: 'administrator', validUntil: '2099-01-01T00:00:00.000Z' }));
  }),
  attack('site_dea_number_unique', 'a registration of another site', async (c) => {
    const found = await c.log.client.query('SELECT dea_number FROM countersign.site WHERE site_id = $1', [
      c.log.siteId,
    ]);
    const other = new RawLog(c.log.client, randomUUID());
    await other.open();
    const { dea_number: deaNumber } = found.rows[0] as { dea_number: string };
    return other.append({ ...note(c), changes: [{ ...c.siteRow(), id: other.siteId, deaNumber }] });
  }),
  attack('location_in_use_stays', 'a place with stock, out of use', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, active: false }),
  ),
  attack('product_in_use_stays', 'a product with stock, out of use', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, active: false }),
  ),
  attack('prescriber_in_use_stays', 'whose order an open session is of, out of use', (c) =>
    put(c, { table: 'prescriber', prescriberId: c.ids.prescriber, active: false }),
  ),
  attack('location_keeps_its_identity', 'another code', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, code: 'OTHER' }),
  ),
  attack('product_keeps_its_identity', 'another dosing', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, dosing: 'single_dose' }),
  ),
  attack('supplier_keeps_its_identity', 'another registration', (c) =>
    put(c, { table: 'supplier', supplierId: c.ids.supplier, deaNumber: 'RB7654321' }),
  ),
  attack('prescriber_keeps_its_identity', 'another person', (c) =>
    put(c, { table: 'prescriber', prescriberId: c.ids.prescriber, personId: randomUUID() }),
  ),
  attack('location_code_unique', 'a code taken', (c) =>
    put(c, { table: 'location', locationId: randomUUID(), code: 'SAFE', name: 'x', active: true }),
  ),
  attack('product_code_unique', 'a code taken', (c) => put(c, { ...c.product(), productId: randomUUID() })),
  attack('product_gtin_unique', 'a GTIN taken', async (c) => {
    await put(c, { table: 'product', productId: c.ids.vial, gtin: '00301439508107' });
    return put(c, { ...c.product(), productId: randomUUID(), code: 'NEW', gtin: '00301439508107' });
  }),
  attack('product_form_known', 'an unknown form', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, form: 'gas' }),
  ),
  attack('product_dosing_known', 'an unknown dosing', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, dosing: 'often' }),
  ),
  attack('product_is_measured', 'a label amount that is not strength times volume', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, labelAmountMg: '501' }),
  ),
  attack('product_is_measured', 'a strength without a volume', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, clear: ['containerVolumeUl'] }),
  ),
  attack('product_overfill_is_small', 'an allowance of half a vial', (c) =>
    put(c, { table: 'product', productId: c.ids.vial, overfillAllowanceMg: '250' }),
  ),
  attack('supplier_dea_number_unique', 'a registration taken', (c) =>
    put(c, {
      table: 'supplier',
      supplierId: randomUUID(),
      name: 'x',
      deaNumber: 'RB1234562',
      address: 'x',
      active: true,
    }),
  ),
  attack('patient_private_values', 'a patient whose name is in no record', (c) =>
    put(c, { table: 'patient', patientId: randomUUID(), privateSeq: 999_999, active: true }),
  ),
  attack('lot_number_unique', 'a lot under two ids', (c) =>
    put(c, { table: 'lot', lotId: randomUUID(), productId: c.ids.vial, lotNumber: 'L1', expiresOn: '2099-12-31' }),
  ),
  attack('lot_of_product', 'a lot of no product', (c) =>
    put(c, { table: 'lot', lotId: randomUUID(), productId: randomUUID(), lotNumber: 'L9', expiresOn: '2099-12-31' }),
  ),
  attack('lot_keeps_its_identity', 'a later expiry date', (c) =>
    put(c, { table: 'lot', lotId: c.ids.lot, expiresOn: '2100-01-01' }),
  ),
  attack('receipt_counts_not_negative', 'a negative count', (c) =>
    put(c, c.receiptRow({ receiptId: randomUUID(), countedCount: -1 })),
  ),
  attack('receipt_keeps_its_identity', 'another invoice', (c) =>
    put(c, { table: 'receipt', receiptId: c.ids.receipt, invoice: 'OTHER' }),
  ),
];
