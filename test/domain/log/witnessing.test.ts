import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAddCheckpoint, parseAddCheckpoint } from '../../../src/domain/log/add-checkpoint.js';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { cosignatureIn, cosignersOf, fewestForQuorum, isWitnessed } from '../../../src/domain/log/cosignatures.js';
import { parseVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../../src/domain/log/note-key.js';
import { cosign, parseNote, signatureLines } from '../../../src/domain/log/signed-note.js';
import { parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';
import { judgeSubmission, readSubmission } from '../../../src/domain/log/witnessing.js';
import { SampleLog, WITNESSES } from '../../support/sample-log.js';

const log = SampleLog.of(9);
const keys = [parseVerifierKey(log.vkey)];
const last = log.head(5);
const request = formatAddCheckpoint({ oldSize: 5, path: log.path(5), checkpoint: log.checkpoint(9, []) });

/** What a witness that cosigned `last` answers. */
function answer(body: string | Uint8Array): number {
  const submission = readSubmission(body, keys);
  return 'status' in submission ? submission.status : (judgeSubmission(submission, last)?.status ?? 200);
}

describe('add-checkpoint', () => {
  test('a request is written as it is read', () => {
    expect(formatAddCheckpoint(parseAddCheckpoint(request))).toBe(request);
  });

  test('a head that grew is cosigned, and only the log’s own signatures are kept beside it', () => {
    expect(answer(request)).toBe(200);
    const submission = readSubmission(
      formatAddCheckpoint({ oldSize: 5, path: log.path(5), checkpoint: log.checkpoint(9) }),
      keys,
    );
    expect('status' in submission ? [] : submission.logSignatures.map(({ name }) => name)).toEqual([log.origin]);
  });

  test('no changed byte of a request makes a witness cosign what was not proved', () => {
    const bytes = encodeUtf8(request);
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.constantFrom('set', 'drop', 'cut', 'double'),
        (at, byte, kind) => {
          const middle = { set: [byte], drop: [], cut: [], double: [bytes[at], bytes[at]] }[kind] as number[];
          const body = Uint8Array.from([
            ...bytes.subarray(0, at),
            ...middle,
            ...(kind === 'cut' ? [] : bytes.subarray(at + 1)),
          ]);
          if (Buffer.from(body).equals(Buffer.from(bytes))) return;
          expect([400, 403, 404, 409, 422]).toContain(answer(body));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('arbitrary bytes and texts are answered, and nothing is thrown', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const texts = fc.array(fc.constantFrom(...request.split('\n'), '', 'old 0', '\u2014 x AAAA'), { maxLength: 20 });
    fc.assert(fc.property(bytes, (body) => expect(answer(body)).toBe(400)));
    fc.assert(fc.property(texts, (lines) => expect(answer(`${lines.join('\n')}\n`)).toBeGreaterThanOrEqual(200)));
  });
});

describe('what a witness answered', () => {
  const { text } = parseNote(log.checkpoint(9, []));
  const key = verifierKeyOf(WITNESSES.W1, SIGNATURE_TYPES.cosignatureV1);
  const line = (of: Parameters<typeof cosign>[0]) => signatureLines([cosign(of)]);
  const good = line({ text, signer: WITNESSES.W1, timestamp: 1_790_000_000n });
  const other = line({ text, signer: WITNESSES.W2, timestamp: 1_790_000_000n });

  test('is taken when it is its own signature of this head, whatever else stands beside it', () => {
    expect(cosignatureIn({ answer: good, text, key }).timestamp).toBe(1_790_000_000n);
    expect(signatureLines([cosignatureIn({ answer: other + good, text, key }).signature])).toBe(good);
  });

  test.each([
    ['nothing', ''],
    ['another witness', other],
    [
      'another head',
      line({ text: parseNote(log.checkpoint(8, [])).text, signer: WITNESSES.W1, timestamp: 1_790_000_000n }),
    ],
    ['no time', line({ text, signer: WITNESSES.W1, timestamp: 0n })],
    ['another note under ours', `x\n\n${good}`],
    ['no newline at its end', good.slice(0, -1)],
    ['words', 'all is well\n'],
  ])('is not taken: %s', (_, answered) => {
    expect(() => cosignatureIn({ answer: answered, text, key })).toThrow(expect.objectContaining({ name: 'LogError' }));
  });

  test('the fewest cosignatures that make a quorum', () => {
    const policy = log.policy();
    const fewest = (groups: string) => fewestForQuorum(parseTlogPolicy(policy.replace(/group[\s\S]*/, groups)));
    expect(fewest('quorum none\n')).toBe(0);
    expect(fewest('quorum W2\n')).toBe(1);
    expect(fewest('group g 2 W1 W2 W3\nquorum g\n')).toBe(2);
    expect(fewest('group a all W1 W2\ngroup b any a W3\nquorum b\n')).toBe(1);
    expect(fewest('group a all W1 W2\ngroup b all a W3\nquorum b\n')).toBe(3);
  });

  test('a quorum counts each witness once, and strangers not at all', () => {
    const policy = parseTlogPolicy(log.policy());
    const bare = log.checkpoint(9, []);
    expect(cosignersOf(bare, policy)).toEqual([]);
    expect(isWitnessed(bare + good + good, policy)).toBe(false);
    expect(
      isWitnessed(bare + good + line({ text, signer: { ...WITNESSES.W2, name: 'x' }, timestamp: 1n }), policy),
    ).toBe(false);
    expect(cosignersOf(bare + other + good, policy)).toEqual(['W1', 'W2']);
    expect(isWitnessed(bare + other + good, policy)).toBe(true);
  });
});
