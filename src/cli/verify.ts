import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { checkSite, siteIds } from '../platform/audit/checker.js';
import type { Verdict } from '../platform/audit/verdict.js';
import { brokenWalls } from '../platform/audit/walls.js';
import { configFrom, DEMONSTRATION_DATA } from '../platform/config/config.js';
import { Vault } from '../platform/crypto/vault.js';
import { signedOutsideOf } from '../platform/signer/signed-outside.js';
import { openRuntime } from '../platform/runtime.js';

const VERIFIED = 0;
const NOT_VERIFIED = 1;

/** Words of a finding for a person who does not know the code. */
function firstWrong({ first, findings }: Verdict): string[] {
  if (!first) return [];
  const place = first.table === undefined ? '' : ` (table ${first.table})`;
  const more = findings > 1 ? [`  ${findings - 1} more, all of this or of later records`] : [];
  return [`  first wrong: record ${first.seq}${place}: ${first.kind}: ${first.reason}`, ...more];
}

/** What is printed of one site: records, head root, speed, verdict; where it is not verified, the first wrong record and why. */
function verdictLines(verdict: Verdict): string[] {
  const { origin, records, rootHash, recordsPerSecond, verified } = verdict;
  return [
    origin,
    `  ${records} records, root ${rootHash}, ${recordsPerSecond} records/s`,
    `  ${verified ? 'VERIFIED' : 'NOT VERIFIED'}`,
    ...firstWrong(verdict),
  ];
}

/**
 * Checks every log of the database, and the walls around them, and prints what each came to.
 * `connectionUrl`: the log-in countersign_app, which may read salts. Without a vault private values stay sealed and are not
 * compared with their commitments; it says so. With the signer's folder stored heads must be signed by its keys, and each log
 * must begin with what the signer remembers to have signed. Gives the exit code: 0 all verified, 1 not.
 */
export async function verifyCommand(
  connectionUrl: string,
  vault: Vault | undefined,
  out: Writable,
  signerFolder?: string,
): Promise<number> {
  const client = new pg.Client({ connectionString: connectionUrl, application_name: 'countersign verify' });
  await client.connect();
  const say = (line: string) => out.write(`${line}\n`);
  try {
    // First, because a table that is gone can be named here and not compared below.
    const walls = await brokenWalls(client);
    for (const wall of walls) say(`WALL DOWN: ${wall}`);
    const verdicts: Verdict[] = [];
    for (const siteId of await siteIds(client)) {
      const signed = signerFolder === undefined ? undefined : await signedOutsideOf(signerFolder);
      const verdict = await checkSite(client, siteId, { ...(vault ? { vault } : {}), ...(signed ? { signed } : {}) });
      verdicts.push(verdict);
      for (const line of verdictLines(verdict)) say(line);
    }
    if (!vault) say('Private values were not opened: no vault key was given.');
    const records = verdicts.reduce((sum, verdict) => sum + verdict.records, 0);
    const seconds = verdicts.reduce((sum, verdict) => sum + verdict.milliseconds, 0) / 1000;
    const wrong = verdicts.filter(({ verified }) => !verified).length;
    say(
      `${verdicts.length} logs, ${records} records, ${Math.round(records / Math.max(seconds, 0.001))} records/s: ` +
        (wrong === 0 && walls.length === 0 ? 'all verified' : `${wrong} not verified, ${walls.length} walls down`),
    );
    return wrong === 0 && walls.length === 0 ? VERIFIED : NOT_VERIFIED;
  } finally {
    await client.end();
  }
}

/**
 * `countersign verify [--demo]`: verifies the ledger that `serve` was started on, or the demonstration's. It only looks:
 * beside a running server, which goes on serving, or with none.
 */
export async function verify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean' } } });
  const config = configFrom(values.demo ? { ...process.env, COUNTERSIGN_DATA: DEMONSTRATION_DATA } : process.env);
  const opened = await openRuntime({ config, log: (line) => console.log(line), onlyLook: true });
  try {
    const { appUrl, secrets, signerFolder } = opened.runtime;
    return await verifyCommand(appUrl, new Vault(secrets.vaultKey), process.stdout, signerFolder);
  } finally {
    await opened.close();
  }
}
