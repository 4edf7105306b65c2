import { describe, expect, test } from '@jest/globals';
import {
  isNdcOfDigits,
  verifiedDeaNumber,
  verifiedGtin,
  verifiedNdc,
  verifiedNpi,
} from '../../src/interop/verified.js';

describe('numbers of a request, verified', () => {
  test('come out in one form', () => {
    expect(verifiedDeaNumber(' fe3541263 ', 'deaNumber')).toBe('FE3541263');
    expect(verifiedNpi('1234567893', 'npi')).toBe('1234567893');
    expect(verifiedNdc('0409-2053-10', 'ndc')).toEqual({ ndc: '0409-2053-10', ndc11: '00409205310' });
    expect(verifiedNdc('00409205310', 'ndc')).toEqual({ ndc: '00409-2053-10', ndc11: '00409205310' });
    expect(verifiedGtin('00304092053105', { ndc11: '00409205310', field: 'gtin' })).toBe('00304092053105');
    expect(verifiedGtin('30304092053106', { ndc11: '00409205310', field: 'gtin' })).toBe('30304092053106');
  });

  test.each([
    [verifiedDeaNumber('FE3541264', 'supplier.deaNumber'), 'invalid_dea_number', 'supplier.deaNumber'],
    [verifiedNpi('1234567890', 'npi'), 'invalid_npi', 'npi'],
    [verifiedNdc('0409205310', 'ndc'), 'invalid_ndc', 'ndc'],
    [verifiedNdc('12-34-56', 'ndc'), 'invalid_ndc', 'ndc'],
    [verifiedNdc('123456-1234-12', 'ndc'), 'invalid_ndc', 'ndc'],
    [verifiedGtin('00304092053106', { ndc11: '00409205310', field: 'gtin' }), 'invalid_barcode', 'gtin'],
    [verifiedGtin('00367457181202', { ndc11: '00409205310', field: 'gtin' }), 'invalid_barcode', 'gtin'],
    [verifiedGtin('304092053105', { ndc11: undefined, field: 'gtin' }), 'invalid_barcode', 'gtin'],
  ])('%j', (refusal, code, field) => {
    expect(refusal).toMatchObject({ code, field });
  });

  test('ten digits out of a barcode can be more than one NDC', () => {
    expect(isNdcOfDigits('00409205310', '0409205310')).toBe(true);
    expect(isNdcOfDigits('04092005310', '0409205310')).toBe(true);
    expect(isNdcOfDigits('67457018120', '0409205310')).toBe(false);
  });
});
