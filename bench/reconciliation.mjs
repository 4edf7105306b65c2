// What the reconciliation of a month costs with 10 thousand entries in the ledger and with 1 million: the same month of the
// same clinic, read by the same code, in one run. A report that costs its period has a ratio near 1.
import pg from 'pg';
import { BulkLog } from './lib/bulk-log.mjs';
import { playMonth } from './lib/clinic-month.mjs';
import { copyMonths } from './lib/later-months.mjs';
import { median } from './lib/statistics.mjs';

const VIALS_A_MONTH = 160;
const RUNS = 15;
const MONTH_MS = 31 * 86_400_000;
const SIZES = [10_000, 200_000];

const count = async (client, siteId) =>
  Number((await client.query('SELECT count(*) FROM entry WHERE site_id = $1', [siteId])).rows[0].count);

/** One ledger of about `entries` entries in a database of its own, and how to read its newest month. */
async function makeLedger({ database, entries, say }) {
  const { connect } = await import('../dist/src/platform/database/data-source.js');
  const { Periods } = await import('../dist/src/features/reports/period.service.js');
  const { ReconciliationService } = await import('../dist/src/features/reports/reconciliation.service.js');
  const { adminUrl, appUrl } = await database.another(`reconciliation_${entries}`);
  const superuser = new pg.Client({ connectionString: adminUrl });
  await superuser.connect();
  try {
    const began = Date.now();
    const log = await BulkLog.open(superuser);
    const { siteId, firstSeq, untilSeq } = await playMonth(log, { vials: VIALS_A_MONTH });
    await log.finish();
    const months = Math.max(1, Math.round(entries / (await count(superuser, siteId))));
    const { rows } = await superuser.query(
      'SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM audit_record WHERE site_id = $1 AND seq >= $2',
      [siteId, firstSeq],
    );
    if (months > 1) await copyMonths(superuser, { siteId, firstSeq, untilSeq, from: 1, until: months - 1 });
    const there = await count(superuser, siteId);
    say(`reconciliation: ${there} entries in ${months} months, made in ${((Date.now() - began) / 1000).toFixed(0)} s`);
    const later = (months - 1) * MONTH_MS;
    const period = {
      from: new Date(rows[0].first.getTime() + later).toISOString(),
      to: new Date(rows[0].last.getTime() + 1 + later).toISOString(),
    };
    const source = await connect(appUrl);
    const service = new ReconciliationService(new Periods(source));
    const read = (by) => service.all(siteId, { by, ...period, limit: 50 });
    return { entries: there, months, read, close: () => source.destroy() };
  } finally {
    await superuser.end();
  }
}

async function timed(read, by) {
  const start = performance.now();
  const { rows } = await read(by);
  if (rows.length === 0 || rows.some(({ holds }) => !holds)) throw new Error(`by ${by}: the identity does not hold`);
  return performance.now() - start;
}

/**
 * Makes a ledger of each of `sizes`, all of the same months, and reads the newest month of each in turn:
 * `{ runs, sizes: [{ entries, months, times }], ratios }`, median ms by dimension, ratios of the largest to the smallest.
 */
export async function benchReconciliation({ database, sizes = SIZES, say }) {
  const { DIMENSIONS } = await import('../dist/src/features/reports/reconciliation.fields.js');
  const ledgers = [];
  try {
    for (const entries of sizes) ledgers.push(await makeLedger({ database, entries, say }));
    const measured = ledgers.map(({ entries, months }) => ({ entries, months, times: {} }));
    const ratios = {};
    for (const by of DIMENSIONS) {
      const runs = [];
      for (let run = -2; run < RUNS; run += 1) {
        const times = [];
        for (const { read } of ledgers) times.push(await timed(read, by));
        if (run >= 0) runs.push(times);
      }
      measured.forEach((size, i) => (size.times[by] = median(runs.map((times) => times[i]))));
      ratios[by] = median(runs.map((times) => times.at(-1) / times[0]));
    }
    return { runs: RUNS, sizes: measured, ratios };
  } finally {
    for (const { close } of ledgers) await close();
  }
}
