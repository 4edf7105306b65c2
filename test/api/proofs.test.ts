import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeBase64, encodeBase64 } from '../../src/domain/log/base64.js';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { verifyConsistency } from '../../src/domain/log/merkle-proof.js';
import { parseReceiptCode } from '../../src/domain/log/receipt-code.js';
import { parseTlogPolicy } from '../../src/domain/log/tlog-policy.js';
import { verifyTlogProof } from '../../src/domain/log/tlog-proof.js';
import { newDeaNumber } from '../support/dea-number.js';
import { done, type Api, type Body } from '../support/api.js';
import { Clinic } from '../support/clinic.js';
import { until } from '../support/signer.js';

let clinic: Clinic<'rph1' | 'rph2' | 'rn1' | 'co1' | 'adm2'>;

beforeAll(async () => {
  clinic = await Clinic.open('proofs', {
    rph1: 'pharmacist',
    rph2: 'pharmacist',
    rn1: 'nurse',
    co1: 'compliance_officer',
    adm2: 'administrator',
  });
}, 120_000);
afterAll(() => clinic?.stop());

const text = async (
  by: Api,
  path: string,
): Promise<{ status: number; type: string; body: string; headers: Headers }> => {
  const answer = await fetch(`${by.url}/api/v1${clinic.path(path)}`, { headers: by.headers });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, body: await answer.text(), headers: answer.headers };
};

async function policy() {
  const { vkeys } = await done(clinic.staff.co1.get(clinic.path('/log-keys')));
  return parseTlogPolicy(`${(vkeys as string[]).map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`);
}

const prescriber = (by: Api, prefer?: string) =>
  (prefer === undefined ? by : by.with({ prefer })).post(clinic.path('/prescribers'), {
    name: `Dr. ${Math.random()}`,
    npi: '1234567893',
  });

const verifies = async (proof: string, { leafHash, seq }: Body) => {
  const proved = verifyTlogProof({ proof, leafHash: decodeBase64(String(leafHash)), policy: await policy() });
  expect(proved.index).toBe(seq);
};

describe('a receipt', () => {
  test('Prefer: wait=proof: the answer brings the proof, which verifies', async () => {
    const { status, body, headers } = await prescriber(clinic.staff.rph1, 'respond-async, wait=proof');
    expect([status, headers.get('preference-applied')]).toEqual([201, 'wait=proof']);
    await verifies(String(body.proof), body);
    const another = { proof: String(body.proof), leafHash: Buffer.alloc(32, 1), policy: await policy() };
    expect(() => verifyTlogProof(another)).toThrow('not proved');
  });

  test.each([undefined, 'wait=5', 'return=minimal', 'wait=5, wait=proof'])(
    'Prefer: %s: none is waited for',
    async (prefer) => {
      const { status, body, headers } = await prescriber(clinic.staff.rph1, prefer);
      expect([status, headers.get('preference-applied'), body.proof]).toEqual([201, null, undefined]);
    },
  );

  test('the first answer given again brings its proof too', async () => {
    const key = 'a-prescriber-key';
    const send = () =>
      clinic.staff.rph1
        .with({ prefer: 'wait=proof' })
        .post(clinic.path('/prescribers'), { name: 'D', npi: '1234567893' }, key);
    const first = await done(send());
    const again = await send();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    await verifies(String(again.body.proof), first);
  });

  test('a new site: the proof is one of its own log', async () => {
    const { admin } = clinic.organisation;
    const site = { name: 'Second', deaNumber: newDeaNumber(), address: '2 Clinic Plaza', timeZone: 'America/Chicago' };
    const { body } = await admin.with({ prefer: 'wait=proof' }).post('/sites', site);
    expect(String(body.proof)).toContain(`/site/${String(body.siteId)}\n`);
  });

  test('fetched later, by whoever reads the log and by whose act it is, and by nobody else', async () => {
    const answer = await done(prescriber(clinic.staff.rph1, 'wait=proof'));
    for (const by of [clinic.staff.rph1, clinic.staff.co1]) {
      const proof = await text(by, `/log/${String(answer.seq)}/proof`);
      expect([proof.status, proof.type]).toEqual([200, 'text/plain; charset=utf-8']);
      await verifies(proof.body, answer);
    }
    const refused = await clinic.staff.rn1.get(clinic.path(`/log/${String(answer.seq)}/proof`));
    expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted']);
    expect((await clinic.types())[0]).toBe('refused');
  });

  test('of a record that is not there: not yet', async () => {
    const refused = await clinic.staff.co1.get(clinic.path('/log/99999/proof'));
    expect([refused.status, refused.body.code]).toEqual([409, 'proof_not_yet']);
  });

  test("my-receipts: one's own acts, page by page, with a code for a printed slip", async () => {
    const answer = await done(prescriber(clinic.staff.rph1, 'wait=proof'));
    const first = await done(clinic.staff.rph1.get(clinic.path('/my-receipts?limit=2')));
    const [newest] = first.items as [Body, Body];
    expect(newest).toMatchObject({ seq: answer.seq, leafHash: answer.leafHash, meaning: 'performed', proved: true });
    const code = parseReceiptCode(String(newest.code));
    expect([code?.seq, encodeBase64(code!.leafHash)]).toEqual([answer.seq, answer.leafHash]);
    const second = await done(
      clinic.staff.rph1.get(clinic.path(`/my-receipts?limit=2&cursor=${String(first.nextCursor)}`)),
    );
    expect(Number(second.items![0]!.seq)).toBeLessThan(Number(first.items![1]!.seq));
    // What an administrator did about them is not an act of theirs.
    const all = await done(clinic.staff.rph1.get(clinic.path('/my-receipts?limit=200')));
    expect(all.items!.map(({ type }) => type)).not.toContain('role_granted');
    expect((await done(clinic.staff.adm2.get(clinic.path('/my-receipts')))).items).toEqual([]);
  });
});

describe('a head that the client kept', () => {
  const compare = (checkpoint: string) => clinic.staff.rn1.send('POST', clinic.path('/heads/compare'), { checkpoint });

  test('the log proves that it goes on from it', async () => {
    await done(prescriber(clinic.staff.rph1, 'wait=proof'));
    const kept = (await text(clinic.staff.rn1, '/checkpoint')).body;
    await done(prescriber(clinic.staff.rph1, 'wait=proof'));
    const { consistent, checkpoint, path } = await done(compare(kept));
    const [older, newer] = [parseCheckpoint(kept), parseCheckpoint(String(checkpoint))];
    expect([consistent, newer.size > older.size]).toEqual([true, true]);
    expect(
      verifyConsistency({
        ...{ oldSize: older.size, newSize: newer.size, oldRoot: older.rootHash, newRoot: newer.rootHash },
        path: (path as string[]).map(decodeBase64),
      }),
    ).toBe(true);
    expect(await done(compare(String(checkpoint)))).toMatchObject({ consistent: true, path: [] });
  });

  test('one that no key of ours signed is nothing to compare', async () => {
    const kept = (await text(clinic.staff.rn1, '/checkpoint')).body;
    for (const made of [kept.replace(/\n\d+\n/, '\n1\n'), kept.replace(/ \S+\n$/, ` ${'A'.repeat(90)}==\n`), 'x'])
      expect((await compare(made)).body.code).toBe('request_invalid');
  });
});

describe('alarms', () => {
  test('of a log that was set back: care goes on, people are told, and one closes it', async () => {
    const { superuser } = clinic.organisation;
    await done(prescriber(clinic.staff.rph1, 'wait=proof'));
    const kept = (await text(clinic.staff.rn1, '/checkpoint')).body;
    await superuser.query('BEGIN');
    await superuser.query('ALTER TABLE tree_node DISABLE TRIGGER ALL');
    await superuser.query('UPDATE tree_node SET hash = sha256(hash) WHERE site_id = $1 AND level = 0 AND n < 3', [
      clinic.siteId,
    ]);
    await superuser.query('UPDATE tree_node SET hash = sha256(hash) WHERE site_id = $1 AND level > 0', [clinic.siteId]);
    await superuser.query('ALTER TABLE tree_node ENABLE TRIGGER ALL');
    await superuser.query('COMMIT');

    const compared = await done(clinic.staff.rn1.send('POST', clinic.path('/heads/compare'), { checkpoint: kept }));
    expect(compared.consistent).toBe(false);
    const [evidence] = (await clinic.organisation.records(clinic.siteId)) as unknown as {
      act: { evidence: { checkpoint: string } };
    }[];
    expect(evidence!.act.evidence.checkpoint).toBe(kept);

    const written = await prescriber(clinic.staff.rph1, 'wait=proof');
    expect([written.status, written.body.proof]).toEqual([201, undefined]);
    const kinds = async () =>
      ((await done(clinic.staff.co1.get(clinic.path('/alarms?status=open')))).items ?? []).map(({ kind }) => kind);
    await until(async () => (await kinds()).length === 2);
    expect((await kinds()).sort()).toEqual(['head_conflict', 'tree_differs']);
    expect(await done(clinic.staff.co1.get(clinic.path('/log-state')))).toMatchObject({
      problems: ['tree_differs'],
      openAlarms: 2,
    });

    const [{ alarmId }] = (await done(clinic.staff.co1.get(clinic.path('/alarms?status=open')))).items as [Body];
    await done(clinic.staff.co1.post(clinic.path(`/alarms/${String(alarmId)}/close`), { reason: 'Looked into' }));
    const again = await clinic.staff.co1.post(clinic.path(`/alarms/${String(alarmId)}/close`), { reason: 'Again' });
    expect(again.body.code).toBe('already_exists');
    expect(await kinds()).toHaveLength(1);
  });
});
