import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { decodeBase64 } from '../../../src/domain/log/base64.js';
import { LogError, type LogErrorCode } from '../../../src/domain/log/log-error.js';
import { parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '../../../src/domain/log/tlog-proof.js';
import { requireGrowth, verifyCheckpoint } from '../../../src/domain/log/verify-checkpoint.js';

type Vector = { name: string; policy: string; ok: boolean; why?: string } & (
  | { kind: 'proof'; leafHash: string; leafDataHex: string; proof: string }
  | { kind: 'checkpoint'; checkpoint: string }
  | { kind: 'consistency'; old: string; new: string; path?: string }
);

const file = new URL('../../vectors/log-vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];

/** For which reason each vector that is not `ok` must be refused; a refusal for another reason would prove nothing. */
const REFUSALS: Record<string, LogErrorCode> = {
  'wrong-index': 'notIncluded',
  'index-leading-zero': 'badProof',
  'index-beyond-size': 'notIncluded',
  'index-negative': 'badProof',
  'path-short': 'notIncluded',
  'path-long': 'notIncluded',
  'header-version': 'badProof',
  crlf: 'badNote',
  'size-edited': 'badSignature',
  'root-edited': 'badSignature',
  'quorum-not-met': 'quorumNotMet',
  'witness-repeated': 'quorumNotMet',
  'stranger-with-log-name': 'notSignedByLog',
  'one-bad-cosignature': 'badSignature',
  'node-as-leaf': 'notIncluded',
  'checkpoint-size-leading-zero': 'badCheckpoint',
  'checkpoint-two-lines': 'badCheckpoint',
  'checkpoint-size-overflow': 'badCheckpoint',
  'consistency-path-missing': 'inconsistent',
  'consistency-path-from-other-size': 'inconsistent',
  'fork-same-size': 'inconsistent',
  'rewrite-then-grow': 'inconsistent',
};

function verify(vector: Vector): unknown {
  const policy = parseTlogPolicy(vector.policy);
  if (vector.kind === 'proof') {
    return verifyTlogProof({ proof: vector.proof, leafHash: decodeBase64(vector.leafHash), policy });
  }
  if (vector.kind === 'checkpoint') return verifyCheckpoint({ checkpoint: vector.checkpoint, policy });
  const older = verifyCheckpoint({ checkpoint: vector.old, policy });
  const newer = verifyCheckpoint({ checkpoint: vector.new, policy });
  const path = (vector.path ?? '').split('\n').slice(0, -1).map(decodeBase64);
  return requireGrowth({ older, newer, path });
}

describe('log-vectors.json', () => {
  test('is all here, and every refusal is expected for a reason of its own', () => {
    expect(vectors).toHaveLength(75);
    const refused = vectors.filter(({ ok }) => !ok).map(({ name }) => name);
    expect(refused.sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  test.each(vectors.filter(({ ok }) => ok))('$kind: $name is accepted', (vector) => {
    expect(() => verify(vector)).not.toThrow();
  });

  test.each(vectors.filter(({ ok }) => !ok))('$kind: $name is refused: $why', (vector) => {
    expect(() => verify(vector)).toThrow(expect.objectContaining({ name: 'LogError', code: REFUSALS[vector.name] }));
  });

  test.each(vectors.filter(({ kind, ok }) => kind === 'proof' && ok))(
    'proof: $name is written as it is read',
    (vector) => {
      const { proof } = vector as Vector & { kind: 'proof' };
      expect(formatTlogProof(parseTlogProof(proof))).toBe(proof);
    },
  );
});

describe('a proof that was tampered with', () => {
  const good = vectors.find(({ name }) => name === 'inclusion-298-of-300') as Vector & { kind: 'proof' };
  const policy = parseTlogPolicy(good.policy);
  const leafHash = decodeBase64(good.leafHash);
  const bytes = new Uint8Array(Buffer.from(good.proof));

  test('verifies as bytes too, and says what it proves', () => {
    const proved = verifyTlogProof({ proof: bytes, leafHash, policy });
    expect(proved).toMatchObject({ index: 298, extra: undefined });
    expect(proved.checkpoint).toMatchObject({ origin: 'ledger.example/site/0001', size: 300, extensionLines: [] });
    expect(proved.checkpoint.cosigners).toEqual([
      { name: 'W1', timestamp: 1750000001n },
      { name: 'W2', timestamp: 1750000002n },
    ]);
  });

  test('no bit of it can be flipped, no byte left out, put in twice or cut off', () => {
    const at = fc.nat(bytes.length - 1);
    const kinds = fc.constantFrom('flip', 'drop', 'double', 'cut');
    fc.assert(
      fc.property(at, fc.nat(7), kinds, (i, bit, kind) => {
        const byte = bytes[i] as number;
        const middle = { flip: [byte ^ (1 << bit)], drop: [], double: [byte, byte], cut: [] }[kind];
        const rest = kind === 'cut' ? [] : bytes.subarray(i + 1);
        const proof = Uint8Array.from([...bytes.subarray(0, i), ...middle, ...rest]);
        expect(() => verifyTlogProof({ proof, leafHash, policy })).toThrow(
          expect.objectContaining({ name: 'LogError' }),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('arbitrary bytes are refused with LogError and nothing else', () => {
    const refusesCleanly = (proof: Uint8Array) => {
      let thrown: unknown;
      try {
        verifyTlogProof({ proof, leafHash, policy });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(LogError);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), refusesCleanly));
    const lines = good.proof.split('\n');
    const shuffled = fc.shuffledSubarray(lines).map((some) => new Uint8Array(Buffer.from(`${some.join('\n')}\n`)));
    fc.assert(
      fc.property(shuffled, (proof) => {
        if (Buffer.from(proof).toString() !== good.proof) refusesCleanly(proof);
      }),
    );
  });
});
