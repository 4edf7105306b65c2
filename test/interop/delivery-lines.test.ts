import { describe, expect, test } from '@jest/globals';
import {
  bodyOf,
  freshness,
  missingOf,
  scanInto,
  withoutSerial,
  type Line,
} from '../../web/src/features/receiving/lines.js';

const GS = '\u001d';
const KET50 = { productId: 'p-ket50', ndc: '0409-2053-10', gtin: '00304092053105', active: true };
const NO_GTIN = { productId: 'p-ket10', ndc: '67457-181-20', active: true };
const KET = (serial: string, lot = 'LT101') => `]d201003040920531051728011310${lot}${GS}21${serial}`;

let keys = 0;
const scanAll = (texts: readonly string[], lines: readonly Line[] = []) =>
  texts.reduce(
    (before, text) =>
      scanInto(before.lines, text, {
        products: [KET50, NO_GTIN],
        referenceYear: 2026,
        newKey: () => `key-${(keys += 1)}`,
      }),
    { lines } as ReturnType<typeof scanInto>,
  );

describe('packages that are scanned', () => {
  test('become one line a lot, counted, with their serials', () => {
    const { lines, said } = scanAll([KET('S1'), KET('S2'), KET('S3', 'LT999')]);
    expect(lines).toMatchObject([
      { lotNumber: 'LT101', expiresOn: '2028-01-13', counted: 2, serials: ['S1', 'S2'], asked: [] },
      { lotNumber: 'LT999', counted: 1, serials: ['S3'] },
    ]);
    expect(said).toMatchObject({ is: 'added', isNew: true, serial: 'S3' });
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });

  test('are counted once, however often they are scanned', () => {
    const { lines, said } = scanAll([KET('S1'), KET('S2'), KET('S1')]);
    expect(said).toMatchObject({ is: 'twice', serial: 'S1' });
    expect(lines).toMatchObject([{ counted: 2 }]);
  });

  test('of no product here count nothing, and say their code', () => {
    const { lines, said } = scanAll([`]d201003622750301071728011310X1${GS}21S1`]);
    expect(lines).toEqual([]);
    expect(said).toEqual({ is: 'unknown_product', gtin: '00362275030107', ndc10Digits: '6227503010' });
  });

  test('are found by NDC where the product has no GTIN', () => {
    expect(scanAll(['(01)00367457181202(17)280113(10)AB1']).lines).toMatchObject([{ productId: 'p-ket10' }]);
  });

  test('whose code lost a separator are asked for what it swallowed', () => {
    const { lines } = scanAll([']d2010030409205310521S0001', ']d2010030409205310521S0002']);
    expect(lines).toMatchObject([{ asked: ['lotNumber', 'expiresOn'], counted: 2, lotNumber: '' }]);
    expect(missingOf(lines[0]!)).toEqual(['lotNumber', 'expiresOn', 'invoiced']);
  });

  test('with a bare GTIN are counted, and asked for the rest', () => {
    expect(scanAll(['304092053105', '304092053105']).lines).toMatchObject([{ counted: 2, serials: [] }]);
  });

  test.each(['hello', ']d2010030409205310', ']d201003040920531061728011310LT101'])('cannot be read: %s', (text) => {
    expect(scanAll([text]).said).toMatchObject({ is: 'unreadable' });
  });

  test('do not go into a line that is recorded', () => {
    const { lines } = scanAll([KET('S1')]);
    const recorded = lines.map((line) => ({ ...line, recorded: { receiptId: 'r', seq: 1, differs: false } }));
    expect(scanAll([KET('S2')], recorded).lines).toHaveLength(2);
  });

  test('that were received before are taken out again, and so is a line that held nothing else', () => {
    const { lines } = scanAll([KET('S1'), KET('S2'), KET('S3', 'LT999')]);
    expect(withoutSerial(lines, 'S1')).toMatchObject([{ counted: 1, serials: ['S2'] }, { lotNumber: 'LT999' }]);
    expect(withoutSerial(lines, 'S3')).toHaveLength(1);
  });
});

describe('a line that is signed', () => {
  test('names its serials only when every container has one', () => {
    const [line] = scanAll([KET('S1'), KET('S2')]).lines as [Line];
    expect(bodyOf({ ...line, invoiced: '2' })).toMatchObject({ countedCount: 2, serials: ['S1', 'S2'] });
    expect(bodyOf({ ...line, counted: 3, invoiced: '2' })).not.toHaveProperty('serials');
  });
});

test('a lot is expired the day after its last, and short-dated for ninety days before', () => {
  expect(freshness('2026-11-25', '2026-11-26')).toBe('expired');
  expect(freshness('2026-11-26', '2026-11-26')).toBe('short');
  expect(freshness('2027-02-23', '2026-11-26')).toBe('short');
  expect(freshness('2027-02-24', '2026-11-26')).toBe('good');
  expect(freshness('', '2026-11-26')).toBeUndefined();
});
