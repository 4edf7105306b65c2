import { describe, expect, test } from '@jest/globals';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { jcs } from '../../../src/domain/log/jcs.js';

describe('RFC 8785', () => {
  test('section 3.2.2 and 3.2.4: the sample object and its bytes', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as unknown;
    const bytes = `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c
      22 6e 75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c
      30 2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c
      22 5c 5c 5c 5c 5c 22 2f 22 7d`.replace(/\s/g, '');
    expect(Buffer.from(encodeUtf8(jcs(value))).toString('hex')).toBe(bytes);
  });

  test('section 3.2.3: members are sorted by UTF-16 code units, not by code points', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(jcs(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: the double %s is %s', (hex, text) => {
    expect(jcs(Buffer.from(hex, 'hex').readDoubleBE())).toBe(text);
  });

  test.each([
    ['NaN', NaN, 'badNumber'],
    ['Infinity', Infinity, 'badNumber'],
    ['a lone surrogate', '\ud800', 'badString'],
    ['a lone surrogate in a name', { 'a\udead': 1 }, 'badString'],
    ['undefined', { a: undefined }, 'badValue'],
    ['a hole in an array', Object.assign([1], { 2: 3 }), 'badValue'],
    ['a bigint', 1n, 'badValue'],
    ['a date', new Date(0), 'badValue'],
    ['a map', new Map(), 'badValue'],
    ['bytes', new Uint8Array(2), 'badValue'],
    ['a function', () => 1, 'badValue'],
  ])('refuses %s', (_what, value, code) => {
    expect(() => jcs(value)).toThrow(expect.objectContaining({ name: 'LogError', code }));
  });

  test('refuses a cycle and 65 levels, takes 64', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => jcs(cycle)).toThrow(expect.objectContaining({ code: 'tooDeep' }));
    const nested = (levels: number) => JSON.parse('['.repeat(levels) + '1' + ']'.repeat(levels)) as unknown;
    expect(jcs(nested(64))).toBe('['.repeat(64) + '1' + ']'.repeat(64));
    expect(() => jcs(nested(65))).toThrow(expect.objectContaining({ code: 'tooDeep' }));
  });
});
