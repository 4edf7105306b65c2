import { describe, expect, test } from '@jest/globals';
import { receive } from '../../../src/domain/acts/receive.js';
import type { Receipt } from '../../../src/domain/acts/receipt.js';
import type { Outcome } from '../../../src/domain/ledger/outcome.js';
import { changedRows, recordBytes, type RecordChange } from '../../../src/domain/ledger/record.js';
import type { LoadedState } from '../../../src/domain/ledger/state.js';
import { MAX_RECORD_BYTES } from '../../../src/domain/log/canonical-json.js';
import { refuse } from '../../../src/domain/refusal.js';
import { containerRow, id, INTENT, ledgerState, productRow, signed } from '../../support/ledger-state.js';

const pharmacist = id(101);
const nurse = id(102);
const safe = { locationId: id(40), code: 'SAFE', name: 'Safe', active: true };
const wholesale = {
  supplierId: id(50),
  name: 'Example Wholesale Drug Co',
  deaNumber: 'PE8711079',
  address: '500 Distribution Way, Peoria, IL 62602',
};
const lot = { lotId: id(32), productId: id(20), lotNumber: 'LT101', expiresOn: '2028-01-31' };

function receiptOf(change: Partial<Receipt> = {}): Receipt {
  return {
    receiptId: id(60),
    supplier: {
      newSupplierId: id(51),
      name: wholesale.name,
      deaNumber: wholesale.deaNumber,
      address: wholesale.address,
    },
    invoice: 'INV-50565',
    invoicedCount: 2,
    countedCount: 2,
    locationId: safe.locationId,
    package: { productId: id(20), lotNumber: 'LT101', expiresOn: '2028-01-31', warnings: [] },
    labels: ['A-01', 'A-02'],
    containerIds: [id(71), id(72)],
    newLotId: id(33),
    newDiscrepancyId: id(80),
    performerId: pharmacist,
    intent: INTENT,
    signatureHashes: ['token-0'],
    ...change,
  };
}

function stateWith(rows: LoadedState['rows'] = {}, signerId = nurse, policy = {}) {
  const { signature, signer } = signed({ personId: signerId });
  return ledgerState({
    rows: { product: [productRow()], location: [safe], signature: [signature], ...rows },
    signers: [signer],
    policy,
  });
}

function accepted(change: Partial<Receipt> = {}, rows: LoadedState['rows'] = {}): Outcome {
  const decided = receive(receiptOf(change))(stateWith(rows));
  if ('code' in decided) throw new Error(decided.code);
  return decided;
}

function rowsOf(outcome: Outcome, table: string): RecordChange[] {
  return changedRows(outcome.changes ?? []).filter((row) => row.table === table);
}

describe('a receipt', () => {
  test('books what was counted, from the supplier into sealed containers', () => {
    const outcome = accepted();
    expect(outcome.lines).toEqual([
      { holder: 'supplier', productId: id(20), locationId: id(40), amountMg: '-1000', volumeMl: '-20' },
      {
        holder: 'container',
        ids: [id(71), id(72)],
        productId: id(20),
        locationId: id(40),
        amountMg: '500',
        volumeMl: '10',
      },
    ]);
    expect(rowsOf(outcome, 'container')).toHaveLength(2);
    expect(rowsOf(outcome, 'container')[1]).toMatchObject({
      containerId: id(72),
      label: 'A-02',
      lotId: id(33),
      state: 'sealed',
      labelAmountMg: '500',
      overfillAllowanceMg: '25',
      expiresOn: '2028-01-31',
    });
    expect(outcome.cosigners).toHaveLength(1);
    expect(rowsOf(outcome, 'discrepancy')).toEqual([]);
    expect(outcome.answer).toMatchObject({ receiptId: id(60), lotId: id(33), supplierId: id(51), warnings: [] });
  });

  test('of a nasal spray counts devices', () => {
    const spray = productRow({
      form: 'nasal_device',
      dosing: 'single_dose',
      strengthUgPerMl: null,
      containerVolumeUl: null,
      devicesPerContainer: 2,
      deviceAmountUg: 28_000,
      labelAmountUg: 56_000,
      overfillAllowanceUg: 0,
    });
    expect(accepted({}, { product: [spray] }).lines).toMatchObject([
      { holder: 'supplier', amountMg: '-112', deviceCount: -4 },
      { holder: 'container', amountMg: '56', deviceCount: 2 },
    ]);
  });

  test('uses the supplier and the lot that are known, and says when the invoice calls the supplier otherwise', () => {
    const known = accepted({}, { supplier: [wholesale], lot: [lot] });
    expect(rowsOf(known, 'supplier')).toEqual([]);
    expect(rowsOf(known, 'lot')).toEqual([]);
    expect(known.answer).toMatchObject({ supplierId: id(50), lotId: id(32), warnings: [] });
    const renamed = accepted({}, { supplier: [{ ...wholesale, name: 'Other' }] });
    expect(renamed.answer.warnings).toEqual(['supplier_known_by_other_details']);
    const other = accepted({}, { lot: [{ ...lot, productId: id(21), expiresOn: '2027-01-31' }] });
    expect(rowsOf(other, 'lot')).toHaveLength(1);
  });

  test.each([
    [3, -1, '-500'],
    [1, 1, '500'],
  ])('of 2 where %i were invoiced opens a discrepancy that moves no stock', (invoicedCount, containers, mg) => {
    const outcome = accepted({ invoicedCount });
    expect(rowsOf(outcome, 'discrepancy')).toMatchObject([
      {
        kind: 'receipt',
        varianceContainers: containers,
        varianceMg: mg,
        status: 'open',
        openedBy: pharmacist,
        openedSeq: 12,
      },
    ]);
    expect(outcome.answer.discrepancyId).toBe(id(80));
    expect(outcome.lines).toHaveLength(2);
  });

  test('of nothing books nothing, and opens the discrepancy', () => {
    const outcome = accepted({ countedCount: 0, labels: [], containerIds: [] });
    expect(outcome.lines).toEqual([]);
    expect(rowsOf(outcome, 'container')).toEqual([]);
    expect(rowsOf(outcome, 'discrepancy')).toHaveLength(1);
  });

  test('of an expired lot is booked and flagged; its last day is not past', () => {
    const on = (expiresOn: string) =>
      accepted({ package: { productId: id(20), lotNumber: 'X', expiresOn, warnings: ['missing_serial'] } }).answer
        .warnings;
    expect(on('2026-08-30')).toEqual(['missing_serial', 'expired_on_arrival']);
    expect(on('2026-08-31')).toEqual(['missing_serial']);
  });

  test('keeps free text out of the record', () => {
    const note = 'Box was wet.';
    const outcome = accepted({ note, occurredAt: '2026-08-31T08:00:00Z', lateReason: 'Flood.' });
    expect(outcome.private).toEqual({ note, lateReason: 'Flood.' });
    expect(JSON.stringify({ ...outcome, private: undefined })).not.toMatch(/wet|Flood/);
    expect(outcome.entry).toEqual({ locationId: id(40), late: true });
  });
});

const received = containerRow({ serial: 'S1', label: 'A-02' });
const refusals: [string, Partial<Receipt>, LoadedState['rows'], string, string][] = [
  [
    'a wrong DEA number',
    {
      supplier: {
        newSupplierId: id(51),
        name: 'X',
        deaNumber: refuse('invalid_dea_number', { field: 'supplier.deaNumber' }),
        address: 'Y',
      },
    },
    {},
    'invalid_dea_number',
    'supplier.deaNumber',
  ],
  ['an unreadable scan', { package: refuse('invalid_barcode', { field: 'scan' }) }, {}, 'invalid_barcode', 'scan'],
  ['no second person', { signatureHashes: [] }, {}, 'second_person_missing', 'signatures'],
  ['an unknown supplier', { supplier: { supplierId: id(99) } }, {}, 'unknown_reference', 'supplier.supplierId'],
  ['a supplier out of use', {}, { supplier: [{ ...wholesale, active: false }] }, 'unknown_reference', 'supplier'],
  ['an unknown product', {}, { product: [] }, 'unknown_reference', 'productId'],
  ['a product out of use', {}, { product: [productRow({ active: false })] }, 'unknown_reference', 'productId'],
  ['an unknown location', {}, { location: [] }, 'unknown_reference', 'locationId'],
  ['an unknown patient', { reservedForPatientId: id(98) }, {}, 'unknown_reference', 'reservedForPatientId'],
  ['a lot with another expiry', {}, { lot: [{ ...lot, expiresOn: '2027-12-31' }] }, 'lot_conflict', 'expiresOn'],
  ['a label in use', {}, { container: [containerRow({ label: 'A-02' })] }, 'label_already_used', 'labels.1'],
  ['a label named twice', { labels: ['A-01', 'A-01'] }, {}, 'label_already_used', 'labels.1'],
  [
    'a serial received before',
    { serials: ['S0', 'S1'], labels: ['B-01', 'B-02'] },
    { container: [received] },
    'serial_already_received',
    'serials.1',
  ],
  ['a serial named twice', { serials: ['S1', 'S1'] }, {}, 'serial_already_received', 'serials.1'],
  ['a serial too few', { serials: ['S1'] }, {}, 'request_invalid', 'serials'],
  ['101 containers', { countedCount: 101 }, {}, 'too_many_containers', 'countedCount'],
  [
    'a container id in use',
    {},
    { container: [containerRow({ containerId: id(72) })] },
    'already_exists',
    'containerIds.1',
  ],
  ['a receipt id in use', {}, { receipt: [{ receiptId: id(60) }] }, 'already_exists', 'receiptId'],
  ['a time in the future', { occurredAt: '2026-09-01T00:00:00Z' }, {}, 'occurred_in_future', 'occurredAt'],
];

describe('a receipt is refused for', () => {
  test.each(refusals)('%s', (_, change, rows, code, field) => {
    expect(receive(receiptOf(change))(stateWith(rows))).toMatchObject({ code, field });
  });

  test('the first of several, as the day book ranks them', () => {
    const dea = refusals[0]![1];
    const barcode = { package: refuse('invalid_barcode') };
    const bySelf = stateWith({ location: [] }, pharmacist);
    expect(receive(receiptOf({ ...dea, ...barcode }))(bySelf)).toMatchObject({ code: 'invalid_dea_number' });
    expect(receive(receiptOf(barcode))(bySelf)).toMatchObject({ code: 'invalid_barcode' });
    expect(receive(receiptOf())(bySelf)).toMatchObject({ code: 'second_person_is_performer', field: 'signatures.0' });
  });

  test('nothing, where policy asks for no second person', () => {
    const state = stateWith({}, nurse, {
      secondPersonFor: { receipt: false, move: true, count: true, return: true, correction: true },
    });
    expect(receive(receiptOf({ signatureHashes: [] }))(state)).not.toHaveProperty('code');
  });

  test('nothing, where the serial is that of a reversed receipt or of another product', () => {
    const container = [
      containerRow({ serial: 'S1', state: 'void', label: 'X' }),
      containerRow({ serial: 'S2', productId: id(21), label: 'Y' }),
    ];
    expect(receive(receiptOf({ serials: ['S1', 'S2'] }))(stateWith({ container }))).not.toHaveProperty('code');
  });
});

test('the record of a hundred containers with the longest labels and serials is smaller than 16 KiB', () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => nth);
  const outcome = accepted(
    {
      supplier: { newSupplierId: id(51), name: 'N'.repeat(100), deaNumber: 'PE8711079', address: 'A'.repeat(200) },
      invoice: 'I'.repeat(40),
      invoicedCount: 101,
      countedCount: 100,
      labels: hundred.map((nth) => `${'L'.repeat(17)}${100 + nth}`),
      serials: hundred.map((nth) => `${'S'.repeat(17)}${100 + nth}`),
      containerIds: hundred.map((nth) => id(1000 + nth)),
      reservedForPatientId: id(90),
      package: {
        productId: id(20),
        lotNumber: 'L'.repeat(20),
        expiresOn: '2026-01-31',
        gtin: '00304092053105',
        scannedSerial: 'S'.repeat(20),
        warnings: ['missing_serial'],
      },
      note: 'x',
      occurredAt: '2026-08-30T08:00:00Z',
      lateReason: 'y',
    },
    { patient: [{ patientId: id(90), privateSeq: 1, active: true }] },
  );
  const actor = { ...outcome.cosigners![0]!, meaning: 'performed' as const, evidence: 'E'.repeat(44) };
  const bytes = recordBytes({
    origin: `${'d'.repeat(60)}.example/countersign/site/${id(1)}`,
    seq: 9_999_999,
    id: 'k'.repeat(64),
    type: 'receipt',
    occurredAt: outcome.occurredAt!,
    recordedAt: '2026-08-31T13:00:00.000Z',
    actors: [actor, { ...actor, meaning: 'checked' }],
    act: outcome.act,
    entry: { ...outcome.entry!, intent: 'I'.repeat(44) },
    lines: outcome.lines,
    changes: outcome.changes,
    subjects: outcome.subjects,
    nth: [1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, ...hundred.map(() => 1)],
    private: { note: 'C'.repeat(44), lateReason: 'C'.repeat(44) },
  });
  expect(bytes.length).toBeGreaterThan(10_000);
  expect(bytes.length).toBeLessThanOrEqual(MAX_RECORD_BYTES);
});

test('a receipt whose names would make the record too large is refused before it is written', () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => nth);
  const large = receiptOf({
    supplier: { newSupplierId: id(51), name: '医'.repeat(100), deaNumber: 'PE8711079', address: '薬'.repeat(200) },
    invoicedCount: 100,
    countedCount: 100,
    labels: hundred.map((nth) => `${'L'.repeat(17)}${100 + nth}`),
    serials: hundred.map((nth) => `${'S'.repeat(17)}${100 + nth}`),
    containerIds: hundred.map((nth) => id(1000 + nth)),
  });
  expect(receive(large)(stateWith())).toMatchObject({ code: 'too_many_containers' });
});
