// What the reconciliation of a month costs with 10 thousand entries in the ledger and with 1 million: the same month of the
// same clinic, read by the same code, in one run on a throw-away PostgreSQL. A report that costs its period has a ratio near 1.
//   npm run build && node bench/reconciliation.mjs
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/src/platform/database/embedded-postgres.js';
import { connect, urlFor } from '../dist/src/platform/database/data-source.js';
import { migrate } from '../dist/src/platform/database/migrate.js';
import { Periods } from '../dist/src/features/reports/period.service.js';
import { DIMENSIONS } from '../dist/src/features/reports/reconciliation.fields.js';
import { ReconciliationService } from '../dist/src/features/reports/reconciliation.service.js';
import { recordMonth } from './lib/clinic-month.mjs';
import { copyMonths } from './lib/later-months.mjs';

const VIALS_A_MONTH = 160;
const RUNS = 15;
const MONTH_MS = 31 * 86_400_000;
const password = randomUUID();

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const count = async (client, siteId) =>
  Number((await client.query('SELECT count(*) FROM countersign.entry WHERE site_id = $1', [siteId])).rows[0].count);

/** Median milliseconds of each dimension for the newest month, and whether every identity held. */
async function measure(service, siteId, { from, to }) {
  const found = {};
  for (const by of DIMENSIONS) {
    const times = [];
    for (let run = -2; run < RUNS; run += 1) {
      const start = performance.now();
      const { rows } = await service.all(siteId, { by, from, to, limit: 50 });
      if (run >= 0) times.push(performance.now() - start);
      if (rows.length === 0 || rows.some(({ holds }) => !holds))
        throw new Error(`by ${by}: the identity does not hold`);
    }
    found[by] = median(times);
  }
  return found;
}

async function run(server) {
  const admin = new pg.Client({ connectionString: server.superuserUrl });
  await admin.connect();
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  const url = new URL(server.superuserUrl);
  url.pathname = '/bench';
  await migrate({ databaseUrl: url.href, rolePasswords: { countersign_app: password } });
  const appUrl = urlFor(url.href, { user: 'countersign_app', password });
  const superuser = new pg.Client({ connectionString: url.href });
  const app = new pg.Client({ connectionString: appUrl });
  await Promise.all([superuser.connect(), app.connect()]);
  const source = await connect(appUrl);
  const service = new ReconciliationService(new Periods(source));
  try {
    const began = Date.now();
    const month = await recordMonth(app, { vials: VIALS_A_MONTH });
    const { siteId, firstSeq, untilSeq } = month;
    const entries = await count(app, siteId);
    console.log(`recorded a month of ${entries} entries in ${untilSeq} records, ${Date.now() - began} ms`);
    const { rows } = await app.query(
      'SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM countersign.audit_record WHERE site_id = $1 AND seq >= $2',
      [siteId, firstSeq],
    );
    const period = (months) => ({
      from: new Date(rows[0].first.getTime() + (months - 1) * MONTH_MS).toISOString(),
      to: new Date(rows[0].last.getTime() + 1 + (months - 1) * MONTH_MS).toISOString(),
    });
    const results = [];
    let made = 1;
    for (const wanted of [10_000, 1_000_000]) {
      const months = Math.round(wanted / entries);
      const copying = Date.now();
      await copyMonths(superuser, { siteId, firstSeq, untilSeq, from: made, until: months - 1 });
      made = months;
      const there = await count(app, siteId);
      console.log(`${there} entries in ${months} months, ${Date.now() - copying} ms`);
      results.push({ entries: there, times: await measure(service, siteId, period(months)) });
    }
    report(results);
  } finally {
    await source.destroy();
    await Promise.all([superuser.end(), app.end()]);
  }
}

function report([small, large]) {
  console.log(`\nReconciliation of one month, median of ${RUNS} runs, ms:`);
  console.log(`by         ${String(small.entries).padStart(9)} ${String(large.entries).padStart(9)}     ratio`);
  for (const by of DIMENSIONS) {
    const [a, b] = [small.times[by], large.times[by]];
    console.log(
      `${by.padEnd(10)} ${a.toFixed(1).padStart(9)} ${b.toFixed(1).padStart(9)} ${(b / a).toFixed(2).padStart(9)}`,
    );
  }
}

const dataFolder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const server = await startEmbeddedPostgres({
  dataFolder,
  log: (text) => console.error(text),
  durable: false,
  settings: { max_wal_size: '8GB', shared_buffers: '1GB', maintenance_work_mem: '512MB' },
});
try {
  await run(server);
} finally {
  await server.stop();
  for (const folder of [server.folder, dataFolder]) rmSync(folder, { recursive: true, force: true });
}
