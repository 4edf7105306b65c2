import { foldSubtrees, nodeHash, requireHash, requireSize, subtreesOf } from './merkle.js';
import { LogError } from './log-error.js';

/** Told each row that an append writes, in the order of `appendPlan`. */
export type OnNode = (level: number, n: number, hash: Uint8Array) => void;

/**
 * An RFC 6962 tree that takes leaves in order and keeps only the complete subtrees of its right edge: at most 53
 * hashes, one hashing of a node per leaf on average. For the checker, which recomputes logs of millions of records.
 */
export class CompactTree {
  #size: number;
  /** The hashes of `subtreesOf(size)`, leftmost (largest) first. */
  readonly #subtrees: Uint8Array[];

  /**
   * The empty tree, or the one of `size` leaves whose `subtreesOf(size)` have these hashes. Throws `badTreeInput` if
   * they do not fit.
   */
  constructor(from: { size: number; subtrees: readonly Uint8Array[] } = { size: 0, subtrees: [] }) {
    if (subtreesOf(from.size).length !== from.subtrees.length) {
      throw new LogError('badTreeInput', `${from.subtrees.length} subtrees do not make a tree of ${from.size} leaves.`);
    }
    from.subtrees.forEach(requireHash);
    this.#size = from.size;
    this.#subtrees = [...from.subtrees];
  }

  /** How many leaves it has. */
  get size(): number {
    return this.#size;
  }

  /** The hashes of `subtreesOf(size)`, to go on from later. */
  get subtrees(): readonly Uint8Array[] {
    return [...this.#subtrees];
  }

  /** Adds a leaf as number `size`. */
  append(leafHash: Uint8Array, onNode?: OnNode): void {
    requireHash(leafHash);
    requireSize(this.#size + 1);
    let n = this.#size;
    let level = 0;
    let hash = leafHash;
    onNode?.(level, n, hash);
    for (; n % 2 === 1; n = (n - 1) / 2) {
      hash = nodeHash(this.#subtrees.pop() as Uint8Array, hash);
      level += 1;
      onNode?.(level, (n - 1) / 2, hash);
    }
    this.#subtrees.push(hash);
    this.#size += 1;
  }

  /** The root of the leaves so far (RFC 6962, section 2.1). */
  root(): Uint8Array {
    return foldSubtrees(this.#subtrees);
  }
}
