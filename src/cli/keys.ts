import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { readsOfLogKey, retireLogKey, rotateLogKey } from '../domain/acts/log-keys.js';
import { systemActor } from '../domain/ledger/system-actor.js';
import { formatVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../domain/log/note-key.js';
import { configFrom, DEMONSTRATION_DATA } from '../platform/config/config.js';
import { Vault } from '../platform/crypto/vault.js';
import { connect } from '../platform/database/data-source.js';
import { Ledger } from '../platform/ledger/ledger.js';
import { openRuntime, type Runtime } from '../platform/runtime.js';
import {
  keyFileOf,
  LogKeys,
  newGeneration,
  signerOf,
  writeGenerations,
  type Generation,
} from '../platform/signer/log-keys.js';
import { PublicKeys } from '../platform/signer/public-keys.js';

const USAGE = `usage: countersign keys list|rotate|retire [--demo]
  list    the public keys of every log
  rotate  a new key for every log, which signs beside the old one from now on; recorded in every log
  retire  the old key signs no more; recorded in every log. Give the new key to those who verify before`;

type Step = (of: { runtime: Runtime; source: DataSource; say: (line: string) => void }) => Promise<number>;

/**
 * `countersign keys list|rotate|retire`: takes one key of every log over into another, beside a running server, which signs
 * with both in between. Each step may be cut off and be given again: what is recorded already is passed over.
 */
export async function keys(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { demo: { type: 'boolean' } },
    allowPositionals: true,
  });
  const step = ({ list, rotate, retire } as Record<string, Step>)[positionals[0] ?? ''];
  if (!step || positionals.length > 1) {
    console.error(USAGE);
    return 2;
  }
  const config = configFrom(values.demo ? { ...process.env, COUNTERSIGN_DATA: DEMONSTRATION_DATA } : process.env);
  const opened = await openRuntime({ config, log: (line) => console.log(line), onlyLook: true });
  const source = await connect(opened.runtime.appUrl, 2);
  try {
    return await step({ runtime: opened.runtime, source, say: (line) => console.log(line) });
  } finally {
    await source.destroy();
    await opened.close();
  }
}

const list: Step = async ({ runtime, source, say }) => {
  const { generations } = await keysOf(runtime);
  for (const { origin } of await logsOf(source)) {
    for (const generation of generations) {
      const state = generation.retiredAt ? 'retired' : 'signs';
      if (!generation.retiredAt) say(`${vkeyOf(generation, origin)} ${state}`);
    }
  }
  return 0;
};

const rotate: Step = async (of) => {
  const { runtime, say } = of;
  const held = await keysOf(runtime);
  let active = held.generations.filter(({ retiredAt }) => retiredAt === undefined);
  if (active.length < 2) {
    if (runtime.config.logKeys !== undefined)
      throw new Error(
        'Put the new secret behind the old one in COUNTERSIGN_LOG_KEYS, with a comma, and give this again.',
      );
    const last = Math.max(...held.generations.map(({ number }) => number));
    active = [...active, newGeneration(last + 1)];
    await writeGenerations(keyFileOf(runtime.signerFolder), [...held.generations, active.at(-1) as Generation]);
  }
  const newest = active.at(-1) as Generation;
  const logs = await recordInEveryLog(of, { generation: newest, type: 'log_key_added', act: rotateLogKey });
  say(
    `A new key signs beside the old one, recorded in ${logs} logs. Give the new public keys (countersign keys list) to those`,
  );
  say('who verify; when all have them: countersign keys retire.');
  return 0;
};

const retire: Step = async (of) => {
  const { runtime, say } = of;
  const held = await keysOf(runtime);
  const active = held.generations.filter(({ retiredAt }) => retiredAt === undefined);
  const [oldest] = active;
  if (active.length < 2 || !oldest) throw new Error('There is only one key: countersign keys rotate makes the next.');
  const logs = await recordInEveryLog(of, { generation: oldest, type: 'log_key_retired', act: retireLogKey });
  if (runtime.config.logKeys !== undefined) {
    say(`Recorded in ${logs} logs. Now take the old secret out of COUNTERSIGN_LOG_KEYS and start again.`);
    return 0;
  }
  // With its secret gone nobody can sign with it any more, a thief of this file included.
  const kept = held.generations.map((one) =>
    one.number === oldest.number ? { ...one, secret: '', retiredAt: new Date().toISOString() } : one,
  );
  await writeGenerations(keyFileOf(runtime.signerFolder), kept);
  say(`The old key signs no more, recorded in ${logs} logs; its secret is gone.`);
  return 0;
};

async function keysOf(runtime: Runtime): Promise<LogKeys> {
  const found = await LogKeys.open({ folder: runtime.signerFolder, fromEnvironment: runtime.config.logKeys });
  if (!found) throw new Error('No log was ever signed here: the first start makes the first key.');
  return found;
}

async function logsOf(source: DataSource): Promise<{ siteId: string; origin: string }[]> {
  return source.query('SELECT site_id AS "siteId", origin FROM countersign.site_head ORDER BY site_id');
}

function vkeyOf(generation: Generation, origin: string): string {
  return formatVerifierKey(verifierKeyOf(signerOf(generation, origin), SIGNATURE_TYPES.ed25519));
}

/** Answers with how many logs there are. */
async function recordInEveryLog(
  { runtime, source }: { runtime: Runtime; source: DataSource },
  of: { generation: Generation; type: 'log_key_added' | 'log_key_retired'; act: typeof rotateLogKey },
): Promise<number> {
  const ledger = new Ledger(source, new Vault(runtime.secrets.vaultKey));
  const known = await PublicKeys.open(runtime.signerFolder);
  const logs = await logsOf(source);
  for (const { siteId, origin } of logs) {
    const vkey = vkeyOf(of.generation, origin);
    known.know([signerOf(of.generation, origin)]);
    if (await isRecorded(source, { siteId, vkey, type: of.type })) continue;
    await ledger.post({
      siteId,
      type: of.type,
      actor: systemActor('keys'),
      reads: readsOfLogKey({ vkey }),
      decide: of.act({ logKeyId: uuidv7(), vkey }),
    });
  }
  await known.save();
  return logs.length;
}

async function isRecorded(source: DataSource, of: { siteId: string; vkey: string; type: string }): Promise<boolean> {
  const rows: unknown[] = await source.query(
    `SELECT FROM countersign.log_key WHERE site_id = $1 AND vkey = $2 AND (retired_at IS NOT NULL OR $3 = 'log_key_added')`,
    [of.siteId, of.vkey, of.type],
  );
  return rows.length > 0;
}
