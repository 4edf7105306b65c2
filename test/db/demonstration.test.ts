import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  DemonstrationClock,
  freshDemonstrationDatabase,
  isDemonstration,
  makeDemonstration,
} from '../../src/platform/database/demonstration.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServer } from '../support/server.js';

const STARTS_AT = '2026-08-31T08:00:00-05:00';

const clockOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      'SELECT countersign.ledger_clock() AS now, countersign.ledger_clock_at_start() AS start',
    );
    return rows[0] as { now: Date; start: Date };
  });

const openLog = (database: TestDatabase) =>
  withClient(database.appUrl, (client) =>
    client.query(
      `SELECT countersign.ledger_open_log(id, 'clinic.example/countersign/site/' || id) FROM (SELECT gen_random_uuid() AS id) new`,
    ),
  );

const run = (url: string, sql: string) => withClient(url, (client) => client.query(sql));

let production: TestDatabase;
let demonstration: TestDatabase;
beforeAll(async () => {
  [production, demonstration] = await Promise.all([createTestDatabase('production'), createTestDatabase('demo')]);
  await makeDemonstration(demonstration.superuserUrl, STARTS_AT);
});
afterAll(() => Promise.all([production.drop(), demonstration.drop()]));

describe('a production database', () => {
  test('holds nothing of a demonstration: no table, no function, no column that could hold a clock', async () => {
    const { rows } = await run(
      production.superuserUrl,
      `SELECT proname AS name FROM pg_proc WHERE proname LIKE '%demonstration%' OR prosrc LIKE '%demonstration%'
       UNION ALL SELECT relname FROM pg_class WHERE relname LIKE '%demonstration%'`,
    );
    expect(rows).toEqual([]);
    expect(await isDemonstration(production.appUrl)).toBe(false);
  });

  test('reads its clock from the machine alone', async () => {
    const { rows } = await run(
      production.superuserUrl,
      `SELECT btrim(prosrc) AS source FROM pg_proc WHERE proname LIKE 'ledger\\_clock%' ORDER BY proname`,
    );
    expect(rows).toEqual([{ source: 'SELECT clock_timestamp()' }, { source: 'SELECT transaction_timestamp()' }]);
  });

  test.each([
    [`SELECT countersign.demonstration_set_clock('2020-01-01')`, /does not exist/],
    [`SELECT countersign.demonstration_run_clock()`, /does not exist/],
    [
      `CREATE OR REPLACE FUNCTION countersign.ledger_clock() RETURNS timestamptz LANGUAGE sql AS $$ SELECT now() $$`,
      /permission denied|must be owner/,
    ],
    [`ALTER FUNCTION countersign.ledger_clock() RENAME TO before`, /must be owner|permission denied/],
    [`CREATE TABLE countersign.demonstration_clock (ledger_at timestamptz)`, /permission denied/],
    [`CREATE SCHEMA mine`, /permission denied/],
    [`SET ROLE countersign_owner`, /permission denied/],
  ])('lets the application do none of: %s', async (sql, message) => {
    await expect(run(production.appUrl, sql)).rejects.toThrow(message);
  });

  test('never becomes a demonstration once a log was opened', async () => {
    const begun = await createTestDatabase('begun');
    await openLog(begun);
    await expect(makeDemonstration(begun.superuserUrl, STARTS_AT)).rejects.toThrow('can never become one');
    expect(await isDemonstration(begun.appUrl)).toBe(false);
    await begun.drop();
  });

  test('is never dropped for a demonstration of the same name', async () => {
    const begun = await createTestDatabase('named');
    await openLog(begun);
    await expect(freshDemonstrationDatabase(production.superuserUrl, begun.name)).rejects.toThrow('it is left alone');
    const { rows } = await run(begun.appUrl, 'SELECT count(*)::int AS logs FROM countersign.site_head');
    expect(rows).toEqual([{ logs: 1 }]);
    await begun.drop();
  });

  test('says over HTTP that it is none', async () => {
    const server = await startServer({ databaseUrl: production.superuserUrl });
    const answer = await fetch(`${server.url}/api/v1/about`);
    expect(await answer.json()).toEqual({ demonstration: false, version: '0.1.0' });
    expect(answer.headers.has('countersign-demonstration')).toBe(false);
    expect(server.output()).not.toContain('demonstration');
    expect(await server.stop()).toBe(0);
  });
});

describe('a demonstration database', () => {
  test('stands still at the time it was made for, and making it again changes nothing', async () => {
    await makeDemonstration(demonstration.superuserUrl, '2031-01-01T00:00:00Z');
    const standing = new Date(STARTS_AT);
    expect(await clockOf(demonstration.appUrl)).toEqual({ now: standing, start: standing });
  });

  test('can be told the time by the application, forward only, and then goes on by itself', async () => {
    const clock = await DemonstrationClock.connect(demonstration.appUrl);
    await clock.set('2026-09-01T09:00:00-05:00');
    expect((await clockOf(demonstration.auditorUrl)).now).toEqual(new Date('2026-09-01T14:00:00Z'));
    await expect(clock.set('2026-08-31T09:00:00-05:00')).rejects.toThrow('does not go back');
    await clock.run();
    const first = await clockOf(demonstration.appUrl);
    const second = await clockOf(demonstration.appUrl);
    expect(first.now.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-09-01T14:00:00Z'));
    expect(second.now.getTime()).toBeGreaterThan(first.now.getTime());
    expect(second.now.getTime()).toBeLessThan(Date.parse('2026-09-01T14:05:00Z'));
    await clock.set('2026-09-02T09:00:00-05:00');
    await clock.close();
    expect(await clockOf(demonstration.appUrl)).toEqual(await clockOf(demonstration.appUrl));
  });

  test.each([
    `UPDATE countersign.demonstration_clock SET ledger_at = '2020-01-01'`,
    `DELETE FROM countersign.demonstration_clock`,
    `DROP TABLE countersign.demonstration_clock`,
  ])('keeps its mark: the application cannot %s', async (sql) => {
    await expect(run(demonstration.appUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('says so over HTTP, in every answer, and to who starts it, although it was started like any other', async () => {
    const server = await startServer({ databaseUrl: demonstration.superuserUrl });
    const about = await fetch(`${server.url}/api/v1/about`);
    expect(await about.json()).toEqual({ demonstration: true, version: '0.1.0' });
    for (const path of ['/api/v1/about', '/api/v1/health', '/api/v1/no-such-thing', '/api/docs']) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect([path, headers.get('countersign-demonstration')]).toEqual([path, 'true']);
    }
    const { info } = (await (await fetch(`${server.url}/api/docs-json`)).json()) as { info: { title: string } };
    expect(info.title).toBe('Countersign: a demonstration');
    expect(server.output()).toContain('This is a demonstration');
    const before = (await clockOf(demonstration.appUrl)).now.getTime();
    expect((await clockOf(demonstration.appUrl)).now.getTime()).toBeGreaterThan(before);
    expect(await server.stop()).toBe(0);
  });

  test('makes room for the next one', async () => {
    await openLog(demonstration);
    const url = await freshDemonstrationDatabase(production.superuserUrl, demonstration.name);
    expect(await isDemonstration(url)).toBe(false);
    const { rows } = await run(url, `SELECT to_regclass('countersign.site_head') AS head`);
    expect(rows).toEqual([{ head: null }]);
  });
});
