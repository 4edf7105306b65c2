import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { treeRoot } from '../../src/domain/log/merkle.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyCheckpoint } from '../../src/domain/log/verify-checkpoint.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RawClinic, performer } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';
import { RunningSigner, newSignerFolder, until } from '../support/signer.js';

let database: TestDatabase;
let app: pg.Client;
let superuser: pg.Client;
let clinic: RawClinic;
let folder: string;
let running: RunningSigner | undefined;

// Each test has a database of its own: a signer signs every log there is.
beforeEach(async () => {
  database = await createTestDatabase('signer');
  app = new pg.Client({ connectionString: database.appUrl });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await Promise.all([app.connect(), superuser.connect()]);
  await superuser.query('SET search_path = countersign');
  clinic = await RawClinic.open(new RawLog(app, randomUUID()));
  folder = newSignerFolder();
});
afterEach(async () => {
  await stop();
  await Promise.all([app?.end(), superuser?.end()]);
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => (running = await RunningSigner.start({ ...database, folder }));
const stop = async () => {
  await running?.stop();
  running = undefined;
};

/** What a superuser can do: for a moment no trigger stands. */
async function withoutWalls(...statements: string[]): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    "SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal AND tgname <> 'x'",
  );
  await superuser.query('BEGIN');
  for (const { name } of rows) await superuser.query(`ALTER TABLE ${name} DISABLE TRIGGER ALL`);
  for (const statement of statements) await superuser.query(statement.replaceAll('$site', clinic.log.siteId));
  for (const { name } of rows) await superuser.query(`ALTER TABLE ${name} ENABLE TRIGGER ALL`);
  await superuser.query('COMMIT');
}

interface Stored {
  size: number;
  note: string;
}

async function checkpoints(): Promise<Stored[]> {
  const { rows } = await superuser.query<Stored>(
    'SELECT size::int, note FROM checkpoint WHERE site_id = $1 ORDER BY size',
    [clinic.log.siteId],
  );
  return rows;
}

const size = async (): Promise<number> => (await clinic.log.place()).seq;
const note = () => clinic.log.append({ type: 'note', actors: [performer(clinic.ids.nurse)] });
const signedAll = async () => (await checkpoints()).at(-1)?.size === (await size());

async function rootOf(leaves: number): Promise<Uint8Array> {
  const { rows } = await superuser.query<{ level: number; n: string; hash: Buffer }>(
    'SELECT level, n, hash FROM tree_node WHERE site_id = $1',
    [clinic.log.siteId],
  );
  const nodes = new Map(rows.map(({ level, n, hash }) => [`${level}/${n}`, new Uint8Array(hash)]));
  return treeRoot({ size: leaves, lookup: ({ level, n }) => nodes.get(`${level}/${n}`) });
}

/** A policy that knows the public keys in the signer's folder and asks for no witness. */
const policy = () =>
  parseTlogPolicy(
    `${readFileSync(join(folder, 'log-keys.pub'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `log ${line}\n`)
      .join('')}quorum none\n`,
  );

describe('a log that grows', () => {
  test('is signed with the key of its origin, and the head is that of its tree', async () => {
    await start();
    await until(signedAll);
    const [{ note: text }] = (await checkpoints()) as [Stored];
    const verified = verifyCheckpoint({ checkpoint: text, policy: policy() });
    expect(verified.origin).toBe(clinic.log.origin);
    expect(verified.rootHash).toEqual(await rootOf(verified.size));
  });

  test('is signed at most once a second, and never at a size it had not', async () => {
    await start();
    await until(signedAll);
    const began = performance.now();
    for (let at = 0; at < 60; at += 1) await note();
    await until(signedAll);
    const seconds = (performance.now() - began) / 1000;
    expect((await checkpoints()).length).toBeLessThanOrEqual(2 + Math.ceil(seconds));
  });

  test('keys and memory are files that only this user may read, and the key is nowhere in the database', async () => {
    await start();
    await until(signedAll);
    for (const name of ['log-keys.json', 'signed-heads.json'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const { generations } = JSON.parse(readFileSync(join(folder, 'log-keys.json'), 'utf8')) as {
      generations: { secret: string }[];
    };
    expect(generations).toHaveLength(1);
    expect((await checkpoints()).some(({ note: text }) => text.includes(generations[0]!.secret))).toBe(false);
  });

  test('two logs have two keys, so that one policy can name both', async () => {
    const other = await RawClinic.open(new RawLog(app, randomUUID()));
    await start();
    await until(signedAll);
    await until(() => policy().logs.some(({ key }) => key.name === other.log.origin));
    expect(policy().logs.map(({ key }) => key.name)).toEqual(expect.arrayContaining([clinic.log.origin]));
  });

  test('a second process on the same database signs nothing', async () => {
    await start();
    await until(signedAll);
    const second = await RunningSigner.start({ ...database, folder: newSignerFolder() });
    await until(() => second.signer.state.status === 'standby');
    await note();
    await until(signedAll);
    expect(second.signer.state).toEqual({ status: 'standby', problems: [] });
    await second.stop();
  });
});

describe('a crash', () => {
  test('between what the signer remembers and the insert: the same head is signed again', async () => {
    await start();
    await until(signedAll);
    await stop();
    const before = (await checkpoints()).at(-1);
    await withoutWalls(`DELETE FROM checkpoint WHERE site_id = '$site'`);
    await start();
    await until(signedAll);
    expect((await checkpoints()).at(-1)).toEqual(before);
  });

  test('of its connection in that moment: the head comes into the database without another act', async () => {
    await start();
    await until(signedAll);
    await superuser.query('BEGIN');
    await superuser.query('LOCK TABLE checkpoint IN EXCLUSIVE MODE');
    await note();
    const waiting = `FROM pg_stat_activity WHERE application_name = 'countersign signer' AND wait_event_type = 'Lock'
      AND datname = current_database()`;
    await until(async () => (await superuser.query(`SELECT ${waiting}`)).rowCount === 1);
    await superuser.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
    await superuser.query('ROLLBACK');
    await until(signedAll);
    expect(running!.signer.state).toEqual({ status: 'signing', problems: [] });
  });

  test('in the middle of writing its memory leaves the memory as it was', async () => {
    await start();
    await until(signedAll);
    await stop();
    writeFileSync(join(folder, 'signed-heads.json.0123456789ab.new'), '{"v":1,"lo');
    await note();
    await start();
    await until(signedAll);
    expect(running!.signer.state.problems).toEqual([]);
  });
});

describe('a log that is not the one that was signed', () => {
  beforeEach(async () => {
    await start();
    await until(signedAll);
    await stop();
  });

  /** Care goes on, nothing more is signed, and the alarm is a record of the log. */
  async function refusedFor(kind: string): Promise<void> {
    const signed = (await checkpoints()).length;
    await start();
    expect(await running!.problems()).toEqual([kind]);
    await note();
    const alarms = async () =>
      (await superuser.query('SELECT kind FROM alarm WHERE site_id = $1 AND closed_at IS NULL', [clinic.log.siteId]))
        .rows;
    await until(async () => (await alarms()).length > 0);
    expect(await alarms()).toEqual([{ kind }]);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect((await checkpoints()).filter(({ size: at }) => at > 0)).toHaveLength(signed);
    expect(running!.signer.state.status).toBe('signing');
  }

  const cutTo = (leaves: string) =>
    withoutWalls(
      `DELETE FROM audit_secret WHERE site_id = '$site' AND seq >= ${leaves}`,
      `DELETE FROM record_subject WHERE site_id = '$site' AND seq >= ${leaves}`,
      `DELETE FROM audit_record WHERE site_id = '$site' AND seq >= ${leaves}`,
      `DELETE FROM tree_node WHERE site_id = '$site' AND ((n + 1) << level) > ${leaves}`,
      `DELETE FROM checkpoint WHERE site_id = '$site' AND size > ${leaves}`,
      `UPDATE site_head SET size = ${leaves} WHERE site_id = '$site'`,
    );

  test('its tail is cut', async () => {
    await cutTo(String((await size()) - 1));
    await refusedFor('tree_shrank');
  });

  test('its tail is cut and written anew, longer than before: a fork', async () => {
    const before = await size();
    await cutTo(String(before - 1));
    for (let at = 0; at < 3; at += 1) await note();
    expect(await size()).toBeGreaterThan(before);
    await refusedFor('tree_differs');
  });

  test('a leaf in the middle is another, and the tree is computed anew over it', async () => {
    const parent = (level: number) => `UPDATE tree_node t SET hash = (SELECT sha256('\\x01'::bytea || l.hash || r.hash)
      FROM tree_node l, tree_node r WHERE l.site_id = t.site_id AND l.level = ${level - 1} AND l.n = 0
      AND r.site_id = t.site_id AND r.level = ${level - 1} AND r.n = 1) WHERE site_id = '$site' AND level = ${level} AND n = 0`;
    const leaf = `UPDATE tree_node SET hash = sha256(hash) WHERE site_id = '$site' AND level = 0 AND n = 1`;
    expect(await size()).toBeLessThan(8);
    await withoutWalls(leaf, parent(1), parent(2));
    await refusedFor('tree_differs');
  });

  test('nodes of its tree are missing', async () => {
    await note();
    await withoutWalls(`DELETE FROM tree_node WHERE site_id = '$site' AND level = 0`);
    await start();
    expect(await running!.problems()).toEqual(['tree_differs']);
  });

  test('the signer lost its memory: it does not begin anew by itself', async () => {
    rmSync(join(folder, 'signed-heads.json'));
    await refusedFor('signed_heads_lost');
  });

  test('the signer lost its keys: it makes no new ones', async () => {
    rmSync(join(folder, 'log-keys.json'));
    await start();
    expect(await running!.problems()).toEqual(['log_keys_missing']);
    expect(() => statSync(join(folder, 'log-keys.json'))).toThrow('ENOENT');
  });

  test('its memory cannot be read', async () => {
    writeFileSync(join(folder, 'signed-heads.json'), '{}');
    await start();
    expect(await running!.problems()).toEqual(['signer_stopped']);
  });

  test('its next incarnation commits to less than was signed', async () => {
    const { size: previousSize, note: text } = (await checkpoints()).at(-1) as Stored;
    const root = text.split('\n')[2] as string;
    await clinic.log.beginIncarnation({ previousSize: previousSize - 1, previousRootHash: root });
    await refusedFor('incarnation_differs');
  });

  test('its origin leads out of the folder of heads', async () => {
    const origin = `../../etc/site/${clinic.log.siteId}`;
    await withoutWalls(`UPDATE site_head SET origin = '${origin}' WHERE site_id = '$site'`);
    await start();
    expect(await running!.problems()).toContain('origin_unknown');
  });
});

test('a false checkpoint by the signer’s own role is never one that the keys signed', async () => {
  await start();
  await until(signedAll);
  const signer = new pg.Client({ connectionString: database.signerUrl });
  await signer.connect();
  const [{ note: text }] = (await checkpoints()) as [Stored];
  const forged = text.replace(`\n${parseCheckpoint(text).size}\n`, '\n1\n');
  await signer.query('INSERT INTO countersign.checkpoint VALUES ($1, 1, $2)', [clinic.log.siteId, forged]);
  await signer.end();
  expect(() => verifyCheckpoint({ checkpoint: forged, policy: policy() })).toThrow('does not verify');
});
