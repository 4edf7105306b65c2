import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { checkSite } from '../../src/platform/audit/checker.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { LEDGER_ATTACKS } from '../support/attacks/all.js';
import { OWNER_ATTACKS, STRUCTURAL } from '../support/attacks/by-the-owner.js';
import { RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

/**
 * Every invariant, attacked with psql's means and the log-in of countersign_app: bytes made by hand, given to the functions
 * that role may call. What no such bytes can reach is attacked with the owner's rights, which the triggers do not stop.
 */
let database: TestDatabase;
let app: pg.Client;
let clinic: RawClinic;

beforeAll(async () => {
  database = await createTestDatabase('invariants');
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  clinic = await RawClinic.open(new RawLog(app, randomUUID()));
  await clinic.startSession();
});
afterAll(async () => {
  await app?.end();
  await database?.drop();
});

/** The constraint that an attack ends in. */
const constraintOf = (attack: Promise<unknown>): Promise<unknown> =>
  attack.then(
    () => 'nothing stopped it',
    (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
  );

describe('as countersign_app, through the functions of the door', () => {
  test.each(LEDGER_ATTACKS.map((one) => [one.constraint, one.name, one] as const))(
    '%s: %s',
    async (constraint, _, one) => {
      expect(await constraintOf(one.run(clinic))).toBe(constraint);
    },
  );

  test('a right day goes through, and after all attacks the log verifies', async () => {
    await clinic.day(randomUUID(), clinic.ids.vials[9]!);
    expect(await checkSite(app, clinic.log.siteId)).toMatchObject({ verified: true, first: undefined });
  });
});

describe('as the owner, by plain SQL', () => {
  test.each(OWNER_ATTACKS.map((one) => [one.constraint, one.sql] as const))('%s', async (constraint, sql) => {
    await withClient(database.ownerUrl, async (owner) => {
      await owner.query('SET search_path = countersign');
      expect(await constraintOf(owner.query(sql.replaceAll('$site', clinic.log.siteId)))).toBe(constraint);
    });
  });
});

describe('the list of attacks is whole', () => {
  test('every constraint, unique index and trigger of the ledger has one', async () => {
    const { rows } = await withClient(database.superuserUrl, (client) =>
      client.query<{ name: string }>(`
        SELECT c.conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
          WHERE c.connamespace = 'countersign'::regnamespace AND c.contype IN ('c', 'f', 'u', 'p', 'x', 't')
            AND has_table_privilege('countersign_app', t.oid, 'SELECT') AND NOT has_table_privilege('countersign_app', t.oid, 'INSERT')
        UNION
        SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
          WHERE x.indisunique AND t.relnamespace = 'countersign'::regnamespace AND NOT has_table_privilege('countersign_app', t.oid, 'INSERT')`),
    );
    const attacked = new Set([...LEDGER_ATTACKS, ...OWNER_ATTACKS].map(({ constraint }) => constraint));
    const unattacked = rows.map(({ name }) => name).filter((name) => !attacked.has(name) && !STRUCTURAL.has(name));
    expect(unattacked.sort()).toEqual([]);
  });

  test('every constraint that a function of the ledger raises by name has one', async () => {
    const { rows } = await withClient(database.superuserUrl, (client) =>
      client.query<{ name: string }>(`
        SELECT DISTINCT m[1] AS name FROM pg_proc p, regexp_matches(p.prosrc, 'CONSTRAINT = ''([a-z_]+)''', 'g') m
        WHERE p.pronamespace = 'countersign'::regnamespace`),
    );
    const attacked = new Set([...LEDGER_ATTACKS, ...OWNER_ATTACKS].map(({ constraint }) => constraint));
    expect(rows.length).toBeGreaterThan(15);
    expect(
      rows
        .map(({ name }) => name)
        .filter((name) => !attacked.has(name) && !STRUCTURAL.has(name))
        .sort(),
    ).toEqual([]);
  });

  test('docs/invariants.md names constraints and attacks that are there', () => {
    const rows = readFileSync('docs/invariants.md', 'utf8').match(/^\| \d+ \|.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(30);
    const constraints = new Set([...LEDGER_ATTACKS, ...OWNER_ATTACKS].map(({ constraint }) => constraint));
    const names = new Set(LEDGER_ATTACKS.map(({ name }) => name));
    const wrong = rows.flatMap((row) => {
      const [, , , , constraint = '', tests = ''] = row
        .split(' | ')
        .flatMap((cell, nth) => (nth === 0 ? ['', cell] : [cell]));
      const named = [...constraint.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name as string);
      const cited = tests.replace(/ \|$/, '').split('; ');
      return [
        ...named.filter(
          (name) => !constraints.has(name) && !STRUCTURAL.has(name) && !/^no_(update|delete|truncate)/.test(name),
        ),
        ...cited.filter((name) => !names.has(name) && !name.startsWith('`test/')),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
