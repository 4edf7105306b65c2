import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainCanonicalText } from '../../../src/domain/log/canonical-fast.js';
import { canonicalBytes, parseCanonical } from '../../../src/domain/log/canonical-json.js';

const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(key, fc.string({ maxLength: 3 })), tie('tree'), { maxKeys: 4 }),
  ),
}));

function fullText(value: unknown): string | undefined {
  try {
    return new TextDecoder().decode(canonicalBytes(value));
  } catch {
    return undefined;
  }
}

describe('the plain canonical text', () => {
  test('is the canonical text wherever it is one', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        const plain = plainCanonicalText(parsed);
        if (plain !== undefined) expect(plain).toBe(fullText(parsed));
      }),
      { numRuns: 2000 },
    );
  });

  test('of a record is found without the full check', () => {
    const text = '{"actors":[{"id":"01990f6e"}],"late":false,"lines":[{"amountMg":"-37.5"}],"seq":12}';
    expect(plainCanonicalText(JSON.parse(text))).toBe(text);
  });

  test.each([
    ['-0', '[-0]'],
    ['an exponent', '[1e3]'],
    ['a key twice', '{"a":1,"a":1}'],
    ['keys out of order', '{"b":1,"a":1}'],
    ['a key that is not camelCase', '{"__proto__":1}'],
    ['white space', '[1, 2]'],
    ['an escape nobody needs', '["\\u0041"]'],
    ['null', '[null]'],
    ['a fraction', '[1.5]'],
  ])('%s is refused as before', (_, text) => {
    expect(() => parseCanonical(new TextEncoder().encode(text))).toThrow();
  });
});
