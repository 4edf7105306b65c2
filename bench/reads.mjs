// What each read costs on a ledger of one month and on one of thirty months of the same clinic, by turns in one run: a read that costs
// its answer and not the history has a ratio near 1. Besides the time, which is noisy, the blocks that PostgreSQL touched for it and the statements
// sent, which are not.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { BulkLog } from './lib/bulk-log.mjs';
import { PASSWORD, setUp } from './lib/clinics.mjs';
import { playYears } from './lib/clinic-years.mjs';
import { HttpConnection } from './lib/http-client.mjs';
import { readRequests } from './lib/read-requests.mjs';
import { startServer } from './lib/server.mjs';
import { median } from './lib/statistics.mjs';

const MONTHS = [1, 30];
const VIALS_A_MONTH = 1_000;
const STOCK = 1_000;
export const openApi = JSON.parse(readFileSync(new URL('../web/src/api/openapi.json', import.meta.url), 'utf8'));

/** A ledger in a database of its own, served by a server of its own, and how to ask it: `{ facts, ask, cost, stop }`. */
export async function makeReadLedger({ database, months, vials = VIALS_A_MONTH, stock = STOCK, say }) {
  const { Vault } = await import('../dist/src/platform/crypto/vault.js');
  const dataFolder = mkdtempSync(join(tmpdir(), 'countersign-bench-data-'));
  copyFileSync(join(database.dataFolder, 'secrets.json'), join(dataFolder, 'secrets.json'));
  const own = { ...(await database.another(`reads_${months}`)), dataFolder };
  const server = await startServer({ database: own });
  const superuser = new pg.Client({ connectionString: own.adminUrl });
  const stop = async () => {
    await server.stop();
    await superuser.end();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await superuser.connect();
    await superuser.query('CREATE EXTENSION pg_stat_statements');
    const { personId } = await setUp(server);
    const began = Date.now();
    const log = await BulkLog.open(superuser);
    log.vault = new Vault(database.secrets.vaultKey);
    const facts = await playYears(log, { months, vials, stock, reader: personId });
    await log.finish();
    Object.assign(facts, await moreFacts(superuser, facts));
    say(`reads: ${facts.entries} entries in ${months} months, made in ${((Date.now() - began) / 1000).toFixed(0)} s`);
    const token = await logIn(server);
    // Made at the first asking: the server closes what is idle while the next ledger is made.
    let connection;
    const ask = (path) =>
      (connection ??= new HttpConnection(server.url)).get(path, { authorization: `Bearer ${token}` });
    return { facts, ask, cost: costOf(superuser, ask), url: server.url, superuser, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function logIn(server) {
  const connection = new HttpConnection(server.url);
  const login = { username: 'administrator', password: PASSWORD, kind: 'bearer' };
  const { body } = await connection.post('/api/v1/auth/login', {}, login);
  connection.close();
  return JSON.parse(body).token;
}

/** What only the database knows: how much there is, and rows in the middle of it. */
async function moreFacts(superuser, { siteId, sessionId, containerId }) {
  const { rows } = await superuser.query(
    `SELECT (SELECT count(*)::int FROM entry) AS entries, (SELECT count(*)::int FROM container) AS containers,
       (SELECT json_build_array(expires_on, label) FROM container WHERE site_id = $1 ORDER BY expires_on, label
          OFFSET (SELECT count(*) / 2 FROM container) LIMIT 1) AS container,
       (SELECT json_build_array(started_at::text, session_id) FROM treatment_session WHERE site_id = $1 ORDER BY started_at
          OFFSET (SELECT count(*) / 2 FROM treatment_session) LIMIT 1) AS session,
       (SELECT seq::int FROM entry WHERE site_id = $1 AND session_id = $2 AND type = 'give') AS "giveSeq",
       (SELECT lot_id FROM container WHERE site_id = $1 AND container_id = $3) AS "lotId",
       (now() + interval '90 days')::date::text AS soon`,
    [siteId, sessionId, containerId],
  );
  const { container, session, ...facts } = rows[0];
  return { ...facts, middle: { container, session } };
}

/** Statements of one asking, and the blocks that they touched, whether these were in memory or not. */
function costOf(superuser, ask) {
  return async (path) => {
    await superuser.query('SELECT public.pg_stat_statements_reset()');
    const { body } = await ask(path);
    const { rows } = await superuser.query(
      `SELECT coalesce(sum(calls) FILTER (WHERE toplevel), 0)::int AS statements,
              coalesce(sum(shared_blks_hit + shared_blks_read) FILTER (WHERE toplevel), 0)::int AS blocks
       FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid JOIN pg_database d ON d.oid = s.dbid
       WHERE r.rolname = 'countersign_app' AND d.datname = current_database()`,
    );
    return { ...rows[0], bytes: Buffer.byteLength(body) };
  };
}

async function timed(ask, path) {
  const start = performance.now();
  const { status, body } = await ask(path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
  return performance.now() - start;
}

/** One request on each ledger, by turns: `{ route, name, ms: [small, large], ratio, statements, blocks, bytes }`. */
async function measure(ledgers, requests, { runs }) {
  const { route, name } = requests[0];
  const rounds = [];
  for (let run = -1; run < runs; run += 1) {
    const times = [];
    for (const [nth, { ask }] of ledgers.entries()) times.push(await timed(ask, requests[nth].path));
    if (run >= 0) rounds.push(times);
  }
  const costs = [];
  for (const [nth, { cost }] of ledgers.entries()) costs.push(await cost(requests[nth].path));
  const all = (key) => costs.map((cost) => cost[key]);
  return {
    ...{ route, name, statements: all('statements'), blocks: all('blocks'), bytes: all('bytes') },
    ms: ledgers.map((_, nth) => median(rounds.map((times) => times[nth]))),
    ratio: median(rounds.map((times) => times.at(-1) / times[0])),
  };
}

/** Each GET of the interface on a ledger of one month and on one of thirty: `{ ledgers, reads }`. */
export async function benchReads({ database, say, vials = VIALS_A_MONTH, runs = 7, months = MONTHS }) {
  const ledgers = [];
  try {
    for (const one of months) ledgers.push(await makeReadLedger({ database, months: one, vials, say }));
    const requests = ledgers.map(({ facts }) => readRequests(facts, openApi));
    const reads = [];
    for (let nth = 0; nth < requests[0].length; nth += 1) {
      const own = requests.map((of) => of[nth]);
      reads.push(await measure(ledgers, own, { runs }));
    }
    const sizes = ledgers.map(({ facts: { entries, containers, records } }) => ({ entries, containers, records }));
    return { runs, ledgers: sizes, reads };
  } finally {
    for (const { stop } of ledgers) await stop();
  }
}
