import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelAmountUg, measure, overfillAllowanceUg, overfillAllowanceUl } from '../../src/domain/product.js';
import { KET10, KET50, SPR84 } from '../support/domain-facts.js';

describe('label amount', () => {
  test.each([
    [KET50, 500_000],
    [KET10, 200_000],
    [SPR84, 84_000],
  ])('%o', (product, amountUg) => expect(labelAmountUg(product)).toBe(amountUg));

  test('a product without the amounts of its form has none', () => {
    expect(() => labelAmountUg({ productId: 'X', form: 'injection', dosing: 'single_dose' })).toThrow(/lacks/);
    expect(() => labelAmountUg({ ...KET50, form: 'nasal_device' })).toThrow(/lacks/);
  });
});

describe('overfill allowance, USP <1151>', () => {
  test.each([
    [499, 0],
    [500, 100],
    [999, 100],
    [1_000, 100],
    [2_000, 150],
    [4_999, 150],
    [5_000, 300],
    [9_999, 300],
    [10_000, 500],
    [20_000, 600],
    [30_000, 800],
    [49_999, 800],
    [50_000, 1_000],
    [100_000, 2_000],
    [50_049, 1_000],
  ])('a label of %d µL has %d µL', (labelUl, excessUl) => expect(overfillAllowanceUl(labelUl)).toBe(excessUl));

  test('in mass at the strength of the product, nothing for devices', () => {
    expect(overfillAllowanceUg(KET50)).toBe(25_000);
    expect(overfillAllowanceUg(KET10)).toBe(6_000);
    expect(overfillAllowanceUg({ ...KET50, strengthUgPerMl: 100_000, containerVolumeUl: 5_000 })).toBe(30_000);
    expect(overfillAllowanceUg(SPR84)).toBe(0);
  });

  test('is never more than a fifth of the label', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (labelUl) => {
        expect(overfillAllowanceUl(labelUl)).toBeLessThanOrEqual(labelUl / 5);
      }),
    );
  });
});

describe('measure', () => {
  test.each([
    [KET50, { volumeMl: '0.72' }, { amountUg: 36_000, volumeUl: 720 }],
    [KET50, { amountMg: '37.5' }, { amountUg: 37_500, volumeUl: 750 }],
    [KET50, { amountMg: '36', volumeMl: '0.72' }, { amountUg: 36_000, volumeUl: 720 }],
    [KET50, { amountMg: '0.001' }, { amountUg: 1 }],
    [SPR84, { deviceCount: 2 }, { amountUg: 56_000, deviceCount: 2 }],
    [SPR84, { amountMg: '84' }, { amountUg: 84_000, deviceCount: 3 }],
    [SPR84, { amountMg: '28.0', deviceCount: 1 }, { amountUg: 28_000, deviceCount: 1 }],
  ])('%o %o', (product, quantity, expected) => expect(measure(product, quantity)).toEqual(expected));

  test.each([
    ['devices of a vial', KET50, { deviceCount: 1 }, 'amount_unit_wrong', 'deviceCount'],
    ['mL of a device', SPR84, { volumeMl: '0.2' }, 'amount_unit_wrong', 'volumeMl'],
    ['nothing of a vial', KET50, {}, 'amount_invalid', 'volumeMl'],
    ['nothing of a device', SPR84, {}, 'amount_invalid', 'deviceCount'],
    ['no amount at all', KET50, { volumeMl: 'x' }, 'amount_invalid', 'volumeMl'],
    ['a negative amount', KET50, { amountMg: '-1' }, 'amount_invalid', 'amountMg'],
    ['zero', KET50, { volumeMl: '0' }, 'amount_invalid', 'volumeMl'],
    ['zero devices', SPR84, { deviceCount: 0 }, 'amount_invalid', 'deviceCount'],
    ['half a device', SPR84, { deviceCount: 0.5 }, 'amount_invalid', 'deviceCount'],
    ['devices as a text', SPR84, { deviceCount: '2' as unknown as number }, 'amount_invalid', 'deviceCount'],
    ['too many devices', SPR84, { deviceCount: 2 ** 53 - 1 }, 'amount_invalid', 'deviceCount'],
    ['mg of half a device', SPR84, { amountMg: '14' }, 'amount_not_exact', 'amountMg'],
    ['mg and devices that disagree', SPR84, { amountMg: '56', deviceCount: 3 }, 'amount_invalid', 'deviceCount'],
    ['mg and mL that disagree', KET50, { amountMg: '37', volumeMl: '0.72' }, 'amount_invalid', 'amountMg'],
    [
      'mL of a strength that has no whole µg',
      { ...KET50, strengthUgPerMl: 1_500 },
      { volumeMl: '0.001' },
      'amount_not_exact',
      'volumeMl',
    ],
  ] as const)('refuses %s', (_name, product, quantity, code, field) => {
    expect(measure(product, quantity)).toMatchObject({ code, field });
  });

  test('zero may be measured as left', () => {
    expect(measure(KET50, { volumeMl: '0' }, { allowZero: true })).toEqual({ amountUg: 0, volumeUl: 0 });
    expect(measure(SPR84, { deviceCount: 0 }, { allowZero: true })).toEqual({ amountUg: 0, deviceCount: 0 });
  });
});
