import pg from 'pg';
import type { Cosignature } from '../../domain/log/cosignatures.js';
import type { NodeId } from '../../domain/log/merkle.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import { signatureLines } from '../../domain/log/signed-note.js';

/** A head that stands in the table `checkpoint`. */
export interface StoredHead {
  readonly siteId: string;
  readonly origin: string;
  readonly size: number;
}

/** Cosignatures in the database, over connections of their own as `countersign_signer`, which exist only while they are used. */
export class CosignatureStore {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'countersign cosigning',
      options: '-c search_path=countersign,pg_temp -c statement_timeout=30000',
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 10_000,
      max: 2,
    });
    // One that is lost while it rests is replaced when the next is needed.
    this.#pool.on('error', () => undefined);
  }

  /** The size up to which this key cosigned the log, 0 for none. */
  async lastSize({ siteId, origin }: StoredHead, { name, keyId }: VerifierKey): Promise<number> {
    const rows = await this.#ask<{ size: number }>(
      `SELECT coalesce(max(size), 0)::float8 AS size FROM cosignature
       WHERE site_id = $1 AND origin = $2 AND key_name = $3 AND key_id = $4`,
      [siteId, origin, name, keyId],
    );
    return rows[0]?.size ?? 0;
  }

  /** A stored checkpoint with all cosignatures it has so far. */
  async note({ siteId, size }: StoredHead): Promise<string | undefined> {
    const rows = await this.#ask<{ note: string }>(
      'SELECT note FROM cosigned_checkpoint WHERE site_id = $1 AND size = $2',
      [siteId, size],
    );
    return rows[0]?.note;
  }

  /** The first of a key for a head is kept; when it cosigned the same head again changes nothing. */
  async insert({ siteId, origin, size }: StoredHead, { signature, timestamp }: Cosignature): Promise<void> {
    await this.#ask(
      `INSERT INTO cosignature (site_id, size, origin, key_name, key_id, cosigned_at, line)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8), $7) ON CONFLICT DO NOTHING`,
      [siteId, size, origin, signature.name, signature.keyId, String(timestamp), signatureLines([signature])],
    );
  }

  /** The hashes of nodes of one tree, in the order asked for. Throws where one is not there. */
  async nodes(siteId: string, ids: readonly NodeId[]): Promise<Uint8Array[]> {
    const rows = await this.#ask<{ hash: Buffer | null }>(
      `SELECT t.hash FROM unnest($2::smallint[], $3::bigint[]) WITH ORDINALITY w(level, n, at)
       LEFT JOIN tree_node t ON t.site_id = $1 AND t.level = w.level AND t.n = w.n ORDER BY w.at`,
      [siteId, ids.map(({ level }) => level), ids.map(({ n }) => n)],
    );
    return rows.map(({ hash }) => {
      if (!hash) throw new Error('a node of the tree is missing');
      return new Uint8Array(hash);
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #ask<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.#pool.query<Row>(text, values)).rows;
  }
}
