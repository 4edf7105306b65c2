import { equalBytes } from './bytes.js';
import { LogError } from './log-error.js';
import { EMPTY_ROOT, largestPowerOfTwoUpTo, nodeHash, rangeHash, requireSize, type NodeLookup } from './merkle.js';
import { HASH_BYTES } from './sha256.js';

/**
 * PATH(index, D[size]) of RFC 6962, section 2.1.1: from the leaf's sibling up to the root's child.
 * Throws `badTreeInput` unless 0 <= index < size, and `missingNode`.
 */
export function inclusionProof(of: { index: number; size: number; lookup: NodeLookup }): Uint8Array[] {
  const { index, size, lookup } = of;
  requireSize(size);
  requireSize(index);
  if (index >= size) throw new LogError('badTreeInput', `A tree of ${size} leaves has no leaf ${index}.`);
  const path: Uint8Array[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = split(start, end);
    if (index < middle) {
      path.push(rangeHash({ start: middle, end, lookup }));
      end = middle;
    } else {
      path.push(rangeHash({ start, end: middle, lookup }));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * PROOF(oldSize, D[newSize]) of RFC 6962, section 2.1.2. Empty when the sizes are equal or the old tree is empty.
 * Throws `badTreeInput` unless 0 <= oldSize <= newSize, and `missingNode`.
 */
export function consistencyProof(of: { oldSize: number; newSize: number; lookup: NodeLookup }): Uint8Array[] {
  const { oldSize, newSize, lookup } = of;
  requireSize(oldSize);
  requireSize(newSize);
  if (oldSize > newSize)
    throw new LogError('badTreeInput', `A tree of ${newSize} leaves does not hold one of ${oldSize}.`);
  if (oldSize === 0) return [];
  const path: Uint8Array[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const middle = split(start, end);
    if (oldSize <= middle) {
      path.push(rangeHash({ start: middle, end, lookup }));
      end = middle;
    } else {
      path.push(rangeHash({ start, end: middle, lookup }));
      start = middle;
    }
  }
  // The verifier has the old root already when the last range starts at 0 (the flag `b` of SUBPROOF).
  if (start !== 0) path.push(rangeHash({ start, end, lookup }));
  return path.reverse();
}

/** What an inclusion proof claims: that the tree of `size` leaves with this root has this leaf at `index`. */
export interface InclusionClaim {
  index: number;
  size: number;
  leafHash: Uint8Array;
  path: readonly Uint8Array[];
  root: Uint8Array;
}

/**
 * Whether the path proves the claim (RFC 9162, section 2.1.3.2, for the trees of RFC 6962). Never throws; a malformed
 * claim is false.
 */
export function verifyInclusion({ index, size, leafHash, path, root }: InclusionClaim): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size || ![leafHash, root, ...path].every(isHash)) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leafHash;
  for (const sibling of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(hash, root);
}

/** What a consistency proof claims: that the new tree begins with the leaves of the old one. */
export interface ConsistencyClaim {
  oldSize: number;
  newSize: number;
  oldRoot: Uint8Array;
  newRoot: Uint8Array;
  path: readonly Uint8Array[];
}

/**
 * Whether the path proves the claim (RFC 9162, section 2.1.4.2, for the trees of RFC 6962). The empty tree is the
 * beginning of every tree, with an empty path; so is each tree of itself, if the roots are one. Never throws; a
 * malformed claim is false.
 */
export function verifyConsistency({ oldSize, newSize, oldRoot, newRoot, path }: ConsistencyClaim): boolean {
  if (!isIndex(oldSize) || !isIndex(newSize) || oldSize > newSize || ![oldRoot, newRoot, ...path].every(isHash))
    return false;
  if (newSize === 0 && !equalBytes(newRoot, EMPTY_ROOT)) return false;
  if (oldSize === 0) return path.length === 0 && equalBytes(oldRoot, EMPTY_ROOT);
  if (oldSize === newSize) return path.length === 0 && equalBytes(oldRoot, newRoot);
  const oldIsWhole = largestPowerOfTwoUpTo(oldSize) === oldSize;
  const [first, ...rest] = oldIsWhole ? [oldRoot, ...path] : path;
  if (first === undefined) return false;
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let fr = first;
  let sr = first;
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(fr, oldRoot) && equalBytes(sr, newRoot);
}

/** Where RFC 6962 divides a range: after the largest power of two that is smaller than its length. */
function split(start: number, end: number): number {
  return start + largestPowerOfTwoUpTo(end - start - 1);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isIndex(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}
