import type pg from 'pg';
import type { JsonObject } from '../../domain/ledger/record.js';
import { holderKey } from '../../domain/verify/balances.js';
import { boundsOf } from '../../domain/verify/entry-rules.js';
import type { Replay } from '../../domain/verify/replay.js';
import { Cursor } from './cursor.js';

const BATCH = 2000;

/**
 * Compares what is at the end of the log: the tables that follow it, and every balance. A row is said of the record that
 * last changed it; when an earlier record is wrong already, whatever follows from that is not said to be earlier.
 */
export async function compareState(client: pg.Client, replay: Replay): Promise<void> {
  const brokenAt = replay.findings.first?.seq;
  for (const { name } of replay.states.tables) {
    const rows = new Cursor<[JsonObject]>(
      client,
      `SELECT to_jsonb(t) FROM ${name} t WHERE site_id = $1`,
      [replay.of.siteId],
      BATCH,
    );
    for await (const [row] of rows.rows()) {
      const wrong = replay.states.compare(name, row);
      if (!wrong) continue;
      const seq = brokenAt === undefined ? wrong.seq : Math.max(brokenAt, wrong.seq);
      replay.findings.add({ seq, kind: 'row_differs', table: name, reason: wrong.reason });
    }
  }
  for (const { table, id, seq } of replay.states.left()) {
    replay.findings.add({ seq, kind: 'row_differs', table, reason: `the row ${id} is missing` });
  }
}

type BalanceRow = readonly [
  key: string,
  balanceUg: string,
  floorUg: string | null,
  ceilingUg: string | null,
  lastSeq: string | null,
];

interface Expected {
  readonly balanceUg: number;
  readonly lastSeq: number;
  readonly floorUg?: number | undefined;
  readonly ceilingUg?: number | undefined;
}

/** Compares `holder`, `place_total` and `person_total` with the sums of the lines. */
export async function compareBalances(client: pg.Client, replay: Replay): Promise<void> {
  const { holders, places, people } = replay.balances;
  const holderRows = new Map<string, Expected>();
  for (const holder of holders.values()) {
    const { floorUg, ceilingUg } = boundsOf(replay.states, holder);
    holderRows.set(holderKey(holder.kind, holder.holderId, holder.productId), {
      balanceUg: holder.balanceUg,
      lastSeq: holder.lastSeq,
      floorUg,
      ceilingUg,
    });
  }
  const key = (id: string) => `${id} || '|' || product_id || '|' || kind, balance_ug, NULL, NULL, NULL`;
  await compareTotals(client, replay, {
    table: 'holder',
    expected: holderRows,
    columns: `holder_id || '|' || kind || '|' || product_id, balance_ug, floor_ug, ceiling_ug, last_seq`,
  });
  await compareTotals(client, replay, { table: 'place_total', expected: places, columns: key('location_id') });
  await compareTotals(client, replay, { table: 'person_total', expected: people, columns: key('person_id') });
}

async function compareTotals(
  client: pg.Client,
  replay: Replay,
  of: { readonly table: string; readonly columns: string; readonly expected: ReadonlyMap<string, Expected> },
): Promise<void> {
  const { table, columns } = of;
  const left = new Map(of.expected);
  const brokenAt = replay.findings.first?.seq ?? 0;
  const say = (seq: number, reason: string) =>
    replay.findings.add({ seq: Math.max(brokenAt, seq), kind: 'balance_differs', table, reason });
  const rows = new Cursor<BalanceRow>(
    client,
    `SELECT ${columns} FROM ${table} WHERE site_id = $1`,
    [replay.of.siteId],
    BATCH,
  );
  for await (const [key, balanceUg, floorUg, ceilingUg, lastSeq] of rows.rows()) {
    const wanted = left.get(key);
    left.delete(key);
    if (!wanted) say(Number(lastSeq ?? 0), `the row ${key} stands there, and no line made it`);
    else if (Number(balanceUg) !== wanted.balanceUg)
      say(wanted.lastSeq, `the balance of ${key} is ${balanceUg} ug; the lines sum to ${wanted.balanceUg}`);
    else if (
      lastSeq !== null &&
      (Number(lastSeq) !== wanted.lastSeq || differs(floorUg, wanted.floorUg) || differs(ceilingUg, wanted.ceilingUg))
    )
      say(wanted.lastSeq, `the bounds or the last record of ${key} are not what the records make them`);
  }
  for (const [key, { lastSeq }] of left) say(lastSeq, `the row ${key} is missing`);
}

const differs = (found: string | null, wanted: number | undefined): boolean =>
  (found === null ? undefined : Number(found)) !== wanted;
