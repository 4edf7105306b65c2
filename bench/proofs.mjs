// Proofs a second, and how fast a log leaves as tlog-tiles and is audited from them, each against reading the same out of the
// database in the same run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { BulkLog } from './lib/bulk-log.mjs';
import { playMonth } from './lib/clinic-month.mjs';
import { closedLoop, compared, median, medians } from './lib/statistics.mjs';

const CLIENTS = 16;
const RECORDS_A_VIAL = 61;

async function signedHead(log) {
  const { signCheckpoint } = await import('../dist/src/domain/log/checkpoint.js');
  const head = { origin: log.origin, size: log.seq, rootHash: log.tree.root() };
  return signCheckpoint({ head, privateKey: Buffer.alloc(32, 7) });
}

/** Whole `.tlog-proof` texts a second, against fetching one record's row by its key; clients take turns at random records. */
async function proofRates({ source, log, rounds, seconds }) {
  const { LogProofs } = await import('../dist/src/platform/audit/log-proofs.js');
  const proofs = new LogProofs(source, { isWitnessed: () => false });
  const anyone = () => Math.floor(Math.random() * log.seq);
  const ways = {
    proof: () => proofs.proofOf(log.siteId, anyone()),
    row: () =>
      source.query('SELECT record, leaf_hash FROM countersign.audit_record WHERE site_id = $1 AND seq = $2', [
        log.siteId,
        anyone(),
      ]),
  };
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const of = {};
    for (const [way, act] of Object.entries(ways))
      of[way] = await closedLoop({ clients: CLIENTS, warmUp: 1, seconds, act });
    results.push(of);
  }
  return { proof: medians(results, 'proof'), row: medians(results, 'row'), ratio: compared(results, 'proof', 'row') };
}

/** How long it takes until all tiles and entries lie in a folder, synced, and to compute every leaf and the root from them. */
async function tileRates({ source, log, note }) {
  const { TileFolder } = await import('../dist/src/platform/outside/tile-folder.js');
  const { TileSource } = await import('../dist/src/platform/outside/tile-source.js');
  const { newTiles, parseEntryBundle, tilePath } = await import('../dist/src/domain/log/tiles.js');
  const { CompactTree } = await import('../dist/src/domain/log/compact-tree.js');
  const { leafHash } = await import('../dist/src/domain/log/commitment.js');
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-tiles-'));
  try {
    const { siteId, origin, seq: size } = log;
    let began = performance.now();
    const tiles = await new TileFolder(folder, new TileSource(source)).publish({ siteId, origin, size, note });
    const exported = size / ((performance.now() - began) / 1000);
    began = performance.now();
    const tree = new CompactTree();
    for (const tile of newTiles(0, size).filter(({ level }) => level === 'entries')) {
      for (const entry of parseEntryBundle(readFileSync(join(folder, origin, tilePath(tile)))))
        tree.append(leafHash(entry));
    }
    if (!Buffer.from(tree.root()).equals(Buffer.from(log.tree.root()))) throw new Error('the tiles give another root');
    return { tiles, exported, audited: size / ((performance.now() - began) / 1000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same commitments, computed by the database and sent, and nothing done with them. */
async function readOnly(client, log) {
  const began = performance.now();
  const step = 16_384;
  for (let from = 0; from < log.seq; from += step) {
    await client.query(
      `SELECT string_agg(sha256(s.salt || r.record) || r.leaf_hash, ''::bytea ORDER BY r.seq) FROM countersign.audit_record r
       JOIN countersign.audit_secret s USING (site_id, seq) WHERE r.site_id = $1 AND r.seq >= $2 AND r.seq < $3 GROUP BY r.seq / 256`,
      [log.siteId, from, from + step],
    );
  }
  return log.seq / ((performance.now() - began) / 1000);
}

/** Makes a log, then measures proofs, export and audit from files. */
export async function benchProofs({ database, records = 100_000, rounds = 3, seconds = 3, say }) {
  const { connect } = await import('../dist/src/platform/database/data-source.js');
  const { adminUrl, appUrl } = await database.another('proofs');
  const superuser = new pg.Client({ connectionString: adminUrl });
  await superuser.connect();
  const source = await connect(appUrl, CLIENTS);
  try {
    const log = await BulkLog.open(superuser);
    await playMonth(log, { vials: Math.ceil(records / RECORDS_A_VIAL / 10) * 10 });
    await log.finish();
    const note = await signedHead(log);
    await superuser.query('INSERT INTO countersign.checkpoint VALUES ($1, $2, $3)', [log.siteId, log.seq, note]);
    say(`proofs: ${log.seq} records made`);
    const rates = await proofRates({ source, log, rounds, seconds });
    say(`proofs: ${rates.proof.perSecond.toFixed(0)}/s, rows by key ${rates.row.perSecond.toFixed(0)}/s`);
    const tiled = [];
    const read = [];
    for (let round = 1; round <= rounds; round += 1) {
      tiled.push(await tileRates({ source, log, note }));
      read.push(await readOnly(superuser, log));
      const { exported, audited } = tiled.at(-1);
      say(
        `round ${round}, tiles: ${exported.toFixed(0)} records/s out, ${audited.toFixed(0)} audited, ${read.at(-1).toFixed(0)} only read`,
      );
    }
    return {
      records: log.seq,
      ...rates,
      tiles: tiled[0].tiles,
      exportedPerSecond: median(tiled.map(({ exported }) => exported)),
      auditedPerSecond: median(tiled.map(({ audited }) => audited)),
      readPerSecond: median(read),
      exportToRead: median(tiled.map(({ exported }, at) => exported / read[at])),
      auditToRead: median(tiled.map(({ audited }, at) => audited / read[at])),
    };
  } finally {
    await Promise.all([superuser.end(), source.destroy()]);
  }
}
