import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fivePercentShare } from '../../src/domain/five-percent-rule.js';
import { domainVectors } from '../support/domain-vectors.js';

describe('the 5 % rule', () => {
  test.each(domainVectors.five_percent_rule)(
    '$distributed_units distributed, $dispensed_units dispensed',
    ({ distributed_units: distributedUnits, dispensed_units: dispensedUnits, expect: expected }) => {
      expect(fivePercentShare({ distributedUnits, dispensedUnits })).toEqual({
        percent: expected.percent,
        allowedWithoutDistributorRegistration: expected.allowed_without_distributor_registration,
      });
    },
  );

  test('nothing distributed is allowed, also where nothing was dispensed', () => {
    const nothing = { percent: '0.0000', allowedWithoutDistributorRegistration: true };
    expect(fivePercentShare({ distributedUnits: 0, dispensedUnits: 0 })).toEqual(nothing);
    expect(fivePercentShare({ distributedUnits: 0, dispensedUnits: 7 })).toEqual(nothing);
  });

  test('a hair above is refused although it prints as 5.0000', () => {
    expect(fivePercentShare({ distributedUnits: 50_000_001, dispensedUnits: 949_999_999 })).toEqual({
      percent: '5.0000',
      allowedWithoutDistributorRegistration: false,
    });
  });

  test('allowed is exactly one unit distributed for at least nineteen dispensed', () => {
    const counts = fc.nat(1_000_000);
    fc.assert(
      fc.property(counts, counts, (distributedUnits, dispensedUnits) => {
        const { allowedWithoutDistributorRegistration } = fivePercentShare({ distributedUnits, dispensedUnits });
        expect(allowedWithoutDistributorRegistration).toBe(19 * distributedUnits <= dispensedUnits);
      }),
    );
  });

  test('what is no count is the mistake of the caller', () => {
    expect(() => fivePercentShare({ distributedUnits: -1, dispensedUnits: 1 })).toThrow(RangeError);
    expect(() => fivePercentShare({ distributedUnits: 1, dispensedUnits: 0.5 })).toThrow(RangeError);
  });
});
