import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../src/domain/ledger/record.js';
import { encodeUtf8 } from '../../src/domain/log/bytes.js';
import { jcs } from '../../src/domain/log/jcs.js';
import { hashOf, performer, RawClinic } from './raw-clinic.js';
import { attack, type LedgerAttack } from './attack.js';
import { ERASURE_ATTACKS } from './erasure-attacks.js';
import { KEY_ATTACKS } from './key-attacks.js';
import { RawLog, type RawRecord } from './raw-log.js';

const put = (clinic: RawClinic, ...changes: JsonObject[]): Promise<unknown> =>
  clinic.log.append({ type: 'changed', actors: [performer(clinic.ids.nurse)], changes });

const text = (clinic: RawClinic, edit: (body: string) => string): Promise<unknown> =>
  clinic.log.append(
    { type: 'note', actors: [performer(clinic.ids.nurse)], act: { b: 1, a: 'x' } },
    { bytes: (body) => encodeUtf8(edit(jcs(body))) },
  );

/** A session of its own with 40 mg in hand, drawn from a vial that is opened for it. */
async function inHand(clinic: RawClinic, vial = clinic.ids.vials[0]!): Promise<string> {
  const session = randomUUID();
  await clinic.startSession(session);
  await clinic.log.append(clinic.draw('10', { session, vial }));
  return session;
}

async function wasteWith(
  clinic: RawClinic,
  people: readonly string[],
  more: Partial<RawRecord> = {},
): Promise<unknown> {
  const session = await inHand(clinic);
  const intent = randomUUID();
  const cosigners = [];
  for (const person of people) cosigners.push((await clinic.sign({ person, intent })).actor);
  return clinic.log.append({ ...clinic.waste('2', { intent, cosigners, session }), ...more });
}

async function signedWaste(
  clinic: RawClinic,
  of: { sign?: JsonObject; actor?: JsonObject; meaning?: string; intent?: string },
): Promise<unknown> {
  const session = await inHand(clinic);
  const intent = randomUUID();
  const ann = await clinic.sign({ person: clinic.ids.ann, intent });
  const ben = await clinic.sign(
    { person: clinic.ids.ben, intent: of.intent ?? intent, ...(of.meaning ? { meaning: of.meaning } : {}) },
    of.sign,
  );
  const cosigners = [ann.actor, { ...ben.actor, ...of.actor } as never];
  return clinic.log.append(clinic.waste('2', { intent, cosigners, session }));
}

async function reversal(clinic: RawClinic, change: (record: RawRecord) => RawRecord, twice = false): Promise<unknown> {
  const { ids } = clinic;
  const session = randomUUID();
  await clinic.startSession(session);
  const { seq } = await clinic.log.append(clinic.draw('10', { session, vial: ids.vials[0]! }));
  const undo = async (): Promise<RawRecord> => {
    const intent = randomUUID();
    const { actor } = await clinic.sign({ person: ids.ann, intent, meaning: 'checked' });
    const counted = { personId: ids.nurse };
    return {
      type: 'reversal',
      actors: [performer(ids.nurse), actor],
      entry: { locationId: ids.safe, sessionId: session, intent: hashOf(intent), reversesSeq: seq },
      lines: [clinic.line('container', ids.vials[0], '10', counted), clinic.line('in_hand', session, '-10', counted)],
    };
  };
  if (twice) await clinic.log.append(await undo());
  return clinic.log.append(change(await undo()));
}

const entryOf = (
  clinic: RawClinic,
  type: string,
  lines: JsonObject[],
  more: Partial<RawRecord> = {},
): Promise<unknown> =>
  clinic.log.append({
    type,
    actors: [performer(clinic.ids.nurse)],
    entry: { locationId: clinic.ids.safe, intent: hashOf('x') },
    lines,
    ...more,
  });

const pendingRow = (clinic: RawClinic, more: JsonObject = {}): JsonObject => ({
  table: 'pending_waste',
  pendingWasteId: randomUUID(),
  sessionId: clinic.ids.session,
  productId: clinic.ids.vial,
  locationId: clinic.ids.safe,
  amountMg: '1',
  openedBy: clinic.ids.nurse,
  openedAt: '2026-01-02T15:00:00.000Z',
  openedSeq: 1,
  status: 'pending',
  ...more,
});

const pendingSignature = (pendingWasteId: string, signatureId: string, personId: string): JsonObject => ({
  table: 'pending_waste_signature',
  signatureId,
  pendingWasteId,
  personId,
  role: 'nurse',
  method: 'signature:password',
  evidence: 'x',
  attests: [],
  signedAt: '2026-01-01T00:00:00.000Z',
});

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

async function microsecondAfterLast(clinic: RawClinic): Promise<string> {
  const { rows } = await clinic.log.client.query<{ at: string; ms: string }>(
    `SELECT (last_at + interval '1 microsecond')::text AS at, to_char((last_at + interval '1 microsecond') AT TIME ZONE 'UTC',
       'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ms FROM countersign.site_head WHERE site_id = $1`,
    [clinic.log.siteId],
  );
  return `${rows[0]!.at} ${rows[0]!.ms}`;
}

const note = (clinic: RawClinic): RawRecord => ({ type: 'note', actors: [performer(clinic.ids.nurse)] });

/** Attacks on the log itself. */
const ON_THE_LOG: readonly LedgerAttack[] = [
  attack('site_head_pk', 'a second log of a site', (c) => c.log.open()),
  attack('site_head_origin_names_the_site', 'an origin of two lines', (c) => {
    const siteId = randomUUID();
    return new RawLog(c.log.client, siteId).open(`clinic.example\n1\nx/site/${siteId}`);
  }),
  attack('site_head_origin_names_the_site', "another site's origin", (c) =>
    new RawLog(c.log.client, randomUUID()).open(c.log.origin),
  ),
  attack('audit_record_says_its_place', 'the bytes claim an earlier number', (c) =>
    c.log.append(note(c), { body: { seq: 1 } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim a later number', async (c) =>
    c.log.append(note(c), { body: { seq: (await c.log.place()).seq + 1 } }),
  ),
  attack('audit_record_says_its_place', "the bytes claim another site's log", (c) =>
    c.log.append(note(c), { body: { origin: `clinic.example/countersign/site/${randomUUID()}` } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim another version', (c) =>
    c.log.append(note(c), { body: { v: 'countersign-record/v0' } }),
  ),
  attack('audit_record_says_its_place', 'the bytes claim another time than the function is told', (c) =>
    c.log.append(note(c), { body: { recordedAt: '2020-01-01T00:00:00.000Z' } }),
  ),
  attack('audit_record_time_is_now', 'a record dated years back', (c) =>
    c.log.append(note(c), { at: '2020-01-01T00:00:00Z', body: { recordedAt: '2020-01-01T00:00:00.000Z' } }),
  ),
  attack('audit_record_time_is_now', 'a record dated right after the last one, long after it', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [date, time, recordedAt] = (await microsecondAfterLast(c)).split(' ');
    return c.log.append(note(c), { at: `${date} ${time}`, body: { recordedAt: recordedAt as string } });
  }),
  attack('audit_record_time_is_now', 'a record dated tomorrow', (c) => {
    const at = new Date(Date.now() + 86_400_000).toISOString();
    return c.log.append(note(c), { at, body: { recordedAt: at } });
  }),
  attack('audit_record_id_unique', 'an id, and so an idempotency key, used twice', async (c) => {
    const id = randomUUID();
    await c.log.append({ ...note(c), id }, { key: id });
    return c.log.append({ ...note(c), id }, { key: id });
  }),
  attack('idempotency_key_is_the_records', 'a key that is not the id of its record', (c) =>
    c.log.append(note(c), { key: 'another-key' }),
  ),
  attack('audit_record_size', 'more than 16 KiB', (c) =>
    c.log.append({ ...note(c), act: { filler: 'x'.repeat(16_384) } }, { bytes: (body) => encodeUtf8(jcs(body)) }),
  ),
  attack('audit_secret_salt_length', 'a short salt', (c) => c.log.append(note(c), { salt: new Uint8Array(16) })),
  attack('audit_record_is_canonical', 'white space', (c) => text(c, (body) => body.replace(',', ', '))),
  attack('audit_record_is_canonical', 'keys in another order', (c) =>
    text(c, (body) => body.replace('"a":"x","b":1', '"b":1,"a":"x"')),
  ),
  attack('audit_record_is_canonical', 'a key given twice', (c) =>
    text(c, (body) => body.replace('"b":1', '"b":1,"b":1')),
  ),
  attack('audit_record_is_canonical', 'null', (c) => text(c, (body) => body.replace('"b":1', '"b":null'))),
  attack('audit_record_is_canonical', 'a float', (c) => text(c, (body) => body.replace('"b":1', '"b":1.5'))),
  attack('audit_record_is_canonical', 'an integer beyond 2^53 - 1', (c) =>
    text(c, (body) => body.replace('"b":1', '"b":9007199254740992')),
  ),
  attack('audit_record_is_canonical', 'an escape nobody needs', (c) =>
    text(c, (body) => body.replace('"x"', '"\\u0078"')),
  ),
  attack('audit_record_is_canonical', 'a string that is not NFC', (c) =>
    text(c, (body) => body.replace('"x"', '"e\u0301"')),
  ),
  attack('audit_record_is_canonical', 'a key that is not camelCase', (c) =>
    text(c, (body) => body.replace('"b":', '"b_":')),
  ),
  attack('record_subject_numbers_run', 'a running number that was used', (c) =>
    c.log.append(note(c), { body: { nth: [1] } }),
  ),
  attack('record_subject_numbers_run', 'a running number left out', async (c) => {
    const { rows } = await c.log.client.query<{ nth: string }>(
      'SELECT max(nth) AS nth FROM countersign.record_subject WHERE site_id = $1 AND subject_id = $2',
      [c.log.siteId, c.ids.nurse],
    );
    return c.log.append(note(c), { body: { nth: [Number(rows[0]!.nth) + 2] } });
  }),
  attack('record_subject_numbers_run', 'no running numbers', (c) => c.log.append(note(c), { body: { nth: [] } })),
  attack('record_names_what_it_is_about', 'a vial without its product and lot', (c) =>
    c.log.append(note(c), { body: { subjects: [c.ids.vials[0] as string] } }),
  ),
  attack('record_names_what_it_is_about', 'a session without its patient', (c) =>
    c.log.append(note(c), { body: { subjects: [c.ids.session, c.ids.vial] } }),
  ),
  attack('state_table_known', 'a change of a table that does not follow the log', (c) =>
    put(c, { table: 'audit_record', seq: 1 }),
  ),
  attack('state_table_known', 'a change of a question', (c) => put(c, { table: 'stock', seq: 1 })),
  attack('state_column_known', 'a column that does not exist', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, colour: 'red' }),
  ),
  attack('state_column_known', 'the seq of a row', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, seq: 0 }),
  ),
  attack('state_column_known', 'the site of a row', (c) =>
    put(c, { table: 'location', locationId: c.ids.safe, siteId: randomUUID() }),
  ),
  attack('change_lists_are_of_one_length', 'lists of different lengths', (c) =>
    put(c, { table: 'location', each: { locationId: [c.ids.safe, c.ids.room], name: ['only one'] } }),
  ),
  attack('amount_is_exact', 'four decimals', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-0.0001'), c.line('in_hand', c.ids.session, '0.0001')]),
  ),
  attack('amount_is_exact', 'an exponent', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1e1'), c.line('in_hand', c.ids.session, '1e1')]),
  ),
  attack('record_lines_are_of_an_entry', 'lines without an entry', (c) =>
    c.log.append({ ...note(c), lines: [c.line('container', c.ids.vials[0], '-1')] }),
  ),
];

/** Attacks on what a site is made of. */
const ON_THE_SITE: readonly LedgerAttack[] = [
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

/** Attacks on containers and sessions. */
const ON_THINGS: readonly LedgerAttack[] = [
  attack('container_label_unique', 'a label taken', (c) => put(c, c.containerRow(randomUUID(), 'V-1'))),
  attack('container_serial_received_once', 'a serial received twice', async (c) => {
    const serial = randomUUID();
    await put(c, c.containerRow(randomUUID(), randomUUID(), { serial }));
    return put(c, c.containerRow(randomUUID(), randomUUID(), { serial }));
  }),
  attack('container_of_lot', 'a lot of another product', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { lotId: c.ids.kitLot })),
  ),
  attack('container_at_location', 'a place that does not exist', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { locationId: randomUUID() })),
  ),
  attack('container_state_known', 'an unknown state', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { state: 'lost' })),
  ),
  attack('container_open_has_a_date', 'open since nobody knows when', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { state: 'open' })),
  ),
  attack('container_overfill_is_small', 'an allowance of half a vial', (c) =>
    put(c, c.containerRow(randomUUID(), randomUUID(), { overfillAllowanceMg: '250' })),
  ),
  attack('container_keeps_its_identity', 'another label', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, label: 'OTHER' }),
  ),
  attack('container_keeps_its_identity', 'a larger overfill allowance', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, overfillAllowanceMg: '100' }),
  ),
  attack('container_keeps_its_dates', 'an opened vial made young again', async (c) => {
    await inHand(c, c.ids.vials[6]);
    return put(c, { table: 'container', containerId: c.ids.vials[6]!, beyondUseOn: '2099-01-01' });
  }),
  attack('container_is_where_its_lines_are', 'a vial that goes somewhere without its book', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, locationId: c.ids.room }),
  ),
  attack('container_is_where_its_lines_are', 'a draw at a place where the vial is not', async (c) => {
    const session = await inHand(c, c.ids.vials[7]);
    return c.log.append({
      ...c.draw('1', { session }),
      lines: [c.line('container', c.ids.vials[7], '-1', { locationId: c.ids.room }), c.line('in_hand', session, '1')],
      changes: [],
    });
  }),
  attack('treatment_session_of_patient', 'nobody’s session', (c) =>
    c.startSession(randomUUID(), { patientId: randomUUID() }),
  ),
  attack('treatment_session_of_prescriber', 'nobody’s order', (c) =>
    c.startSession(randomUUID(), { prescriberId: randomUUID() }),
  ),
  attack('treatment_session_of_product', 'an order of nothing known', (c) =>
    c.startSession(randomUUID(), { productId: randomUUID() }),
  ),
  attack('treatment_session_at_location', 'nowhere', (c) => c.startSession(randomUUID(), { locationId: randomUUID() })),
  attack('treatment_session_status_known', 'an unknown status', (c) =>
    c.startSession(randomUUID(), { status: 'paused' }),
  ),
  attack('treatment_session_ended_has_a_time', 'ended, nobody knows when', (c) =>
    c.startSession(randomUUID(), { status: 'ended' }),
  ),
  attack('treatment_session_given_not_negative', 'less than nothing given', async (c) => {
    const sessionId = randomUUID();
    await c.startSession(sessionId);
    return put(c, { table: 'treatment_session', sessionId, givenMg: '-1' });
  }),
  attack('treatment_session_order_positive', 'an order of nothing', (c) =>
    c.startSession(randomUUID(), { orderedMg: '0' }),
  ),
  attack('treatment_session_keeps_its_identity', 'another patient', async (c) => {
    const sessionId = randomUUID();
    await c.startSession(sessionId);
    return put(c, { table: 'treatment_session', sessionId, orderedMg: '80' });
  }),
  attack('session_ends_balanced', 'a session ended with something in hand', async (c) =>
    put(c, {
      table: 'treatment_session',
      sessionId: await inHand(c),
      status: 'ended',
      endedAt: '2026-01-02T18:00:00.000Z',
    }),
  ),
  attack('ended_session_takes_nothing', 'a draw into the hand of an ended session', async (c) => {
    const session = randomUUID();
    await c.startSession(session);
    await put(c, {
      table: 'treatment_session',
      sessionId: session,
      status: 'ended',
      endedAt: '2026-01-02T18:00:00.000Z',
    });
    return c.log.append(c.draw('1', { session }));
  }),
  attack(
    'ended_session_takes_nothing',
    'ended and drawn for in one record, the constraint asked at once',
    async (c) => {
      const session = randomUUID();
      await c.startSession(session);
      const end = {
        table: 'treatment_session',
        sessionId: session,
        status: 'ended',
        endedAt: '2026-01-02T18:00:00.000Z',
      };
      await c.log.client.query('BEGIN; SET CONSTRAINTS countersign.session_ends_balanced IMMEDIATE');
      try {
        const draw = c.draw('1', { session });
        return await c.log.appendInside({ ...draw, changes: [...(draw.changes ?? []), end] });
      } finally {
        await c.log.client.query('ROLLBACK');
      }
    },
  ),
  attack('pending_waste_status_known', 'an unknown status', (c) => put(c, pendingRow(c, { status: 'lost' }))),
  attack('pending_waste_amount_positive', 'a waste of nothing', (c) => put(c, pendingRow(c, { amountMg: '0' }))),
  attack('pending_waste_has_a_source', 'a waste from nowhere', (c) =>
    put(c, { ...pendingRow(c), clear: ['sessionId'] }),
  ),
  attack('pending_waste_keeps_its_identity', 'more than was witnessed', async (c) => {
    const row = pendingRow(c);
    await put(c, row);
    return put(c, { table: 'pending_waste', pendingWasteId: row.pendingWasteId!, amountMg: '2' });
  }),
  attack('pending_waste_signers_differ', 'one witness twice', async (c) => {
    const pending = randomUUID();
    await put(c, pendingSignature(pending, randomUUID(), c.ids.ann));
    return put(c, pendingSignature(pending, randomUUID(), c.ids.ann));
  }),
  attack('pending_waste_signature_keeps_its_identity', 'a witness exchanged', async (c) => {
    const [pending, signature] = [randomUUID(), randomUUID()];
    await put(c, pendingSignature(pending, signature, c.ids.ann));
    return put(c, pendingSignature(pending, signature, c.ids.ben));
  }),
  attack('stock_count_method_known', 'an unknown method', (c) =>
    put(c, c.countRow(randomUUID(), { method: 'guessed' })),
  ),
  attack('stock_count_variance_is_difference', 'a variance made up', (c) =>
    put(c, c.countRow(randomUUID(), { varianceMg: '0' })),
  ),
  attack('stock_count_keeps_its_identity', 'a count made to fit', async (c) => {
    const countId = randomUUID();
    await put(c, c.countRow(countId));
    return put(c, c.countRow(countId, { countedMg: '4500', varianceMg: '0' }));
  }),
  attack('discrepancy_kind_known', 'an unknown kind', (c) =>
    put(c, c.discrepancyRow(randomUUID(), { kind: 'feeling' })),
  ),
  attack('discrepancy_status_known', 'an unknown status', (c) =>
    put(c, c.discrepancyRow(randomUUID(), { status: 'forgotten' })),
  ),
  attack('discrepancy_keeps_its_identity', 'a smaller variance', async (c) => {
    const id = randomUUID();
    await put(c, c.discrepancyRow(id));
    return put(c, c.discrepancyRow(id, { varianceMg: '-1' }));
  }),
];

/** Attacks on entries: their identity, their bounds, their flow. */
const ON_ENTRIES: readonly LedgerAttack[] = [
  attack('entry_sums_to_zero', 'more in hand than left the vial', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('container', c.ids.vials[0], '-1'), c.line('in_hand', session, '1.001')];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('entry_sums_to_zero', 'zero in sum, but of two products', async (c) => {
    const session = await inHand(c);
    const lines = [
      c.line('container', c.ids.vials[0], '-1'),
      c.line('in_hand', session, '1', { productId: c.ids.kit }),
    ];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('holder_not_below_floor', 'more given than is in hand', async (c) =>
    c.log.append(c.give('10.001', await inHand(c))),
  ),
  attack('holder_not_below_floor', 'more drawn than the overfill allows', async (c) => {
    const session = await inHand(c, c.ids.vials[8]);
    return c.log.append(c.draw('515.001', { session, vial: c.ids.vials[8], open: false }));
  }),
  attack('holder_not_below_floor', 'a sealed vial that is not full', async (c) => {
    const session = randomUUID();
    await c.startSession(session);
    return c.log.append(c.draw('1', { session, vial: c.ids.vials[4], open: false }));
  }),
  attack('holder_not_below_floor', 'a drawn vial sealed again', async (c) => {
    await inHand(c, c.ids.vials[6]);
    return put(c, { table: 'container', containerId: c.ids.vials[6]!, state: 'sealed' });
  }),
  attack('holder_not_above_ceiling', 'a vial with something in it called empty', (c) =>
    put(c, { table: 'container', containerId: c.ids.vials[5]!, state: 'empty' }),
  ),
  attack('holder_not_above_ceiling', 'a vial filled beyond its label', async (c) => {
    const { actor } = await c.sign({ person: c.ids.ann, intent: 'more', meaning: 'checked' });
    return entryOf(c, 'receipt', [c.line('supplier', undefined, '-500'), c.line('container', c.ids.vials[5], '500')], {
      actors: [performer(c.ids.nurse), actor],
      entry: { locationId: c.ids.safe, intent: hashOf('more') },
    });
  }),
  attack('holder_not_below_floor', 'a vial that does not exist', async (c) => {
    const session = await inHand(c);
    return c.log.append(c.draw('1', { session, vial: randomUUID(), open: false }));
  }),
  attack('holder_not_below_floor', 'another product out of a vial', async (c) => {
    const session = await inHand(c);
    const other = { productId: c.ids.kit };
    const lines = [c.line('container', c.ids.vials[0], '-1', other), c.line('in_hand', session, '1', other)];
    return c.log.append({ ...c.draw('1', { session }), lines });
  }),
  attack('holder_kind_known', 'a holder of an unknown kind', async (c) => {
    const session = await inHand(c);
    return c.log.append({
      ...c.give('1', session),
      lines: [c.line('in_hand', session, '-1'), c.line('pocket', undefined, '1')],
    });
  }),
  attack('line_in_hand_of_its_session', "another session's hand", async (c) => {
    const [mine, other] = [await inHand(c), await inHand(c)];
    return c.log.append({ ...c.give('1', mine), lines: c.give('1', other).lines! });
  }),
  attack('line_in_hand_of_its_session', 'a hand of no session', async (c) => {
    await inHand(c);
    return entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1'), c.line('in_hand', randomUUID(), '1')]);
  }),
  attack('entry_of_session', 'a session that does not exist', (c) =>
    c.log.append(c.draw('1', { session: randomUUID() })),
  ),
  attack('entry_at_location', 'a place that does not exist', async (c) => {
    const session = await inHand(c);
    return c.log.append({
      ...c.give('1', session),
      entry: { locationId: randomUUID(), sessionId: session, intent: 'x' },
    });
  }),
  attack('line_flow_allowed', 'from a vial to a patient, past any hand', (c) =>
    entryOf(c, 'give', [c.line('container', c.ids.vials[0], '-1'), c.line('patient', undefined, '1')]),
  ),
  attack('line_flow_allowed', 'a draw that goes to nobody', (c) =>
    entryOf(c, 'draw', [c.line('container', c.ids.vials[0], '-1'), c.line('loss', undefined, '1')]),
  ),
  attack('line_moves_something', 'a line of nothing', (c) =>
    entryOf(c, 'move', [c.line('container', c.ids.vials[5], '0')]),
  ),
  attack('line_volume_has_the_sign', 'a volume the other way', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { volumeMl: '0.02' }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('line_devices_have_the_sign', 'devices the other way', async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { deviceCount: 1 }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('line_counts_to_its_performer', "a dose on a colleague's account", async (c) => {
    const session = await inHand(c);
    const lines = [c.line('in_hand', session, '-1', { personId: c.ids.ann }), c.line('patient', undefined, '1')];
    return c.log.append({ ...c.give('1', session), lines });
  }),
  attack('entry_type_known', 'an entry of an unknown type', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), type: 'adjust' });
  }),
  attack('entry_not_in_future', 'a dose that will be given tomorrow', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), occurredAt: new Date(Date.now() + 86_400_000).toISOString() });
  }),
  attack('entry_reversed_once', 'a reversal twice', (c) => reversal(c, (record) => record, true)),
  attack('reversal_mirrors_entry', 'half a reversal', (c) =>
    reversal(c, (r) => ({
      ...r,
      lines: r.lines!.map((l) => ({ ...l, amountMg: (l.amountMg as string).replace('10', '5') })),
    })),
  ),
  attack('reversal_mirrors_entry', "a reversal off a colleague's account", (c) =>
    reversal(c, (r) => ({ ...r, lines: r.lines!.map((l) => ({ ...l, personId: c.ids.ann })) })),
  ),
  attack(
    'reversal_mirrors_entry',
    'a reversal of a count that moves stock, the constraint asked at once',
    async (c) => {
      const { actor } = await c.sign({ person: c.ids.ann, intent: 'count', meaning: 'checked' });
      const { seq } = await c.log.append({
        type: 'count',
        actors: [performer(c.ids.nurse), actor],
        entry: { locationId: c.ids.safe, intent: hashOf('count') },
        lines: [],
      });
      const undo = await c.sign({ person: c.ids.ann, intent: 'undo', meaning: 'checked' });
      await c.log.client.query('BEGIN; SET CONSTRAINTS countersign.reversal_mirrors_entry IMMEDIATE');
      try {
        return await c.log.appendInside({
          type: 'reversal',
          actors: [performer(c.ids.nurse), undo.actor],
          entry: { locationId: c.ids.safe, intent: hashOf('undo'), reversesSeq: seq },
          lines: [c.line('container', c.ids.vials[0], '-1'), c.line('loss', undefined, '1')],
        });
      } finally {
        await c.log.client.query('ROLLBACK');
      }
    },
  ),
  attack('entry_reversal_points_back', 'a reversal of nothing', (c) =>
    reversal(c, ({ entry, ...r }) => ({ ...r, entry: { ...entry, reversesSeq: undefined } })),
  ),
  attack('entry_reverses_an_earlier_one', 'a reversal of what is no entry', (c) =>
    reversal(c, ({ entry, ...r }) => ({ ...r, entry: { ...entry, reversesSeq: 0 } })),
  ),
];

/** Attacks on signatures. */
const ON_SIGNATURES: readonly LedgerAttack[] = [
  attack('entry_fully_signed', 'a waste nobody saw', (c) => wasteWith(c, [])),
  attack('entry_fully_signed', 'a waste one person saw', (c) => wasteWith(c, [c.ids.ann])),
  attack('entry_fully_signed', 'a witness who checked instead of seeing', (c) =>
    signedWaste(c, { meaning: 'checked' }),
  ),
  attack('entry_fully_signed', 'other evidence than the signature has', (c) =>
    signedWaste(c, { actor: { evidence: hashOf('no') } }),
  ),
  attack('entry_fully_signed', 'a signature that had expired', async (c) => {
    const { recordedAt } = await c.log.place();
    const madeAt = new Date(Date.parse(recordedAt) - 600_000).toISOString();
    return signedWaste(c, { sign: { madeAt, expiresAt: new Date(Date.parse(madeAt) + 120_000).toISOString() } });
  }),
  attack('entry_fully_signed', 'an expired signature, said to have been given in an earlier record', async (c) => {
    const { seq } = await c.log.append(note(c));
    const { recordedAt } = await c.log.place();
    const madeAt = new Date(Date.parse(recordedAt) - 120_000).toISOString();
    return signedWaste(c, {
      sign: { madeAt, expiresAt: new Date(Date.parse(madeAt) + 1).toISOString() },
      actor: { signedSeq: seq },
    });
  }),
  attack('entry_signature_pk', 'two equal witnesses', (c) => wasteWith(c, [c.ids.ann, c.ids.ann])),
  attack('entry_signature_pk', 'the performer as a witness', (c) => wasteWith(c, [c.ids.ann, c.ids.nurse])),
  attack('entry_signature_used_once', 'a signature used twice', async (c) => {
    const session = await inHand(c);
    const cosigners = await c.witnesses('once');
    await c.log.append(c.waste('1', { intent: 'once', cosigners, session }));
    return c.log.append(c.waste('1', { intent: 'once', cosigners, session }));
  }),
  attack('entry_signature_signs_this_intent', 'a signature made for another act', (c) =>
    signedWaste(c, { intent: 'another' }),
  ),
  attack('entry_signature_signs_this_intent', "somebody else's signature", (c) =>
    signedWaste(c, { actor: { id: c.ids.pharmacist } }),
  ),
  attack('entry_signature_signs_this_intent', 'a signature nobody made', (c) =>
    signedWaste(c, { actor: { signatureId: randomUUID() } }),
  ),
  attack('entry_signature_signs_this_intent', 'a signature given another meaning', (c) =>
    signedWaste(c, { actor: { meaning: 'checked' } }),
  ),
  attack('entry_signature_second_person_signed', 'a witness by name only', async (c) => {
    const session = await inHand(c);
    const { signatureId: _, ...named } = (await c.sign({ person: c.ids.ann, intent: 'x' })).actor;
    return c.log.append(c.waste('1', { intent: 'x', cosigners: [named], session }));
  }),
  attack('entry_has_one_performer', 'a colleague named as performing too', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), actors: [performer(c.ids.nurse), performer(c.ids.ann)] });
  }),
  attack('entry_signed_by_performer', 'an act whose performer only checked', async (c) => {
    const session = await inHand(c);
    const { actor } = await c.sign({ person: c.ids.nurse, intent: 'give', meaning: 'checked' });
    return c.log.append({ ...c.give('1', session), actors: [actor] });
  }),
  attack('signature_meaning_known', 'an unknown meaning', (c) =>
    c.sign({ person: c.ids.ann, intent: 'x', meaning: 'liked' }),
  ),
  attack('signature_token_unique', 'one token for two signatures', async (c) => {
    const { row } = await c.sign({ person: c.ids.ann, intent: 'x' });
    return c.sign({ person: c.ids.ben, intent: 'x' }, { tokenHash: row.tokenHash });
  }),
  attack('signature_lasts_two_minutes', 'a signature for a day', (c) =>
    c.sign({ person: c.ids.ann, intent: 'x' }, { expiresAt: new Date(Date.now() + 86_400_000).toISOString() }),
  ),
  attack('signature_made_now', 'a signature for tomorrow', (c) => {
    const tomorrow = Date.now() + 86_400_000;
    const [madeAt, expiresAt] = [new Date(tomorrow).toISOString(), new Date(tomorrow + 120_000).toISOString()];
    return c.sign({ person: c.ids.ann, intent: 'x' }, { madeAt, expiresAt });
  }),
  attack('signature_keeps_its_identity', 'a signature given two more minutes', async (c) => {
    const { row } = await c.sign({ person: c.ids.ann, intent: 'x' });
    const madeAt = (await c.log.place()).recordedAt;
    return put(c, { ...row, madeAt, expiresAt: new Date(Date.parse(madeAt) + 120_000).toISOString() });
  }),
];

const alarm = (more: JsonObject = {}): JsonObject => ({
  table: 'alarm',
  alarmId: randomUUID(),
  kind: `tree_${randomUUID().replace(/[^a-z]/g, '')}`,
  detail: 'x',
  raisedAt: '2026-01-02T15:00:00.000Z',
  ...more,
});

const logKey = (more: JsonObject = {}): JsonObject => ({
  table: 'log_key',
  logKeyId: randomUUID(),
  vkey: `clinic.example/x+00000000+${hashOf(randomUUID())}`,
  addedAt: '2026-01-02T15:00:00.000Z',
  ...more,
});

const ON_SIGNED_HEADS: readonly LedgerAttack[] = [
  attack('alarm_kind_is_a_word', 'an alarm of no kind', (c) => put(c, alarm({ kind: 'No!' }))),
  attack('alarm_closed_by_somebody', 'an alarm closed by nobody', (c) =>
    put(c, alarm({ closedAt: '2026-01-02T15:00:00.000Z' })),
  ),
  attack('alarm_open_once', 'one alarm twice', (c) => put(c, alarm({ kind: 'tree_x' }), alarm({ kind: 'tree_x' }))),
  attack('alarm_keeps_its_identity', 'an alarm that says something else', async (c) => {
    const row = alarm();
    await put(c, row);
    return put(c, { ...row, detail: 'y' });
  }),
  attack('log_key_is_a_vkey', 'a key that is none', (c) => put(c, logKey({ vkey: 'clinic.example/x+0+x' }))),
  attack('log_key_recorded_once', 'a key added twice', async (c) => {
    const { vkey } = logKey();
    await put(c, logKey({ vkey }));
    return put(c, logKey({ vkey }));
  }),
  attack('log_key_retired_after_added', 'a key retired before it was added', (c) =>
    put(c, logKey({ retiredAt: '2026-01-01T15:00:00.000Z' })),
  ),
  attack('log_key_keeps_its_identity', 'a key exchanged for another', async (c) => {
    const row = logKey();
    await put(c, row);
    return put(c, { ...row, vkey: logKey().vkey });
  }),
  attack('log_incarnation_renames_the_log', 'a new incarnation in a log that goes on as before', async (c) => {
    const { seq, origin } = await c.log.place();
    const of = { incarnationId: randomUUID(), number: 9, fromSeq: seq, previousOrigin: origin, previousSize: 1 };
    return put(c, { table: 'log_incarnation', origin: `y/site/${c.log.siteId}`, previousRootHash: 'x', ...of });
  }),
  attack('log_incarnation_renames_the_log', 'another origin by a record of another kind', (c) =>
    c.log.beginIncarnation({}, { type: 'note' }),
  ),
  attack('log_incarnation_renames_the_log', 'a new incarnation under a key that is not its own', (c) =>
    c.log.beginIncarnation({}, { key: randomUUID() }),
  ),
  attack('site_head_only_grows', 'a new incarnation of another log', (c) =>
    c.log.beginIncarnation({ previousOrigin: 'x' }),
  ),
  attack('log_incarnation_begins_with_its_record', 'a new incarnation from an earlier record on', (c) =>
    c.log.beginIncarnation({ fromSeq: 1 }),
  ),
  attack('log_incarnation_number_counts', 'an incarnation before the first', (c) =>
    c.log.beginIncarnation({ number: 1 }),
  ),
  attack('log_incarnation_origin_is_new', 'a new incarnation under the old origin', async (c) => {
    const { origin } = await c.log.place();
    return c.log.beginIncarnation({ origin, previousOrigin: origin });
  }),
  attack('log_incarnation_numbered', 'two incarnations of one number', async (c) => {
    await c.log.beginIncarnation();
    return c.log.beginIncarnation({ number: 2 });
  }),
];

export const LEDGER_ATTACKS: readonly LedgerAttack[] = [
  ...ON_THE_LOG,
  ...ON_THE_SITE,
  ...ON_THINGS,
  ...ON_ENTRIES,
  ...ON_SIGNATURES,
  ...ON_SIGNED_HEADS,
  ...KEY_ATTACKS,
  ...ERASURE_ATTACKS,
];
