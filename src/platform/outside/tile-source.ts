import type { DataSource } from 'typeorm';
import { equalBytes } from '../../domain/log/bytes.js';
import { leafData, leafHash } from '../../domain/log/commitment.js';
import { HASH_BYTES } from '../../domain/log/sha256.js';
import { entryBundle, nodesOfTile, TILE_WIDTH, type TileId } from '../../domain/log/tiles.js';
import { originAt, type OriginChange } from '../../domain/verify/stored-record.js';

/** A run of tiles of one level, full ones and at most one partial at its end. */
export interface TileRun {
  readonly siteId: string;
  readonly tiles: readonly TileId[];
}

/**
 * Reads tiles out of the database. An entry is a leaf's data: origin, number and the salted commitment of a record, computed
 * from the bytes and the salt; neither the bytes nor the salt leave. Throws where the two do not give the leaf of the tree.
 */
export class TileSource {
  constructor(private readonly source: DataSource) {}

  /** The bytes of each tile of the run. */
  async read({ siteId, tiles }: TileRun): Promise<Uint8Array[]> {
    const [first] = tiles;
    if (!first) return [];
    const from = first.n * TILE_WIDTH;
    const until = (tiles.at(-1) as TileId).n * TILE_WIDTH + (tiles.at(-1) as TileId).width;
    if (first.level === 'entries') return this.#bundles(siteId, { from, until });
    const { level } = nodesOfTile(first as TileId & { level: number });
    const found = await this.#hashes(siteId, { level, from, until });
    tiles.forEach(({ width }, at) => {
      if (found[at]?.length !== width * HASH_BYTES) throw new Error(`The tree of ${siteId} has not all its nodes.`);
    });
    return found;
  }

  async #hashes(siteId: string, of: { level: number; from: number; until: number }): Promise<Uint8Array[]> {
    const rows = (await this.source.query(
      `SELECT string_agg(hash, ''::bytea ORDER BY n) AS bytes FROM countersign.tree_node
       WHERE site_id = $1 AND level = $2 AND n >= $3 AND n < $4 GROUP BY n / ${TILE_WIDTH} ORDER BY n / ${TILE_WIDTH}`,
      [siteId, of.level, of.from, of.until],
    )) as { bytes: Buffer }[];
    return rows.map(({ bytes }) => bytes);
  }

  async #bundles(siteId: string, { from, until }: { from: number; until: number }): Promise<Uint8Array[]> {
    const log = await this.#log(siteId);
    const rows = (await this.source.query(
      `SELECT string_agg(sha256(convert_to(E'countersign-commit/v1\\n', 'UTF8') || s.salt || r.record), ''::bytea ORDER BY r.seq) AS commitments,
              string_agg(r.leaf_hash, ''::bytea ORDER BY r.seq) AS leaves
       FROM countersign.audit_record r JOIN countersign.audit_secret s ON s.site_id = r.site_id AND s.seq = r.seq
       WHERE r.site_id = $1 AND r.seq >= $2 AND r.seq < $3 GROUP BY r.seq / ${TILE_WIDTH} ORDER BY r.seq / ${TILE_WIDTH}`,
      [siteId, from, until],
    )) as { commitments: Buffer; leaves: Buffer }[];
    const entries = rows.map(({ commitments, leaves }, at) =>
      Array.from({ length: leaves.length / HASH_BYTES }, (_, i) => {
        const seq = from + at * TILE_WIDTH + i;
        const part = (of: Buffer) => new Uint8Array(of.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
        const data = leafData({ origin: originAt(log, seq), seq, commitment: part(commitments) });
        if (!equalBytes(leafHash(data), part(leaves)))
          throw new Error(`Record ${seq} of ${siteId} does not give its leaf.`);
        return data;
      }),
    );
    if (entries.flat().length !== until - from) throw new Error(`The log of ${siteId} has not all its records.`);
    return entries.map(entryBundle);
  }

  async #log(siteId: string) {
    const [head] = (await this.source.query('SELECT origin FROM countersign.site_head WHERE site_id = $1', [
      siteId,
    ])) as {
      origin: string;
    }[];
    const changes = (await this.source.query(
      `SELECT from_seq::float8 AS "fromSeq", origin, previous_origin AS "previousOrigin" FROM countersign.log_incarnation
       WHERE site_id = $1 ORDER BY from_seq`,
      [siteId],
    )) as OriginChange[];
    return { siteId, origin: head?.origin ?? '', changes };
  }
}
