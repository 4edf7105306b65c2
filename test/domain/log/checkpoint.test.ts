import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCheckpoint, signCheckpoint, type TreeHead } from '../../../src/domain/log/checkpoint.js';
import { leafData, leafHash, recordCommitment } from '../../../src/domain/log/commitment.js';
import { LogError } from '../../../src/domain/log/log-error.js';
import { EMPTY_ROOT, treeRoot } from '../../../src/domain/log/merkle.js';
import { consistencyProof, inclusionProof } from '../../../src/domain/log/merkle-proof.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../../src/domain/log/note-key.js';
import { cosign, formatNote, parseNote, signText } from '../../../src/domain/log/signed-note.js';
import { parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '../../../src/domain/log/tlog-proof.js';
import { requireGrowth, verifyCheckpoint } from '../../../src/domain/log/verify-checkpoint.js';
import { naiveLookup, someLeaves } from './naive-tree.js';

const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });
const origin = 'clinic.example/countersign/site/1';
const logKey = new Uint8Array(32).fill(1);
const witness = { name: 'witness.example', privateKey: new Uint8Array(32).fill(2) };
const vkey = formatVerifierKey(verifierKeyOf({ name: origin, privateKey: logKey }, SIGNATURE_TYPES.ed25519));
const witnessVkey = formatVerifierKey(verifierKeyOf(witness, SIGNATURE_TYPES.cosignatureV1));
const alone = parseTlogPolicy(`log ${vkey}\nquorum none\n`);
const witnessed = parseTlogPolicy(`log ${vkey}\nwitness W ${witnessVkey}\nquorum W\n`);

const headOf = (leaves: readonly Uint8Array[]): TreeHead => {
  const size = leaves.length;
  return { origin, size, rootHash: treeRoot({ size, lookup: naiveLookup(leaves) }) };
};

function addCosignature(checkpoint: string): string {
  const { text, signatures } = parseNote(checkpoint);
  return formatNote({ text, signatures: [...signatures, cosign({ text, signer: witness, timestamp: 1750000000n })] });
}

describe('checkpoints', () => {
  const root = 'qUDSYXXiN3R9zxRDST2xjvyVSumTcZFm5DhzSLMoRJQ=';
  const note = (text: string) =>
    formatNote({ text, signatures: [signText({ text, signer: { name: origin, privateKey: logKey } })] });

  test('are signed and read back', () => {
    const head = headOf(someLeaves(5));
    const text = signCheckpoint({ head, privateKey: logKey });
    expect(parseCheckpoint(text)).toMatchObject({ ...head, extensionLines: [] });
    expect(verifyCheckpoint({ checkpoint: text, policy: alone })).toEqual({
      ...head,
      extensionLines: [],
      cosigners: [],
    });
    expect(parseCheckpoint(note(`o\n9007199254740991\n${root}\n`)).size).toBe(Number.MAX_SAFE_INTEGER);
  });

  test.each([
    ['an empty origin', `\n1\n${root}\n`],
    ['a leading zero', `o\n01\n${root}\n`],
    ['a sign', `o\n+1\n${root}\n`],
    ['an exponent', `o\n1e3\n${root}\n`],
    ['2^53', `o\n9007199254740992\n${root}\n`],
    ['a full-width digit', `o\n\uff11\n${root}\n`],
    ['a space before the size', `o\n 1\n${root}\n`],
    ['two lines', 'o\n1\n'],
    ['an empty extension line', `o\n1\n${root}\n\nx\n`],
    ['an empty line at the end of the text', `o\n1\n${root}\n\n`],
    ['a short root', 'o\n1\nAAAA\n'],
    ['no leaves, but a root', `o\n0\n${root}\n`],
  ])('with %s are refused', (_what, text) => {
    expect(() => parseCheckpoint(note(text))).toThrow(refusedAs('badCheckpoint'));
  });

  test('with a root that is not strict base64 are refused', () => {
    expect(() => parseCheckpoint(note(`o\n1\n${root.slice(0, -1)}\n`))).toThrow(refusedAs('badBase64'));
  });

  test('are not written for a head that cannot be read back', () => {
    const head = headOf(someLeaves(2));
    const sign = (changed: Partial<TreeHead>) => signCheckpoint({ head: { ...head, ...changed }, privateKey: logKey });
    expect(() => sign({ origin: '' })).toThrow(refusedAs('badCheckpoint'));
    expect(() => sign({ origin: 'a\nb' })).toThrow(refusedAs('badCheckpoint'));
    expect(() => sign({ origin: 'a b' })).toThrow(refusedAs('badKeyFormat'));
    expect(() => sign({ size: -1 })).toThrow(refusedAs('badTreeInput'));
    expect(() => sign({ size: 0 })).toThrow(refusedAs('badCheckpoint'));
    expect(() => sign({ rootHash: new Uint8Array(3) })).toThrow(refusedAs('badTreeInput'));
  });

  test('of a log that the policy does not name, or signed by another, are refused', () => {
    const head = headOf(someLeaves(2));
    const stranger = signCheckpoint({ head, privateKey: new Uint8Array(32).fill(9) });
    expect(() => verifyCheckpoint({ checkpoint: stranger, policy: alone })).toThrow(refusedAs('noKnownSignature'));
    expect(() => verifyCheckpoint({ checkpoint: addCosignature(stranger), policy: witnessed })).toThrow(
      refusedAs('notSignedByLog'),
    );
    const elsewhere = signCheckpoint({ head: { ...head, origin: 'other.example' }, privateKey: logKey });
    expect(() => verifyCheckpoint({ checkpoint: elsewhere, policy: alone })).toThrow(refusedAs('unknownOrigin'));
  });

  test('of one log are not vouched for by the key of another log of the policy', () => {
    const other = { name: 'other.example', privateKey: new Uint8Array(32).fill(7) };
    const otherVkey = formatVerifierKey(verifierKeyOf(other, SIGNATURE_TYPES.ed25519));
    const both = parseTlogPolicy(`log ${vkey}\nlog ${otherVkey}\nquorum none\n`);
    const text = parseNote(signCheckpoint({ head: headOf(someLeaves(2)), privateKey: logKey })).text;
    const checkpoint = formatNote({ text, signatures: [signText({ text, signer: other })] });
    expect(() => verifyCheckpoint({ checkpoint, policy: both })).toThrow(refusedAs('notSignedByLog'));
  });

  test('say which witnesses cosigned, and when', () => {
    const checkpoint = signCheckpoint({ head: headOf(someLeaves(2)), privateKey: logKey });
    expect(() => verifyCheckpoint({ checkpoint, policy: witnessed })).toThrow(refusedAs('quorumNotMet'));
    const { cosigners } = verifyCheckpoint({ checkpoint: addCosignature(checkpoint), policy: witnessed });
    expect(cosigners).toEqual([{ name: 'W', timestamp: 1750000000n }]);
  });

  test('parseCheckpoint throws nothing but LogError', () => {
    const lines = fc.array(fc.constantFrom('o', '0', '1', '', root, '\u2014 k AAAAAAA='), { maxLength: 8 });
    fc.assert(
      fc.property(lines, (some) => {
        try {
          parseCheckpoint(`${some.join('\n')}\n`);
        } catch (error) {
          expect(error).toBeInstanceOf(LogError);
        }
      }),
    );
  });
});

describe('requireGrowth', () => {
  const leaves: Uint8Array[] = someLeaves(20);
  const growth = (oldSize: number, newSize: number) => ({
    older: headOf(leaves.slice(0, oldSize)),
    newer: headOf(leaves.slice(0, newSize)),
    path: consistencyProof({ oldSize, newSize, lookup: naiveLookup(leaves.slice(0, newSize)) }),
  });

  test('passes from nothing, to itself, and to any larger tree', () => {
    for (const [from, to] of [
      [0, 0],
      [0, 9],
      [7, 7],
      [3, 20],
      [16, 17],
    ] as const) {
      expect(() => requireGrowth(growth(from, to))).not.toThrow();
    }
  });

  test('says so when the log shrank', () => {
    const { older, newer } = growth(9, 20);
    expect(() => requireGrowth({ older: newer, newer: older, path: [] })).toThrow(
      'The log shrank from 20 leaves to 9.',
    );
  });

  test('refuses a smaller tree, another log, another tree of the size, a leaf rewritten before it grew', () => {
    const good = growth(9, 20);
    const rewritten = headOf(leaves.with(4, leaves[5] as Uint8Array));
    for (const bad of [
      { older: good.newer, newer: good.older },
      { newer: { ...good.newer, origin: 'other.example' } },
      { older: good.newer, newer: rewritten, path: [] },
      { newer: rewritten },
      { older: { ...good.older, size: 8 } },
      { path: [] },
    ]) {
      expect(() => requireGrowth({ ...good, ...bad })).toThrow(refusedAs('inconsistent'));
    }
  });
});

describe('from a record to its .tlog-proof and back', () => {
  test('any record of any log is proved, to somebody who has only the record, its salt and the policy', () => {
    const logs = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(logs, fc.nat(), fc.option(fc.uint8Array({ minLength: 1, maxLength: 9 })), (records, pick, extra) => {
        const leafOf = (record: Uint8Array, seq: number) => {
          const commitment = recordCommitment({ salt: new Uint8Array(32).fill(seq), record });
          return leafHash(leafData({ origin, seq, commitment }));
        };
        const leaves = records.map(leafOf);
        const index = pick % records.length;
        const path = inclusionProof({ index, size: leaves.length, lookup: naiveLookup(leaves) });
        const checkpoint = addCosignature(signCheckpoint({ head: headOf(leaves), privateKey: logKey }));
        const proof = formatTlogProof({ index, path, checkpoint, extra: extra ?? undefined });
        const leaf = leafOf(records[index] as Uint8Array, index);
        expect(verifyTlogProof({ proof, leafHash: leaf, policy: witnessed })).toMatchObject({
          index,
          extra: extra ?? undefined,
        });
        // The same record at another place is another leaf.
        const moved = leafOf(records[index] as Uint8Array, index + 1);
        expect(() => verifyTlogProof({ proof, leafHash: moved, policy: witnessed })).toThrow(refusedAs('notIncluded'));
      }),
      { numRuns: 40 },
    );
  });

  const checkpoint = signCheckpoint({ head: { origin, size: 0, rootHash: EMPTY_ROOT }, privateKey: logKey });
  const hash = 'qUDSYXXiN3R9zxRDST2xjvyVSumTcZFm5DhzSLMoRJQ=';
  test.each([
    ['no index', `c2sp.org/tlog-proof@v1\n${hash}\n\n${checkpoint}`, 'badProof'],
    ['nothing but a header', `c2sp.org/tlog-proof@v1\n\n${checkpoint}`, 'badProof'],
    ['no header', `index 0\n\n${checkpoint}`, 'badProof'],
    ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 0\n', 'badProof'],
    ['two indexes', `c2sp.org/tlog-proof@v1\nindex 0\nindex 0\n\n${checkpoint}`, 'badBase64'],
    ['extra after the index', `c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n${checkpoint}`, 'badBase64'],
    ['extra twice', `c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\n${checkpoint}`, 'badProof'],
    ['an empty extra', `c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n${checkpoint}`, 'badProof'],
    ['extra that is not base64', `c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\n${checkpoint}`, 'badBase64'],
    ['a short hash', `c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n${checkpoint}`, 'badProof'],
    ['an index beyond 2^53 - 1', `c2sp.org/tlog-proof@v1\nindex 9007199254740992\n\n${checkpoint}`, 'badProof'],
  ])('a proof with %s is refused', (_what, proof, code) => {
    expect(() => parseTlogProof(proof)).toThrow(refusedAs(code));
  });

  test('formatTlogProof writes nothing that parseTlogProof refuses', () => {
    expect(() => formatTlogProof({ index: -1, path: [], checkpoint })).toThrow(refusedAs('badProof'));
    expect(() => formatTlogProof({ index: 0, path: [new Uint8Array(31)], checkpoint })).toThrow(refusedAs('badProof'));
    expect(() => formatTlogProof({ index: 0, path: [], checkpoint, extra: new Uint8Array() })).toThrow(
      refusedAs('badProof'),
    );
  });
});
