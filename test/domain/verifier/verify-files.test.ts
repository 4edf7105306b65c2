import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeBase64 } from '../../../src/domain/log/base64.js';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { formatAddCheckpoint } from '../../../src/domain/log/add-checkpoint.js';
import type { FileKind } from '../../../src/domain/verifier/file-kind.js';
import { exportLine, type ExportedRecord } from '../../../src/domain/verifier/log-export.js';
import { verifyFiles, type GivenBeside, type GivenFile } from '../../../src/domain/verifier/verify-files.js';
import { parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';
import { SampleLog } from '../../support/sample-log.js';

const log = SampleLog.of(11);
const fork = SampleLog.of(11, 'as told to the inspector');
const file = (content: string | Uint8Array, kind?: FileKind): GivenFile => ({
  name: 'given',
  bytes: typeof content === 'string' ? encodeUtf8(content) : content,
  ...(kind ? { kind } : {}),
});
const policy = file(log.policy());
const judged = (files: GivenFile[], beside?: GivenBeside) => verifyFiles([policy, ...files], beside);
const pathFile = (path: readonly Uint8Array[]) => file(path.map((hash) => `${encodeBase64(hash)}\n`).join(''), 'path');
const record = file(log.shown(7).record);
const salt = encodeBase64(log.shown(7).salt);
const verified = expect.objectContaining({ outcome: 'verified' });
const notVerified = (code: string) => expect.objectContaining({ outcome: 'notVerified', code });
const unusable = (code: string) => expect.objectContaining({ outcome: 'unusable', code });

describe('what is true is verified, each file found out by itself', () => {
  test('a proof with its record and salt', () => {
    const verdict = judged([file(log.proof(7)), record], { salt });
    expect(verdict).toMatchObject({
      outcome: 'verified',
      sentences: [
        'The record is number 7 of the log clinic.example/countersign/site/0001.',
        'It says: waste, occurred at 2026-01-01T09:00:07.000Z, recorded at 2026-01-01T09:00:07.000Z.',
        'The head of 11 records of clinic.example/countersign/site/0001 is signed by the log.',
        'Confirmed by W1 (2025-06-15 15:06:41 UTC), W2 (2025-06-15 15:06:42 UTC).',
        'The policy asks for the quorum "outside" of 3 witnesses, which is met.',
        expect.stringMatching(/^Policy: SHA-256 [0-9a-f]{64}\.$/),
      ],
    });
  });

  test('a proof with the leaf hash that was kept', () => {
    expect(judged([file(log.proof(7))], { leafHash: encodeBase64(log.leaves[7] as Uint8Array) })).toEqual(verified);
  });

  test('a proof with a disclosure that holds the salt and a private value', () => {
    const { record: bytes, values } = log.shown(7) as { record: Uint8Array; values: unknown };
    const text = Buffer.from(bytes).toString();
    const line = (private_: unknown) =>
      file(`${JSON.stringify({ private: private_, record: text, salt, v: 'countersign-disclosure/v1' })}\n`);
    expect(judged([file(log.proof(7)), line(values)])).toEqual(verified);
    const [value] = values as [{ value: string }];
    expect(judged([file(log.proof(7)), line([{ ...value, value: 'nothing was spilled' }])])).toEqual(
      notVerified('privateValueDiffers'),
    );
  });

  test('a checkpoint, and a policy that asks for no witness says so', () => {
    expect(judged([file(log.checkpoint())])).toEqual(verified);
    const bare = file(`log ${log.vkey}\nquorum none\n`);
    expect(verifyFiles([bare, file(log.checkpoint(11, []))]).sentences).toContain(
      'The policy asks for no witness: a log that tells two stories would not be noticed.',
    );
  });

  test('two heads, in any order, and a growth in one file', () => {
    const heads = [file(log.checkpoint(5)), file(log.checkpoint(11))];
    expect(judged([...heads, pathFile(log.path(5))])).toEqual(verified);
    expect(judged([...heads.reverse(), pathFile(log.path(5))])).toEqual(verified);
    const growth = formatAddCheckpoint({ oldSize: 5, path: log.path(5), checkpoint: log.checkpoint(11) });
    expect(judged([file(log.checkpoint(5)), file(growth)])).toEqual(verified);
  });

  test('a whole log, with records shown and withheld', () => {
    expect(judged([file(log.exported())]).sentences[0]).toBe(
      'All 11 records of the log are here, in order: 11 with what they say, 0 withheld.',
    );
    const withheld = log.exported((seq): ExportedRecord => {
      if (seq % 3 === 0) return log.shown(seq);
      return seq % 3 === 1
        ? { seq, commitment: log.commitment(seq) }
        : { seq, leafHash: log.leaves[seq] as Uint8Array };
    });
    expect(judged([file(withheld)]).sentences[0]).toBe(
      'All 11 records of the log are here, in order: 4 with what they say, 7 withheld.',
    );
  });
});

describe('what is not true is not verified', () => {
  const kept = { leafHash: encodeBase64(log.leaves[7] as Uint8Array) };
  const lines = log.exported().split('\n');
  const withLines = (change: (all: string[]) => string[]) => file(change([...lines]).join('\n'));

  test.each([
    [
      'another record of the same log',
      'wrongRecord',
      () => judged([file(log.proof(7)), file(log.shown(6).record)], { salt }),
    ],
    [
      'the record of another story',
      'notIncluded',
      () => judged([file(log.proof(7)), file(fork.shown(7).record)], { salt }),
    ],
    [
      'another salt',
      'notIncluded',
      () => judged([file(log.proof(7)), record], { salt: encodeBase64(new Uint8Array(32)) }),
    ],
    [
      'a record that is no record',
      'wrongRecord',
      () => judged([file(log.proof(7)), file('{"v":1}', 'record')], { salt }),
    ],
    ['the leaf of another place', 'notIncluded', () => judged([file(log.proof(6))], kept)],
    ['two stories of the same length', 'inconsistent', () => judged([file(log.checkpoint()), file(fork.checkpoint())])],
    [
      'a log cut back',
      'inconsistent',
      () => judged([file(log.checkpoint()), file(fork.checkpoint(5)), pathFile(log.path(5))]),
    ],
    ['a path that is missing', 'inconsistent', () => judged([file(log.checkpoint(5)), file(log.checkpoint())])],
    ['one witness of two', 'quorumNotMet', () => judged([file(log.checkpoint(11, ['W2']))])],
    [
      'a log the policy does not know',
      'unknownOrigin',
      () => judged([file(new SampleLog('other.example/x').checkpoint(0))]),
    ],
    ['an export that ends early', 'badExport', () => judged([withLines((all) => [...all.slice(0, -2), ''])])],
    ['an export cut within a line', 'badExport', () => judged([file(log.exported().slice(0, -5))])],
    [
      'an export with a record too many',
      'badExport',
      () => judged([withLines((all) => [...all.slice(0, -1), exportLine({ ...log.shown(10), seq: 11 })])]),
    ],
    ['a record left out', 'badExport', () => judged([withLines((all) => all.filter((_, i) => i !== 4))])],
    [
      'two records swapped',
      'badExport',
      () => judged([withLines((all) => [...all.slice(0, 3), all[4] as string, all[3] as string, ...all.slice(5)])]),
    ],
    [
      'two leaves swapped',
      'badExport',
      () => judged([file(log.exported((seq) => ({ seq, leafHash: log.leaves[[1, 0][seq] ?? seq] as Uint8Array })))]),
    ],
    [
      'a record of another story',
      'badExport',
      () => judged([withLines((all) => [...all.slice(0, 4), exportLine(fork.shown(3)).trim(), ...all.slice(5)])]),
    ],
    [
      'white space in a line',
      'badExport',
      () => judged([withLines((all) => [all[0] as string, ` ${all[1]}`, ...all.slice(2)])]),
    ],
    ['an export without its first line', 'badExport', () => judged([file(lines.slice(1).join('\n'), 'log')])],
    ['an empty export', 'badExport', () => judged([file('', 'log')])],
  ])('%s: %s', (_, code, verdict) => {
    expect(verdict()).toEqual(notVerified(code));
  });

  test('records that run backwards in time', () => {
    const backwards = SampleLog.of(2);
    backwards.append('later, and says it was first', '2026-01-01T09:00:00.500Z');
    expect(judged([file(backwards.exported())])).toEqual(notVerified('badExport'));
  });
});

describe('a log that had another name before a declared restore', () => {
  const origin = (n: number) =>
    `clinic.example/countersign${n === 1 ? '' : `/incarnation/${n}`}/site/38c7c013-638b-883a-a097-71060289bfe1`;
  const old = new SampleLog(origin(1), new Uint8Array(32).fill(21));
  for (let i = 0; i < 3; i += 1) old.append();
  const renamed = (type: string): SampleLog => {
    const now = new SampleLog(origin(2), new Uint8Array(32).fill(22));
    for (const { bytes, salt: its } of old.records) now.put(bytes, its, old.origin);
    now.append('declared', undefined, type);
    now.append();
    return now;
  };

  test('is verified whole, and each record of it, and says so', () => {
    const now = renamed('log_incarnation');
    const trusted = file(now.policy());
    expect(verifyFiles([trusted, file(now.exported())])).toEqual(verified);
    const shown = now.shown(1);
    const verdict = verifyFiles([trusted, file(now.proof(1)), file(shown.record)], { salt: encodeBase64(shown.salt) });
    expect(verdict.sentences).toContain(`The log had another name then: ${origin(1)}.`);
    expect(verdict).toEqual(verified);
  });

  test('a change of name that no record declares, and the name of another site, are refused', () => {
    const secretly = renamed('waste');
    expect(verifyFiles([file(secretly.policy()), file(secretly.exported())])).toEqual(notVerified('badExport'));
    const other = new SampleLog(origin(2).replace('38c7', '38c8'), new Uint8Array(32).fill(23));
    for (const { bytes, salt: its } of old.records) other.put(bytes, its, old.origin);
    expect(verifyFiles([file(other.policy()), file(other.exported())])).toEqual(notVerified('wrongRecord'));
  });
});

describe('substance in an exported log', () => {
  const moving = (amountMg: string) => {
    const id = '00000000-0000-4000-8000-000000000002';
    const line = { productId: '00000000-0000-4000-8000-000000000001', locationId: id };
    const lines = [
      { ...line, holder: 'container' as const, ids: [id], amountMg: '-25' },
      { ...line, holder: 'in_hand' as const, ids: [id], amountMg },
    ];
    const some = SampleLog.of(2);
    some.append('drawn', undefined, 'draw', { entry: { locationId: id, intent: 'AA==' }, lines });
    return verifyFiles([file(some.policy()), file(some.exported())]);
  };

  test('sums to zero in every entry, or the log is not what it claims, whoever signed it', () => {
    expect(moving('25')).toEqual(verified);
    expect(moving('25').sentences).toContain('The 2 lines that move substance sum to zero in every entry.');
    expect(moving('24.999')).toEqual(notVerified('badExport'));
    expect(moving('24.999').sentences[1]).toMatch(/^Record 2: the lines of product .* sum to -1 µg, not to zero\.$/);
    for (const unreadable of ['25.00001', 'x', '']) expect(moving(unreadable)).toEqual(notVerified('badExport'));
  });
});

describe('what cannot be judged is unusable, not refused', () => {
  test.each([
    ['no policy', 'policyMissing', () => verifyFiles([file(log.checkpoint())])],
    ['a policy that is none', 'policyUnusable', () => verifyFiles([file('quorum nobody\n'), file(log.checkpoint())])],
    ['only a policy', 'nothingToVerify', () => judged([])],
    ['two policies', 'filesDoNotFit', () => judged([policy, file(log.checkpoint())])],
    ['a picture', 'unknownKind', () => judged([file(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))])],
    ['a proof of nothing', 'leafMissing', () => judged([file(log.proof(7))])],
    ['a record without its salt', 'leafMissing', () => judged([file(log.proof(7)), record])],
    ['a salt that is none', 'badOption', () => judged([file(log.proof(7)), record], { salt: 'c2FsdA==' })],
    ['three heads', 'filesDoNotFit', () => judged([5, 6, 7].map((size) => file(log.checkpoint(size))))],
  ])('%s: %s', (_, code, verdict) => {
    expect(verdict()).toEqual(unusable(code));
  });
});

/** Every file the verifier reads, in a question that is answered with yes; each is then tampered with. */
const QUESTIONS: readonly (readonly [
  name: string,
  files: readonly GivenFile[],
  at: number,
  beside: GivenBeside | undefined,
])[] = [
  ['proof', [file(log.proof(7)), record], 0, { salt }],
  ['record', [file(log.proof(7)), record], 1, { salt }],
  ['checkpoint', [file(log.checkpoint())], 0, undefined],
  ['older head', [file(log.checkpoint(5)), file(log.checkpoint()), pathFile(log.path(5))], 0, undefined],
  ['path', [file(log.checkpoint(5)), file(log.checkpoint()), pathFile(log.path(5))], 2, undefined],
  [
    'growth',
    [
      file(log.checkpoint(5)),
      file(formatAddCheckpoint({ oldSize: 5, path: log.path(5), checkpoint: log.checkpoint() })),
    ],
    1,
    undefined,
  ],
  ['export', [file(SampleLog.of(3).exported())], 0, undefined],
];

describe('tampering', () => {
  const tampered = (bytes: Uint8Array, at: number, kind: string, bit: number): Uint8Array => {
    const byte = bytes[at] as number;
    const middle = { flip: [byte ^ (1 << bit)], drop: [], double: [byte, byte], cut: [], zero: [0] }[kind] as number[];
    return Uint8Array.from([...bytes.subarray(0, at), ...middle, ...(kind === 'cut' ? [] : bytes.subarray(at + 1))]);
  };

  test.each(QUESTIONS)('%s: no byte of it can be changed unseen, and none makes it throw', (_, files, at, beside) => {
    expect(judged([...files], beside).outcome).toBe('verified');
    const whole = files[at] as GivenFile;
    const kinds = fc.constantFrom('flip', 'drop', 'double', 'cut', 'zero');
    fc.assert(
      fc.property(fc.nat(whole.bytes.length - 1), kinds, fc.nat(7), (i, kind, bit) => {
        const bytes = tampered(whole.bytes, i, kind, bit);
        const verdict = judged(
          files.map((other) => (other === whole ? { ...whole, bytes } : other)),
          beside,
        );
        expect(verdict.outcome).not.toBe('verified');
        expect(verdict.sentences.length).toBeGreaterThan(0);
      }),
      { numRuns: 700 },
    );
  });

  test('policy: what is still accepted trusts the same keys, and says it is another policy', () => {
    const bytes = policy.bytes;
    const keysOf = (of: Uint8Array) => {
      const { logs, witnesses } = parseTlogPolicy(of);
      return [...logs, ...witnesses].map(({ key }) => encodeBase64(key.publicKey));
    };
    const checkpoint = file(log.checkpoint());
    const digest = verifyFiles([policy, checkpoint]).sentences.at(-1);
    for (let i = 0; i < bytes.length; i += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = tampered(bytes, i, 'flip', bit);
        const verdict = verifyFiles([{ ...policy, kind: 'policy', bytes: flipped }, checkpoint]);
        if (verdict.outcome !== 'verified') continue;
        expect(keysOf(flipped)).toEqual(keysOf(bytes));
        expect(verdict.sentences.at(-1)).not.toBe(digest);
      }
    }
  });

  test('arbitrary bytes, said to be anything, throw nothing', () => {
    const kinds: FileKind[] = ['policy', 'proof', 'checkpoint', 'consistency', 'path', 'record', 'log'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...kinds), (bytes, kind) => {
        expect(judged([{ name: 'x', bytes, kind }, file(log.checkpoint())]).outcome).not.toBe('verified');
        expect(judged([{ name: 'x', bytes, kind }]).outcome).not.toBe('verified');
      }),
      { numRuns: 500 },
    );
  });
});
