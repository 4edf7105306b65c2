import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deaCheckDigit, parseDeaNumber } from '../../src/interop/dea-number.js';
import { camelCase, domainVectors, named } from '../support/domain-vectors.js';

const sixDigits = fc.stringMatching(/^\d{6}$/);
const otherThan = (digit: string) => fc.constantFrom(...[...'0123456789'].filter((other) => other !== digit));

describe('DEA number vectors', () => {
  test.each(named(domainVectors.dea_numbers))('%s', (_, { input, expect: expected }) => {
    expect(parseDeaNumber(input)).toEqual(camelCase(expected));
  });
});

describe('DEA numbers', () => {
  test('the check digit that is computed is accepted, in any case', () => {
    fc.assert(
      fc.property(sixDigits, fc.constantFrom('B', 'F', 'm', 'r'), (digits, type) => {
        const number = `${type}K${digits}${deaCheckDigit(digits)}`;
        expect(parseDeaNumber(number)).toMatchObject({ valid: true, normalized: number.toUpperCase() });
      }),
    );
  });

  test('any other check digit is refused, and the right one named', () => {
    const numbers = sixDigits.chain((digits) => fc.tuple(fc.constant(digits), otherThan(deaCheckDigit(digits))));
    fc.assert(
      fc.property(numbers, ([digits, wrong]) => {
        const refused = { valid: false, reason: 'checksum', expectedCheckDigit: deaCheckDigit(digits) };
        expect(parseDeaNumber(`BK${digits}${wrong}`)).toEqual(refused);
      }),
    );
  });

  test('the second character may be 9', () => {
    expect(parseDeaNumber('F91234563')).toEqual({ valid: true, normalized: 'F91234563' });
  });

  test('a letter of another alphabet does not become one of ours by upper-casing', () => {
    expect('\u017f'.toUpperCase()).toBe('S');
    expect(parseDeaNumber('\u017fK1234563')).toEqual({ valid: false, reason: 'format' });
  });

  test('seven equal digits that pass are a placeholder', () => {
    expect(parseDeaNumber('FK5555555')).toMatchObject({ valid: true, placeholderWarning: true });
  });

  test('a published example changed by five in a doubled digit is pointed out, in an undoubled one refused', () => {
    expect(parseDeaNumber('AB1284563')).toMatchObject({ valid: false });
    expect(parseDeaNumber('AB1239563')).toMatchObject({ valid: true, checksumCollision: true });
    expect(parseDeaNumber('AB1784568')).toEqual({ valid: true, normalized: 'AB1784568' });
    expect(parseDeaNumber('BC4329137')).not.toHaveProperty('checksumCollision');
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseDeaNumber(text).valid === 'boolean'));
  });
});
