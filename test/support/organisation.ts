import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEFAULT_SITE_POLICY, type SitePolicy } from '../../src/domain/site-policy.js';
import { newDeaNumber } from './dea-number.js';
import { Api } from './api.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { performer } from './raw-clinic.js';
import { RawLog } from './raw-log.js';
import { startServer, type RunningServer } from './server.js';

/** Somebody with an account and a password of their own. */
export interface Person {
  personId: string;
  username: string;
  password: string;
}

/** A running server with a database of its own, set up through its one-time link. */
export class Organisation {
  private constructor(
    readonly database: TestDatabase,
    public server: RunningServer,
    private readonly env: Record<string, string>,
    readonly superuser: pg.Client,
    readonly id: string,
    readonly administrator: Person,
    /** As nobody. */
    readonly api: Api,
    /** As the first administrator. */
    readonly admin: Api,
  ) {}

  /** `prepare`: run on the new database before a server is started on it. */
  static async start(
    label: string,
    env: Record<string, string> = {},
    prepare?: (database: TestDatabase) => Promise<void>,
  ): Promise<Organisation> {
    const database = await createTestDatabase(label);
    await prepare?.(database);
    const server = await startServer({ databaseUrl: database.superuserUrl, env });
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query('SET search_path = countersign');
    const api = new Api(server.url);
    const password = newPassword();
    const { status, body } = await api.send('POST', '/setup', {
      token: await setupToken(server),
      organisationName: 'Lakeside',
      username: 'adm1',
      displayName: 'Ada Morgan',
      password,
    });
    if (status !== 201) throw new Error(`set-up: ${JSON.stringify(body)}`);
    const administrator = { personId: String(body.personId), username: 'adm1', password };
    const admin = api.bearer(await tokenOf(api, administrator));
    return new Organisation(database, server, env, superuser, String(body.organisationId), administrator, api, admin);
  }

  async stop(): Promise<void> {
    await this.superuser.end();
    await this.server.stop();
    rmSync(this.server.dataFolder, { recursive: true, force: true });
    await this.database.drop();
  }

  /** Starts the server again, which was killed, at the same address with the same secrets. */
  async serveAgain(): Promise<void> {
    const { url, dataFolder } = this.server;
    const args = ['serve', '--port', new URL(url).port];
    this.server = await startServer({ databaseUrl: this.database.superuserUrl, dataFolder, env: this.env, args });
  }

  /** Adds somebody, who accepts the invitation; with a role at a site if one is named. */
  async person(username: string, at?: { siteId: string; role: string }): Promise<Person> {
    const added = await this.admin.post('/people', { username, displayName: `The ${username}` });
    if (added.status !== 201) throw new Error(`person: ${JSON.stringify(added.body)}`);
    const person = { personId: String(added.body.personId), username, password: newPassword() };
    const { token } = added.body;
    const accepted = await this.api.send('POST', '/auth/accept-invitation', { token, password: person.password });
    if (accepted.status !== 204) throw new Error(`invitation: ${JSON.stringify(accepted.body)}`);
    if (at) await this.grant(person, at);
    return person;
  }

  /** Gives a role; answers with the grant's id. */
  async grant(person: Person, at: { siteId: string; role: string; until?: string }): Promise<string> {
    const { siteId, role, until } = at;
    const granted = await this.admin.post(`/sites/${siteId}/roles`, { personId: person.personId, role, until });
    if (granted.status !== 201) throw new Error(`role: ${JSON.stringify(granted.body)}`);
    return String(granted.body.grantId);
  }

  /** The interface as somebody, in a new session. */
  async as(person: Person): Promise<Api> {
    return this.api.bearer(await tokenOf(this.api, person));
  }

  /** A clinic with a policy of its own, made by its first record, without an administrator. */
  async site(policy: Partial<SitePolicy> = {}): Promise<string> {
    const siteId = randomUUID();
    const client = new pg.Client({ connectionString: this.database.appUrl });
    await client.connect();
    try {
      const log = new RawLog(client, siteId);
      await log.open();
      const row = { id: siteId, kind: 'clinic', name: 'Clinic', deaNumber: newDeaNumber(), address: '1 Clinic Plaza' };
      await log.append({
        type: 'site_created',
        actors: [performer(this.administrator.personId, 'administrator')],
        changes: [
          {
            table: 'site',
            ...row,
            timeZone: 'America/Chicago',
            policy: { ...DEFAULT_SITE_POLICY, ...policy } as never,
          },
        ],
      });
    } finally {
      await client.end();
    }
    return siteId;
  }

  /** The records of a log, newest first, as they lie in it. */
  async records(siteId = this.id): Promise<Record<string, never>[]> {
    const { rows } = await this.superuser.query<{ record: string }>(
      `SELECT convert_from(record, 'UTF8') AS record FROM audit_record WHERE site_id = $1 ORDER BY seq DESC`,
      [siteId],
    );
    return rows.map(({ record }) => JSON.parse(record) as Record<string, never>);
  }
}

/** Of digits alone: every user name here has a letter, so by no chance does the password contain the name. */
export function newPassword(): string {
  return BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString()
    .padStart(12, '0');
}

/** The token of a new bearer session. */
export async function tokenOf(api: Api, { username, password }: Person, totp?: string): Promise<string> {
  const { status, body } = await api.send('POST', '/auth/login', { username, password, totp, kind: 'bearer' });
  if (status !== 200) throw new Error(`log-in: ${JSON.stringify(body)}`);
  return String(body.token);
}

/** The one-time link is printed after the address. */
export async function setupToken(server: RunningServer): Promise<string> {
  for (let i = 0; i < 500; i++) {
    const token = /\/setup\/#(\S+)/.exec(server.output())?.[1];
    if (token) return token;
    await sleep(20);
  }
  throw new Error(`No link was printed:\n${server.output()}`);
}
