import { createHash } from 'node:crypto';
import type { NodeId, NodeLookup } from '../../../src/domain/log/merkle.js';

/** The definitions of RFC 6962, section 2.1, word for word, by recursion over the leaves: slow, and nothing of src/domain/log in it. */
const H = (...parts: Uint8Array[]) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());
const splitOf = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);

export const naiveLeaf = (data: Uint8Array) => H(Uint8Array.of(0), data);

export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return H();
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  const k = splitOf(leaves.length);
  return H(Uint8Array.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

export function naiveInclusion(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return m < k
    ? [...naiveInclusion(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

export function naiveConsistency(m: number, leaves: readonly Uint8Array[], b = true): Uint8Array[] {
  if (m === leaves.length) return b ? [] : [naiveRoot(leaves)];
  const k = splitOf(leaves.length);
  return m <= k
    ? [...naiveConsistency(m, leaves.slice(0, k), b), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

/** The complete subtrees of these leaves, as the table tree_node would hold them. */
export function naiveLookup(leaves: readonly Uint8Array[]): NodeLookup {
  return ({ level, n }: NodeId) => {
    const [start, end] = [n * 2 ** level, (n + 1) * 2 ** level];
    return end <= leaves.length ? naiveRoot(leaves.slice(start, end)) : undefined;
  };
}

/** `size` different leaves. */
export const someLeaves = (size: number) => Array.from({ length: size }, (_, i) => naiveLeaf(Buffer.from(`leaf ${i}`)));
