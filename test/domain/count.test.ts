import { describe, expect, test } from '@jest/globals';
import { countOpenVial, countSealed } from '../../src/domain/count.js';

describe('sealed containers', () => {
  test.each([
    [19, 20, -1, -56_000, true],
    [20, 20, 0, 0, false],
    [21, 20, 1, 56_000, true],
  ])('%d counted, %d in the book', (counted, book, varianceContainers, varianceUg, isDiscrepancy) => {
    const found = countSealed({ countedContainers: counted, bookContainers: book, labelUg: 56_000 });
    expect(found).toEqual({ varianceContainers, varianceUg, isDiscrepancy });
  });
});

describe('a measured open vial', () => {
  const vial = { bookUg: 100_000, labelUg: 500_000, overfillAllowanceUg: 25_000, shortageTolerancePercent: '3' };
  test.each([
    ['what the book says', 100_000, 0, false],
    ['the USP excess above', 125_000, 25_000, false],
    ['a µg more', 125_001, 25_001, true],
    ['3 % of the label below', 85_000, -15_000, false],
    ['a µg less', 84_999, -15_001, true],
  ])('%s', (_name, measuredUg, varianceUg, isDiscrepancy) => {
    expect(countOpenVial({ ...vial, measuredUg })).toEqual({ varianceUg, isDiscrepancy });
  });
});
