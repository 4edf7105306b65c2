import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { verifyCommand } from '../../src/cli/verify.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import type { Api, Body } from '../support/api.js';
import { Organisation } from '../support/organisation.js';
import { RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

let org: Organisation;
let client: pg.Client;
let clinic: RawClinic;
let officer: Api;
let nurse: Api;
let vault: Vault;
let log: string;

beforeAll(async () => {
  org = await Organisation.start('audit');
  client = new pg.Client({ connectionString: org.database.appUrl });
  await client.connect();
  const secrets = JSON.parse(readFileSync(join(org.server.dataFolder, 'secrets.json'), 'utf8')) as { vaultKey: string };
  vault = new Vault(Buffer.from(secrets.vaultKey, 'base64'));
  clinic = await RawClinic.open(new RawLog(client, randomUUID(), vault));
  await clinic.day(clinic.ids.session, clinic.ids.vials[0]!);
  const { siteId } = clinic.log;
  officer = await org.as(await org.person('com1', { siteId, role: 'compliance_officer' }));
  nurse = await org.as(await org.person('rn1', { siteId, role: 'nurse' }));
  log = `/sites/${siteId}/log`;
}, 120_000);

afterAll(async () => {
  await client?.end();
  await org?.stop();
});

const verifications = () => `/sites/${clinic.log.siteId}/verifications`;

async function untilDone(id: unknown): Promise<Body> {
  for (let waited = 0; waited < 200; waited += 1) {
    const { body } = await officer.get(`${verifications()}/${String(id)}`);
    if (body.status !== 'running') return body;
    await sleep(50);
  }
  throw new Error('the verification does not end');
}

async function verify(): Promise<{ code: number; printed: string }> {
  let printed = '';
  const out = new Writable({ write: (chunk, _, done) => ((printed += String(chunk)), done()) });
  return { code: await verifyCommand(org.database.appUrl, vault, out), printed };
}

/** As superuser with the triggers off: makes `edit`, runs `look`, and takes it back. */
async function tampered<T>(edit: string, undo: string, look: () => Promise<T>): Promise<T> {
  const off = "SET session_replication_role = 'replica'; ALTER TABLE line DISABLE TRIGGER ALL;";
  const on =
    'ALTER TABLE line ENABLE ALWAYS TRIGGER no_update_or_delete, ENABLE ALWAYS TRIGGER no_truncate, ENABLE ALWAYS TRIGGER entry_sums_to_zero;';
  const foreign = `DO $$ DECLARE t record; BEGIN FOR t IN SELECT tgname FROM pg_trigger WHERE tgrelid = 'line'::regclass AND tgisinternal
    LOOP EXECUTE format('ALTER TABLE line ENABLE TRIGGER %I', t.tgname); END LOOP; END $$;`;
  await org.superuser.query(`${off} ${edit}; ${on} ${foreign} SET session_replication_role = 'origin'`);
  try {
    return await look();
  } finally {
    await org.superuser.query(`${off} ${undo}; ${on} ${foreign} SET session_replication_role = 'origin'`);
  }
}

describe('the log', () => {
  test('is read in pages, in the order of the records', async () => {
    const first = await officer.get(`${log}?limit=3`);
    expect(first.status).toBe(200);
    expect(first.body.items?.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    const second = await officer.get(`${log}?limit=3&cursor=${String(first.body.nextCursor)}`);
    expect(second.body.items?.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  test('by type, by actor, by time', async () => {
    const wastes = await officer.get(`${log}?type=waste`);
    expect(wastes.body.items).toHaveLength(1);
    expect(wastes.body.items?.[0]?.actors).toHaveLength(3);
    const ofAnn = await officer.get(`${log}?actor=${clinic.ids.ann}`);
    expect(ofAnn.body.items?.map(({ type }) => type)).toEqual(['signature']);
    expect((await officer.get(`${log}?to=2000-01-01T00:00:00Z`)).body.items).toEqual([]);
    expect((await officer.get(`${log}?from=2000-01-01T00:00:00Z&first=newest&limit=1`)).body.items).toHaveLength(1);
    expect((await officer.get(`${log}?from=yesterday`)).status).toBe(400);
  });

  test('by what it is about, and from any number on', async () => {
    const ofVial = (await officer.get(`${log}?subject=V-0`)).body.items;
    expect(ofVial?.length).toBeGreaterThan(1);
    expect((await officer.get(`${log}?subject=${clinic.ids.vials[0]}&first=newest`)).body.items).toEqual(
      ofVial?.slice().reverse(),
    );
    expect((await officer.get(`${log}?subject=${clinic.ids.session}&type=waste`)).body.items).toHaveLength(1);
    expect((await officer.get(`${log}?subject=no-such-vial`)).body).toMatchObject({
      code: 'not_found',
      field: 'subject',
    });
    const from = async (query: string) => (await officer.get(`${log}?${query}`)).body.items?.map(({ seq }) => seq);
    expect(await from('beyondSeq=3&limit=2')).toEqual([4, 5]);
    expect(await from('beyondSeq=3&limit=2&first=newest')).toEqual([2, 1]);
  });

  test('a record left sealed is read without a trace', async () => {
    const before = (await officer.get(`${log}?type=patient_read`)).body.items?.length;
    const { body } = await officer.get(`${log}/1?private=sealed`);
    expect(body).toMatchObject({ seq: 1, type: 'patient_registered' });
    expect(body.private).toBeUndefined();
    expect((await officer.get(`${log}?type=patient_read`)).body.items).toHaveLength(before ?? -1);
  });

  test('a record with its bytes and private values, and the reading of them in the log', async () => {
    const { body } = await officer.get(`${log}/1`);
    expect(body).toMatchObject({ seq: 1, type: 'patient_registered', private: { name: 'Synthia Placeholder' } });
    const bytes = Buffer.from(String(body.bytes), 'base64').toString('utf8');
    expect(JSON.parse(bytes)).toMatchObject({ seq: 1, origin: clinic.log.origin });
    expect(bytes).not.toContain('Synthia');
    const read = await officer.get(`${log}?type=patient_read&first=newest&limit=1`);
    expect(read.body.items?.[0]).toMatchObject({ act: { purpose: 'log', recordSeq: 1 } });
  });

  test('a record without private values is read without a trace', async () => {
    const before = (await officer.get(`${log}?type=patient_read`)).body.items?.length;
    expect((await officer.get(`${log}/0`)).body.private).toBeUndefined();
    expect((await officer.get(`${log}?type=patient_read`)).body.items).toHaveLength(before ?? -1);
  });

  test('no record of that number, and no log for a nurse', async () => {
    expect((await officer.get(`${log}/999999`)).body.code).toBe('not_found');
    expect((await officer.get(`${log}/-1`)).body.code).toBe('not_found');
    expect((await nurse.get(log)).body.code).toBe('not_permitted');
    expect((await nurse.post(verifications())).body.code).toBe('not_permitted');
  });
});

describe('a verification', () => {
  test('runs in the background, and what it came to is a record of the log', async () => {
    const key = randomUUID();
    const started = await officer.post(verifications(), {}, key);
    expect(started.status).toBe(201);
    expect((await officer.post(verifications(), {}, key)).body.verificationId).toBe(started.body.verificationId);
    const result = await untilDone(started.body.verificationId);
    expect(result).toMatchObject({ status: 'done', verified: true, findings: 0 });
    const { body } = await officer.get(`${log}/${String(result.seq)}`);
    expect(body).toMatchObject({ type: 'verification', act: { verified: true, rootHash: result.rootHash } });
  });

  test('names the first record that is wrong, and why', async () => {
    const { rows } = await client.query(
      "SELECT min(seq) AS seq FROM line WHERE entry_type = 'give'".replace('line', 'countersign.line'),
    );
    const seq = Number((rows[0] as { seq: string }).seq);
    const where = `WHERE site_id = '${clinic.log.siteId}' AND seq = ${seq} AND line_no = 1`;
    const found = await tampered(
      `UPDATE line SET amount_ug = amount_ug + 1 ${where}`,
      `UPDATE line SET amount_ug = amount_ug - 1 ${where}`,
      async () => {
        const { body } = await officer.post(verifications());
        return { result: await untilDone(body.verificationId), command: await verify() };
      },
    );
    expect(found.result).toMatchObject({
      status: 'done',
      verified: false,
      first: { seq, kind: 'row_differs', table: 'line' },
    });
    expect(found.result.reason).toMatch(/amount_ug .* is 37501; the bytes make it 37500/);
    expect(found.command.code).toBe(1);
    expect(found.command.printed).toContain(`first wrong: record ${seq} (table line): row_differs: amount_ug`);
  });

  test('of an id nobody asked for is not found', async () => {
    expect((await officer.get(`${verifications()}/${randomUUID()}`)).body.code).toBe('not_found');
  });
});

describe('npm run verify', () => {
  test('says of every log how many records, which root, how fast, and that it is verified', async () => {
    const { code, printed } = await verify();
    expect(printed).toMatch(/NOT VERIFIED|VERIFIED/);
    expect(printed).not.toContain('NOT VERIFIED');
    expect(printed).toContain(clinic.log.origin);
    expect(printed).toMatch(/\d+ records, root [A-Za-z0-9+/]{43}=, \d+ records\/s/);
    expect(printed).toMatch(/2 logs, \d+ records, \d+ records\/s: all verified/);
    expect(code).toBe(0);
  });

  test('says which wall is down', async () => {
    await org.superuser.query('ALTER TABLE entry DISABLE TRIGGER no_truncate');
    try {
      const { code, printed } = await verify();
      expect(printed).toContain('WALL DOWN: trigger no_truncate of entry');
      expect(code).toBe(1);
    } finally {
      await org.superuser.query('ALTER TABLE entry ENABLE ALWAYS TRIGGER no_truncate');
    }
  });
});
