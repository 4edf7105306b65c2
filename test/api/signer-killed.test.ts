import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { decodeBase64 } from '../../src/domain/log/base64.js';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { verifyConsistency } from '../../src/domain/log/merkle-proof.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyTlogProof } from '../../src/domain/log/tlog-proof.js';
import { findClusterFolder } from '../../src/platform/database/cluster-folder.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { inDatabase } from '../../src/platform/database/one-client.js';
import { DATABASE_NAME } from '../../src/platform/runtime.js';
import { Api, done, type Body } from '../support/api.js';
import { Clinic, SITE } from '../support/clinic.js';
import { newPassword, setupToken, tokenOf, type Person } from '../support/organisation.js';
import { startServer, type RunningServer } from '../support/server.js';
import { SignerFolder } from '../support/signer-folder.js';
import { until } from '../support/signer.js';

// The signer writes a head into a file of its own, and then into the database. Each test lets the real program get exactly that
// far: a superuser holds the table of heads, so that the insert waits, and the process gets SIGKILL while it does.

/** One running ledger with a clinic, whoever its database belongs to. */
class Ledger {
  constructor(
    public server: RunningServer,
    readonly superuser: pg.Client,
    readonly siteId: string,
    readonly administrator: Person,
  ) {}

  get folder(): SignerFolder {
    return new SignerFolder(join(this.server.dataFolder, 'signer'));
  }

  async admin(): Promise<Api> {
    const api = new Api(this.server.url);
    return api.bearer(await tokenOf(api, this.administrator));
  }

  path(rest: string): string {
    return `/sites/${this.siteId}${rest}`;
  }

  /** An act that is acknowledged, and so committed. */
  async act(by?: Api): Promise<Body> {
    const code = randomUUID().slice(0, 8).toUpperCase();
    return done((by ?? (await this.admin())).post(this.path('/locations'), { code, name: `Place ${code}` }));
  }

  async row<T>(sql: string): Promise<T> {
    return (await this.superuser.query(sql, [this.siteId])).rows[0] as T;
  }

  async log(): Promise<{ origin: string; size: number }> {
    return this.row('SELECT origin, size::int FROM countersign.site_head WHERE site_id = $1');
  }

  /** The newest head in the database. */
  async head(): Promise<{ size: number; note: string }> {
    return this.row('SELECT size::int, note FROM countersign.checkpoint WHERE site_id = $1 ORDER BY size DESC LIMIT 1');
  }

  /** Every log to its last record. */
  untilSigned(): Promise<void> {
    return until(async () => {
      const { rows } = await this.superuser.query(
        `SELECT FROM countersign.site_head h WHERE NOT EXISTS
           (SELECT FROM countersign.checkpoint c WHERE c.site_id = h.site_id AND c.size = h.size)`,
      );
      return rows.length === 0;
    }, 20_000);
  }

  /** An act whose head the signer has signed and remembers, and whose insert waits. Answers with the head that is under way. */
  async caught(): Promise<{ act: Body; before: string; signed: string }> {
    // Logging in is a record of another log, whose head must not be the one that waits.
    const by = await this.admin();
    await this.untilSigned();
    const { note: before } = await this.head();
    await this.superuser.query('BEGIN');
    await this.superuser.query('LOCK TABLE countersign.checkpoint IN EXCLUSIVE MODE');
    const act = await this.act(by);
    const { origin } = await this.log();
    await until(async () => (await this.folder.signedSize(origin)) > Number(act.seq));
    await until(async () => (await this.#waiting()).length === 1);
    expect((await this.head()).note).toBe(before);
    return { act, before, signed: await this.folder.signedNote(origin) };
  }

  /** The signer's connection dies with its process, before anything of it is committed. */
  async hangUp(): Promise<void> {
    for (const pid of await this.#waiting()) await this.superuser.query('SELECT pg_terminate_backend($1)', [pid]);
    await until(async () => (await this.#waiting()).length === 0);
  }

  async letGo(): Promise<void> {
    await this.superuser.query('ROLLBACK');
  }

  async #waiting(): Promise<number[]> {
    const { rows } = await this.superuser.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'countersign signer' AND wait_event_type = 'Lock'
         AND datname = current_database()`,
    );
    return rows.map(({ pid }) => pid);
  }

  /** All that has to be so afterwards: everything signed, outside too, one story, and nobody woken. */
  async isWhole({ act, before, signed }: { act: Body; before: string; signed: string }): Promise<void> {
    await this.untilSigned();
    const { origin } = await this.log();
    const newest = await this.head();
    await until(() => this.folder.headOutside(origin, newest.size) !== undefined);
    expect(this.folder.headOutside(origin, newest.size)).toBe(newest.note);
    const admin = await this.admin();
    for (const kept of [before, signed]) {
      const { consistent, checkpoint, path } = await done(
        admin.send('POST', this.path('/heads/compare'), { checkpoint: kept }),
      );
      const [older, newer] = [parseCheckpoint(kept), parseCheckpoint(String(checkpoint))];
      const of = { oldSize: older.size, newSize: newer.size, oldRoot: older.rootHash, newRoot: newer.rootHash };
      expect(verifyConsistency({ ...of, path: (path as string[]).map(decodeBase64) })).toBe(true);
      expect(consistent).toBe(true);
    }
    const vkeys = (await done(admin.get(this.path('/log-keys')))).vkeys as string[];
    const answer = await fetch(`${admin.url}/api/v1${this.path(`/log/${String(act.seq)}/proof`)}`, {
      headers: admin.headers,
    });
    const policy = parseTlogPolicy(`${vkeys.map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);
    const leafHash = decodeBase64(String(act.leafHash));
    expect(verifyTlogProof({ proof: await answer.text(), leafHash, policy }).index).toBe(act.seq);
    expect(vkeys).toHaveLength(1);
    expect((await new Api(this.server.url).get('/health')).body).toEqual({ status: 'ok' });
    const { rows } = await this.superuser.query('SELECT kind FROM countersign.alarm');
    expect(rows).toEqual([]);
  }

  async verifies(databaseUrl: string): Promise<void> {
    const env = { ...process.env, DATABASE_URL: databaseUrl, COUNTERSIGN_DATA: this.server.dataFolder };
    const run = promisify(execFile)(process.execPath, [resolve('dist/src/cli/main.js'), 'verify'], { env });
    expect((await run).stdout).not.toContain('NOT VERIFIED');
  }
}

describe('kill -9 of the server between its memory and the database', () => {
  let clinic: Clinic;
  let ledger: Ledger;

  beforeAll(async () => {
    clinic = await Clinic.open('signer_killed', {});
    const { server, superuser, administrator } = clinic.organisation;
    ledger = new Ledger(server, superuser, clinic.siteId, administrator);
  }, 60_000);
  afterEach(async () => {
    await ledger?.letGo();
    const { rows } = await ledger.superuser.query(
      'SELECT FROM countersign.checkpoint GROUP BY site_id, size HAVING count(*) > 1',
    );
    expect(rows).toEqual([]);
  });
  afterAll(async () => {
    await ledger?.server.stop();
    await clinic?.stop();
  });

  const restart = async (env: Record<string, string> = {}) => {
    const { dataFolder } = ledger.server;
    const databaseUrl = clinic.organisation.database.superuserUrl;
    ledger.server = await startServer({ databaseUrl, dataFolder, env });
  };

  test('the next start signs the same head, byte for byte', async () => {
    const caught = await ledger.caught();
    await ledger.server.kill9();
    await ledger.hangUp();
    await ledger.letGo();
    expect((await ledger.head()).note).toBe(caught.before);
    await restart();
    await ledger.untilSigned();
    expect((await ledger.head()).note).toBe(caught.signed);
    await ledger.isWhole(caught);
  }, 60_000);

  test('what the dead process left waiting in the database comes through later: until then nothing is signed, and it is the same head', async () => {
    const caught = await ledger.caught();
    await ledger.server.kill9();
    await restart();
    const officer = await ledger.admin();
    await until(async () => (await done(officer.get(ledger.path('/log-state')))).signer === 'standby');
    await ledger.act();
    expect((await ledger.head()).note).toBe(caught.before);
    await ledger.letGo();
    await ledger.untilSigned();
    const { size } = parseCheckpoint(caught.signed);
    const { note } = await ledger.row<{ note: string }>(
      `SELECT note FROM countersign.checkpoint WHERE site_id = $1 AND size = ${size}`,
    );
    expect(note).toBe(caught.signed);
    expect((await ledger.head()).size).toBeGreaterThan(size);
    await ledger.isWhole(caught);
  }, 60_000);

  test('acts that were recorded before it signs again are under the next head, which begins with the lost one', async () => {
    const caught = await ledger.caught();
    await ledger.server.kill9();
    await ledger.hangUp();
    await ledger.letGo();
    await restart({ COUNTERSIGN_SIGNER: 'off' });
    await ledger.act();
    expect(await ledger.server.stop()).toBe(0);
    await restart();
    await ledger.isWhole(caught);
    expect((await ledger.head()).size).toBeGreaterThan(parseCheckpoint(caught.signed).size);
    await ledger.verifies(clinic.organisation.database.superuserUrl);
  }, 60_000);
});

describe('kill -9 of the server and its own PostgreSQL, both at once', () => {
  let dataFolder: string;
  let server: RunningServer | undefined;
  let superuser: pg.Client | undefined;

  afterAll(async () => {
    await superuser?.end().catch(() => undefined);
    await server?.stop();
    for (const folder of [findClusterFolder(dataFolder), dataFolder])
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  const start = async () => (server = await startServer({ databaseUrl: '', dataFolder }));

  async function connected(): Promise<{ client: pg.Client; pid: number; url: string }> {
    const joined = await startEmbeddedPostgres({ dataFolder, log: () => undefined, whenRunning: 'join' });
    const url = inDatabase(joined.superuserUrl, DATABASE_NAME);
    superuser = new pg.Client({ connectionString: url });
    superuser.on('error', () => undefined);
    await superuser.connect();
    return { client: superuser, pid: joined.pid, url };
  }

  test('after the recovery of both the same head is signed, and the acknowledged act is under it', async () => {
    dataFolder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-killed-`));
    const first = await start();
    const administrator = await setUp(first);
    const admin = new Api(first.url).bearer(await tokenOf(new Api(first.url), administrator));
    const siteId = String((await done(admin.post('/sites', SITE))).siteId);
    const { client, pid } = await connected();
    const caught = await new Ledger(first, client, siteId, administrator).caught();
    process.kill(pid, 'SIGKILL');
    await first.kill9();
    const second = await start();
    const again = await connected();
    const ledger = new Ledger(second, again.client, siteId, administrator);
    await ledger.untilSigned();
    expect((await ledger.head()).note).toBe(caught.signed);
    await ledger.isWhole(caught);
    await ledger.verifies('');
  }, 60_000);

  async function setUp(on: RunningServer): Promise<Person> {
    const password = newPassword();
    const account = { username: 'adm1', displayName: 'Ada Morgan', password };
    const asked = { token: await setupToken(on), organisationName: 'Lakeside', ...account };
    const { personId } = await done(new Api(on.url).send('POST', '/setup', asked));
    return { personId: String(personId), username: 'adm1', password };
  }
});
