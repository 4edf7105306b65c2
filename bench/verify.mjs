// Records verified a second by the checker, against plain SHA-256 of the same bytes streamed by the same query.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { BulkLog } from './lib/bulk-log.mjs';
import { playMonth } from './lib/clinic-month.mjs';
import { median } from './lib/statistics.mjs';

const RECORDS_A_VIAL = 61;
const BATCH = 1024;
const ROUNDS_WITHIN_MS = 60_000;

/** What reading the log costs whoever checks it: each record hashed once, nothing compared. */
async function hashOnly(client, siteId) {
  const { RECORDS } = await import('../dist/src/platform/audit/checker-sql.js');
  const { Cursor } = await import('../dist/src/platform/audit/cursor.js');
  const started = performance.now();
  const hash = createHash('sha256');
  let bytes = 0;
  let records = 0;
  await client.query('BEGIN READ ONLY; SET LOCAL search_path = countersign');
  for await (const row of new Cursor(client, RECORDS, [siteId], BATCH).rows()) {
    hash.update(row[6]);
    bytes += row[6].length;
    records += 1;
  }
  await client.query('ROLLBACK');
  hash.digest();
  return { perSecond: (records / (performance.now() - started)) * 1000, bytes, records };
}

/**
 * Fills a database of its own with a clinic's months, then checks and hashes them in turn, for as many rounds as begin within
 * a minute.
 */
export async function benchVerify({ database, records = 100_000, rounds = 3, say }) {
  const { checkSite } = await import('../dist/src/platform/audit/checker.js');
  const { adminUrl, appUrl } = await database.another('verify');
  const superuser = new pg.Client({ connectionString: adminUrl });
  const client = new pg.Client({ connectionString: appUrl });
  await Promise.all([superuser.connect(), client.connect()]);
  try {
    const filling = performance.now();
    const log = await BulkLog.open(superuser);
    await playMonth(log, { vials: Math.ceil(records / RECORDS_A_VIAL / 10) * 10 });
    await log.finish();
    say(`verify: ${log.seq} records made in ${((performance.now() - filling) / 1000).toFixed(0)} s`);
    const results = [];
    const until = performance.now() + ROUNDS_WITHIN_MS;
    for (let round = 1; round <= rounds && (round === 1 || performance.now() < until); round += 1) {
      const verdict = await checkSite(client, log.siteId);
      if (!verdict.verified) throw new Error(`the log does not verify: ${JSON.stringify(verdict.first)}`);
      const plain = await hashOnly(client, log.siteId);
      const checked = verdict.records / (verdict.milliseconds / 1000);
      results.push({ checked, hashed: plain.perSecond, ratio: checked / plain.perSecond, bytes: plain.bytes });
      say(`round ${round}, verify: ${checked.toFixed(0)} records/s, only hashed: ${plain.perSecond.toFixed(0)}/s`);
    }
    const of = (key) => median(results.map((result) => result[key]));
    return {
      records: log.seq,
      bytesARecord: results[0].bytes / log.seq,
      checkedPerSecond: of('checked'),
      hashedPerSecond: of('hashed'),
      ratio: of('ratio'),
    };
  } finally {
    await Promise.all([superuser.end(), client.end()]);
  }
}
