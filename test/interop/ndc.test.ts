import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ndcCandidates, parseNdc } from '../../src/interop/ndc.js';
import { camelCase, domainVectors, named } from '../support/domain-vectors.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const shapes = [
  [4, 4, 2],
  [5, 3, 2],
  [5, 4, 1],
  [5, 4, 2],
  [6, 3, 2],
  [6, 4, 1],
  [6, 4, 2],
] as const;
const segments = fc
  .constantFrom(...shapes)
  .chain(([labeler, product, pack]) => fc.tuple(digits(labeler), digits(product), digits(pack)));

describe('NDC vectors', () => {
  test.each(named(domainVectors.ndc))('%s', (_, { input, expect: expected }) => {
    const { segments: _segments, ...fields } = { segments: undefined, ...parseNdc(input) };
    expect(fields).toEqual(camelCase(expected));
  });
});

describe('NDCs', () => {
  test('every legal shape is read back as it was written', () => {
    fc.assert(
      fc.property(segments, ([labeler, product, pack]) => {
        expect(parseNdc(`${labeler}-${product}-${pack}`)).toMatchObject({
          valid: true,
          format: `${labeler.length}-${product.length}-${pack.length}`,
          segments: { labeler, product, package: pack },
        });
      }),
    );
  });

  test('12 digits with and without hyphens are the same code, and lead to the same 11', () => {
    fc.assert(
      fc.property(segments, ([labeler, product, pack]) => {
        const read = parseNdc(`${labeler}-${product}-${pack}`);
        if (!read.valid) throw new Error('a legal shape was refused');
        expect(parseNdc(read.ndc12Hyphenated ?? '')).toMatchObject({ ndc12: read.ndc12, ndc11: read.ndc11 });
        expect(parseNdc(read.ndc12)).toMatchObject({ ndc12: read.ndc12, ndc11: read.ndc11 });
      }),
    );
  });

  test('the three candidates of ten digits share one GTIN and are what their hyphens say', () => {
    fc.assert(
      fc.property(digits(10), (ten) => {
        const read = ndcCandidates(ten).map(({ hyphenated }) => parseNdc(hyphenated));
        const candidates = ndcCandidates(ten).map(({ format, ndc11, ndc12 }) => ({ format, ndc11, ndc12 }));
        expect(read).toMatchObject(candidates);
        expect(new Set(read.map((code) => (code.valid ? code.gtin14Each : undefined))).size).toBe(1);
      }),
    );
  });

  test('FDA shapes to come: 6-3-2 pads the product', () => {
    expect(parseNdc('012345-678-90')).toMatchObject({ ndc11Hyphenated: '12345-0678-90', ndc12: '012345067890' });
    expect(parseNdc('112345067890')).toMatchObject({ valid: true, ndc11: null, ndc12: '112345067890' });
  });

  test('never throws', () => {
    const almost = fc.stringMatching(/^[-0-9 A]{0,15}$/);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), (text) => {
        expect(typeof parseNdc(text).valid).toBe('boolean');
      }),
    );
  });
});
