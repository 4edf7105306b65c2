import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Finding } from '../../src/domain/verify/finding.js';
import { checkSite } from '../../src/platform/audit/checker.js';
import type { Verdict } from '../../src/platform/audit/verdict.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { APPEND_ONLY, FOLLOWING } from '../support/ledger-tables.js';
import { hashOf, performer, RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

/**
 * audit-log.md, "What it stops": a superuser switches the triggers off and edits. Each edit is made in a transaction that
 * the checker, given the superuser's own connection, looks at before it is rolled back: one log serves all tests.
 */
const vault = new Vault(Buffer.alloc(32, 7));
let database: TestDatabase;
let app: pg.Client;
let superuser: pg.Client;
let clinic: RawClinic;
let siteId: string;
/** Records by what they are. */
let seqs: Record<'patient' | 'receipt' | 'draw' | 'give' | 'waste' | 'reversal' | 'count' | 'last', number>;

beforeAll(async () => {
  database = await createTestDatabase('tamper');
  app = new pg.Client({ connectionString: database.appUrl });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await Promise.all([app.connect(), superuser.connect()]);
  siteId = randomUUID();
  clinic = await RawClinic.open(new RawLog(app, siteId, vault));
  await clinic.day(clinic.ids.session, clinic.ids.vials[0]!);
  await moreActs();
  await superuser.query('SET search_path = countersign');
  seqs = {
    patient: await seqOf('patient_registered'),
    receipt: await seqOf('receipt'),
    draw: await seqOf('draw'),
    give: await seqOf('give'),
    waste: await seqOf('waste'),
    reversal: await seqOf('reversal'),
    count: await seqOf('count'),
    last: Number(
      (await superuser.query('SELECT size - 1 AS seq FROM site_head WHERE site_id = $1', [siteId])).rows[0].seq,
    ),
  };
});
afterAll(async () => {
  await Promise.all([app?.end(), superuser?.end()]);
  await database?.drop();
});

/** What the day has not: a waste opened as pending, a reversal, a count with its discrepancy, a close-out, a move. */
async function moreActs(): Promise<void> {
  const { ids, log } = clinic;
  const session = randomUUID();
  await clinic.startSession(session);
  const draw = await log.append(clinic.draw('10', { session, vial: ids.vials[1] }));
  const check = await clinic.sign({ person: ids.ann, intent: 'undo', meaning: 'checked' });
  const counted = { personId: ids.nurse };
  await log.append({
    type: 'reversal',
    actors: [performer(ids.nurse), check.actor],
    entry: { locationId: ids.safe, sessionId: session, intent: hashOf('undo'), reversesSeq: draw.seq },
    lines: [clinic.line('container', ids.vials[1], '10', counted), clinic.line('in_hand', session, '-10', counted)],
  });
  const counter = await clinic.sign({ person: ids.ann, intent: 'count', meaning: 'checked' });
  await log.append(
    {
      type: 'count',
      actors: [performer(ids.nurse), counter.actor],
      entry: { locationId: ids.safe, intent: hashOf('count') },
      lines: [],
      changes: [clinic.countRow(randomUUID()), clinic.discrepancyRow(randomUUID())],
      private: { note: 'looked twice' },
      id: 'count-key-1',
    },
    { key: 'count-key-1' },
  );
  const mover = await clinic.sign({ person: ids.ann, intent: 'move', meaning: 'checked' });
  await log.append({
    type: 'move',
    actors: [performer(ids.pharmacist, 'pharmacist'), mover.actor],
    entry: { locationId: ids.safe, intent: hashOf('move') },
    lines: [
      clinic.line('container', ids.vials[9], '-500'),
      clinic.line('container', ids.vials[9], '500', { locationId: ids.room }),
    ],
    changes: [{ table: 'container', containerId: ids.vials[9]!, locationId: ids.room }],
  });
  await log.append({ type: 'refused', actors: [performer(ids.nurse)], subjects: [ids.vials[2]!] });
}

async function seqOf(type: string): Promise<number> {
  const { rows } = await superuser.query('SELECT min(seq) AS seq FROM audit_record WHERE site_id = $1 AND type = $2', [
    siteId,
    type,
  ]);
  return Number(rows[0].seq);
}

/** A client for the checker that stays inside the tampering transaction: its BEGIN and ROLLBACK become savepoints. */
function inside(client: pg.Client): pg.Client {
  const query = (first: unknown, ...rest: unknown[]) => {
    const text = typeof first === 'string' ? first : '';
    if (text.startsWith('BEGIN')) return client.query('SAVEPOINT looked_at');
    if (text === 'ROLLBACK') return client.query('ROLLBACK TO SAVEPOINT looked_at');
    return (client.query as (...args: unknown[]) => unknown)(first, ...rest);
  };
  return { query } as unknown as pg.Client;
}

async function checkAfter(edits: readonly string[], values: readonly unknown[] = []): Promise<Verdict> {
  await superuser.query('BEGIN');
  try {
    await superuser.query("SET LOCAL session_replication_role = 'replica'");
    for (const table of [...APPEND_ONLY, ...FOLLOWING])
      await superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const edit of edits) {
      const { rowCount } = await superuser.query(edit, edit.includes('$1') ? [siteId, ...values] : []);
      expect({ edit, changed: rowCount }).not.toEqual({ edit, changed: 0 });
    }
    return await checkSite(inside(superuser), siteId, { vault });
  } finally {
    await superuser.query('ROLLBACK');
  }
}

interface Tampering {
  readonly name: string;
  readonly edits: () => readonly string[];
  readonly at: () => number;
  readonly kind: Finding['kind'];
  readonly names: RegExp;
}

// $1 is the site. The bytes are edited as text of the same length where that matters to nothing but the meaning.
const inBytes = (seq: number, from: string, to: string): string =>
  `UPDATE audit_record SET record = convert_to(replace(convert_from(record, 'UTF8'), '${from}', '${to}'), 'UTF8')
   WHERE site_id = $1 AND seq = ${seq} AND position('${from}' IN convert_from(record, 'UTF8')) > 0`;

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a changed amount in a line',
    edits: () => [
      `UPDATE line SET amount_ug = amount_ug * 2 WHERE site_id = $1 AND seq = ${seqs.give} AND line_no = 1`,
    ],
    at: () => seqs.give,
    kind: 'row_differs',
    names: /amount_ug of \d+\|1 is 75000; the bytes make it 37500/,
  },
  {
    name: 'a changed amount in the bytes of a record',
    edits: () => [inBytes(seqs.give, '37.5', '27.5')],
    at: () => seqs.give,
    kind: 'leaf_differs',
    names: /bytes and salt give the leaf/,
  },
  {
    name: 'a changed witness in entry_signature',
    edits: () => [
      `UPDATE entry_signature SET person_id = '${randomUUID()}' WHERE site_id = $1 AND seq = ${seqs.waste} AND person_id = '${clinic.ids.ben}'`,
    ],
    at: () => seqs.waste,
    kind: 'row_differs',
    names: /a row (is missing|too many)/,
  },
  {
    name: 'a changed witness in the bytes of a record',
    edits: () => [inBytes(seqs.waste, clinic.ids.ben, randomUUID())],
    at: () => seqs.waste,
    kind: 'leaf_differs',
    names: /leaf/,
  },
  {
    name: 'a record deleted in the middle',
    edits: () => [`DELETE FROM audit_record WHERE site_id = $1 AND seq = ${seqs.give}`],
    at: () => seqs.give,
    kind: 'record_missing',
    names: /after record \d+ comes record/,
  },
  {
    name: 'a line deleted in the middle',
    edits: () => [`DELETE FROM line WHERE site_id = $1 AND seq = ${seqs.draw} AND line_no = 0`],
    at: () => seqs.draw,
    kind: 'row_differs',
    names: /a row is missing: \d+\|0/,
  },
  {
    name: 'a swapped pair of records',
    edits: () => [
      `UPDATE audit_record r SET record = o.record FROM audit_record o WHERE r.site_id = $1 AND o.site_id = $1
         AND r.seq IN (${seqs.draw}, ${seqs.give}) AND o.seq IN (${seqs.draw}, ${seqs.give}) AND r.seq <> o.seq`,
    ],
    at: () => seqs.draw,
    kind: 'leaf_differs',
    names: /leaf/,
  },
  {
    name: 'a swapped pair of records with their salts and leaves',
    edits: () => [
      `UPDATE audit_record r SET record = o.record, leaf_hash = o.leaf_hash FROM audit_record o WHERE r.site_id = $1 AND o.site_id = $1
         AND r.seq IN (${seqs.draw}, ${seqs.give}) AND o.seq IN (${seqs.draw}, ${seqs.give}) AND r.seq <> o.seq`,
      `UPDATE audit_secret r SET salt = o.salt FROM audit_secret o WHERE r.site_id = $1 AND o.site_id = $1
         AND r.seq IN (${seqs.draw}, ${seqs.give}) AND o.seq IN (${seqs.draw}, ${seqs.give}) AND r.seq <> o.seq`,
    ],
    at: () => seqs.draw,
    kind: 'leaf_differs',
    names: /leaf/,
  },
  {
    name: 'an edited balance of a holder',
    edits: () => [
      `UPDATE holder SET balance_ug = balance_ug + 1 WHERE site_id = $1 AND holder_id = '${clinic.ids.vials[0]}'`,
    ],
    at: () => seqs.draw,
    kind: 'balance_differs',
    names: /the balance of .* is 460001 ug; the lines sum to 460000/,
  },
  {
    name: 'an edited floor of a holder',
    edits: () => [
      `UPDATE holder SET floor_ug = -999999999 WHERE site_id = $1 AND holder_id = '${clinic.ids.vials[0]}'`,
    ],
    at: () => seqs.draw,
    kind: 'balance_differs',
    names: /bounds/,
  },
  {
    name: 'an edited running balance in a line',
    edits: () => [`UPDATE line SET balance_after_ug = 0 WHERE site_id = $1 AND seq = ${seqs.draw} AND line_no = 0`],
    at: () => seqs.draw,
    kind: 'balance_differs',
    names: /balance_after_ug of \d+\|0 is 0; the bytes make it 460000/,
  },
  {
    name: 'an edited total of a place',
    edits: () => [
      `UPDATE place_total SET balance_ug = balance_ug - 500000 WHERE site_id = $1 AND kind = 'container' AND location_id = '${clinic.ids.room}'`,
    ],
    at: () => seqs.last - 1,
    kind: 'balance_differs',
    names: /the balance of .* is 0 ug; the lines sum to 500000/,
  },
  {
    name: 'an edited total of a person',
    edits: () => [`UPDATE person_total SET balance_ug = 0 WHERE site_id = $1 AND kind = 'patient'`],
    at: () => seqs.give,
    kind: 'balance_differs',
    names: /the lines sum to 37500/,
  },
  {
    name: 'a column of audit_record that no longer says what the bytes say',
    edits: () => [
      `UPDATE audit_record SET occurred_at = occurred_at - interval '1 day' WHERE site_id = $1 AND seq = ${seqs.give}`,
    ],
    at: () => seqs.give,
    kind: 'column_differs',
    names: /occurred_at is .*; the bytes say/,
  },
  {
    name: 'another actor in the column',
    edits: () => [`UPDATE audit_record SET actor_id = '${clinic.ids.ann}' WHERE site_id = $1 AND seq = ${seqs.give}`],
    at: () => seqs.give,
    kind: 'column_differs',
    names: /actor_id is .*; the bytes say/,
  },
  {
    name: 'a column of entry that no longer says what the bytes say',
    edits: () => [`UPDATE entry SET late = true WHERE site_id = $1 AND seq = ${seqs.give}`],
    at: () => seqs.give,
    kind: 'row_differs',
    names: /late of \d+ is true; the bytes make it false/,
  },
  {
    name: 'a changed row of a table that follows the log',
    edits: () => [
      `UPDATE container SET label = 'OTHER' WHERE site_id = $1 AND container_id = '${clinic.ids.vials[5]}'`,
    ],
    at: () => seqs.receipt,
    kind: 'row_differs',
    names: /label of .* is OTHER; the records say V-5/,
  },
  {
    name: 'a row that no record made',
    edits: () => [
      `INSERT INTO container SELECT (jsonb_populate_record(c, jsonb_build_object('container_id', gen_random_uuid(), 'label', 'GHOST'))).*
       FROM container c WHERE c.site_id = $1 AND c.container_id = '${clinic.ids.vials[5]}'`,
    ],
    at: () => seqs.receipt,
    kind: 'row_differs',
    names: /no record made it/,
  },
  {
    name: 'a site policy relaxed behind the log',
    edits: () => [`UPDATE site SET policy = jsonb_set(policy, '{wasteWitnesses}', '1') WHERE site_id = $1`],
    at: () => 0,
    kind: 'row_differs',
    names: /policy of/,
  },
  {
    name: 'a node of the tree',
    edits: () => [`UPDATE tree_node SET hash = sha256(hash) WHERE site_id = $1 AND level = 1 AND n = 2`],
    at: () => 5,
    kind: 'tree_differs',
    names: /node 2 of level 1 is not the hash of its subtree/,
  },
  {
    name: 'a salt',
    edits: () => [`UPDATE audit_secret SET salt = sha256(salt) WHERE site_id = $1 AND seq = ${seqs.draw}`],
    at: () => seqs.draw,
    kind: 'leaf_differs',
    names: /leaf/,
  },
  {
    name: 'private values moved from another record',
    edits: () => [
      `UPDATE audit_secret SET private_values = (SELECT private_values FROM audit_secret WHERE site_id = $1 AND seq = ${seqs.count})
       WHERE site_id = $1 AND seq = ${seqs.patient}`,
    ],
    at: () => seqs.patient,
    kind: 'private_value_differs',
    names: /do not open/,
  },
  {
    name: 'private values taken away',
    edits: () => [`UPDATE audit_secret SET private_values = NULL WHERE site_id = $1 AND seq = ${seqs.patient}`],
    at: () => seqs.patient,
    kind: 'private_value_differs',
    names: /private values are missing \(address, name\), and no record says that they were erased/,
  },
  {
    name: 'the head cut back',
    edits: () => [`UPDATE site_head SET size = size - 2 WHERE site_id = $1`],
    at: () => seqs.last - 1,
    kind: 'head_differs',
    names: /the head counts \d+ records; \d+ are here/,
  },
  {
    name: 'the tail cut off, head and tree with it, the tables forgotten',
    edits: () => [
      `DELETE FROM audit_secret WHERE site_id = $1 AND seq = ${seqs.last - 1} OR site_id = $1 AND seq = ${seqs.last}`,
      `DELETE FROM audit_record WHERE site_id = $1 AND seq >= ${seqs.last - 1}`,
      `UPDATE site_head SET size = size - 2, last_at = (SELECT max(recorded_at) FROM audit_record WHERE site_id = $1) WHERE site_id = $1`,
    ],
    at: () => seqs.last - 1,
    kind: 'row_differs',
    names: /./,
  },
  {
    name: 'a subject taken out of the index of lives',
    edits: () => [
      `DELETE FROM record_subject WHERE site_id = $1 AND seq = ${seqs.draw} AND subject_id = '${clinic.ids.vials[0]}'`,
    ],
    at: () => seqs.draw,
    kind: 'row_differs',
    names: /the record is about/,
  },
  {
    name: 'a running number moved up, so that a record before it could be left out',
    edits: () => [
      `UPDATE record_subject SET nth = nth + 1 WHERE site_id = $1 AND seq = ${seqs.draw} AND subject_id = '${clinic.ids.vials[0]}'`,
    ],
    at: () => seqs.draw,
    kind: 'row_differs',
    names: /the record is about/,
  },
  {
    name: 'an idempotency key that names another record',
    edits: () => [`UPDATE idempotency_key SET seq = 0 WHERE site_id = $1`],
    at: () => 0,
    kind: 'key_differs',
    names: /belong to no record/,
  },
  {
    name: 'a signature made to have been for another act',
    edits: () => [`UPDATE signature SET intent = 'other' WHERE site_id = $1 AND seq = ${seqs.waste - 1}`],
    at: () => seqs.waste - 1,
    kind: 'row_differs',
    names: /intent of .* is other/,
  },
  {
    name: 'a checkpoint of another tree',
    edits: () => [
      `INSERT INTO checkpoint SELECT site_id, 4, origin || E'\\n4\\n' || encode(sha256('x'), 'base64') || E'\\n\\n\\u2014 ' || origin || ' ' || encode(repeat('a', 68)::bytea, 'base64') || E'\\n'
       FROM site_head WHERE site_id = $1`,
    ],
    at: () => 3,
    kind: 'checkpoint_differs',
    names: /checkpoint/,
  },
];

describe('what a superuser does with the triggers off, the checker finds', () => {
  let untouched: Verdict;
  beforeEach(async () => {
    untouched ??= await checkSite(app, siteId, { vault });
  });

  test('an untouched log verifies, as countersign_app', () => {
    expect(untouched).toMatchObject({ verified: true, findings: 0, first: undefined, records: seqs.last + 1 });
  });

  test.each(TAMPERINGS.map((one) => [one.name, one] as const))('%s', async (_, tampering) => {
    const verdict = await checkAfter(tampering.edits());
    expect(verdict).toMatchObject({ verified: false, first: { seq: tampering.at(), kind: tampering.kind } });
    expect(verdict.first?.reason).toMatch(tampering.names);
  });

  test('the log is untouched after all this', async () => {
    expect(await checkSite(app, siteId, { vault })).toMatchObject({ verified: true, rootHash: untouched.rootHash });
  });

  test('as countersign_auditor, who may not read salts, it says so instead of a verdict', async () => {
    await withClient(database.auditorUrl, async (auditor) => {
      await expect(checkSite(auditor, siteId)).rejects.toThrow(/permission denied for table audit_secret/);
    });
  });
});
