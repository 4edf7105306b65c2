import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DEFAULT_SITE_POLICY } from '../../src/domain/site-policy.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { connect } from '../../src/platform/database/data-source.js';
import type { Command } from '../../src/platform/ledger/command.js';
import { Ledger } from '../../src/platform/ledger/ledger.js';
import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const siteId = randomUUID();
let database: TestDatabase;
let proxy: CuttingProxy;
let source: DataSource;
let ledger: Ledger;

/** The smallest act: a location is added. */
function addLocation(code: string, key = `add-location-${code}`): Command {
  return {
    siteId,
    type: 'location_added',
    actor: { id: siteId, role: 'administrator', meaning: 'performed', method: 'session:password', evidence: 'AA==' },
    idempotencyKey: key,
    requestDigest: createHash('sha256').update(code).digest(),
    reads: [],
    decide: () => ({
      answer: { code },
      changes: [{ table: 'location', locationId: randomUUID(), code, name: code, active: true }],
    }),
  };
}

async function rowsOf(code: string): Promise<number> {
  const query = 'SELECT count(*)::int AS n FROM countersign.location WHERE code = $1';
  return withClient(
    database.superuserUrl,
    async (client) => (await client.query<{ n: number }>(query, [code])).rows[0]!.n,
  );
}

beforeAll(async () => {
  database = await createTestDatabase('commit');
  proxy = await startCuttingProxy(database.appUrl);
  source = await connect(proxy.url, 2);
  ledger = new Ledger(source, new Vault(Buffer.alloc(32, 7)));
  await ledger.openLog(siteId, `test.example/countersign/site/${siteId}`);
  await ledger.post({
    ...addLocation('FIRST'),
    decide: () => ({
      answer: {},
      changes: [
        {
          table: 'site',
          id: siteId,
          kind: 'clinic',
          name: 'Test',
          deaNumber: 'FE3541263',
          address: '1 Test Street',
          timeZone: 'America/Chicago',
          policy: { ...DEFAULT_SITE_POLICY },
        },
      ],
    }),
  });
});

afterAll(async () => {
  await source?.destroy();
  await proxy?.close();
  await database?.drop();
});

describe('a COMMIT that fails', () => {
  test('lost before the server has it: no answer, no row, and the same act can be sent again', async () => {
    proxy.cutNextCommit('before');
    await expect(ledger.post(addLocation('LOST'))).rejects.toThrow();
    expect(await rowsOf('LOST')).toBe(0);

    const again = await ledger.post(addLocation('LOST'));
    expect(again).toMatchObject({ status: 201, replayed: false });
    expect(await rowsOf('LOST')).toBe(1);
  });

  test('answer lost after the server has committed: the same act sent again gets the first answer', async () => {
    proxy.cutNextCommit('after');
    await expect(ledger.post(addLocation('UNHEARD'))).rejects.toThrow();
    expect(await rowsOf('UNHEARD')).toBe(1);

    const again = await ledger.post(addLocation('UNHEARD'));
    expect(again).toMatchObject({ status: 201, replayed: true });
    expect(await rowsOf('UNHEARD')).toBe(1);
  });

  test.each([
    ['a serialization failure is repeated until it holds', '40001', 1],
    ['any other error of the database is no answer and no row', 'XX000', 0],
  ])('at the COMMIT itself, %s', async (_, sqlState, rows) => {
    const code = `AT-${sqlState}`;
    await failCommitOnce(code, sqlState);
    const outcome = await ledger.post(addLocation(code)).catch(() => undefined);
    expect(outcome === undefined).toBe(rows === 0);
    expect(await rowsOf(code)).toBe(rows);
  });

  test('in a group, the one the database refuses is refused alone', async () => {
    await failCommitOnce('G-3', '40001');
    const codes = ['G-1', 'G-2', 'G-3', 'G-4', 'G-5'];
    const answers = await Promise.all(codes.map((code) => ledger.post(addLocation(code))));
    expect(answers.map(({ body }) => body.code)).toEqual(codes);
    expect(new Set(answers.map(({ body }) => body.seq)).size).toBe(codes.length);
    for (const code of codes) expect(await rowsOf(code)).toBe(1);

    const twins = await Promise.allSettled(
      [addLocation('H-1'), addLocation('G-1', 'another-key-for-G-1'), addLocation('H-2')].map((act) =>
        ledger.post(act),
      ),
    );
    expect(twins.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await rowsOf('G-1')).toBe(1);
  });
});

/** A constraint of the test's own, asked at COMMIT, that fails for this location the first time. */
async function failCommitOnce(code: string, sqlState: string): Promise<void> {
  const name = `fail_${code.toLowerCase().replace(/\W/g, '_')}`;
  await withClient(database.superuserUrl, async (client) => {
    await client.query(`
      CREATE SEQUENCE countersign.${name};
      GRANT USAGE ON SEQUENCE countersign.${name} TO PUBLIC;
      CREATE FUNCTION countersign.${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        IF NEW.code = '${code}' AND nextval('countersign.${name}') = 1 THEN
          RAISE EXCEPTION 'the disk is full, once' USING ERRCODE = '${sqlState}';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT ON countersign.location
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION countersign.${name}();`);
  });
}
