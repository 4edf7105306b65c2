import type { TreeHead } from './checkpoint.js';
import { consistencyProof } from './merkle-proof.js';
import { nodesRead, treeRoot, type NodeId, type NodeLookup } from './merkle.js';
import { requireGrowth } from './verify-checkpoint.js';

/** A log as the database shows it, and the last head of it that we signed; undefined: none yet. */
export interface Growth {
  readonly origin: string;
  readonly size: number;
  readonly last: Pick<TreeHead, 'size' | 'rootHash'> | undefined;
}

/** Which rows of tree_node `nextHead` reads, so that those of many logs can be fetched in one query. */
export function nodesForNextHead(growth: Growth): NodeId[] {
  if (growth.last && growth.last.size > growth.size) return [];
  return nodesRead((lookup) => compute(growth, lookup));
}

/**
 * The head that may be signed next: the tree as it stands, proved to begin with all that was signed before. Throws
 * LogError `inconsistent` where it is smaller or another, `missingNode` where a part of it is not there.
 */
export function nextHead(growth: Growth, lookup: NodeLookup): TreeHead {
  const { origin, size, last } = growth;
  // A smaller tree has no path to prove anything by: refused before one is asked for.
  const { rootHash, path } = last && last.size > size ? EMPTY : compute(growth, lookup);
  const newer: TreeHead = { origin, size, rootHash };
  if (last) requireGrowth({ older: { origin, ...last }, newer, path });
  return newer;
}

const EMPTY = { rootHash: new Uint8Array(32), path: [] };

function compute({ size, last }: Growth, lookup: NodeLookup): { rootHash: Uint8Array; path: Uint8Array[] } {
  const rootHash = treeRoot({ size, lookup });
  const path = last ? consistencyProof({ oldSize: last.size, newSize: size, lookup }) : [];
  return { rootHash, path };
}
