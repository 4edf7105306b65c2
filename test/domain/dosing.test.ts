import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mgFromUg, ugFromMg, ugOfVolume, ulFromMl } from '../../src/domain/amounts.js';
import { devicesForDose, doseVolume, orderedDose } from '../../src/domain/dosing.js';
import { domainVectors } from '../support/domain-vectors.js';

describe('dose', () => {
  test.each(domainVectors.dose_math)('$mg_per_kg mg/kg at $weight_kg kg, $conc_mg_per_ml mg/mL', (vector) => {
    const found = doseVolume({
      order: { mgPerKg: vector.mg_per_kg, weightKg: vector.weight_kg },
      strengthUgPerMl: ugFromMg(vector.conc_mg_per_ml),
      graduationMl: vector.syringe_graduation_ml,
    });
    expect(found).toMatchObject({
      doseMg: vector.expect.dose_mg,
      exactMl: vector.expect.exact_ml,
      drawnMl: vector.expect.drawn_ml,
      drawnMg: vector.expect.drawn_mg,
    });
  });

  test('an order in mg', () => {
    expect(doseVolume({ order: { amountMg: '34' }, strengthUgPerMl: 50_000 })).toEqual({
      doseMg: '34',
      doseUg: 34_000,
      exactMl: '0.6800',
      drawnMl: '0.68',
      drawnMg: '34',
    });
  });

  test('is rounded once: 0.00499… mL is no hundredth, though 0.0050 reads so', () => {
    const found = doseVolume({ order: { amountMg: '0.999' }, strengthUgPerMl: 200_000 });
    expect(found).toMatchObject({ exactMl: '0.0050', drawnMl: '0.00', drawnMg: '0' });
  });

  test('keeps all decimals, and is whole µg half up beside them', () => {
    expect(orderedDose({ mgPerKg: '0.335', weightKg: '72.65' })).toEqual({ doseMg: '24.33775', doseUg: 24_338 });
    expect(orderedDose({ mgPerKg: '0.5', weightKg: '0.003' })).toEqual({ doseMg: '0.0015', doseUg: 2 });
  });

  test.each([
    [{ amountMg: '0' }, 'amountMg'],
    [{ amountMg: '-1' }, 'amountMg'],
    [{ amountMg: '1.0001' }, 'amountMg'],
    [{ amountMg: '1e3' }, 'amountMg'],
    [{ amountMg: '1000000001' }, 'amountMg'],
    [{ mgPerKg: '', weightKg: '80' }, 'mgPerKg'],
    [{ mgPerKg: '0.5', weightKg: '0' }, 'weightKg'],
    [{ mgPerKg: '0.5', weightKg: '80 kg' }, 'weightKg'],
    [{ mgPerKg: '0.001', weightKg: '0.1' }, 'mgPerKg'],
    [{ mgPerKg: '100000000', weightKg: '100' }, 'mgPerKg'],
  ])('refuses %o', (order, field) => {
    expect(orderedDose(order)).toMatchObject({ code: 'amount_invalid', field });
    expect(doseVolume({ order, strengthUgPerMl: 50_000 })).toMatchObject({ code: 'amount_invalid', field });
  });

  test.each(['0', '0.00', '', '-0.01'])('a graduation of %j is none', (graduationMl) => {
    expect(() => doseVolume({ order: { amountMg: '1' }, strengthUgPerMl: 50_000, graduationMl })).toThrow(RangeError);
  });

  test('what a syringe draws is within half a graduation of the order, and holds exactly what is said', () => {
    const strength = fc.constantFrom(10_000, 30_000, 50_000, 100_000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), strength, (doseUg, strengthUgPerMl) => {
        const found = doseVolume({ order: { amountMg: mgFromUg(doseUg) }, strengthUgPerMl });
        if ('code' in found) throw new Error(found.code);
        const volumeUl = ulFromMl(found.drawnMl);
        expect(volumeUl % 10).toBe(0);
        expect(Math.abs(volumeUl * strengthUgPerMl - doseUg * 1000)).toBeLessThanOrEqual(5 * strengthUgPerMl);
        expect(found.drawnMg).toBe(mgFromUg(ugOfVolume({ volumeUl, strengthUgPerMl })));
        expect([found.doseMg, found.doseUg]).toEqual([mgFromUg(doseUg), doseUg]);
      }),
    );
  });
});

describe('devices', () => {
  test('make a dose whole', () => {
    expect(devicesForDose({ doseUg: 56_000, deviceAmountUg: 28_000 })).toBe(2);
    expect(devicesForDose({ doseUg: 84_000, deviceAmountUg: 28_000 })).toBe(3);
  });
  test.each([0, 14_000, 57_000])('%d µg is no number of devices', (doseUg) => {
    expect(devicesForDose({ doseUg, deviceAmountUg: 28_000 })).toMatchObject({ code: 'amount_not_exact' });
  });
});
