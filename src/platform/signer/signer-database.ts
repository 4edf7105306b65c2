import pg from 'pg';
import { nodeKey } from './tree-nodes.js';

/** A log as its head stands in the database. */
export interface LogHead {
  readonly siteId: string;
  readonly origin: string;
  readonly size: number;
  readonly incarnation: Incarnation | undefined;
}

/** What the first record of a log's incarnation says of the one before. */
export interface Incarnation {
  readonly previousOrigin: string;
  readonly previousSize: number;
  /** Base64. */
  readonly previousRootHash: string;
}

/** A node of one of several trees. */
export interface NodeOfSite {
  readonly siteId: string;
  readonly level: number;
  readonly n: number;
}

/** A signed head on its way into the database. */
export interface NewCheckpoint {
  readonly siteId: string;
  readonly size: number;
  readonly note: string;
}

/** One signer for a database: two would not know what the other signed. */
const ONE_SIGNER = 0x636f756e;

/** Every log there is, in one query, whether it grew or not: that a log is not there any more is seen only so. */
const HEADS = `SELECT h.site_id AS "siteId", h.origin, h.size::float8 AS size, i.previous_origin AS "previousOrigin",
    i.previous_size::float8 AS "previousSize", i.previous_root_hash AS "previousRootHash"
  FROM site_head h LEFT JOIN log_incarnation i ON i.site_id = h.site_id AND i.origin = h.origin`;

/** The signer's own connection, as `countersign_signer`; made anew when it is lost. */
export class SignerDatabase {
  #client: pg.Client | undefined;

  constructor(private readonly url: string) {}

  /** Every log, or undefined while another process signs on this database. Throws when it cannot be reached. */
  async heads(): Promise<LogHead[] | undefined> {
    const client = await this.#connected();
    if (!client) return undefined;
    const { rows } = await this.#ask<LogHead & Partial<Incarnation>>(client, HEADS, []);
    return rows.map(({ siteId, origin, size, previousOrigin, previousSize, previousRootHash }) => ({
      siteId,
      origin,
      size,
      incarnation: previousOrigin
        ? { previousOrigin, previousSize: previousSize as number, previousRootHash: previousRootHash as string }
        : undefined,
    }));
  }

  /** The hashes of nodes of several trees, in one query; `nodeKey` → hash. What is not there is left out. */
  async nodes(wanted: readonly NodeOfSite[]): Promise<Map<string, Uint8Array>> {
    if (wanted.length === 0) return new Map();
    const client = await this.#sure();
    const { rows } = await this.#ask<{ siteId: string; level: number; n: number; hash: Buffer }>(
      client,
      `SELECT t.site_id AS "siteId", t.level, t.n::float8 AS n, t.hash
       FROM unnest($1::uuid[], $2::smallint[], $3::bigint[]) w(site_id, level, n) JOIN tree_node t USING (site_id, level, n)`,
      [wanted.map(({ siteId }) => siteId), wanted.map(({ level }) => level), wanted.map(({ n }) => n)],
    );
    return new Map(rows.map(({ siteId, level, n, hash }) => [nodeKey({ siteId, level, n }), new Uint8Array(hash)]));
  }

  /** The newest checkpoint of each of these sites, of the incarnation that its log has now; by site. */
  async newest(siteIds: readonly string[]): Promise<Map<string, NewCheckpoint>> {
    const client = await this.#sure();
    const { rows } = await this.#ask<NewCheckpoint>(
      client,
      `SELECT c.site_id AS "siteId", c.size::float8 AS size, c.note FROM unnest($1::uuid[]) w(site_id)
       JOIN site_head h USING (site_id)
       CROSS JOIN LATERAL (SELECT * FROM checkpoint c WHERE c.site_id = w.site_id AND starts_with(c.note, h.origin || E'\\n')
                           ORDER BY c.size DESC LIMIT 1) c`,
      [siteIds],
    );
    return new Map(rows.map((row) => [row.siteId, row]));
  }

  /** One statement for all; a head that is there already stays as it is. */
  async insert(checkpoints: readonly NewCheckpoint[]): Promise<void> {
    if (checkpoints.length === 0) return;
    const client = await this.#sure();
    await this.#ask(
      client,
      `INSERT INTO checkpoint (site_id, size, note) SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[])
       ON CONFLICT (site_id, size) DO NOTHING`,
      [
        checkpoints.map(({ siteId }) => siteId),
        checkpoints.map(({ size }) => size),
        checkpoints.map(({ note }) => note),
      ],
    );
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #sure(): Promise<pg.Client> {
    const client = await this.#connected();
    if (!client) throw new Error('another process signs on this database');
    return client;
  }

  async #connected(): Promise<pg.Client | undefined> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'countersign signer',
      options: '-c search_path=countersign,pg_temp -c statement_timeout=30000',
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [ONE_SIGNER]);
    if (!rows[0]?.mine) {
      await client.end();
      return undefined;
    }
    return (this.#client = client);
  }

  async #ask<Row extends pg.QueryResultRow>(
    client: pg.Client,
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    try {
      return await client.query<Row>(text, values);
    } catch (error) {
      // What a connection in doubt answered is not built upon: the next round begins with a new one.
      if (this.#client === client) await this.close();
      throw error;
    }
  }
}
