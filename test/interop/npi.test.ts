import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { npiCheckDigit, parseNpi } from '../../src/interop/npi.js';
import { camelCase, domainVectors, named } from '../support/domain-vectors.js';

const nineDigits = fc.stringMatching(/^[12]\d{8}$/);

describe('NPI vectors', () => {
  test.each(named(domainVectors.npi))('%s', (_, { input, expect: expected }) => {
    expect(parseNpi(input)).toEqual(camelCase(expected));
  });
});

describe('NPIs', () => {
  test('the check digit that is computed is accepted, every other refused', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const right = npiCheckDigit(digits);
        const accepted = [...'0123456789'].filter((digit) => parseNpi(`${digits}${digit}`).valid);
        expect(accepted).toEqual([right]);
      }),
    );
  });

  test('any one changed digit is refused', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const changed = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;
        expect(parseNpi(`${changed}${npiCheckDigit(digits)}`)).toMatchObject({ valid: false, reason: 'checksum' });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseNpi(text).valid === 'boolean'));
  });
});
