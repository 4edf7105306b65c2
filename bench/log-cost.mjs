// What the log costs a write: the same doses, by pgbench with the same statements, into copies of one database. In one copy
// nothing is changed; in the others the function that appends a record leaves parts of the log out, and does all the rest.
import pg from 'pg';
import { CLIENTS, ONE_SITE, makeClinics } from './lib/clinics.mjs';
import { doorSender, readsOf } from './doses.mjs';
import { HOW_TO_GET_PGBENCH, findPgbench, pgbench } from './lib/pgbench.mjs';
import { doseScript, installPgbenchDoses } from './lib/pgbench-doses.mjs';
import { startServer } from './lib/server.mjs';
import { compared, medians } from './lib/statistics.mjs';

const WHERE = { oneSite: [ONE_SITE, ONE_SITE], spread: [0, ONE_SITE - 1] };

const NO_TREE = [
  [/v_leaf := sha256\([\s\S]*?'UTF8'\)\);/, 'v_leaf := p_salt;'],
  [/PERFORM append_leaf\([^;]*;/, ''],
];
const NO_NUMBERS = [[/PERFORM number_subjects\([^;]*;/, '']];
const NO_RECORD = [
  [/IF convert_to\(canonical_json[\s\S]*?END IF;/, ''],
  [/INSERT INTO audit_record[\s\S]*?v_leaf\);/, ''],
  [/INSERT INTO audit_secret[^;]*;/, ''],
];

/** What is left out of `append_record`, each of them once. */
const VARIANTS = {
  whole: [],
  withoutNumbers: NO_NUMBERS,
  withoutTree: NO_TREE,
  withoutLog: [...NO_TREE, ...NO_NUMBERS, ...NO_RECORD],
};

async function leaveOut(adminUrl, replacements) {
  if (replacements.length === 0) return;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query(`SELECT pg_get_functiondef('countersign.append_record'::regproc) AS definition`);
    const changed = replacements.reduce((sql, [what, by]) => {
      if (!what.test(sql)) throw new Error(`append_record has no ${what}: bench/log-cost.mjs is not of this version`);
      return sql.replace(what, by);
    }, rows[0].definition);
    await admin.query(changed);
    // What hangs on the record's own row.
    await admin.query('ALTER TABLE countersign.entry DROP CONSTRAINT IF EXISTS entry_of_record');
  } finally {
    await admin.end();
  }
}

async function copyOf(database, name) {
  const { inDatabase, withClient } = await import('../dist/src/platform/database/one-client.js');
  const { urlFor } = await import('../dist/src/platform/database/data-source.js');
  await withClient(inDatabase(database.adminUrl, 'postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE logcost`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO countersign_app`);
  });
  const adminUrl = inDatabase(database.adminUrl, name);
  const password = database.secrets.rolePasswords.countersign_app;
  return { adminUrl, appUrl: urlFor(adminUrl, { user: 'countersign_app', password }) };
}

/** A database with clinics, their open vials and pgbench's functions; nobody is connected to it any more. */
async function prepareOriginal(database) {
  const { connect } = await import('../dist/src/platform/database/data-source.js');
  const { Ledger } = await import('../dist/src/platform/ledger/ledger.js');
  const { Vault } = await import('../dist/src/platform/crypto/vault.js');
  const original = { ...database, ...(await database.another('logcost')) };
  const server = await startServer({ database: original });
  const source = await connect(original.appUrl);
  const admin = new pg.Client({ connectionString: original.adminUrl });
  await admin.connect();
  try {
    const ledger = new Ledger(source, new Vault(database.secrets.vaultKey));
    const clinics = await makeClinics({ ledger, server });
    const door = await doorSender(ledger, source, clinics);
    const sample = clinics.handOf('ledger', 0, ONE_SITE);
    for (const isDraw of [true, false]) await door(sample, isDraw);
    await installPgbenchDoses({ admin, clinics, sample, reads: (hand) => readsOf(source, hand) });
    await admin.query('ANALYZE');
  } finally {
    await Promise.all([admin.end(), source.destroy(), server.stop()]);
  }
}

/** Variants take turns within each round; a ratio is made within its round. */
export async function benchLogCost({ database, rounds = 3, seconds = 4, warmUp = 2, say }) {
  const binary = findPgbench();
  if (!binary) {
    say(HOW_TO_GET_PGBENCH);
    return undefined;
  }
  await prepareOriginal(database);
  const urls = {};
  for (const [variant, replacements] of Object.entries(VARIANTS)) {
    const { adminUrl, appUrl } = await copyOf(database, `logcost_${variant.toLowerCase()}`);
    await leaveOut(adminUrl, replacements);
    urls[variant] = appUrl;
  }
  const results = { oneSite: [], spread: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const [where, [from, to]] of Object.entries(WHERE)) {
      const ways = {};
      for (const variant of Object.keys(VARIANTS)) {
        const variables = { n: 0, k: from, k_from: from, k_to: to };
        const common = { binary, url: urls[variant], script: doseScript, clients: CLIENTS, warmUp, seconds };
        ways[variant] = await pgbench({ ...common, variables });
      }
      results[where].push(ways);
      say(
        `round ${round}, ${where}: ${Object.entries(ways)
          .map(([name, { perSecond }]) => `${name} ${perSecond.toFixed(0)}/s`)
          .join(', ')}`,
      );
    }
  }
  return Object.fromEntries(
    Object.entries(results).map(([where, of]) => [
      where,
      {
        ...Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, medians(of, variant)])),
        toWithoutNumbers: compared(of, 'whole', 'withoutNumbers'),
        toWithoutTree: compared(of, 'whole', 'withoutTree'),
        toWithoutLog: compared(of, 'whole', 'withoutLog'),
      },
    ]),
  );
}
