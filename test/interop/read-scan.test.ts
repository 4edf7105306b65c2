import { describe, expect, test } from '@jest/globals';
import { readScan } from '../../src/interop/read-scan.js';

const year = { referenceYear: 2026 };

describe('a scan at receiving', () => {
  test('gives what a container is labelled with', () => {
    expect(readScan(']d2010035045802802721S10030376244\u001d1727090010LOT42a\r\n', year)).toEqual({
      ok: true,
      gtin: '00350458028027',
      ndc10Digits: '5045802802',
      packageLevel: 'each',
      lotNumber: 'LOT42a',
      expiresOn: '2027-09-30',
      serial: 'S10030376244',
      warnings: [],
    });
  });

  test('typed from the label, gives the same', () => {
    expect(readScan('(01)00350458028027 (17)270930 (10)L1 (21)S1', year)).toMatchObject({
      ok: true,
      lotNumber: 'L1',
      expiresOn: '2027-09-30',
      serial: 'S1',
      warnings: [],
    });
  });

  test('a serial number that swallowed expiry and lot comes with the warnings that show it', () => {
    const scan = readScan(']d2010035045802802721A11727093010L1', year);
    expect(scan).toMatchObject({ ok: true, serial: 'A11727093010L1', warnings: ['missing_expiry', 'missing_lot'] });
    expect(scan).not.toHaveProperty('lotNumber');
    expect(scan).not.toHaveProperty('expiresOn');
  });

  test('a case says that it is one', () => {
    expect(readScan('0150350458028022', year)).toMatchObject({ ok: true, packageLevel: 'higher' });
  });

  test('a GTIN without NDC may bring the number beside it', () => {
    expect(readScan('0100614141123452715050458002802', year)).toMatchObject({
      ok: true,
      ndc10Digits: null,
      nationalNumber: '050458002802',
    });
  });

  test('a tote has no item to receive', () => {
    expect(readScan('00103504580000000013', year)).toMatchObject({ ok: false, error: 'missing_gtin' });
  });

  test('what is no GS1 data is refused with the reason of the parser', () => {
    expect(readScan('', year)).toEqual({ ok: false, error: 'empty' });
    expect(readScan('0100350458028028', year)).toMatchObject({
      ok: false,
      error: 'check_digit',
      expectedCheckDigit: '7',
    });
  });
});
