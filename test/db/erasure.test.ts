import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { checkSite } from '../../src/platform/audit/checker.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ForgettingClinic, VAULT, clockAt, withClock } from '../support/erasures.js';
import { performer } from '../support/raw-clinic.js';

/** Erasure by raw SQL, on a ledger whose clock can be set: what it destroys, what it cannot, and what the checker says. */
let database: TestDatabase;
let app: pg.Client;
let at: ForgettingClinic;
let years = 2020;

const TOO_EARLY = () => `${years + 7}-03-02T12:00:00Z`;
const IN_TIME = () => `${years + 7}-03-03T12:00:00Z`;

beforeAll(async () => {
  database = await createTestDatabase('erasure');
  await withClock('2020-03-02T12:00:00Z')(database);
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app?.end();
  await database?.drop();
});

/** Every test has a clinic of its own, ten years after the one before: the clock only goes forward. */
beforeEach(async () => {
  await clockAt(database.appUrl, `${years}-03-02T12:00:00Z`);
  at = await ForgettingClinic.open(app);
});
afterEach(() => void (years += 10));

const refusedBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'went through',
    (error: pg.DatabaseError) => error.constraint ?? error.message,
  );
const found = async (vault = true) => {
  const { verified, first } = await checkSite(app, at.clinic.log.siteId, vault ? { vault: VAULT } : {});
  return verified ? 'verified' : `${first?.seq} ${first?.kind}: ${first?.reason}`;
};
const secrets = async () =>
  (
    await app.query<{ seq: string; salt: Buffer; there: boolean }>(
      `SELECT seq, salt, private_values IS NOT NULL AS there FROM countersign.audit_secret WHERE site_id = $1 ORDER BY seq`,
      [at.clinic.log.siteId],
    )
  ).rows.map((row) => ({ ...row, seq: Number(row.seq) }));

describe('an erasure', () => {
  test('takes the values of this patient and no other, keeps every salt of a record, and the log verifies', async () => {
    const before = await secrets();
    await clockAt(database.appUrl, IN_TIME());
    await at.erase();
    const after = await secrets();
    const { details, session, waste, search, other } = at.seqs;
    const gone = before.filter(({ seq, there }) => there && !after.find((row) => row.seq === seq)?.there);
    expect(gone.map(({ seq }) => seq)).toEqual([details, session, waste, search].sort((a, b) => a - b));
    expect(after.find(({ seq }) => seq === other)?.there).toBe(true);
    expect(after.slice(0, before.length).map(({ salt }) => salt.toString('hex'))).toEqual(
      before.map(({ salt }) => salt.toString('hex')),
    );
    expect(await found()).toBe('verified');
    expect(await found(false)).toBe('verified');
  });

  test('comes after the longest period that the policy has promised since', async () => {
    await at.clinic.log.append({
      type: 'site_policy_set',
      actors: [performer(at.clinic.ids.ann, 'administrator')],
      changes: [at.clinic.siteRow({ retentionYears: 2 })],
    });
    await clockAt(database.appUrl, TOO_EARLY());
    expect(await refusedBy(at.erase())).toBe('erasure_after_retention');
    await clockAt(database.appUrl, IN_TIME());
    expect(await refusedBy(at.erase())).toBe('went through');
  });

  test('is of two people, the second with a signature for this very erasure', async () => {
    await clockAt(database.appUrl, IN_TIME());
    const { ids } = at.clinic;
    const one = performer(ids.ann, 'compliance_officer') as never;
    for (const lies of [
      { actors: () => [one] },
      { actors: (approver: object) => [approver, approver] as never },
      { actors: (approver: object) => [one, { ...approver, signatureId: randomUUID() }] as never },
      { actors: (approver: object) => [one, { ...approver, id: ids.ben }] as never },
      { actors: (approver: object) => [performer(ids.pharmacist) as never, approver as never] },
      { actors: (approver: object) => [one, approver as never, performer(ids.ben) as never] },
      { act: { intent: 'another' } },
      { sign: { act: 'wastes' } },
      { sign: { meaning: 'checked' } },
      { type: 'changed' },
    ])
      expect([lies, await refusedBy(at.erase(lies))]).toEqual([lies, 'erasure_is_of_two_people']);
    const { change } = await at.erase();
    expect(await refusedBy(at.erase({ change: { signatureId: change.signatureId } }))).not.toBe('went through');
  });

  test('names values that are this patient’s, that are there, and all of a record’s', async () => {
    await clockAt(database.appUrl, IN_TIME());
    const { details, session, other } = at.seqs;
    const only = (
      names: string[],
      seqs: number[],
      recordCount = seqs.length,
      valueCount = names.length * seqs.length,
    ) => ({
      erased: [{ names, seqs }],
      recordCount,
      valueCount,
    });
    for (const change of [
      only(['name'], [other]),
      only(['name'], [details]),
      only(['indication', 'name'], [session]),
      only(['indication'], [0]),
      only(['indication'], [999_999]),
      only([], []),
      only(['indication'], [session], 2),
      only(['indication'], [session], 1, 2),
      { patientId: at.other },
    ])
      expect([change, await refusedBy(at.erase({ change }))]).toEqual([change, 'erasure_is_of_the_patients_values']);
    await at.erase();
    expect(await refusedBy(at.erase())).toBe('erasure_is_of_the_patients_values');
  });

  test('is for good: the patient is not described again, and the erasure stays as it was made', async () => {
    await clockAt(database.appUrl, IN_TIME());
    const { change } = await at.erase();
    const { ids, log } = at.clinic;
    const put = (...changes: never[]) => log.append({ type: 'changed', actors: [performer(ids.nurse)], changes });
    expect(await refusedBy(put({ table: 'patient', patientId: ids.patient, active: true } as never))).toBe(
      'patient_stays_erased',
    );
    const row = { table: 'erasure', erasureId: change.erasureId, recordCount: 9 };
    expect(await refusedBy(put(row as never))).toBe('erasure_keeps_its_identity');
    expect(await found()).toBe('verified');
  });
});

describe('the wall around private values', () => {
  const blank = (client: pg.Client, seq: number, more = 'private_values = NULL') =>
    refusedBy(
      client.query(`UPDATE countersign.audit_secret SET ${more} WHERE site_id = $1 AND seq = $2`, [
        at.clinic.log.siteId,
        seq,
      ]),
    );

  test('holds against the application, the owner and the superuser, before an erasure and after', async () => {
    await clockAt(database.appUrl, IN_TIME());
    const { session, other } = at.seqs;
    for (const url of [database.ownerUrl, database.superuserUrl])
      await withClient(url, async (client) => {
        expect(await blank(client, session)).toBe('audit_secret_is_append_only');
      });
    expect(await blank(app, session)).toMatch(/permission denied/);
    await at.erase();
    for (const url of [database.ownerUrl, database.superuserUrl])
      await withClient(url, async (client) => {
        expect(await blank(client, other)).toBe('audit_secret_is_append_only');
        expect(await blank(client, session, "salt = sha256('x')")).toBe('audit_secret_is_append_only');
        expect(await blank(client, session, "private_values = 'x'")).toBe('audit_secret_is_append_only');
        expect(
          await refusedBy(
            client.query(`DELETE FROM countersign.audit_secret WHERE site_id = $1`, [at.clinic.log.siteId]),
          ),
        ).toBe('audit_secret_is_append_only');
        expect(
          await refusedBy(
            client.query(
              `INSERT INTO countersign.erasure SELECT site_id, gen_random_uuid(), patient_id, signature_id, $2, 1, 1, now(), seq
               FROM countersign.erasure WHERE site_id = $1`,
              [at.clinic.log.siteId, JSON.stringify([{ names: ['name'], seqs: [other] }])],
            ),
          ),
        ).toBe('erasure_signature_used_once');
      });
  });

  test('the digest of what was asked, which has no salt, goes with the values', async () => {
    const { ids, log } = at.clinic;
    const key = 'register-again';
    await log.append(
      {
        type: 'patient_changed',
        actors: [performer(ids.nurse)],
        changes: [{ table: 'patient', patientId: ids.patient, privateSeq: (await log.place()).seq, active: true }],
        private: { name: 'Synthia Otherwise' },
        id: key,
      },
      { key },
    );
    const { seq } = await log.place();
    const forget = `UPDATE countersign.idempotency_key SET request_digest = '' WHERE site_id = $1`;
    await withClient(database.superuserUrl, async (client) => {
      expect(await refusedBy(client.query(forget, [log.siteId]))).toBe('idempotency_key_is_append_only');
    });
    await clockAt(database.appUrl, IN_TIME());
    await at.erase({
      change: { erased: [...at.all, { names: ['name'], seqs: [seq - 1] }], recordCount: 5, valueCount: 7 },
    });
    const { rows } = await app.query<{ digest: string }>(
      `SELECT encode(request_digest, 'hex') AS digest FROM countersign.idempotency_key WHERE site_id = $1 AND key = $2`,
      [log.siteId, key],
    );
    expect(rows).toEqual([{ digest: '' }]);
    expect(await found()).toBe('verified');
  });
});

describe('the checker', () => {
  /** What it says of a log in which a superuser took the walls down. */
  async function withoutWalls(edits: (client: pg.Client) => Promise<unknown>): Promise<string> {
    return withClient(database.superuserUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(`SET LOCAL search_path = countersign; SET LOCAL session_replication_role = 'replica'`);
      for (const table of ['audit_secret', 'erasure']) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      await edits(client);
      const inside = {
        query: (first: unknown, ...rest: unknown[]) =>
          typeof first === 'string' && /^(BEGIN|ROLLBACK)/.test(first)
            ? client.query('SELECT 1')
            : (client.query as (...args: unknown[]) => unknown)(first, ...rest),
      } as unknown as pg.Client;
      const { verified, first } = await checkSite(inside, at.clinic.log.siteId);
      await client.query('ROLLBACK');
      return verified ? 'verified' : `${first?.seq} ${first?.kind}: ${first?.reason}`;
    });
  }
  const set = (client: pg.Client, seq: number, values: string) =>
    client.query(`UPDATE audit_secret SET private_values = ${values} WHERE site_id = $1 AND seq = $2`, [
      at.clinic.log.siteId,
      seq,
    ]);

  test('says of values that are missing without an erasure which record they are of', async () => {
    const { session } = at.seqs;
    expect(await withoutWalls((client) => set(client, session, 'NULL'))).toBe(
      `${session} private_value_differs: private values are missing (indication), and no record says that they were erased`,
    );
  });

  test('says of an erasure that its values are still there, and of one that was put away', async () => {
    await clockAt(database.appUrl, IN_TIME());
    const { seq } = await at.erase();
    const { session } = at.seqs;
    expect(await withoutWalls((client) => set(client, session, `'\\x01'`))).toContain(
      `${seq} rule_broken: it says that values of record ${session} are destroyed, and they were not there or still are`,
    );
    expect(
      await withoutWalls((client) => client.query('DELETE FROM erasure WHERE site_id = $1', [at.clinic.log.siteId])),
    ).toContain('row_differs');
  });

  test('says of an erasure of one person, or before its time, that it is none', async () => {
    await clockAt(database.appUrl, TOO_EARLY());
    const early = await withoutWalls(async () => undefined);
    expect(early).toBe('verified');
    const append = async (lies: Parameters<ForgettingClinic['erase']>[0]) => {
      await withClient(database.superuserUrl, async (client) => {
        await client.query('ALTER TABLE countersign.erasure DISABLE TRIGGER ALL');
      });
      try {
        await at.erase(lies);
      } finally {
        await withClient(database.superuserUrl, async (client) => {
          await client.query(
            'ALTER TABLE countersign.erasure ENABLE TRIGGER ALL; ALTER TABLE countersign.erasure ENABLE ALWAYS TRIGGER erasure_destroys',
          );
        });
      }
    };
    await append({ actors: (approver) => [performer(at.clinic.ids.ann) as never, { ...approver, evidence: 'x' }] });
    const said = await checkSite(app, at.clinic.log.siteId);
    expect(said.first?.reason).toMatch(/not of two people/);
    expect(said.findings).toBeGreaterThanOrEqual(6); // two people, too early, and four records whose values are there
  });
});
