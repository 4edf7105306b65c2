import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findApplicationIdentifier } from '../../src/interop/gs1-application-identifiers.js';
import { gs1CheckDigit } from '../../src/interop/gs1-check-digit.js';
import { fullYear, readGs1Date } from '../../src/interop/gs1-dates.js';
import { GS, type Gs1Element } from '../../src/interop/gs1-elements.js';
import { parseGs1 } from '../../src/interop/gs1.js';
import { gtin14Each } from '../../src/interop/ndc.js';
import { camelCase, domainVectors, named } from '../support/domain-vectors.js';

const year = { referenceYear: 2026 };
const GTIN = '00350458028027';

const set82 = fc.stringMatching(/^[!"%-?A-Z_a-z]{1,20}$/);
const gtin = fc.stringMatching(/^\d{13}$/).map((body) => `${body}${gs1CheckDigit(body)}`);
const date = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
const element: fc.Arbitrary<Gs1Element> = fc.oneof(
  fc.tuple(fc.constant('01'), gtin),
  fc.tuple(fc.constantFrom('11', '17'), date),
  fc.tuple(fc.constantFrom('10', '21', '240', '715', '92'), set82),
  fc.tuple(fc.constantFrom('30', '37'), fc.stringMatching(/^\d{1,8}$/)),
  fc.tuple(fc.constant('422'), fc.stringMatching(/^\d{3}$/)),
);
const elements = fc.uniqueArray(element, { minLength: 1, maxLength: 6, selector: ([ai]) => ai });

/** Writes elements as a scanner sends them: GS behind each that needs one, unless it is the last. */
function elementString(elements: readonly Gs1Element[]): string {
  return elements
    .map(([ai, value], at) => {
      const needsSeparator = !findApplicationIdentifier(ai)?.definition.predefinedLength;
      return `${ai}${value}${needsSeparator && at < elements.length - 1 ? GS : ''}`;
    })
    .join('');
}

describe('GS1 vectors', () => {
  test.each(named([...domainVectors.gs1_scans]))('%s', (_, { input, reference_year, expect: expected }) => {
    const { gtin: _gtin, ...fields } = { gtin: undefined, ...parseGs1(input, { referenceYear: reference_year ?? 0 }) };
    expect(fields).toEqual(camelCase(expected));
  });

  test.each(named(domainVectors.gs1_typed))('%s', (_, { input, expect: expected }) => {
    expect(parseGs1(input, year)).toMatchObject(camelCase(expected) as object);
  });
});

describe('GS1 element strings', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(elements, fc.constantFrom('', ']d2', ']C1', ']e0', ']Q3', GS), (written, before) => {
        expect(parseGs1(`${before}${elementString(written)}`, year)).toMatchObject({
          ok: true,
          elements: written,
        });
      }),
    );
  });

  test('typed with brackets, the same elements are read', () => {
    const unambiguous = elements.filter((written) => written.every(([, value]) => !/[()]/.test(value)));
    fc.assert(
      fc.property(unambiguous, fc.constantFrom('', ' '), (written, between) => {
        const typed = written.map(([ai, value]) => `(${ai})${value}`).join(between);
        expect(parseGs1(typed, year)).toMatchObject({ ok: true, elements: written });
      }),
    );
  });

  test('a changed digit of a GTIN is refused', () => {
    fc.assert(
      fc.property(gtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`;
        expect(parseGs1(`01${wrong}`, year)).toMatchObject({ ok: false, error: 'check_digit', ai: '01' });
      }),
    );
  });

  test('the NDC of a GTIN is the one it was made from', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (ndc10Digits) => {
        const read = parseGs1(`01${gtin14Each(ndc10Digits)}`, year);
        expect(read).toMatchObject({ ok: true, ndc10Digits, indicator: '0', packageLevel: 'each' });
      }),
    );
  });

  test('never throws, and ends', () => {
    const alphabet = fc.constantFrom(...`0123456789()]dCeQ${GS}AZ \u2028`, '01', '17', '10', '(01)', ']d2', GTIN);
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(alphabet, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => typeof parseGs1(text, year).ok === 'boolean'),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['a lone GS', GS, { error: 'empty' }],
    ['only a symbology identifier', ']d2', { error: 'empty' }],
    ['half a symbology identifier', ']d', { error: 'not_gs1_symbology', symbologyId: ']d' }],
    ['two GS behind a value', `10L1${GS}${GS}21S1`, { error: 'unknown_ai' }],
    ['a letter in a count', '30A', { error: 'illegal_character', ai: '30' }],
    ['a GS inside a GTIN', `010035045${GS}8028027`, { error: 'too_short', ai: '01' }],
    ['too long, typed: no FNC1 is missing', `(10)${'A'.repeat(21)}`, { error: 'too_long', ai: '10' }],
    ['an AI that GS1 has not assigned, typed', '(05)1', { error: 'unknown_ai' }],
    ['a bracket that does not close', '(0100350458028027', { error: 'malformed_brackets' }],
    ['an SSCC with a wrong check digit', '00103504580000000014', { error: 'check_digit', expectedCheckDigit: '3' }],
  ])('%s is refused', (_, text, expected) => {
    expect(parseGs1(text, year)).toMatchObject({ ok: false, ...expected });
  });

  test('expiry and lot without a GTIN are read, with a warning: it may be on the symbol beside', () => {
    expect(parseGs1('1727093010L1', year)).toMatchObject({ ok: true, warnings: ['missing_gtin', 'missing_serial'] });
  });

  test('parts of a value that may be left out', () => {
    expect(parseGs1('70072601012602', year)).toMatchObject({ ok: false, error: 'too_short', ai: '7007' });
    expect(parseGs1('7007260101', year)).toMatchObject({ ok: true, elements: [['7007', '260101']] });
    expect(parseGs1('7007260101260201', year)).toMatchObject({ ok: true, elements: [['7007', '260101260201']] });
  });
});

describe('GS1 application identifiers', () => {
  test('no identifier begins another, so that one text has one reading', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'));
    const found = new Set(all.flatMap((text) => findApplicationIdentifier(text)?.ai ?? []));
    const shorter = [...found].filter((ai) =>
      [2, 3].some((length) => length < ai.length && found.has(ai.slice(0, length))),
    );
    expect(shorter).toEqual([]);
    expect(found.size).toBe(536);
  });

  test('those whose value is followed by the next without FNC1 are those of the General Specifications', () => {
    const all = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
    const predefined = all.filter((start) =>
      ['', '0', '00'].some((rest) => findApplicationIdentifier(`${start}${rest}`)?.definition.predefinedLength),
    );
    const ranges = ['00', '01', '02', '03', '11', '12', '13', '15', '16', '17', '20'];
    expect(predefined).toEqual([...ranges, '31', '32', '33', '34', '35', '36', '41']);
  });
});

describe('GS1 dates', () => {
  test.each([
    [76, 2026, 2076],
    [77, 2026, 1977],
    [26, 2026, 2026],
    [0, 2026, 2000],
    [0, 1950, 2000],
    [10, 2090, 2110],
    [41, 2090, 2041],
    [40, 2090, 2140],
  ])('%i read in %i is %i', (yy, referenceYear, expected) => {
    expect(fullYear(yy, { referenceYear })).toBe(expected);
  });

  test('day 00 of February of a leap year is the 29th', () => {
    expect(readGs1Date('280200', year)).toEqual({ ok: true, date: '2028-02-29', dayGiven: false });
  });

  test('a day past the end of its month is refused', () => {
    expect(readGs1Date('270431', year)).toEqual({ ok: false, error: 'illegal_day' });
  });

  test('a reference year that cannot be one is a mistake of the caller', () => {
    expect(() => readGs1Date('270430', { referenceYear: 26 })).toThrow(RangeError);
  });
});
