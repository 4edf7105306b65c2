import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { Vault } from '../../src/platform/crypto/vault.js';
import { Api, type Body } from '../support/api.js';
import { Organisation, type Person } from '../support/organisation.js';
import { hashOf, performer, RawClinic } from '../support/raw-clinic.js';
import { RawLog, type RawRecord } from '../support/raw-log.js';

let org: Organisation;
let client: pg.Client;
let clinic: RawClinic;
let officer: Api;
let nurse: Person;
let nurseApi: Api;
/** A moment while a drawn dose is in hand. */
let middle: string;
let end: string;
const START = '2020-01-01T00:00:00Z';
const seqs: Record<string, number> = {};

beforeAll(async () => {
  org = await Organisation.start('reports');
  client = new pg.Client({ connectionString: org.database.appUrl });
  await client.connect();
  const secrets = JSON.parse(readFileSync(join(org.server.dataFolder, 'secrets.json'), 'utf8')) as { vaultKey: string };
  const vault = new Vault(Buffer.from(secrets.vaultKey, 'base64'));
  clinic = await RawClinic.open(new RawLog(client, randomUUID(), vault));
  const siteId = clinic.log.siteId;
  nurse = await org.person('rn1', { siteId, role: 'nurse' });
  const ann = await org.person('ann1', { siteId, role: 'witness' });
  const ben = await org.person('ben1', { siteId, role: 'pharmacist' });
  Object.assign(clinic.ids, { nurse: nurse.personId, ann: ann.personId, ben: ben.personId });
  officer = await org.as(await org.person('com1', { siteId, role: 'compliance_officer' }));
  nurseApi = await org.as(nurse);
  await history();
}, 120_000);

afterAll(async () => {
  await client?.end();
  await org?.stop();
});

/** A session that begins before `middle` and ends after it, with a waste taken back and made again, and a late dose. */
async function history(): Promise<void> {
  const { ids, log } = clinic;
  // A name from outside that a spreadsheet would run.
  await log.append({
    type: 'product_changed',
    changes: [{ table: 'product', productId: ids.vial, name: '=HYPERLINK("http://x")' }],
    actors: [performer(ids.ben, 'pharmacist')],
  });
  await clinic.startSession();
  await log.append(clinic.draw('40'));
  middle = await now();
  seqs.give = (await log.append(clinic.give('30'))).seq;
  await log.append({
    type: 'patient_changed',
    actors: [performer(ids.nurse)],
    changes: [{ table: 'patient', patientId: ids.patient, privateSeq: (await log.place()).seq, active: true }],
    private: { name: 'Synthia Placeholder', address: '2 New Street' },
  });
  seqs.wrongWaste = await waste('2.5', 'Left in the syringe');
  const second = await clinic.sign({ person: ids.ben, intent: 'undo', meaning: 'approved' });
  const { lines } = clinic.waste('2.5', { intent: '', cosigners: [] });
  seqs.reversal = (
    await log.append({
      type: 'reversal',
      actors: [performer(ids.nurse), second.actor],
      entry: { locationId: ids.safe, sessionId: ids.session, intent: hashOf('undo'), reversesSeq: seqs.wrongWaste },
      lines: lines!.map((line) => ({ ...line, amountMg: String(-Number(line.amountMg)), personId: ids.nurse })),
      private: { reason: 'Wrong session' },
    })
  ).seq;
  seqs.waste = await waste('2.5', '+1 drop');
  const late = clinic.give('7.5');
  seqs.late = (
    await log.append({
      ...late,
      entry: { ...late.entry, late: true },
      occurredAt: new Date(Date.parse(middle) - 1_000).toISOString(),
      private: { lateReason: 'Power cut' },
    } as RawRecord)
  ).seq;
  end = await now();
}

async function waste(mg: string, reason: string): Promise<number> {
  const intent = randomUUID();
  const record = clinic.waste(mg, { intent, cosigners: await clinic.witnesses(intent) });
  return (await clinic.log.append({ ...record, private: { reason } })).seq;
}

/** The database's clock between two records. */
async function now(): Promise<string> {
  await sleep(3);
  const { rows } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  await sleep(3);
  return rows[0]!.at.toISOString();
}

const path = (report: string, query: Record<string, string | number>) =>
  `/sites/${clinic.log.siteId}/reports/${report}?${new URLSearchParams(query as Record<string, string>)}`;

async function read(report: string, query: Record<string, string | number>, as = officer): Promise<Body> {
  const { status, body } = await as.get(path(report, query));
  expect({ status, body }).toEqual({ status: 200, body });
  return body;
}

async function csv(report: string, query: Record<string, string>, accept?: string) {
  const response = await fetch(`${officer.url}/api/v1${path(report, query)}`, {
    headers: { ...officer.headers, ...(accept ? { accept } : {}) },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    rows: parse(bytes, { columns: true }) as Record<string, string>[],
  };
}

const newest = async () => (await org.records(clinic.log.siteId))[0] as unknown as Record<string, never>;

describe('reconciliation', () => {
  test('a border inside a session: what was in hand before it is the opening after it', async () => {
    const before = await read('reconciliation', { from: START, to: middle, by: 'product' });
    expect(before.items).toMatchObject([
      {
        productCode: 'KET50',
        openingMg: '0',
        receivedMg: '5000',
        administeredMg: '0',
        inHandMg: '40',
        closingBookMg: '4960',
        sealedContainers: 9,
        holds: true,
      },
    ]);
    const after = await read('reconciliation', { from: middle, to: end, by: 'product' });
    expect(after.items).toMatchObject([
      {
        openingMg: '5000',
        openingBookMg: '4960',
        openingInHandMg: '40',
        receivedMg: '0',
        administeredMg: '37.5',
        wastedMg: '2.5',
        inHandMg: '0',
        closingBookMg: '4960',
        differenceMg: '0',
        holds: true,
      },
    ]);
  });

  test('a reversal takes off what it reverses, and is listed with what it points at', async () => {
    const wasted = await read('reconciliation', { from: middle, to: end, by: 'session' });
    expect(wasted.items).toMatchObject([
      { sessionId: clinic.ids.session, openingInHandMg: '40', drawnMg: '0', administeredMg: '37.5', wastedMg: '2.5' },
    ]);
    expect(wasted.reversals).toMatchObject([
      { seq: seqs.reversal, reversesSeq: seqs.wrongWaste, reversedType: 'waste', amountMg: '2.5' },
    ]);
  });

  test('a dose given before the border and recorded after it is a figure of after, and both say so', async () => {
    const after = await read('reconciliation', { from: middle, to: end, by: 'site' });
    expect(after.lateEntries).toMatchObject([{ seq: seqs.late, relation: 'happened_before', amountMg: '7.5' }]);
    const before = await read('reconciliation', { from: START, to: middle, by: 'site' });
    expect(before.lateEntries).toMatchObject([{ seq: seqs.late, relation: 'recorded_after' }]);
    const report = await read('late-entries', { from: middle, to: end });
    expect(report.items).toMatchObject([{ seq: seqs.late, lateReason: 'Power cut', late: true }]);
  });

  test('by person, lot, container and location', async () => {
    const all = { from: START, to: end };
    const { items: persons } = await read('reconciliation', { ...all, by: 'person', personId: nurse.personId });
    expect(persons).toMatchObject([
      { personName: 'The rn1', drawnMg: '40', administeredMg: '37.5', wastedMg: '2.5', inHandMg: '0' },
    ]);
    const { items: lots } = await read('reconciliation', { ...all, by: 'lot' });
    expect(lots).toMatchObject([{ lotNumber: 'L1', receivedMg: '5000', drawnMg: '40', sealedContainers: 9 }]);
    const { items: places } = await read('reconciliation', { ...all, by: 'location' });
    expect(places).toMatchObject([{ locationCode: 'SAFE', productCode: 'KET50', closingBookMg: '4960' }]);
  });

  test('a long dimension comes in pages that together are all of it', async () => {
    const labels: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { from: START, to: end, by: 'container', limit: '4', ...(cursor ? { cursor } : {}) };
      const page = await read('reconciliation', query);
      expect(page.items!.length).toBeLessThanOrEqual(4);
      labels.push(...page.items!.map(({ containerLabel }) => containerLabel));
      cursor = page.nextCursor as string | undefined;
    } while (cursor);
    expect(labels).toEqual(Array.from({ length: 10 }, (_, nth) => `V-${nth}`));
  });

  test('days are the site’s, the last included', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());
    const { period, items } = await read('reconciliation', { from: '2020-01-01', to: day, by: 'site' });
    expect(period).toMatchObject({ from: '2020-01-01T06:00:00.000Z', timeZone: 'America/Chicago' });
    expect(items).toMatchObject([{ administeredMg: '37.5' }]);
  });

  test('what cannot be answered is refused', async () => {
    const refused = async (query: Record<string, string>) => {
      const { status, body } = await officer.get(path('reconciliation', query));
      return { status, code: body.code, field: body.field };
    };
    const lotId = randomUUID();
    const all = { from: START, to: end };
    const invalid = (field: string) => ({ status: 400, code: 'request_invalid', field });
    expect(await refused({ ...all, by: 'session', lotId })).toEqual(invalid('lotId'));
    expect(await refused({ ...all, by: 'weather' })).toEqual(invalid('by'));
    expect(await refused({ from: end, to: START, by: 'site' })).toEqual(invalid('to'));
    expect(await refused({ from: 'last week', to: end, by: 'site' })).toEqual(invalid('from'));
    expect(await refused({ ...all, by: 'site', cursor: 'x' })).toEqual(invalid('cursor'));
  });
});

describe('exports', () => {
  test('a CSV is plain UTF-8 with units in its names, runs nothing, and is recorded', async () => {
    const found = await csv('reconciliation', { from: START, to: end, by: 'product', format: 'csv' });
    expect(found.status).toBe(200);
    expect(found.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(found.headers.get('content-disposition')).toMatch(
      /^attachment; filename="reconciliation-by-product_2019-12-31_\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(found.bytes[0]).toBe('p'.charCodeAt(0));
    expect(found.rows).toMatchObject([
      {
        product_code: 'KET50',
        product_name: `'=HYPERLINK("http://x")`,
        administered_mg: '37.5',
        sealed_containers: '9',
      },
    ]);
    expect(await newest()).toMatchObject({
      type: 'export',
      act: { report: 'reconciliation', by: 'product', rows: 1 },
      actors: [{ role: 'compliance_officer', meaning: 'performed' }],
    });
  });

  test('the record of an export has the digest of the file, and the file’s headers say which record that is', async () => {
    const found = await csv('reconciliation', { from: START, to: end, by: 'product', format: 'csv' });
    const sha256 = createHash('sha256').update(found.bytes).digest('base64');
    expect(found.headers.get('repr-digest')).toBe(`sha-256=:${sha256}:`);
    expect(await newest()).toMatchObject({ seq: Number(found.headers.get('countersign-record')), act: { sha256 } });
  });

  test('a JSON file is the whole of what the pages say, and is recorded too', async () => {
    const asked = { from: START, to: end, by: 'container' };
    const file = await officer.get(path('reconciliation', { ...asked, format: 'json_file', limit: 1 }));
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="reconciliation-by-container_.*\.json"$/,
    );
    expect(file.body).toEqual(await read('reconciliation', { ...asked, limit: 200 }));
    const list = await officer.get(path('wastage-log', { from: START, to: end, format: 'json_file', limit: 1 }));
    expect(list.body).toEqual(await read('wastage-log', { from: START, to: end }));
    expect(await newest()).toMatchObject({ type: 'export', act: { report: 'wastage-log', rows: 2 } });
  });

  test('the header Accept asks for CSV as well', async () => {
    const found = await csv('open-vials', {}, 'text/csv');
    expect(found.rows).toMatchObject([{ container_label: 'V-0', book_mg: '460', book_ml: '9.2', past_use: 'true' }]);
    expect(await newest()).toMatchObject({ type: 'export', act: { report: 'open-vials', rows: 1 } });
  });
});

describe('lists', () => {
  test('stock is what is there now', async () => {
    const { items } = await read('stock', {});
    expect(items).toMatchObject([
      {
        locationCode: 'SAFE',
        productCode: 'KET50',
        lotNumber: 'L1',
        sealedContainers: 9,
        sealedMg: '4500',
        openContainers: 1,
        openMg: '460',
        bookMg: '4960',
      },
    ]);
  });

  test('the wastage log names who saw it, why, and what was taken back', async () => {
    const { items } = await read('wastage-log', { from: START, to: end });
    expect(items).toMatchObject([
      { seq: seqs.wrongWaste, amountMg: '2.5', reason: 'Left in the syringe', reversedBySeq: seqs.reversal },
      { seq: seqs.waste, source: 'in_hand', reason: '+1 drop', personName: 'The rn1', late: false },
    ]);
    const names = (items![0]!.witnesses as { name: string }[]).map(({ name }) => name);
    expect(names.sort()).toEqual(['The ann1', 'The ben1']);
    const { rows } = await csv('wastage-log', { from: START, to: end, format: 'csv' });
    expect(rows.map(({ reason }) => reason)).toEqual(['Left in the syringe', "'+1 drop"]);
    const pages = await read('wastage-log', { from: START, to: end, limit: 1 });
    const second = await read('wastage-log', { from: START, to: end, limit: 1, cursor: String(pages.nextCursor) });
    expect(second.items).toMatchObject([{ seq: seqs.waste }]);
    expect(second.nextCursor).toBeUndefined();
  });

  test('the administration log has the name and address of the time, and reading it is recorded', async () => {
    const { items } = await read('administration-log', { from: START, to: end });
    expect(items).toMatchObject([
      {
        seq: seqs.give,
        patientName: 'Synthia Placeholder',
        patientAddress: '1 Example Way',
        initials: 'TR',
        strength: '50 mg/mL',
        form: 'injection',
        prescriberName: 'Dr. Order',
        lotNumbers: ['L1'],
        amountMg: '30',
      },
      { seq: seqs.late, patientAddress: '2 New Street', amountMg: '7.5', late: true },
    ]);
    expect(await newest()).toMatchObject({
      type: 'patient_read',
      act: { purpose: 'administration-log', shown: 1 },
      subjects: [clinic.ids.patient],
    });
  });

  test('exporting it is both a read of patients’ data and an export', async () => {
    await csv('administration-log', { from: START, to: end, format: 'csv' });
    const [last, before] = await org.records(clinic.log.siteId);
    expect([before, last]).toMatchObject([{ type: 'patient_read' }, { type: 'export', act: { rows: 2 } }]);
  });

  test('of one person, product or place; what a list cannot be asked for is refused', async () => {
    const ofPeriod = { from: START, to: end };
    const ofNow = ['stock', 'open-vials'];
    const count = async (report: string, only: Record<string, string>) =>
      (await read(report, { ...(ofNow.includes(report) ? {} : ofPeriod), ...only })).items?.length;
    const { nurse: personId, ann, vial: productId, safe: locationId } = clinic.ids;
    const ofAnn = { personId: ann };
    expect(await count('wastage-log', { personId, productId })).toBe(2);
    expect(await count('wastage-log', ofAnn)).toBe(0);
    expect(await count('wastage-log', { locationId: randomUUID() })).toBe(0);
    expect(await count('administration-log', { locationId })).toBe(2);
    expect(await count('administration-log', ofAnn)).toBe(0);
    expect(await count('late-entries', { personId })).toBe(1);
    expect(await count('late-entries', ofAnn)).toBe(0);
    expect(await count('stock', { locationId })).toBe(1);
    expect(await count('stock', { productId: randomUUID() })).toBe(0);
    expect(await count('open-vials', { productId: randomUUID() })).toBe(0);
    const { body } = await officer.get(path('stock', ofAnn));
    expect(body).toMatchObject({ code: 'request_invalid', field: 'personId' });
  });

  test('who may not read reports is refused, and that shows in the refused attempts', async () => {
    const before = await now();
    const { status, body } = await nurseApi.get(path('stock', {}));
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'not_permitted' });
    const { items } = await read('refused-attempts', { from: before, to: '2099-01-01' });
    expect(items).toMatchObject([
      { personName: 'The rn1', code: 'not_permitted', act: 'GET /api/v1/sites/:siteId/reports/stock', role: 'nurse' },
    ]);
    const only = async (code: string) =>
      (await read('refused-attempts', { from: before, to: '2099-01-01', code })).items?.length;
    expect([await only('not_permitted'), await only('witness_missing')]).toEqual([1, 0]);
  });
});
