import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalBytes, MAX_RECORD_BYTES, parseCanonical } from '../../../src/domain/log/canonical-json.js';
import { LogError } from '../../../src/domain/log/log-error.js';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });

/** Any value of the profile, made of keys, strings and integers that are likely to trip a serialiser. */
const profileValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.string({ unit: 'binary', maxLength: 20 }).map((s) => s.normalize('NFC')),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/), tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('canonicalBytes', () => {
  test('sorts keys, writes no white space, and is the same whatever order the keys came in', () => {
    const record = { v: 'countersign-record/v1', seq: 7, actors: [{ role: 'nurse', id: 'a' }], late: false };
    const bytes = '{"actors":[{"id":"a","role":"nurse"}],"late":false,"seq":7,"v":"countersign-record/v1"}';
    expect(text(canonicalBytes(record))).toBe(bytes);
  });

  test.each([
    ['null', { a: null }, 'badValue'],
    ['undefined', { a: undefined }, 'badValue'],
    ['a hole in an array', Object.assign([1], { 2: 3 }), 'badValue'],
    ['a float', { amountMg: 37.5 }, 'badNumber'],
    ['2^53', 2 ** 53, 'badNumber'],
    ['NaN', NaN, 'badNumber'],
    ['a key in snake case', { a_b: 1 }, 'badKey'],
    ['a key with a capital first', { Amount: 1 }, 'badKey'],
    ['a key that is not ASCII', { é: 1 }, 'badKey'],
    ['an empty key', { '': 1 }, 'badKey'],
    ['__proto__', JSON.parse('{"__proto__":1}') as unknown, 'badKey'],
    ['a string in NFD', 'e\u0301', 'badString'],
    ['a lone surrogate', 'a\ud83d', 'badString'],
    ['a date', { at: new Date(0) }, 'badValue'],
    ['bytes', { salt: Buffer.alloc(2) }, 'badValue'],
    ['a bigint', 1n, 'badValue'],
  ])('refuses %s', (_what, value, code) => {
    expect(() => canonicalBytes(value)).toThrow(refusedAs(code));
  });

  test('never puts the value into the message, which may be private', () => {
    expect(() => canonicalBytes({ patient: { name: 'Rene\u0301e' } })).toThrow(/^\$\.patient\.name: (?!.*Ren)/);
  });

  test('takes 16 KiB and not a byte more', () => {
    expect(canonicalBytes('x'.repeat(MAX_RECORD_BYTES - 2))).toHaveLength(16384);
    expect(() => canonicalBytes('x'.repeat(MAX_RECORD_BYTES - 1))).toThrow(refusedAs('tooLarge'));
    expect(() => canonicalBytes('é'.repeat(MAX_RECORD_BYTES / 2))).toThrow(refusedAs('tooLarge'));
  });
});

describe('parseCanonical', () => {
  test.each([
    ['white space', '{"a": 1}', 'notCanonical'],
    ['a newline at the end', '{"a":1}\n', 'notCanonical'],
    ['keys in another order', '{"b":1,"a":2}', 'notCanonical'],
    ['a key given twice', '{"a":1,"a":1}', 'notCanonical'],
    ['a key given twice with two values', '{"a":1,"a":2}', 'notCanonical'],
    ['a needless escape', '{"a":"\\u0041"}', 'notCanonical'],
    ['an escaped slash', '"\\/"', 'notCanonical'],
    ['an exponent', '1e2', 'notCanonical'],
    ['a fraction of zeros', '1.0', 'notCanonical'],
    ['minus zero', '-0', 'notCanonical'],
    ['a number rounded when parsed', '9007199254740993', 'badNumber'],
    ['null', '{"a":null}', 'badValue'],
    ['a byte order mark', '\ufeff{}', 'notJson'],
    ['nothing', '', 'notJson'],
    ['an escaped lone surrogate', '"\\ud800"', 'badString'],
    ['8000 open brackets', '['.repeat(8000) + ']'.repeat(8000), 'tooDeep'],
    ['17 KiB', `"${'x'.repeat(17 * 1024)}"`, 'tooLarge'],
  ])('refuses %s', (_what, json, code) => {
    expect(() => parseCanonical(utf8(json))).toThrow(refusedAs(code));
  });

  test.each([
    ['an overlong encoding', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a cut character', [0x22, 0xe2, 0x82, 0x22]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => parseCanonical(Uint8Array.from(bytes))).toThrow(refusedAs('notUtf8'));
  });

  test('gives back what canonicalBytes took, and the same bytes from it', () => {
    fc.assert(
      fc.property(profileValue, (value) => {
        const bytes = canonicalBytes(value);
        const parsed = parseCanonical(bytes);
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text(canonicalBytes(parsed))).toBe(text(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test('of two spellings of one value, takes only the canonical one', () => {
    fc.assert(
      fc.property(profileValue, fc.nat(3), (value, indent) => {
        const spelling = JSON.stringify(value, null, indent);
        const canonical = text(canonicalBytes(value));
        if (spelling === canonical) expect(parseCanonical(utf8(spelling))).toEqual(JSON.parse(spelling));
        else expect(() => parseCanonical(utf8(spelling))).toThrow(refusedAs('notCanonical'));
      }),
    );
  });

  test('throws nothing but LogError, on any bytes and on any JSON', () => {
    const refusesCleanly = (bytes: Uint8Array) => {
      try {
        expect(text(canonicalBytes(parseCanonical(bytes)))).toBe(text(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(LogError);
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), refusesCleanly));
    fc.assert(fc.property(fc.json().map(utf8), refusesCleanly));
    fc.assert(fc.property(fc.stringMatching(/^[[\]{}",:0-9a\\-]{0,12}$/).map(utf8), refusesCleanly));
  });

  test('canonicalBytes throws nothing but LogError, on any value', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (value) => {
        try {
          parseCanonical(canonicalBytes(value));
        } catch (error) {
          expect(error).toBeInstanceOf(LogError);
        }
      }),
    );
  });
});
