import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Care } from '../support/care.js';
import { done, id } from '../support/api.js';

let care: Care;

beforeAll(async () => {
  care = await Care.open('wastage');
}, 60_000);

afterAll(() => care?.stop());

/** A session with 2 mg in hand. */
async function leftOver(): Promise<string> {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  return sessionId;
}

const pendingOf = async (sessionId: string) =>
  (await done(care.staff.rn1.get(care.path(`/pending-wastes?sessionId=${sessionId}`)))).items!;
const open = (body: object) => care.staff.rn1.post(care.path('/pending-wastes'), { reason: 'dose remainder', ...body });

describe('a waste at one terminal', () => {
  test('carries two witnesses who show wherever the record shows', async () => {
    const sessionId = await leftOver();
    const wasted = await done(care.waste({ sessionId, amountMg: '2' }));
    expect(wasted).toMatchObject({ inHandMg: '0', amountMg: '2', volumeMl: '0.04' });
    const history = await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history?first=newest`)));
    expect(history.items![0]).toMatchObject({
      type: 'waste',
      seq: wasted.seq,
      actors: [
        { displayName: 'The rn1', meaning: 'performed', role: 'nurse' },
        { displayName: 'The wit1', meaning: 'witnessed', role: 'witness', method: 'signature:password' },
        { displayName: 'The wit2', meaning: 'witnessed', role: 'prescriber' },
      ],
      lines: [
        { holder: 'in_hand', amountMg: '-2', volumeMl: '-0.04' },
        { holder: 'waste', amountMg: '2' },
      ],
      texts: { reason: 'dose remainder' },
    });
  });

  test('refuses what is missing or the same, in the day book’s order, and records the attempt', async () => {
    const sessionId = await leftOver();
    const { rn1, wit1 } = care.staff;
    const code = async (body: object, by: Parameters<Care['waste']>[1]) =>
      (await care.waste({ sessionId, amountMg: '2', ...body }, by)).body.code;
    expect(await code({}, [])).toBe('witness_missing');
    expect(await code({}, [wit1])).toBe('witness_missing');
    expect(await code({}, [rn1, wit1])).toBe('witness_is_performer');
    expect(await code({}, [wit1, wit1])).toBe('witnesses_must_differ');
    expect(await code({ amountMg: '2.5' }, [])).toBe('exceeds_amount_in_hand');
    const history = await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history?first=newest&limit=5`)));
    expect(history.items!.map(({ refusal }) => (refusal as { code: string }).code)).toEqual([
      'exceeds_amount_in_hand',
      'witnesses_must_differ',
      'witness_is_performer',
      'witness_missing',
      'witness_missing',
    ]);
  });

  test('sent again is the same waste; the signatures are good for no other', async () => {
    const sessionId = await leftOver();
    const key = randomUUID();
    const body = { sessionId, amountMg: '1', reason: 'dose remainder' };
    const { wit1, wit2 } = care.staff;
    const first = await done(care.signed('wastes', body, [wit1, wit2], key));
    const again = await care.staff.rn1.post(care.path('/wastes'), body, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first);
    expect(await care.one(sessionId)).toMatchObject({ wastedMg: '1', inHandMg: '1' });
    const other = await care.staff.rn1.post(care.path('/wastes'), { ...body, amountMg: '0.5' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  test('from a single-dose vial leaves it empty, and never takes more than its book', async () => {
    const [vial] = (await care.vials(1, 'KET10')) as [string];
    const sessionId = await care.session({ amountMg: '50' }, { productId: care.products.KET10 });
    await done(care.draw(sessionId, vial, '5'));
    await done(care.give(sessionId, '50'));
    const much = await care.waste({ sessionId, container: vial, amountMg: '150.01' });
    expect(much.body.code).toBe('insufficient_amount');
    await done(care.waste({ sessionId, container: vial, amountMg: '150' }));
    const found = await done(care.staff.rn1.get(care.path(`/containers?label=${vial}`)));
    expect(found.items![0]!.state).toBe('empty');
    expect(await care.one(sessionId)).toMatchObject({ wastedMg: '0', balance: 'balanced' });
  });
});

describe('a pending waste', () => {
  test('moves nothing until its second witness has signed on their own device; then it is the opener’s waste', async () => {
    const sessionId = await leftOver();
    const opened = await done(open({ sessionId, amountMg: '2' }));
    expect(opened).toMatchObject({ status: 'pending', signaturesRequired: 2 });
    expect(await care.one(sessionId)).toMatchObject({ inHandMg: '2', pendingWastes: [{ amountMg: '2' }] });
    expect((await care.give(sessionId, '2')).body.code).toBe('exceeds_amount_in_hand');
    expect((await open({ sessionId, amountMg: '0.5' })).body.code).toBe('exceeds_amount_in_hand');
    const end = await care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`));
    expect(end.body.code).toBe('session_not_balanced');

    const pendingWasteId = id(opened.pendingWasteId);
    expect(await done(care.witness(pendingWasteId, care.staff.wit1))).toMatchObject({
      status: 'pending',
      signatures: 1,
    });
    expect(await pendingOf(sessionId)).toMatchObject([
      { amountMg: '2', openedByName: 'The rn1', signedBy: [{ displayName: 'The wit1' }], ageMinutes: 0 },
    ]);
    expect((await care.one(sessionId)).inHandMg).toBe('2');

    const complete = await done(care.witness(pendingWasteId, care.staff.wit2));
    expect(complete).toMatchObject({ status: 'complete', inHandMg: '0', signatures: 2 });
    expect(await pendingOf(sessionId)).toEqual([]);
    const history = await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history?first=newest`)));
    expect(history.items![0]).toMatchObject({
      type: 'waste',
      actors: [
        { personId: care.staff.rn1.personId, meaning: 'performed', signedSeq: opened.seq },
        { personId: care.staff.wit1.personId, meaning: 'witnessed' },
        { personId: care.staff.wit2.personId, meaning: 'witnessed' },
      ],
    });
    expect((await care.witness(pendingWasteId, care.staff.rn2)).body.code).toBe('pending_waste_closed');
  });

  test('refuses its opener, one witness twice, a wrong password, and a witness who did not see it all', async () => {
    const sessionId = await leftOver();
    const pendingWasteId = id((await done(open({ sessionId, amountMg: '2' }))).pendingWasteId);
    const { rn1, wit1 } = care.staff;
    expect((await care.witness(pendingWasteId, rn1)).body.code).toBe('witness_is_performer');
    expect((await care.witness(pendingWasteId, wit1, ['label', 'act'])).body.code).toBe('attestation_missing');
    const api = await care.clinic.organisation.as(wit1);
    const wrong = { password: 'not the password', attests: ['label', 'volume', 'act'] };
    const refused = await api.post(care.path(`/pending-wastes/${pendingWasteId}/signatures`), wrong);
    expect(refused.body.code).toBe('invalid_credentials');
    await done(care.witness(pendingWasteId, wit1));
    expect((await care.witness(pendingWasteId, wit1)).body.code).toBe('witnesses_must_differ');
    expect((await care.witness(randomUUID(), wit1)).status).toBe(404);
  });

  test('a signature sent again is the same signature', async () => {
    const sessionId = await leftOver();
    const pendingWasteId = id((await done(open({ sessionId, amountMg: '2' }))).pendingWasteId);
    const api = await care.clinic.organisation.as(care.staff.wit1);
    const body = { password: care.staff.wit1.password, attests: ['label', 'volume', 'act'] };
    const send = () => api.post(care.path(`/pending-wastes/${pendingWasteId}/signatures`), body, 'witness-key-1');
    const first = await done(send());
    const again = await send();
    expect(again.body).toEqual(first);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test('is withdrawn by its opener alone, and frees what it spoke for', async () => {
    const sessionId = await leftOver();
    const pendingWasteId = id((await done(open({ sessionId, amountMg: '2' }))).pendingWasteId);
    const path = care.path(`/pending-wastes/${pendingWasteId}/withdraw`);
    expect((await care.staff.rn2.post(path, { reason: 'mine' })).body.code).toBe('not_permitted');
    expect((await care.staff.rn1.post(path)).body.code).toBe('reason_missing');
    await done(care.staff.rn1.post(path, { reason: 'entered twice' }));
    await done(care.give(sessionId, '2'));
    expect((await care.witness(pendingWasteId, care.staff.wit1)).body.code).toBe('pending_waste_closed');
  });

  test('from a container is the container’s own waste, and stops its close-out until then', async () => {
    const { vial, sessionId } = await care.given();
    const pendingWasteId = id((await done(open({ sessionId, container: vial, amountMg: '466' }))).pendingWasteId);
    const closing = await care.signed('close-outs', { container: vial, measuredVolumeMl: '0' }, [care.staff.wit1]);
    expect(closing.body.code).toBe('container_not_empty');
    await done(care.witness(pendingWasteId, care.staff.wit1));
    await done(care.witness(pendingWasteId, care.staff.wit2));
    const closed = await care.signed('close-outs', { container: vial, measuredVolumeMl: '0' }, [care.staff.wit1]);
    expect(closed.body).toMatchObject({ class: 'exact', varianceMg: '0' });
  });
});
