import type pg from 'pg';
import type { EnrolledKey } from '../../domain/verify/key-rules.js';
import { Findings } from '../../domain/verify/finding.js';
import { Replay } from '../../domain/verify/replay.js';
import type { OriginChange } from '../../domain/verify/stored-record.js';
import { States, type StateTable } from '../../domain/verify/states.js';
import { STATE_TABLES } from './checker-sql.js';
import { SiteCheck } from './site-check.js';
import type { CheckOptions, Head, Verdict } from './verdict.js';

/** Every log in the database, in the order of their ids. */
export async function siteIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ site_id: string }>(
    'SELECT site_id FROM countersign.site_head ORDER BY site_id',
  );
  return rows.map(({ site_id }) => site_id);
}

/**
 * Checks one site's log against itself and every table that follows it, as of one moment, while others go on writing. The
 * log-in must be able to read audit_secret (countersign_app): without salts no leaf can be computed.
 *
 * Recomputes commitments, leaves, nodes; rebuilds rows, states and balances from the bytes; asks each entry for its identity
 * and its signatures. Memory: one batch of records, and the rows of the tables that follow the log.
 */
export async function checkSite(client: pg.Client, siteId: string, options: CheckOptions = {}): Promise<Verdict> {
  const started = performance.now();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(
      `SET LOCAL search_path = countersign, pg_temp; SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'`,
    );
    const { rows: heads } = await client.query<Head>(
      `SELECT site_id, origin, size, to_char(last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS last_at FROM site_head WHERE site_id = $1`,
      [siteId],
    );
    const head = heads[0];
    if (!head) throw new Error(`There is no log of a site ${siteId}.`);
    const keys = await options.signed?.keys();
    const check = new SiteCheck(client, head, await replayOf(client, head), { ...options, ...(keys ? { keys } : {}) });
    await check.run();
    const seconds = (performance.now() - started) / 1000;
    return check.verdict(seconds);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function replayOf(client: pg.Client, head: Head): Promise<Replay> {
  const { rows: tables } = await client.query<{ name: string; id_column: string; columns: Record<string, string> }>(
    STATE_TABLES,
  );
  const states = tables.map(({ name, id_column, columns }): StateTable => ({
    name,
    idColumn: id_column,
    columns: new Map(Object.entries(columns)),
  }));
  const { rows: reversed } = await client.query<{ seq: string }>(
    'SELECT DISTINCT reverses_seq AS seq FROM entry WHERE site_id = $1 AND reverses_seq IS NOT NULL',
    [head.site_id],
  );
  const reversedSeqs = reversed.map(({ seq }) => Number(seq));
  const { rows: changes } = await client.query<OriginChange>(
    `SELECT from_seq::float8 AS "fromSeq", origin, previous_origin AS "previousOrigin" FROM log_incarnation
     WHERE site_id = $1 ORDER BY from_seq`,
    [head.site_id],
  );
  const log = {
    siteId: head.site_id,
    origin: head.origin,
    changes,
    reversedSeqs,
    enrolledKeys: await enrolledKeysOf(client),
  };
  return new Replay(log, new States(states), new Findings());
}

/** Every key of the organisation. That the table says what its log says is checked with that log. */
async function enrolledKeysOf(client: pg.Client): Promise<ReadonlyMap<string, EnrolledKey>> {
  const { rows } = await client.query<Omit<EnrolledKey, 'removedMs'> & { passkeyId: string; removedMs: number | null }>(
    `SELECT passkey_id AS "passkeyId", person_id AS "personId", public_key AS "publicKey", rp_id AS "rpId",
            device_bound AS "deviceBound", (extract(epoch FROM added_at) * 1000)::float8 AS "addedMs",
            (extract(epoch FROM removed_at) * 1000)::float8 AS "removedMs" FROM passkey`,
  );
  return new Map(rows.map(({ passkeyId, ...key }) => [passkeyId, { ...key, removedMs: key.removedMs ?? undefined }]));
}
