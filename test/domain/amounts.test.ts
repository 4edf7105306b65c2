import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AmountError,
  MAX_AMOUNT,
  mgFromUg,
  mlFromUl,
  ugFromMg,
  ugOfVolume,
  ulFromMl,
  volumeOfUg,
} from '../../src/domain/amounts.js';

const anyUg = fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AmountError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('decimal texts', () => {
  test.each([
    ['37.5', 37_500],
    ['0', 0],
    ['0.0', 0],
    ['16.50', 16_500],
    ['0.001', 1],
    ['1000000000', MAX_AMOUNT],
  ])('%s mg is %d µg', (text, amountUg) => {
    expect(ugFromMg(text)).toBe(amountUg);
    expect(ulFromMl(text)).toBe(amountUg);
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1E3',
    '0x1',
    '01',
    '00.5',
    '1,5',
    '1_000',
    '1.0000',
    '0.0005',
    '--1',
    '-',
    'NaN',
    'Infinity',
    '١',
    '1000000000.001',
    '99999999999999999999',
  ])('%j is no amount', (text) => {
    expect(codeOf(() => ugFromMg(text))).toBe('amount_invalid');
    expect(codeOf(() => ulFromMl(text, { allowNegative: true }))).toBe('amount_invalid');
  });

  test.each([[1], [null], [undefined], [{}], [['1']]])('%j is no text', (value) => {
    expect(codeOf(() => ugFromMg(value as unknown as string))).toBe('amount_invalid');
  });

  test('a negative amount only where it may be one', () => {
    expect(codeOf(() => ugFromMg('-0.5'))).toBe('amount_invalid');
    expect(ugFromMg('-0.5', { allowNegative: true })).toBe(-500);
    expect(codeOf(() => ugFromMg('-0', { allowNegative: true }))).toBe('amount_invalid');
    expect(codeOf(() => ugFromMg('-0.000', { allowNegative: true }))).toBe('amount_invalid');
  });

  test.each([
    [37_500, '37.5'],
    [-500, '-0.5'],
    [0, '0'],
    [-0, '0'],
    [1, '0.001'],
    [10_000, '10'],
    [MAX_AMOUNT, '1000000000'],
  ])('%d µg is written %s', (amountUg, text) => {
    expect(mgFromUg(amountUg)).toBe(text);
    expect(mlFromUl(amountUg)).toBe(text);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_AMOUNT + 1])('%d is no count of µg', (value) => {
    expect(codeOf(() => mgFromUg(value))).toBe('amount_invalid');
  });

  test('what is written is read back, and is the shortest text', () => {
    fc.assert(
      fc.property(anyUg, (amountUg) => {
        const text = mgFromUg(amountUg);
        expect(ugFromMg(text, { allowNegative: true }) + 0).toBe(amountUg + 0);
        expect(text).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  test('no text is read as another number than the one it writes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+ 0-9.eE]{0,12}$/), (text) => {
        let read: number;
        try {
          read = ugFromMg(text, { allowNegative: true });
        } catch {
          return;
        }
        expect(read).toBe(Math.round(Number(text) * 1000));
      }),
    );
  });
});

describe('mass and volume', () => {
  test('0.75 mL of 50 mg/mL is 37.5 mg', () => {
    expect(ugOfVolume({ volumeUl: 750, strengthUgPerMl: 50_000 })).toBe(37_500);
    expect(volumeOfUg({ amountUg: 37_500, strengthUgPerMl: 50_000 })).toBe(750);
  });

  test('what is not exact is refused, not rounded', () => {
    expect(codeOf(() => ugOfVolume({ volumeUl: 1, strengthUgPerMl: 1_500 }))).toBe('amount_not_exact');
    expect(codeOf(() => volumeOfUg({ amountUg: 1, strengthUgPerMl: 50_000 }))).toBe('amount_not_exact');
  });

  test.each([0, -1, 0.5, Number.NaN])('a strength of %d is none', (strengthUgPerMl) => {
    expect(codeOf(() => ugOfVolume({ volumeUl: 1, strengthUgPerMl }))).toBe('amount_invalid');
    expect(codeOf(() => volumeOfUg({ amountUg: 1, strengthUgPerMl }))).toBe('amount_invalid');
  });

  test('a product beyond the limit is refused', () => {
    expect(codeOf(() => ugOfVolume({ volumeUl: MAX_AMOUNT, strengthUgPerMl: 2_000 }))).toBe('amount_invalid');
    expect(codeOf(() => volumeOfUg({ amountUg: MAX_AMOUNT, strengthUgPerMl: 500 }))).toBe('amount_invalid');
  });

  test('volume to mass and back is the same volume, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 200 }), (volumeUl, mgPerMl) => {
        const strengthUgPerMl = mgPerMl * 1000;
        const amountUg = ugOfVolume({ volumeUl, strengthUgPerMl });
        expect(BigInt(amountUg) * 1000n).toBe(BigInt(volumeUl) * BigInt(strengthUgPerMl));
        expect(volumeOfUg({ amountUg, strengthUgPerMl })).toBe(volumeUl);
      }),
    );
  });
});
