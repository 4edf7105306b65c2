import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { systemActor } from '../domain/ledger/system-actor.js';
import { isWitnessed } from '../domain/log/cosignatures.js';
import { exportHeader, exportLine } from '../domain/verifier/log-export.js';
import { configFrom, DEMONSTRATION_DATA } from '../platform/config/config.js';
import { readWitnessPolicy } from '../platform/cosigning/cosigning.js';
import { Vault } from '../platform/crypto/vault.js';
import { connect } from '../platform/database/data-source.js';
import { Ledger } from '../platform/ledger/ledger.js';
import { openRuntime, type Runtime } from '../platform/runtime.js';

const USAGE = `usage: countersign export-log SITE --out FILE [--demo]
  writes every record of a site's log that a signed head covers, for countersign-verify; no patient's data is in it.
  The sites:`;

interface Head {
  readonly size: number;
  readonly note: string;
}

interface StoredRecord {
  readonly seq: number;
  readonly record: Buffer;
  readonly salt: Buffer;
}

/** Records read at once. */
const PAGE = 2000;
/** Among so many heads, the newest that enough witnesses confirmed is looked for. */
const HEADS_LOOKED_AT = 50;

/**
 * `countersign export-log SITE --out FILE`: the whole log of a site in one file (docs/audit-log.md, "Exported log"), beside a
 * running server or without one. That it was exported is a record of that log. The exit code: 0; 1 where no head is signed yet;
 * 2 with the usage and the sites.
 */
export async function exportLog(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, demo: { type: 'boolean' } },
    allowPositionals: true,
  });
  const config = configFrom(values.demo ? { ...process.env, COUNTERSIGN_DATA: DEMONSTRATION_DATA } : process.env);
  const opened = await openRuntime({ config, log: (line) => console.log(line), onlyLook: true });
  const source = await connect(opened.runtime.appUrl, 2);
  try {
    const sites = await sitesOf(source);
    const [siteId, ...more] = positionals;
    if (
      siteId === undefined ||
      more.length > 0 ||
      values.out === undefined ||
      !sites.some((site) => site.id === siteId)
    ) {
      console.error(
        [USAGE, ...sites.map(({ id, origin, size }) => `    ${id}  ${origin}, ${size} records`)].join('\n'),
      );
      return 2;
    }
    return await exportTo(values.out, { source, runtime: opened.runtime, siteId });
  } finally {
    await source.destroy();
    await opened.close();
  }
}

async function sitesOf(source: DataSource): Promise<{ id: string; origin: string; size: string }[]> {
  return source.query('SELECT site_id AS id, origin, size FROM countersign.site_head ORDER BY site_id');
}

async function exportTo(out: string, of: { source: DataSource; runtime: Runtime; siteId: string }): Promise<number> {
  const { source, runtime, siteId } = of;
  const head = await bestHead(of);
  if (!head) {
    console.error('No head of this log is signed yet: start the server, and try again in a moment.');
    return 1;
  }
  await new Ledger(source, new Vault(runtime.secrets.vaultKey)).post({
    siteId,
    type: 'log_exported',
    actor: systemActor('export-log'),
    reads: [],
    decide: () => ({ act: { records: head.size }, answer: {} }),
  });
  const temporary = `${out}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await writeLog(file, { source, siteId, head });
    await file.sync();
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  console.log(`${head.size} records are in ${out}. To verify: countersign-verify ${out} --policy POLICY`);
  return 0;
}

async function writeLog(file: FileHandle, of: { source: DataSource; siteId: string; head: Head }): Promise<void> {
  const { source, siteId, head } = of;
  await file.appendFile(exportHeader(head.note));
  for (let from = 0; from < head.size; from += PAGE) {
    const rows = (await source.query(
      `SELECT r.seq::float8 AS seq, r.record, s.salt FROM countersign.audit_record r JOIN countersign.audit_secret s USING (site_id, seq)
       WHERE r.site_id = $1 AND r.seq >= $2 AND r.seq < $3 ORDER BY r.seq`,
      [siteId, from, Math.min(from + PAGE, head.size)],
    )) as StoredRecord[];
    await file.appendFile(rows.map(({ seq, record, salt }) => exportLine({ seq, record, salt })).join(''));
  }
}

/** The newest head that enough witnesses confirmed; where there is none, the newest. */
async function bestHead(of: { source: DataSource; runtime: Runtime; siteId: string }): Promise<Head | undefined> {
  const policy = await readWitnessPolicy(of.runtime);
  const heads = (await of.source.query(
    `SELECT c.size::float8 AS size, c.note FROM countersign.cosigned_checkpoint c JOIN countersign.site_head h USING (site_id)
     WHERE c.site_id = $1 AND starts_with(c.note, h.origin || E'\\n') ORDER BY c.size DESC LIMIT $2`,
    [of.siteId, HEADS_LOOKED_AT],
  )) as Head[];
  return (policy && heads.find(({ note }) => isWitnessed(note, policy))) ?? heads[0];
}
