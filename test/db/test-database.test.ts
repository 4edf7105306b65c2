import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../src/platform/database/migrate.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, rolePasswords, type TestDatabase } from '../support/database.js';

let databases: TestDatabase[];

beforeAll(async () => {
  databases = await Promise.all(Array.from({ length: 4 }, (_, i) => createTestDatabase(`copy ${i}`)));
});

afterAll(() => Promise.all(databases.map((database) => database.drop())));

test('several at once are several databases', async () => {
  const names = await Promise.all(
    databases.map(({ superuserUrl }) =>
      withClient(
        superuserUrl,
        async (client) => (await client.query('SELECT current_database() AS name')).rows[0].name,
      ),
    ),
  );
  expect(new Set(names).size).toBe(4);
  expect(names).toEqual(databases.map(({ name }) => name));
});

test('each is migrated, and each log-in role can use its own address', async () => {
  const { ownerUrl, appUrl, signerUrl, auditorUrl } = databases[0]!;
  for (const url of [ownerUrl, appUrl, signerUrl, auditorUrl]) {
    const [row] = await withClient(url, async (client) => {
      const { rows } = await client.query(
        `SELECT current_user AS role, has_schema_privilege('countersign', 'usage') AS usage,
                (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'countersign'::regnamespace) AS relations`,
      );
      return rows as { role: string; usage: boolean; relations: number }[];
    });
    expect(row).toMatchObject({ role: new URL(url).username, usage: true });
    expect(row!.relations).toBeGreaterThan(0);
  }
});

test('the privileges of the database itself are those of the migrated one', async () => {
  const template = process.env.COUNTERSIGN_TEST_TEMPLATE!;
  const { superuserUrl, name } = databases[0]!;
  const lists = await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(datacl) a) AS acl FROM pg_database WHERE datname IN ($1, $2)',
      [template, name],
    );
    return rows.map(({ acl }) => acl as string[]);
  });
  expect(lists).toHaveLength(2);
  expect(lists[0]).toEqual(lists[1]);
  expect(lists[0]!.some((entry) => entry.startsWith('countersign_app=c'))).toBe(true);
  expect(lists[0]!.some((entry) => entry.startsWith('='))).toBe(false);
});

test('programs that start at one moment on databases of one server all set the passwords of its roles', async () => {
  const starts = Array.from({ length: 24 }, (_, nth) =>
    migrate({ databaseUrl: databases[nth % 4]!.superuserUrl, rolePasswords: rolePasswords() }),
  );
  expect((await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected')).toEqual([]);
});
