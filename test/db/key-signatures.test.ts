import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { keyEvidence } from '../../src/domain/webauthn/signed-by-key.js';
import { checkSite } from '../../src/platform/audit/checker.js';
import { SoftAuthenticator, type Lies } from '../support/authenticator.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { enrol, enrolVouchedByKey, signByKey, signListByKey, type Enrolled } from '../support/attacks/on-keys.js';
import { hashOf, performer, RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

/**
 * What SQL cannot see: PostgreSQL knows no ECDSA. Whoever has the application's log-in can write a signature that no key
 * made; the checker, which has only the records, finds it. Each forgery is a log of its own, since nothing is taken back.
 */
let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase('keysigned');
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app?.end();
  await database?.drop();
});

async function asSuperuser(statement: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  try {
    await superuser.query(`SET search_path = countersign; ${statement}`);
  } finally {
    await superuser.end();
  }
}

const open = (policy = {}) => RawClinic.open(new RawLog(app, randomUUID()), policy);
const found = async (clinic: RawClinic) => {
  const { verified, first } = await checkSite(app, clinic.log.siteId);
  return verified ? 'verified' : `${first?.kind}: ${first?.reason}`;
};

describe('a signature by key, seen by the checker', () => {
  test('that is right verifies, as often as the key counts on', async () => {
    const clinic = await open();
    const who = await enrol(clinic);
    await signByKey(clinic, who, { intent: 'one' });
    await signByKey(clinic, who, { intent: 'two' });
    const synced = await enrol(clinic, { deviceBound: false });
    await signByKey(clinic, synced, { intent: 'three' });
    await signByKey(clinic, synced, { intent: 'four' });
    expect(await found(clinic)).toBe('verified');
  });

  test('of a list makes a signature of each act, and verifies', async () => {
    const clinic = await open();
    const policy = clinic.siteRow({ requireDeviceBoundKeys: true });
    await clinic.log.append({ type: 'changed', actors: [performer(clinic.ids.nurse)], changes: [policy] });
    const who = await enrol(clinic);
    await signListByKey(clinic, who, { acts: ['one', 'two', 'three'] });
    await signListByKey(clinic, who, { acts: ['one'] });
    await signByKey(clinic, who, { intent: 'one' });
    expect(await found(clinic)).toBe('verified');
  });

  test('of whoever vouches for another’s first key verifies', async () => {
    const clinic = await open();
    await enrolVouchedByKey(clinic, await enrol(clinic));
    expect(await found(clinic)).toBe('verified');
  });

  test('of a list, whose record says other evidence of one of them', async () => {
    const clinic = await open();
    await signListByKey(clinic, await enrol(clinic), {
      acts: ['one', 'two'],
      signature: { evidence: hashOf('another') },
    });
    expect(await found(clinic)).toContain('the evidence is not the hash of this answer');
  });

  test('of a list that no key made', async () => {
    const clinic = await open();
    await signListByKey(clinic, await enrol(clinic), { acts: ['one', 'two'], lies: { spoil: true } });
    expect(await found(clinic)).toContain('is not that of the key');
  });

  test.each<[string, Lies]>([
    ['is not that of the key', { spoil: true }],
    ['it was given at https://evil.example', { origin: 'https://evil.example' }],
    ['it was asked for inside a page of somebody else', { crossOrigin: true }],
    ['says that it is backed up', { backedUp: true }],
  ])('%s', async (reason, lies) => {
    const clinic = await open();
    await signByKey(clinic, await enrol(clinic), { intent: 'forged', lies });
    const said = await found(clinic);
    expect(said).toMatch(/^rule_broken/);
    expect(said).toContain(reason);
  });

  test('with other evidence than its own', async () => {
    const clinic = await open();
    await signByKey(clinic, await enrol(clinic), { intent: 'x', signature: { evidence: hashOf('another') } });
    expect(await found(clinic)).toContain('the evidence is not the hash of this answer');
  });

  test('whose counter goes back', async () => {
    const clinic = await open();
    const who = await enrol(clinic);
    await signByKey(clinic, who, { intent: 'one', lies: { signCount: 7 } });
    await signByKey(clinic, who, { intent: 'two', lies: { signCount: 7 } });
    expect(await found(clinic)).toContain('had signed 7 times before, and says 7');
  });

  test('made with a key that the organisation enrolled for somebody else, later edited to fit', async () => {
    const clinic = await open();
    const [owner, other] = [await enrol(clinic), await enrol(clinic)];
    await signByKey(clinic, owner, { intent: 'mine' });
    await asSuperuser('ALTER TABLE passkey DISABLE TRIGGER ALL');
    try {
      await asSuperuser(
        `UPDATE passkey SET person_id = '${other.person}' WHERE passkey_id = '${String(owner.row.passkeyId)}'`,
      );
      expect(await found(clinic)).toContain(`is that of ${other.person}`);
    } finally {
      await asSuperuser('ALTER TABLE passkey ENABLE TRIGGER ALL');
    }
  });
});

test('a key that counts back is refused by the table of counters, one that is synchronised need not count', async () => {
  const clinic = await open();
  const use = async ({ row, key }: Enrolled, from: number, to: number) => {
    await app.query(
      `INSERT INTO countersign.passkey_use (passkey_id, credential_id, name, transports, device_bound, sign_count, backed_up)
       VALUES ($1, $2, 'k', '{}', $3, $4, false)`,
      [row.passkeyId, key.credentialId, row.deviceBound, from],
    );
    return app
      .query('UPDATE countersign.passkey_use SET sign_count = $2 WHERE passkey_id = $1', [row.passkeyId, to])
      .then(
        () => 'went through',
        (error: pg.DatabaseError) => error.constraint,
      );
  };
  expect(await use(await enrol(clinic), 3, 3)).toBe('passkey_counter_grows');
  expect(await use(await enrol(clinic), 3, 0)).toBe('passkey_counter_grows');
  expect(await use(await enrol(clinic), 3, 4)).toBe('went through');
  expect(await use(await enrol(clinic), 0, 0)).toBe('went through');
  expect(await use(await enrol(clinic, { deviceBound: false }), 3, 3)).toBe('went through');
});

test('the evidence of an act commits to the answer of the key', () => {
  const key = new SoftAuthenticator();
  const answer = { ...signed(), publicKey: key.cosePublicKey.toString('base64') };
  expect(keyEvidence(answer)).not.toBe(keyEvidence({ ...answer, assertion: 'BBBB' }));
});

function signed() {
  const personId = performer(randomUUID()).id;
  const bytes = { authenticatorData: 'AAAA', clientData: 'AAAA', assertion: 'AAAA' };
  return {
    signatureId: 's',
    passkeyId: 'k',
    personId,
    intent: 'AAAA',
    rpId: 'localhost',
    deviceBound: true,
    signCount: 0,
    ...bytes,
  };
}

// The last of this database: what it took down does not come back.
test('an answer given twice is found by the checker too, whoever took the constraint down', async () => {
  const clinic = await open();
  const who = await enrol(clinic, { deviceBound: false });
  await signListByKey(clinic, who, { acts: ['one', 'two'] });
  await asSuperuser('ALTER TABLE passkey_signature DROP CONSTRAINT passkey_signs_an_act_once');
  await signListByKey(clinic, who, { acts: ['one', 'two'] });
  expect(await found(clinic)).toContain('has signed this before, and its answer counts once');
});
