import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, id } from '../support/api.js';
import { Clinic, SUPPLIER } from '../support/clinic.js';

const STAFF = { rph1: 'pharmacist', rph2: 'pharmacist', rn1: 'nurse' } as const;
let clinic: Clinic<keyof typeof STAFF>;

beforeAll(async () => {
  clinic = await Clinic.open('stock', STAFF);
}, 60_000);

afterAll(() => clinic?.stop());

/** An act of rph1, checked by rph2. */
function checked(act: string, body: object, { by = clinic.staff.rph2, key = randomUUID() as string } = {}) {
  return clinic.signed({ act, body, by: clinic.staff.rph1, signers: [by], key });
}

async function received(change: object = {}) {
  return done(checked('receipts', clinic.receipt(change)));
}

const labelsOf = (body: Record<string, unknown>) => (body.containers as { label: string }[]).map(({ label }) => label);

describe('a receipt', () => {
  test('is labelled, traceable to its lot, and signed by the second person', async () => {
    const body = await received({ labelPrefix: 'FIRST' });
    expect(labelsOf(body)).toEqual(['FIRST-01', 'FIRST-02', 'FIRST-03']);
    expect(body).toMatchObject({
      lotNumber: 'LT101',
      expiresOn: '2060-01-31',
      warnings: ['missing_serial'],
      late: false,
    });
    expect((await clinic.organisation.records(clinic.siteId))[0]).toMatchObject({
      type: 'receipt',
      act: { warnings: ['missing_serial'], gtin: '00304092053105' },
      actors: [{ meaning: 'performed' }, { id: clinic.staff.rph2.personId, meaning: 'checked' }],
    });
    const found = await clinic.staff.rn1.get(clinic.path('/containers?label=FIRST-02'));
    expect(found.body.items).toMatchObject([
      { label: 'FIRST-02', state: 'sealed', lotNumber: 'LT101', productCode: 'KET50', locationCode: 'SAFE' },
    ]);
    const receipt = await clinic.staff.rn1.get(clinic.path(`/receipts/${id(body.receiptId)}`));
    expect(receipt.body).toMatchObject({ supplierDeaNumber: SUPPLIER.deaNumber, countedCount: 3, seq: body.seq });
    expect(labelsOf(receipt.body)).toEqual(labelsOf(body));
  });

  test('sent again gives the first answer, and books nothing twice', async () => {
    const key = randomUUID();
    const said = clinic.receipt({ labelPrefix: 'AGAIN' });
    const first = await checked('receipts', said, { key });
    const again = await checked('receipts', said, { key });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    const other = await clinic.staff.rph1.post(clinic.path('/receipts'), { ...said, invoice: 'INV-2' }, key);
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test('of a hundred containers with serials fits a record; what a hundred and one would be is refused', async () => {
    const serials = Array.from({ length: 100 }, (_, nth) => `SERIALNUMBER000${1000 + nth}`);
    const hundred = { invoicedCount: 100, countedCount: 100, serials, labelPrefix: 'H'.repeat(16) };
    expect(labelsOf(await received(hundred))).toHaveLength(100);
    const { rows } = await clinic.organisation.superuser.query(
      `SELECT octet_length(record) AS bytes FROM countersign.audit_record WHERE site_id = $1 ORDER BY seq DESC LIMIT 1`,
      [clinic.siteId],
    );
    expect((rows[0] as { bytes: number }).bytes).toBeLessThanOrEqual(16_384);
    const stored = await clinic.organisation.superuser.query(
      `SELECT count(*)::int AS n, count(DISTINCT serial)::int AS serials FROM countersign.container WHERE label LIKE 'HHHH%'`,
    );
    expect(stored.rows[0]).toEqual({ n: 100, serials: 100 });
    const more = await checked('receipts', clinic.receipt({ invoicedCount: 101, countedCount: 101 }));
    expect(more.body.code).toBe('too_many_containers');
    const twice = await checked('receipts', clinic.receipt({ countedCount: 1, serials: [serials[7]] }));
    expect([twice.body.code, twice.body.field]).toEqual(['serial_already_received', 'serials.0']);
  });

  test('that differs from the invoice opens a discrepancy', async () => {
    const body = await received({ invoicedCount: 5 });
    const { rows } = await clinic.organisation.superuser.query(
      `SELECT kind, variance_containers, variance_ug::int, status FROM countersign.discrepancy WHERE discrepancy_id = $1`,
      [body.discrepancyId],
    );
    expect(rows).toEqual([{ kind: 'receipt', variance_containers: -2, variance_ug: -1_000_000, status: 'open' }]);
  });

  test('is typed where there is nothing to scan, and labelled by day and receipt', async () => {
    const typed = { scan: undefined, lotNumber: 'lt-9', expiresOn: '2020-01-31', labelPrefix: undefined };
    const body = await received({ ...typed, supplier: { ...SUPPLIER, name: 'Example Wholesale' } });
    expect(labelsOf(body)[0]).toMatch(/^\d{8}-[0-9a-f]{6}-01$/);
    expect(body.warnings).toEqual(['expired_on_arrival', 'supplier_known_by_other_details']);
  });

  test.each<[object, string]>([
    [{ supplier: { ...SUPPLIER, deaNumber: 'PE8711070' }, scan: 'x' }, 'invalid_dea_number'],
    [{ scan: ']d201003040920531061728011310LT101' }, 'invalid_barcode'],
    [{ scan: ']d201003674571812021728011310AB103' }, 'invalid_barcode'],
    [{ scan: ']d201003040920531051728011310LT101', expiresOn: '2028-01-31' }, 'invalid_barcode'],
    [{ scan: ']d201003040920531051728011310LT101' }, 'lot_conflict'],
    [{ labels: ['FIRST-01', 'B', 'C'] }, 'label_already_used'],
    [{ labels: ['B', 'C'] }, 'request_invalid'],
    [{ locationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' }, 'unknown_reference'],
    [{ occurredAt: '2020-01-01T08:00:00Z' }, 'late_entry_needs_reason'],
    [{ supplier: { name: 'X' } }, 'request_invalid'],
  ])('with %j is refused', async (change, code) => {
    expect((await checked('receipts', clinic.receipt(change))).body.code).toBe(code);
  });

  test('by oneself or unsigned is refused', async () => {
    const self = await checked('receipts', clinic.receipt(), { by: clinic.staff.rph1 });
    expect(self.body.code).toBe('second_person_is_performer');
    const unsigned = await clinic.staff.rph1.post(clinic.path('/receipts'), clinic.receipt());
    expect(unsigned.body.code).toBe('second_person_missing');
    expect((await clinic.staff.rn1.post(clinic.path('/receipts'), clinic.receipt())).body.code).toBe('not_permitted');
  });

  test('is found by its invoice and by whether its count agrees, with what was opened for it', async () => {
    const [supplier] = (await done(clinic.staff.rph1.get(clinic.path('/suppliers')))).items as { supplierId: string }[];
    const short = await received({ invoice: 'INV-SHORT', invoicedCount: 4 });
    const found = async (query: string) =>
      (await done(clinic.staff.rn1.get(clinic.path(`/receipts?limit=200&${query}`)))).items as Record<
        string,
        unknown
      >[];
    expect(await found('invoice=INV-SHORT')).toMatchObject([
      {
        receiptId: short.receiptId,
        discrepancyId: short.discrepancyId,
        discrepancyStatus: 'open',
        locationCode: 'SAFE',
      },
    ]);
    const differing = await found(`counted=differs&supplierId=${supplier!.supplierId}`);
    expect(differing.every(({ invoicedCount, countedCount }) => invoicedCount !== countedCount)).toBe(true);
    expect(await found('counted=agrees&invoice=INV-SHORT')).toEqual([]);
  });

  test('is listed, last first', async () => {
    const page = await clinic.staff.rn1.get(clinic.path('/receipts?limit=2'));
    const seqs = (page.body.items ?? []).map(({ seq }) => Number(seq));
    expect(seqs).toHaveLength(2);
    expect(seqs[0]).toBeGreaterThan(seqs[1]!);
    const next = await clinic.staff.rn1.get(clinic.path(`/receipts?limit=2&cursor=${String(page.body.nextCursor)}`));
    expect(Number(next.body.items?.[0]?.seq)).toBeLessThan(seqs[1]!);
  });
});

describe('a scan', () => {
  const scan = (text: string) => clinic.staff.rn1.send('POST', clinic.path('/scans'), { scan: text });

  test('says what it holds and of which product it is, and is no record', async () => {
    const before = (await clinic.types()).length;
    expect((await scan(']d201003040920531051728011310LT101\u001d21S1')).body).toMatchObject({
      kind: 'product',
      gtin: '00304092053105',
      product: { productId: clinic.productId, code: 'KET50', name: 'Ketamine hydrochloride injection' },
      lotNumber: 'LT101',
      expiresOn: '2028-01-13',
      serial: 'S1',
      warnings: [],
    });
    expect((await scan(']d20100367457181202')).body).toMatchObject({
      warnings: ['missing_serial', 'missing_expiry', 'missing_lot'],
    });
    expect((await scan(']d20100367457181202')).body).not.toHaveProperty('product');
    expect((await scan('no barcode')).body).toEqual({ kind: 'unknown', warnings: [] });
    expect((await scan(']d2no barcode')).body.code).toBe('invalid_barcode');
    expect((await scan('00304092053106')).body.code).toBe('invalid_barcode');
    expect(await clinic.types()).toHaveLength(before);
  });
});

describe('a container', () => {
  test('moves with a second person, by label', async () => {
    const [label] = labelsOf(await received());
    const moved = await checked('moves', { container: label, toLocationId: clinic.locations.ROOM1 });
    expect(moved.body).toMatchObject({
      label,
      fromLocationId: clinic.locations.SAFE,
      toLocationId: clinic.locations.ROOM1,
    });
    const again = await checked('moves', { container: label, toLocationId: clinic.locations.ROOM1 });
    expect(again.body.code).toBe('same_location');
    const nothing = await checked('moves', { container: 'NONE-01', toLocationId: clinic.locations.ROOM1 });
    expect(nothing.body.code).toBe('unknown_container');
    const one = await clinic.staff.rn1.get(clinic.path(`/containers/${label}`));
    expect(one.body).toMatchObject({ label, locationCode: 'ROOM1' });
    expect((await clinic.staff.rn1.get(clinic.path(`/containers/${id(one.body.containerId)}`))).body).toEqual(one.body);
    const there = await clinic.staff.rn1.get(
      clinic.path(`/containers?locationId=${clinic.locations.ROOM1}&state=sealed`),
    );
    expect(there.body.items).toHaveLength(1);
  });

  test('tells its book at one address only, and who looked is a record', async () => {
    const [label] = labelsOf(await received());
    const everywhere = [`/containers?label=${label}`, `/containers/${label}`, '/lots', '/receipts'];
    for (const path of everywhere) {
      expect(JSON.stringify((await clinic.staff.rn1.get(clinic.path(path))).body)).not.toMatch(
        /amountMg|volumeMl|book|"500"/i,
      );
    }
    const path = clinic.path(`/containers/${label}/book`);
    expect((await clinic.staff.rn1.get(path)).body.code).toBe('not_permitted');
    const book = await clinic.staff.rph1.get(path);
    expect(book.body).toMatchObject({ label, state: 'sealed', bookAmountMg: '500', bookVolumeMl: '10' });
    expect((await clinic.organisation.records(clinic.siteId))[0]).toMatchObject({
      type: 'book_read',
      subjects: expect.arrayContaining([book.body.containerId]),
      actors: [{ id: clinic.staff.rph1.personId }],
    });
    expect((await clinic.staff.rph1.get(clinic.path('/containers/NONE-01/book'))).body.code).toBe('not_found');
  });

  test('is shown while it is in stock; what is past its day is what to take out', async () => {
    const show = async (what: string) => {
      const page = await done(clinic.staff.rn1.get(clinic.path(`/containers?limit=200&show=${what}`)));
      return page.items as { expiresOn: string; state: string }[];
    };
    const there = await show('in_stock');
    expect(there.some(({ expiresOn }) => expiresOn === '2060-01-31')).toBe(true);
    const unusable = await show('unusable');
    expect(unusable.map(({ expiresOn }) => expiresOn)).toEqual(['2020-01-31', '2020-01-31', '2020-01-31']);
  });

  test('is listed by expiry; filters and lots hold', async () => {
    const soon = await clinic.staff.rn1.get(clinic.path('/containers?expiringBefore=2021-01-01'));
    expect(soon.body.items).toHaveLength(3);
    expect((await clinic.staff.rn1.get(clinic.path('/containers?expiringBefore=2021-02-30'))).body.code).toBe(
      'request_invalid',
    );
    const lots = (await clinic.staff.rn1.get(clinic.path('/lots'))).body.items;
    expect(lots).toMatchObject([{ lotNumber: 'lt-9', expiresOn: '2020-01-31' }, { lotNumber: 'LT101' }]);
    const page = await clinic.staff.rn1.get(clinic.path('/containers?limit=2'));
    const next = await clinic.staff.rn1.get(clinic.path(`/containers?limit=2&cursor=${String(page.body.nextCursor)}`));
    const labels = [...(page.body.items ?? []), ...(next.body.items ?? [])].map(({ label }) => label);
    expect(new Set(labels).size).toBe(4);
  });
});
