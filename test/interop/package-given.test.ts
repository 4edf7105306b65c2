import { describe, expect, test } from '@jest/globals';
import { packageGiven, type PackageRead } from '../../src/interop/package-given.js';
import { readScan } from '../../src/interop/read-scan.js';

const product = { productId: 'P', gtin: '00304092053105', ndc11: '00409205310' };
const scanned = (text: string) => readScan(text, { referenceYear: 2026 });
const full = ']d201003040920531051728011310LT101';
const withoutLot = ']d2010030409205310517280113';

function given(of: Partial<PackageRead>) {
  return packageGiven({ scan: undefined, typed: {}, product, ...of });
}

describe('a package', () => {
  test('is what the scan says', () => {
    expect(given({ scan: scanned(full) })).toEqual({
      productId: 'P',
      lotNumber: 'LT101',
      expiresOn: '2028-01-13',
      gtin: product.gtin,
      warnings: ['missing_serial'],
    });
  });

  test('is what was typed', () => {
    const typed = { productId: 'P', lotNumber: 'LT101', expiresOn: '2028-01-31' };
    expect(given({ typed })).toEqual({ ...typed, warnings: [] });
  });

  test('is a scan completed by hand, which keeps its warning', () => {
    expect(given({ scan: scanned(withoutLot), typed: { lotNumber: 'LT101' } })).toMatchObject({
      lotNumber: 'LT101',
      expiresOn: '2028-01-13',
      warnings: ['missing_serial', 'missing_lot'],
    });
  });

  test('of a product without GTIN is known by the NDC in the barcode', () => {
    expect(given({ scan: scanned(full), product: { ...product, gtin: null } })).toMatchObject({ productId: 'P' });
    expect(given({ scan: scanned(full), product: { ...product, gtin: null, ndc11: '67457018120' } })).toMatchObject({
      code: 'invalid_barcode',
    });
  });

  test.each<[string, Partial<PackageRead>, string, string]>([
    ['an unreadable scan', { scan: scanned(']d20100304092053106') }, 'invalid_barcode', 'scan'],
    [
      'a scan of another product',
      { scan: scanned(full), product: { ...product, gtin: '00367457181202' } },
      'invalid_barcode',
      'scan',
    ],
    ['another lot typed', { scan: scanned(full), typed: { lotNumber: 'LT102' } }, 'invalid_barcode', 'lotNumber'],
    [
      'another expiry typed',
      { scan: scanned(full), typed: { expiresOn: '2028-01-31' } },
      'invalid_barcode',
      'expiresOn',
    ],
    ['a GTIN nobody knows', { scan: scanned(full), product: undefined }, 'unknown_reference', 'scan'],
    ['nothing at all', { product: undefined }, 'request_invalid', 'scan'],
    ['no lot', { scan: scanned(withoutLot) }, 'request_invalid', 'lotNumber'],
    ['no expiry', { typed: { productId: 'P', lotNumber: 'L' } }, 'request_invalid', 'expiresOn'],
    [
      'a day that is none',
      { typed: { productId: 'P', lotNumber: 'L', expiresOn: '2028-02-30' } },
      'request_invalid',
      'expiresOn',
    ],
  ])('is refused for %s', (_, read, code, field) => {
    expect(given(read)).toMatchObject({ code, field });
  });
});
