import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { consistencyProof, inclusionProof } from '../../domain/log/merkle-proof.js';
import { nodesRead, treeRoot, type NodeLookup } from '../../domain/log/merkle.js';
import { formatTlogProof } from '../../domain/log/tlog-proof.js';
import { Cosigning } from '../cosigning/cosigning.js';
import { lookupIn, nodeKey } from '../signer/tree-nodes.js';

/** A signed head of a log as it is kept. */
export interface StoredCheckpoint {
  readonly size: number;
  /** The signed note, with every cosignature it has so far. */
  readonly note: string;
}

/** A head that a record is proved under. */
export interface CoveringHead extends StoredCheckpoint {
  /** Whether enough witnesses outside confirmed it. */
  readonly witnessed: boolean;
}

/**
 * Heads that cover a record, of the incarnation that the log has now (one before it may have been longer): the newest, and the
 * newest that as many witnesses confirmed as a quorum needs at the least.
 */
const COVERING = `SELECT c.size::float8 AS size, c.note FROM countersign.cosigned_checkpoint c JOIN countersign.site_head h USING (site_id)
  WHERE c.site_id = $1 AND starts_with(c.note, h.origin || E'\\n') AND c.size IN (
    (SELECT size FROM countersign.checkpoint WHERE site_id = $1 AND size > $2 ORDER BY size DESC LIMIT 1)
    UNION (SELECT size FROM countersign.cosignature WHERE site_id = $1 AND size > $2
      GROUP BY size HAVING count(*) >= $3 ORDER BY size DESC LIMIT 5))
  ORDER BY c.size DESC`;

/** Computes proofs out of the tree's stored nodes: what a proof needs is known beforehand and read in one query. */
@Injectable()
export class LogProofs {
  constructor(
    private readonly source: DataSource,
    private readonly cosigning: Cosigning,
  ) {}

  /** The newest signed head of a site's log; undefined before the first. */
  async latest(siteId: string): Promise<StoredCheckpoint | undefined> {
    const [row] = (await this.source.query(
      // Of the incarnation that the log has now: one before it may have been longer.
      `SELECT c.size::float8 AS size, c.note FROM countersign.cosigned_checkpoint c JOIN countersign.site_head h USING (site_id)
       WHERE c.site_id = $1 AND starts_with(c.note, h.origin || E'\\n') ORDER BY c.size DESC LIMIT 1`,
      [siteId],
    )) as StoredCheckpoint[];
    return row;
  }

  /** The newest head that covers a record and was confirmed by enough witnesses; where there is none, the newest that covers it. */
  async covering(siteId: string, seq: number): Promise<CoveringHead | undefined> {
    const heads = (await this.source.query(COVERING, [siteId, seq, this.cosigning.fewest])) as StoredCheckpoint[];
    const witnessed = heads.find(({ note }) => this.cosigning.isWitnessed(note));
    const found = witnessed ?? heads[0];
    return found && { ...found, witnessed: witnessed !== undefined };
  }

  /** The `.tlog-proof` of a record against the best signed head (`covering`); undefined while none covers it. */
  async proofOf(siteId: string, seq: number): Promise<string | undefined> {
    const head = await this.covering(siteId, seq);
    return head && this.proofUnder(head, { siteId, seq });
  }

  /** The `.tlog-proof` of a record against a head that covers it. */
  async proofUnder({ size, note }: StoredCheckpoint, of: { siteId: string; seq: number }): Promise<string> {
    const [path] = await this.inclusions(of.siteId, { seqs: [of.seq], size });
    return formatTlogProof({ index: of.seq, path: path as Uint8Array[], checkpoint: note });
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
