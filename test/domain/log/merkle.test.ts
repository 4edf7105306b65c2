import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactTree } from '../../../src/domain/log/compact-tree.js';
import { leafHash } from '../../../src/domain/log/commitment.js';
import {
  appendPlan,
  EMPTY_ROOT,
  nodesRead,
  nodesToAppend,
  subtreesOf,
  treeRoot,
} from '../../../src/domain/log/merkle.js';
import type { NodeId, TreeNode } from '../../../src/domain/log/merkle.js';
import { CT_LEAVES, CT_ROOTS } from './ct-vectors.js';
import { naiveLookup, naiveRoot, someLeaves } from './naive-tree.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const refusedAs = (code: string) => expect.objectContaining({ name: 'LogError', code });
const keyOf = ({ level, n }: NodeId) => `${level}/${n}`;

/** Appends leaves one by one, as the database does, to a table of nodes. */
function grow(leaves: readonly Uint8Array[]) {
  const table = new Map<string, Uint8Array>();
  const written: TreeNode[] = [];
  const lookup = (id: NodeId) => table.get(keyOf(id));
  leaves.forEach((leaf, size) => {
    for (const row of appendPlan({ size, leafHash: leaf, lookup })) {
      expect(table.has(keyOf(row))).toBe(false);
      table.set(keyOf(row), row.hash);
      written.push(row);
    }
  });
  return { table, written, lookup };
}

describe('the roots that Certificate Transparency publishes', () => {
  test.each(CT_ROOTS.map((root, size) => ({ root, size })))('$size leaves', ({ root, size }) => {
    const leaves = CT_LEAVES.slice(0, size).map((data) => leafHash(Buffer.from(data, 'hex')));
    const tree = new CompactTree();
    leaves.forEach((leaf) => tree.append(leaf));
    expect(hex(tree.root())).toBe(root);
    expect(hex(treeRoot({ size, lookup: grow(leaves).lookup }))).toBe(root);
    expect(hex(naiveRoot(leaves))).toBe(root);
  });

  test('the empty tree is SHA-256 of nothing', () => {
    expect(hex(EMPTY_ROOT)).toBe(CT_ROOTS[0]);
  });
});

describe('appendPlan', () => {
  test('writes the leaf and every subtree it completes, each row once, and nothing else', () => {
    const leaves = someLeaves(70);
    const { table, written } = grow(leaves);
    const naive = naiveLookup(leaves);
    for (const row of written) expect(hex(row.hash)).toBe(hex(naive(row) as Uint8Array));
    let complete = 0;
    for (let level = 0; 2 ** level <= 70; level++) complete += Math.floor(70 / 2 ** level);
    expect(table.size).toBe(complete);
    expect(written.length).toBeLessThan(2 * 70);
  });

  test('reads exactly nodesToAppend', () => {
    for (const size of [0, 1, 6, 7, 255, 2 ** 40 - 1, 2 ** 40, 2 ** 52 - 1]) {
      const leaf = new Uint8Array(32);
      expect(nodesRead((lookup) => appendPlan({ size, leafHash: leaf, lookup }))).toEqual(nodesToAppend(size));
    }
    expect(nodesToAppend(7)).toEqual([
      { level: 0, n: 6 },
      { level: 1, n: 2 },
      { level: 2, n: 0 },
    ]);
    expect(nodesToAppend(2 ** 52 - 1)).toHaveLength(52);
  });

  test('refuses a missing node, a hash of another length and a size that is none', () => {
    const leaf = new Uint8Array(32);
    const plan = (size: number, leafHash = leaf, found: Uint8Array | undefined = leaf) =>
      appendPlan({ size, leafHash, lookup: () => found });
    expect(() => appendPlan({ size: 1, leafHash: leaf, lookup: () => undefined })).toThrow(refusedAs('missingNode'));
    expect(() => plan(1, leaf, new Uint8Array(31))).toThrow(refusedAs('badTreeInput'));
    expect(() => plan(1, new Uint8Array(33))).toThrow(refusedAs('badTreeInput'));
    for (const size of [-1, 0.5, NaN, 2 ** 53]) expect(() => plan(size)).toThrow(refusedAs('badTreeInput'));
  });
});

describe('roots', () => {
  test('subtreesOf: one subtree for each 1 in the size, largest first, beyond 32 bits too', () => {
    expect(subtreesOf(0)).toEqual([]);
    expect(subtreesOf(7).map(keyOf)).toEqual(['2/0', '1/2', '0/6']);
    expect(subtreesOf(2 ** 40 + 5).map(keyOf)).toEqual(['40/0', `2/${2 ** 38}`, `0/${2 ** 40 + 4}`]);
    expect(subtreesOf(Number.MAX_SAFE_INTEGER)).toHaveLength(53);
  });

  test('CompactTree and treeRoot agree with the recursion of the RFC at every size to 130', () => {
    const leaves = someLeaves(130);
    const { lookup } = grow(leaves);
    const tree = new CompactTree();
    for (let size = 0; size <= 130; size++) {
      const root = hex(naiveRoot(leaves.slice(0, size)));
      expect(hex(tree.root())).toBe(root);
      expect(hex(treeRoot({ size, lookup }))).toBe(root);
      if (size < 130) tree.append(leaves[size] as Uint8Array);
    }
  });

  test('any leaves: CompactTree, and one resumed half way, agree with the recursion', () => {
    const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 60 }), fc.nat(60), (leaves, stop) => {
        const first = new CompactTree();
        leaves.slice(0, stop).forEach((hash) => first.append(hash));
        const second = new CompactTree({ size: first.size, subtrees: first.subtrees });
        leaves.slice(stop).forEach((hash) => second.append(hash));
        expect(second.size).toBe(leaves.length);
        expect(hex(second.root())).toBe(hex(naiveRoot(leaves)));
      }),
    );
  });

  test('CompactTree tells the rows that appendPlan writes, in its order', () => {
    const leaves = someLeaves(40);
    const told: TreeNode[] = [];
    const tree = new CompactTree();
    for (const leaf of leaves) tree.append(leaf, (level, n, hash) => told.push({ level, n, hash }));
    expect(told).toEqual(grow(leaves).written);
  });

  test('CompactTree refuses leaves and beginnings that do not fit', () => {
    expect(() => new CompactTree().append(new Uint8Array(31))).toThrow(refusedAs('badTreeInput'));
    expect(() => new CompactTree({ size: 3, subtrees: someLeaves(1) })).toThrow(refusedAs('badTreeInput'));
    expect(() => new CompactTree({ size: 1, subtrees: [new Uint8Array(3)] })).toThrow(refusedAs('badTreeInput'));
  });

  test('a changed, missing, added or swapped leaf changes the root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(255 * 32), (size, at, byte) => {
        const leaves: Uint8Array[] = someLeaves(size);
        const i = at % (size - 1);
        const [here, next] = [leaves[i] as Uint8Array, leaves[i + 1] as Uint8Array];
        const flipped = Uint8Array.from(here, (b, j) => (j === byte % 32 ? b ^ 1 : b));
        const root = hex(naiveRoot(leaves));
        const rootOf = (changed: Uint8Array[]) => {
          const tree = new CompactTree();
          changed.forEach((leaf) => tree.append(leaf));
          return hex(tree.root());
        };
        expect(rootOf(leaves)).toBe(root);
        expect(rootOf(leaves.with(i, flipped))).not.toBe(root);
        expect(rootOf(leaves.toSpliced(i, 1))).not.toBe(root);
        expect(rootOf(leaves.toSpliced(i, 0, here))).not.toBe(root);
        expect(rootOf(leaves.with(i, next).with(i + 1, here))).not.toBe(root);
      }),
    );
  });
});
