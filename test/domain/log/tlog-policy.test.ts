import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LogError } from '../../../src/domain/log/log-error.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../../src/domain/log/note-key.js';
import { isQuorum, parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';

const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });
const vkey = (name: string, fill: number, type: 1 | 4) =>
  formatVerifierKey(verifierKeyOf({ name, privateKey: new Uint8Array(32).fill(fill) }, type));
const LOG = vkey('log.example', 100, SIGNATURE_TYPES.ed25519);
const W = Array.from({ length: 7 }, (_, i) => vkey(`w${i}.example`, i + 1, SIGNATURE_TYPES.cosignatureV1));

// The example of c2sp.org/tlog-policy, "Example policy", with keys.
const EXAMPLE = `log ${LOG}

witness X1 ${W[1]}
witness X2 ${W[2]}
witness X3 ${W[3]}
group X-witnesses 2 X1 X2 X3

witness Y1 ${W[4]}
witness Y2 ${W[5]}
witness Y3 ${W[6]}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe('the example of the spec', () => {
  const policy = parseTlogPolicy(EXAMPLE);

  test.each([
    ['X1 X2 Y3', true],
    ['X1 X2 X3 Y1 Y2 Y3', true],
    ['X1 Y1 Y2 Y3', false],
    ['X1 X2 X3', false],
    ['', false],
    ['X-and-Y', false],
    ['X-witnesses Y-witnesses', false],
  ])('"%s" is a quorum: %s', (names, quorum) => {
    expect(isQuorum(policy, new Set(names.split(' ')))).toBe(quorum);
  });

  test('is the same with tabs, spaces, comments and URLs', () => {
    const spaced = EXAMPLE.replaceAll(' ', ' \t ').replaceAll('\n', '\t\n  # caf\u00e9\n');
    expect(parseTlogPolicy(spaced)).toEqual(policy);
    const withUrl = parseTlogPolicy(EXAMPLE.replace(LOG, `${LOG} https://log.example/`));
    expect(withUrl.logs[0]?.url).toBe('https://log.example/');
  });
});

describe('quorums', () => {
  test('none needs nobody; a single witness needs itself', () => {
    expect(isQuorum(parseTlogPolicy('quorum none\n'), new Set())).toBe(true);
    const one = parseTlogPolicy(`witness A ${W[1]}\nwitness B ${W[2]}\nquorum A\n`);
    expect(isQuorum(one, new Set(['A']))).toBe(true);
    expect(isQuorum(one, new Set(['B']))).toBe(false);
  });

  test('a group of k of n is met by k and not by fewer', () => {
    const witnesses = W.map((key, i) => `witness w${i} ${key}\n`).join('');
    const names = W.map((_, i) => `w${i}`);
    for (let k = 1; k <= W.length; k++) {
      const policy = parseTlogPolicy(`${witnesses}group g ${k} ${names.join(' ')}\nquorum g\n`);
      fc.assert(fc.property(fc.subarray(names), (some) => isQuorum(policy, new Set(some)) === some.length >= k));
    }
  });
});

describe('names are octets', () => {
  test('a name need not be UTF-8, and a Kelvin sign is not a K', () => {
    const start = Buffer.from('witness ');
    const line = (name: number[]) => Buffer.concat([start, Buffer.from(name), Buffer.from(` ${W[1]}\n`)]);
    const bytes = Buffer.concat([line([0xff, 0x80]), Buffer.from('quorum '), Buffer.from([0xff, 0x80, 0x0a])]);
    expect(parseTlogPolicy(new Uint8Array(bytes)).quorum).toBe('\u00ff\u0080');
    expect(() => parseTlogPolicy(`witness \u212a ${W[1]}\nquorum K\n`)).toThrow(refusedAs('badPolicy'));
  });

  test('a no-break space does not separate', () => {
    expect(parseTlogPolicy(`witness a\u00a0b ${W[1]}\nquorum none\n`).witnesses).toHaveLength(1);
  });
});

describe('refusals', () => {
  const a = `witness A ${W[1]}\n`;
  const ab = `${a}witness B ${W[2]}\n`;
  const end = 'quorum none\n';
  test.each([
    ['no quorum', a, 'badPolicy'],
    ['an empty file', '', 'badPolicy'],
    ['two quorums', `${end}${end}`, 'badPolicy'],
    ['a quorum of nobody known', 'quorum A\n', 'badPolicy'],
    ['a quorum before its definition', `quorum A\n${a}`, 'badPolicy'],
    ['a quorum of two names', `${ab}quorum A B\n`, 'badPolicy'],
    ['no newline at the end', 'quorum none', 'badPolicy'],
    ['an unknown keyword', `cosigner A ${W[1]}\n${end}`, 'badPolicy'],
    ['a comment after a line', `quorum none # nobody\n`, 'badPolicy'],
    ['a carriage return', 'quorum none\r\n', 'badPolicy'],
    ['a DEL', '# \u007f\nquorum none\n', 'badPolicy'],
    ['a member not yet defined', `${a}group g any A B\nwitness B ${W[2]}\n${end}`, 'badPolicy'],
    ['a group that is a member of itself', `${a}group g any A g\n${end}`, 'badPolicy'],
    ['none as a member', `${a}group g any A none\n${end}`, 'badPolicy'],
    ['none as a name', `witness none ${W[1]}\n${end}`, 'badPolicy'],
    ['a name given twice', `${a}witness A ${W[2]}\n${end}`, 'badPolicy'],
    ['a group with the name of a witness', `${ab}group A any B\n${end}`, 'badPolicy'],
    ['a member of two groups', `${ab}group g any A B\ngroup h any A\n${end}`, 'badPolicy'],
    ['a member listed twice', `${ab}group g 2 A A\n${end}`, 'badPolicy'],
    ['k = 0', `${ab}group g 0 A B\n${end}`, 'badPolicy'],
    ['k > n', `${ab}group g 3 A B\n${end}`, 'badPolicy'],
    ['k with a leading zero', `${ab}group g 02 A B\n${end}`, 'badPolicy'],
    ['k in hex', `${ab}group g 0x2 A B\n${end}`, 'badPolicy'],
    ['a group without members', `${a}group g any\n${end}`, 'badPolicy'],
    ['a log without key', `log\n${end}`, 'badPolicy'],
    ['a log with too much', `log ${LOG} url more\n${end}`, 'badPolicy'],
    ['a witness without key', `witness A\n${end}`, 'badPolicy'],
    ['a witness twice', `${a}witness B ${W[1]}\n${end}`, 'badPolicy'],
    ['a witness twice under two key names', `${a}witness B ${vkey('other.example', 2, 4)}\n${end}`, 'badPolicy'],
    ['a log twice', `log ${LOG}\nlog ${vkey('other.example', 100, 1)}\n${end}`, 'badPolicy'],
    ['a witness with the key of a log', `witness A ${vkey('w', 9, 1)}\n${end}`, 'unsupportedKeyType'],
    ['a witness with ML-DSA-44', `witness A a+00000000+BgID\n${end}`, 'unsupportedKeyType'],
    [
      'a key ID that is not that of the key',
      `log ${LOG.replace(/\+[0-9a-f]{8}\+/, '+00000000+')}\n${end}`,
      'badKeyFormat',
    ],
  ])('%s', (_what, text, code) => {
    expect(() => parseTlogPolicy(text)).toThrow(refusedAs(code));
  });

  test('throws nothing but LogError', () => {
    const words = fc.constantFrom(
      'log',
      'witness',
      'group',
      'quorum',
      'none',
      'A',
      'any',
      '1',
      ' ',
      '\n',
      LOG,
      String(W[1]),
    );
    const texts = fc.array(words, { maxLength: 20 }).map((some) => `${some.join(' ')}\n`);
    fc.assert(
      fc.property(fc.oneof(texts, fc.uint8Array({ maxLength: 40 })), (input) => {
        try {
          parseTlogPolicy(input);
        } catch (error) {
          expect(error).toBeInstanceOf(LogError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
