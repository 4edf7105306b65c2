import { LogError } from './log-error.js';
import { HASH_BYTES, sha256 } from './sha256.js';

/**
 * Names the complete subtree over the leaves from n·2^level to (n+1)·2^level - 1. Level 0 is the leaves. Arithmetic
 * is on safe integers and never by bit operators, which in JavaScript stop at 32 bits.
 */
export interface NodeId {
  level: number;
  n: number;
}

/** A row of tree_node (docs/audit-log.md, "Tables"). */
export interface TreeNode extends NodeId {
  hash: Uint8Array;
}

/** Finds the hash of a complete subtree. `undefined` makes the caller throw LogError `missingNode`. */
export type NodeLookup = (id: NodeId) => Uint8Array | undefined;

/** SHA-256 of nothing: the root of the tree with no leaves (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256();

const NODE_PREFIX = Uint8Array.of(0x01);

/** SHA-256(0x01 || left || right) (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(NODE_PREFIX, left, right);
}

/**
 * The complete subtrees that a tree of `size` leaves is made of, leftmost (largest) first: one for each 1 in the
 * binary of `size`.
 */
export function subtreesOf(size: number): NodeId[] {
  requireSize(size);
  const subtrees: NodeId[] = [];
  const digits = size.toString(2);
  let start = 0;
  for (const [i, digit] of [...digits].entries()) {
    if (digit === '0') continue;
    const level = digits.length - 1 - i;
    subtrees.push({ level, n: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}

/**
 * Which rows the append of leaf number `size` must read: the left halves of the subtrees it completes, lowest level
 * first.
 */
export function nodesToAppend(size: number): NodeId[] {
  requireSize(size);
  const ids: NodeId[] = [];
  for (let level = 0, n = size; n % 2 === 1; level++, n = (n - 1) / 2) ids.push({ level, n: n - 1 });
  return ids;
}

/**
 * The rows that appending one leaf to a tree of `size` leaves writes: the leaf (level 0, n = size) and each subtree
 * that it completes, lowest level first. Two rows on average. Reads exactly `nodesToAppend(size)`.
 */
export function appendPlan(append: { size: number; leafHash: Uint8Array; lookup: NodeLookup }): TreeNode[] {
  requireHash(append.leafHash);
  let node: TreeNode = { level: 0, n: append.size, hash: append.leafHash };
  const rows = [node];
  for (const left of nodesToAppend(append.size)) {
    node = { level: left.level + 1, n: left.n / 2, hash: nodeHash(find(append.lookup, left), node.hash) };
    rows.push(node);
  }
  return rows;
}

/** The root of the first `size` leaves (RFC 6962, section 2.1). Reads exactly `subtreesOf(size)`. */
export function treeRoot({ size, lookup }: { size: number; lookup: NodeLookup }): Uint8Array {
  return rangeHash({ start: 0, end: size, lookup });
}

/**
 * MTH of the leaves from `start` to `end` (exclusive), where `start` is a multiple of a power of two not less than
 * the range, as it is for every range that RFC 6962 hashes.
 */
export function rangeHash({ start, end, lookup }: { start: number; end: number; lookup: NodeLookup }): Uint8Array {
  const hashes = subtreesOf(end - start).map(({ level, n }) => find(lookup, { level, n: n + start / 2 ** level }));
  return foldSubtrees(hashes);
}

/** The root over complete subtrees given leftmost first: the smaller ones on the right are joined before the larger. */
export function foldSubtrees(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * Which rows a computation reads, found by running it on hashes of zeros: so that a caller can fetch them in one
 * query and run it again. `compute` must not choose what it reads by the hashes; nothing in this folder does.
 */
export function nodesRead(compute: (lookup: NodeLookup) => unknown): NodeId[] {
  const zeros = new Uint8Array(HASH_BYTES);
  const ids: NodeId[] = [];
  compute((id) => {
    ids.push(id);
    return zeros;
  });
  return ids;
}

/** The largest power of two not above `n`, for n from 1 to 2^53 - 1. */
export function largestPowerOfTwoUpTo(n: number): number {
  let power = 1;
  while (power * 2 <= n) power *= 2;
  return power;
}

/** Throws `badTreeInput` unless `size` is an integer from 0 to 2^53 - 1. */
export function requireSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new LogError('badTreeInput', 'A tree size is an integer from 0 to 2^53 - 1.');
}

/** Throws `badTreeInput` unless `hash` has the length of one. */
export function requireHash(hash: Uint8Array): void {
  if (hash.length !== HASH_BYTES) throw new LogError('badTreeInput', `A hash is ${HASH_BYTES} bytes.`);
}

function find(lookup: NodeLookup, id: NodeId): Uint8Array {
  const hash = lookup(id);
  if (hash === undefined)
    throw new LogError('missingNode', `The tree has no node at level ${id.level}, number ${id.n}.`);
  requireHash(hash);
  return hash;
}
