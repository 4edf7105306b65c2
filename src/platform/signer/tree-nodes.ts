import type { NodeId, NodeLookup } from '../../domain/log/merkle.js';

/** Names a node among those of several trees. */
export function nodeKey(of: { siteId: string; level: number; n: number }): string {
  return `${of.siteId}/${of.level}/${of.n}`;
}

/** Finds the nodes of one tree among those that were fetched. */
export function lookupIn(nodes: ReadonlyMap<string, Uint8Array>, siteId: string): NodeLookup {
  return ({ level, n }: NodeId) => nodes.get(nodeKey({ siteId, level, n }));
}
