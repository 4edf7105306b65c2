import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { consistencyProof, inclusionProof } from '../../domain/log/merkle-proof.js';
import { nodesRead, treeRoot, type NodeLookup } from '../../domain/log/merkle.js';
import { formatTlogProof } from '../../domain/log/tlog-proof.js';
import { lookupIn, nodeKey } from '../signer/tree-nodes.js';

/** A signed head of a log as it is kept. */
export interface StoredCheckpoint {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
}

/** Computes proofs out of the tree's stored nodes: what a proof needs is known beforehand and read in one query. */
@Injectable()
export class LogProofs {
  constructor(private readonly source: DataSource) {}

  /** The newest signed head of a site's log; undefined before the first. */
  async latest(siteId: string): Promise<StoredCheckpoint | undefined> {
    const [row] = (await this.source.query(
      // Of the incarnation that the log has now: one before it may have been longer.
      `SELECT c.size::float8 AS size, c.note FROM countersign.checkpoint c JOIN countersign.site_head h USING (site_id)
       WHERE c.site_id = $1 AND starts_with(c.note, h.origin || E'\\n') ORDER BY c.size DESC LIMIT 1`,
      [siteId],
    )) as StoredCheckpoint[];
    return row;
  }

  /** The `.tlog-proof` of a record against the newest signed head; undefined while no head covers it. */
  async proofOf(siteId: string, seq: number): Promise<string | undefined> {
    const checkpoint = await this.latest(siteId);
    if (!checkpoint || checkpoint.size <= seq) return undefined;
    const [path] = await this.inclusions(siteId, { seqs: [seq], size: checkpoint.size });
    return formatTlogProof({ index: seq, path: path as Uint8Array[], checkpoint: checkpoint.note });
  }

  /** The paths of several records into one tree, in their order, with one query for all. Throws LogError `missingNode`. */
  async inclusions(siteId: string, of: { seqs: readonly number[]; size: number }): Promise<Uint8Array[][]> {
    const { seqs, size } = of;
    return this.#computed(siteId, (lookup) => seqs.map((index) => inclusionProof({ index, size, lookup })));
  }

  /** The path that proves that the tree of `newSize` begins with that of `oldSize`, and the roots of both. */
  async growth(
    siteId: string,
    of: { oldSize: number; newSize: number },
  ): Promise<{ path: Uint8Array[]; oldRoot: Uint8Array; newRoot: Uint8Array }> {
    const { oldSize, newSize } = of;
    return this.#computed(siteId, (lookup) => ({
      path: consistencyProof({ oldSize, newSize, lookup }),
      oldRoot: treeRoot({ size: oldSize, lookup }),
      newRoot: treeRoot({ size: newSize, lookup }),
    }));
  }

  async #computed<T>(siteId: string, compute: (lookup: NodeLookup) => T): Promise<T> {
    const wanted = nodesRead(compute);
    const rows = (await this.source.query(
      `SELECT t.level, t.n::float8 AS n, t.hash FROM unnest($2::smallint[], $3::bigint[]) w(level, n)
       JOIN countersign.tree_node t ON t.site_id = $1 AND t.level = w.level AND t.n = w.n`,
      [siteId, wanted.map(({ level }) => level), wanted.map(({ n }) => n)],
    )) as { level: number; n: number; hash: Buffer }[];
    const nodes = new Map(rows.map(({ level, n, hash }) => [nodeKey({ siteId, level, n }), new Uint8Array(hash)]));
    return compute(lookupIn(nodes, siteId));
  }
}
