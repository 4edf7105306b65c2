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
const WANTED = Number(process.env.ENTRIES ?? 1_000_000);
const MONTH_MS = 31 * 86_400_000;
const password = randomUUID();

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const count = async (client, siteId) =>
  Number((await client.query('SELECT count(*) FROM countersign.entry WHERE site_id = $1', [siteId])).rows[0].count);

const databaseUrl = (server, name) => {
  const url = new URL(server.superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
};

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with the month recorded through the door, and the month copied as its second: 10 thousand entries. */
async function makeSmall(server) {
  await withClient(server.superuserUrl, (admin) => admin.query('CREATE DATABASE small'));
  const url = databaseUrl(server, 'small');
  await migrate({ databaseUrl: url, rolePasswords: { countersign_app: password } });
  const began = performance.now();
  const month = await withClient(appUrl(url), (app) => recordMonth(app, { vials: VIALS_A_MONTH }));
  await withClient(url, (superuser) => copyMonths(superuser, { ...month, from: 1, until: 1 }));
  return withClient(url, async (client) => {
    const { siteId, firstSeq, untilSeq } = month;
    const { rows } = await client.query(
      'SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM countersign.audit_record WHERE site_id = $1 AND seq >= $2 AND seq < $3',
      [siteId, firstSeq, untilSeq],
    );
    const entries = await count(client, siteId);
    told(`${entries} entries: a month of ${untilSeq - firstSeq} records, and the month again`, began);
    return { ...month, ...rows[0], url, entries, months: 2 };
  });
}

/** A copy of it that goes on until a million. */
async function makeLarge(server, small) {
  await withClient(server.superuserUrl, (admin) => admin.query('CREATE DATABASE large TEMPLATE small'));
  const url = databaseUrl(server, 'large');
  const months = Math.round(WANTED / (small.entries / 2));
  const began = performance.now();
  return withClient(url, async (superuser) => {
    await copyMonths(superuser, { ...small, from: 2, until: months - 1 });
    const entries = await count(superuser, small.siteId);
    told(`${entries} entries: the month ${months} times`, began);
    return { ...small, url, entries, months };
  });
}

const appUrl = (url) => urlFor(url, { user: 'countersign_app', password });
const told = (what, began) => console.log(`${what}, ${Math.round((performance.now() - began) / 1000)} s`);

/** Milliseconds of one reconciliation of a ledger's newest month. Throws where an identity does not hold. */
async function timed({ service, siteId, first, last, months }, by) {
  const shift = (months - 1) * MONTH_MS;
  const from = new Date(first.getTime() + shift).toISOString();
  const to = new Date(last.getTime() + 1 + shift).toISOString();
  const start = performance.now();
  const { rows } = await service.all(siteId, { by, from, to, limit: 50 });
  const milliseconds = performance.now() - start;
  if (rows.length === 0 || rows.some(({ holds }) => !holds)) throw new Error(`by ${by}: the identity does not hold`);
  return milliseconds;
}

/** Both ledgers by turns, so that whatever else the machine does falls on both. */
async function run(server) {
  const small = await makeSmall(server);
  const large = await makeLarge(server, small);
  const sources = await Promise.all([small, large].map(({ url }) => connect(appUrl(url))));
  try {
    const ledgers = [small, large].map((one, nth) => ({
      ...one,
      service: new ReconciliationService(new Periods(sources[nth])),
    }));
    const times = {};
    for (const by of DIMENSIONS) {
      times[by] = [[], []];
      for (let nth = -2; nth < RUNS; nth += 1) {
        for (const [which, ledger] of ledgers.entries()) {
          const milliseconds = await timed(ledger, by);
          if (nth >= 0) times[by][which].push(milliseconds);
        }
      }
    }
    report([small, large], times);
  } finally {
    await Promise.all(sources.map((source) => source.destroy()));
  }
}

function report([small, large], times) {
  console.log(`\nReconciliation of one month, median of ${RUNS} runs by turns, ms:`);
  console.log(`by         ${String(small.entries).padStart(9)} ${String(large.entries).padStart(9)}     ratio`);
  for (const by of DIMENSIONS) {
    const [a, b] = times[by].map(median);
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
