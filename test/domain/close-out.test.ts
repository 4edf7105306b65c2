import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ugOfVolume, ulFromMl } from '../../src/domain/amounts.js';
import { closeOut } from '../../src/domain/close-out.js';
import { domainVectors } from '../support/domain-vectors.js';

// The vectors speak of volumes; the strength is ours to choose and must not matter.
const STRENGTHS = [1_000, 10_000, 50_000, 100_000];
const CLASS_OF_VECTOR: Record<string, string> = {
  exact: 'exact',
  gain_within_recommended_overfill: 'overfill_gain',
  shortage_within_tolerance: 'close_out_shortage',
  shortage_above_tolerance: 'discrepancy',
};
const vial = {
  bookUg: 0,
  measuredUg: 0,
  labelUg: 500_000,
  overfillAllowanceUg: 25_000,
  shortageTolerancePercent: '3',
};

describe('close-out', () => {
  test.each(domainVectors.vial_closeout)('$note', (vector) => {
    for (const strengthUgPerMl of STRENGTHS) {
      const ug = (ml: string) => ugOfVolume({ volumeUl: ulFromMl(ml, { allowNegative: true }), strengthUgPerMl });
      const bookUg = vector.draws_ml.reduce((book, ml) => book - ug(ml), ug(vector.label_ml));
      expect(bookUg).toBe(ug(vector.expect.book_remaining_ml));
      const found = closeOut({
        bookUg,
        measuredUg: ug(vector.measured_remaining_ml),
        labelUg: ug(vector.label_ml),
        overfillAllowanceUg: ug(vector.usp1151_excess_ml),
        shortageTolerancePercent: vector.shortage_tolerance_percent,
      });
      expect(found).toEqual({
        varianceUg: ug(vector.expect.variance_ml),
        percentOfLabel: vector.expect.variance_percent_of_label,
        class: CLASS_OF_VECTOR[vector.expect.class],
      });
    }
  });

  test.each([
    ['exactly the tolerance', { bookUg: 15_000 }, 'close_out_shortage', '-3.00'],
    ['a µg more', { bookUg: 15_001 }, 'discrepancy', '-3.00'],
    ['the whole excess', { bookUg: -25_000 }, 'overfill_gain', '5.00'],
    ['more than was ever in the vial', { bookUg: -25_000, measuredUg: 1 }, 'discrepancy', '5.00'],
    ['a µg', { bookUg: 1 }, 'close_out_shortage', '0.00'],
    ['no tolerance at all', { bookUg: 1, shortageTolerancePercent: '0' }, 'discrepancy', '0.00'],
    ['a fraction of a percent', { bookUg: 1_250, shortageTolerancePercent: '0.25' }, 'close_out_shortage', '-0.25'],
    ['half a hundredth', { bookUg: 25 }, 'close_out_shortage', '-0.01'],
  ])('%s', (_name, change, kind, percentOfLabel) => {
    expect(closeOut({ ...vial, ...change })).toMatchObject({ class: kind, percentOfLabel });
  });

  test('a tolerance that is no percentage is an error, not a pass', () => {
    expect(() => closeOut({ ...vial, bookUg: 1, shortageTolerancePercent: '3 %' })).toThrow(/not an amount/);
  });

  test('book and variance always make what was measured, and only a variance of zero is exact', () => {
    const ug = fc.integer({ min: -25_000, max: 500_000 });
    fc.assert(
      fc.property(ug, fc.integer({ min: 0, max: 525_000 }), (bookUg, measuredUg) => {
        const found = closeOut({ ...vial, bookUg, measuredUg });
        expect(bookUg + found.varianceUg).toBe(measuredUg);
        expect(found.class === 'exact').toBe(found.varianceUg === 0);
        if (found.class === 'overfill_gain') expect(found.varianceUg).toBeGreaterThan(0);
        if (found.class === 'close_out_shortage') expect(found.varianceUg).toBeLessThan(0);
      }),
    );
  });
});
