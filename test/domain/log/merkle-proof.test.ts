import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../../../src/domain/log/commitment.js';
import { EMPTY_ROOT, nodesRead, treeRoot } from '../../../src/domain/log/merkle.js';
import {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/domain/log/merkle-proof.js';
import { CT_CONSISTENCY, CT_INCLUSION, CT_LEAVES, CT_ROOTS } from './ct-vectors.js';
import { naiveConsistency, naiveInclusion, naiveLookup, naiveRoot, someLeaves } from './naive-tree.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'hex'));
const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });
const flip = (bytes: Uint8Array, bit: number) =>
  bytes.map((b, i) => (i === (bit >> 3) % 32 ? b ^ (1 << (bit & 7)) : b));

describe('the proofs that Certificate Transparency publishes', () => {
  const leaves = CT_LEAVES.map((data) => leafHash(unhex(data)));
  const lookup = naiveLookup(leaves);

  test.each(CT_INCLUSION)('inclusion of $index in $size', ({ index, size, path }) => {
    expect(inclusionProof({ index, size, lookup }).map(hex)).toEqual(path);
    const claim = {
      index,
      size,
      leafHash: leaves[index] as Uint8Array,
      path: path.map(unhex),
      root: unhex(CT_ROOTS[size]),
    };
    expect(verifyInclusion(claim)).toBe(true);
  });

  test.each(CT_CONSISTENCY)('consistency of $oldSize with $newSize', ({ oldSize, newSize, path }) => {
    expect(consistencyProof({ oldSize, newSize, lookup }).map(hex)).toEqual(path);
    const roots = { oldRoot: unhex(CT_ROOTS[oldSize]), newRoot: unhex(CT_ROOTS[newSize]) };
    expect(verifyConsistency({ oldSize, newSize, ...roots, path: path.map(unhex) })).toBe(true);
  });
});

describe('every proof of every tree to 34 leaves', () => {
  const all = someLeaves(34);
  const roots = Array.from({ length: 35 }, (_, size) => naiveRoot(all.slice(0, size)));

  test('inclusion: is the recursion of RFC 6962, verifies, and verifies at no other index or size of another shape', () => {
    for (let size = 1; size <= 34; size++) {
      const lookup = naiveLookup(all.slice(0, size));
      const root = roots[size] as Uint8Array;
      for (let index = 0; index < size; index++) {
        const path = inclusionProof({ index, size, lookup });
        expect(path.map(hex)).toEqual(naiveInclusion(index, all.slice(0, size)).map(hex));
        const leaf = all[index] as Uint8Array;
        for (let other = 0; other <= size; other++) {
          expect(verifyInclusion({ index: other, size, leafHash: leaf, path, root })).toBe(other === index);
        }
      }
    }
  });

  test('consistency: is the recursion of RFC 6962, verifies, and for no other old root', () => {
    for (let newSize = 0; newSize <= 34; newSize++) {
      const lookup = naiveLookup(all.slice(0, newSize));
      const newRoot = roots[newSize] as Uint8Array;
      for (let oldSize = 0; oldSize <= newSize; oldSize++) {
        const path = consistencyProof({ oldSize, newSize, lookup });
        if (oldSize > 0) expect(path.map(hex)).toEqual(naiveConsistency(oldSize, all.slice(0, newSize)).map(hex));
        for (let other = 0; other <= newSize; other++) {
          const oldRoot = roots[other] as Uint8Array;
          expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, path })).toBe(other === oldSize);
        }
      }
    }
  });
});

describe('proofs of random trees', () => {
  const tree = fc
    .integer({ min: 1, max: 200 })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

  test('inclusion: flipping any bit of any part, a hash too few or too many, is refused', () => {
    fc.assert(
      fc.property(tree, fc.nat(255), fc.nat(), ({ size, index }, bit, at) => {
        const leaves = someLeaves(size);
        const lookup = naiveLookup(leaves);
        const path = inclusionProof({ index, size, lookup });
        const claim = { index, size, leafHash: leaves[index] as Uint8Array, path, root: treeRoot({ size, lookup }) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(claim.root, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [...path, claim.root] })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [claim.leafHash, ...path] })).toBe(false);
        if (path.length === 0) return;
        const i = at % path.length;
        expect(verifyInclusion({ ...claim, path: path.with(i, flip(path[i] as Uint8Array, bit)) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: path.toSpliced(i, 1) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('consistency: flipping any bit of any part, a hash too few or too many, is refused', () => {
    fc.assert(
      fc.property(tree, fc.nat(255), fc.nat(), ({ size: newSize, index: oldSize }, bit, at) => {
        const lookup = naiveLookup(someLeaves(newSize));
        const path = consistencyProof({ oldSize, newSize, lookup });
        const oldRoot = treeRoot({ size: oldSize, lookup });
        const claim = { oldSize, newSize, oldRoot, newRoot: treeRoot({ size: newSize, lookup }), path };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: flip(oldRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: [...path, oldRoot] })).toBe(false);
        // A root says nothing against the empty tree, with which every tree is consistent.
        if (oldSize > 0) expect(verifyConsistency({ ...claim, newRoot: flip(claim.newRoot, bit) })).toBe(false);
        if (path.length === 0) return;
        const i = at % path.length;
        expect(verifyConsistency({ ...claim, path: path.with(i, flip(path[i] as Uint8Array, bit)) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: path.toSpliced(i, 1) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('edges', () => {
  const hash = new Uint8Array(32);
  const short = new Uint8Array(31);

  test('a malformed claim is false, never an error', () => {
    const inclusion = { index: 0, size: 1, leafHash: hash, path: [], root: hash };
    expect(verifyInclusion(inclusion)).toBe(true);
    for (const n of [-1, 0.5, NaN, 2 ** 53]) {
      expect(verifyInclusion({ ...inclusion, index: n })).toBe(false);
      expect(verifyInclusion({ ...inclusion, size: n })).toBe(false);
    }
    expect(verifyInclusion({ ...inclusion, leafHash: short, root: short })).toBe(false);
    const consistency = { oldSize: 1, newSize: 1, oldRoot: hash, newRoot: hash, path: [] };
    expect(verifyConsistency(consistency)).toBe(true);
    expect(verifyConsistency({ ...consistency, oldSize: 2 })).toBe(false);
    expect(verifyConsistency({ ...consistency, oldRoot: short, newRoot: short })).toBe(false);
    expect(verifyConsistency({ ...consistency, path: [hash] })).toBe(false);
    const empty = { ...consistency, oldSize: 0, newSize: 0, oldRoot: EMPTY_ROOT };
    expect(verifyConsistency({ ...empty, newRoot: EMPTY_ROOT })).toBe(true);
    expect(verifyConsistency(empty)).toBe(false);
    expect(verifyConsistency({ ...empty, newSize: 1, oldRoot: hash })).toBe(false);
  });

  test('a consistency proof is none for a new tree of twice the size, though all its hashes fit', () => {
    const lookup = naiveLookup(someLeaves(16));
    for (const newSize of [2, 4, 8, 16]) {
      const [oldRoot, newRoot] = [newSize / 2, newSize].map((size) => treeRoot({ size, lookup })) as [
        Uint8Array,
        Uint8Array,
      ];
      const path = consistencyProof({ oldSize: newSize / 2, newSize, lookup });
      const claim = { oldSize: newSize / 2, oldRoot, newRoot, path };
      expect(verifyConsistency({ ...claim, newSize })).toBe(true);
      expect(verifyConsistency({ ...claim, newSize: newSize * 2 })).toBe(false);
    }
  });

  test('a proof is asked only for a leaf or a beginning that the tree has', () => {
    const lookup = naiveLookup(someLeaves(3));
    expect(() => inclusionProof({ index: 3, size: 3, lookup })).toThrow(refusedAs('badTreeInput'));
    expect(() => inclusionProof({ index: -1, size: 3, lookup })).toThrow(refusedAs('badTreeInput'));
    expect(() => consistencyProof({ oldSize: 4, newSize: 3, lookup })).toThrow(refusedAs('badTreeInput'));
    expect(() => inclusionProof({ index: 0, size: 4, lookup })).toThrow(refusedAs('missingNode'));
  });

  test('a proof in a tree of 2^52 + 12345 leaves reads few nodes, all complete subtrees of it', () => {
    const size = 2 ** 52 + 12345;
    for (const ids of [
      nodesRead((lookup) => inclusionProof({ index: 2 ** 33 + 7, size, lookup })),
      nodesRead((lookup) => consistencyProof({ oldSize: 2 ** 33 + 7, newSize: size, lookup })),
    ]) {
      expect(ids.length).toBeLessThan(70);
      for (const { level, n } of ids) expect((n + 1) * 2 ** level).toBeLessThanOrEqual(size);
    }
  });
});
