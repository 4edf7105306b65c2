import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Care } from '../support/care.js';
import { done } from '../support/api.js';
import type { Member } from '../support/clinic.js';

let care: Care;

beforeAll(async () => {
  care = await Care.open('corrections');
}, 60_000);

afterAll(() => care?.stop());

function reverse(seq: number, by: Member = care.staff.rn2, change: object = {}) {
  return care.signed('reversals', { seq, reason: 'wrong session', ...change }, [by]);
}

const container = async (label: string) => {
  const found = await done(care.staff.rn1.get(care.path(`/containers?label=${label}`)));
  return found.items![0]!;
};
const history = async (label: string) =>
  (await done(care.staff.rn1.get(care.path(`/containers/${label}/history?first=newest`)))).items!;

describe('a reversal', () => {
  test('of a dose and then of its draw undoes both; the wrong entries stay and say what undid them', async () => {
    const { sessionId, vial, drawSeq, giveSeq } = await care.given();
    expect((await reverse(drawSeq)).body).toMatchObject({ code: 'entry_not_reversible' });
    const ofGive = await done(reverse(giveSeq));
    expect(ofGive).toMatchObject({ reversedType: 'give', inHandMg: '34' });
    expect(await care.one(sessionId)).toMatchObject({
      givenMg: '0',
      inHandMg: '34',
      observation: { dischargedEarly: false },
    });
    expect((await care.one(sessionId)).observation).not.toHaveProperty('observeUntil');

    const ofDraw = await done(reverse(drawSeq));
    expect(ofDraw).toMatchObject({ inHandMg: '0', containerState: 'open' });
    expect(await care.one(sessionId)).toMatchObject({ drawnMg: '0', balance: 'balanced' });
    expect((await history(vial)).slice(0, 3)).toMatchObject([
      { type: 'reversal', seq: ofDraw.seq, reversesSeq: drawSeq, texts: { reason: 'wrong session' } },
      { type: 'refused', refusal: { code: 'entry_not_reversible' } },
      { type: 'draw', seq: drawSeq, reversedBySeq: ofDraw.seq },
    ]);
    expect((await reverse(drawSeq)).body.code).toBe('entry_already_reversed');
    expect((await reverse(Number(ofDraw.seq))).body.code).toBe('entry_not_reversible');
    // The vial was punctured and holds all of its label again.
    await done(care.draw(sessionId, vial, '10'));
  });

  test('is approved by somebody who neither reverses nor made the entry', async () => {
    const { giveSeq } = await care.given();
    const { rn1, rn2 } = care.staff;
    expect((await reverse(giveSeq, rn1)).body.code).toBe('second_person_is_performer');
    const said = { act: 'reversals', body: { seq: giveSeq, reason: 'x' } };
    const ofOthers = await care.clinic.signed({ ...said, by: rn2, signers: [rn1] });
    expect(ofOthers.body.code).toBe('own_act');
    const checked = await care.clinic.signed({ ...said, by: rn1, signers: [rn2], meaning: 'checked' });
    expect(checked.body.code).toBe('signature_invalid');
    expect((await reverse(giveSeq, rn2, { reason: undefined })).body.code).toBe('reason_missing');
    expect((await reverse(99_999)).status).toBe(404);
  });

  test('of a waste puts it back into the hand it came from', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    await done(care.draw(sessionId, vial, '0.72'));
    const wasted = await done(care.waste({ sessionId, amountMg: '2' }));
    expect(await done(reverse(Number(wasted.seq)))).toMatchObject({ inHandMg: '36' });
    expect(await care.one(sessionId)).toMatchObject({ wastedMg: '0', inHandMg: '36' });
  });

  test('in an ended session waits until it is opened again, with a second person', async () => {
    const { sessionId, giveSeq } = await care.given();
    await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
    expect((await reverse(giveSeq)).body).toMatchObject({
      code: 'entry_not_reversible',
      detail: 'The session has ended: reopen it first.',
    });
    const body = { sessionId, reason: 'a dose of another session' };
    expect((await care.staff.rn1.post(care.path('/reopenings'), body)).body.code).toBe('second_person_missing');
    await done(care.signed('reopenings', body, [care.staff.rn2]));
    await done(reverse(giveSeq));
    const session = await care.one(sessionId);
    expect(session).toMatchObject({ status: 'open', inHandMg: '34' });
    expect(session).not.toHaveProperty('endedAt');
  });

  test('of a receipt voids its containers, whose serials may still arrive', async () => {
    const serials = ['SERIAL-VOID-1', 'SERIAL-VOID-2'];
    const said = { invoicedCount: 2, countedCount: 2, serials };
    const received = await done(care.checked('receipts', care.clinic.receipt(said)));
    const [label] = (received.containers as { label: string }[]).map((one) => one.label) as [string];
    expect(await done(reverse(Number(received.seq)))).toMatchObject({ containerState: 'void' });
    expect((await container(label)).state).toBe('void');
    const sessionId = await care.session();
    expect((await care.draw(sessionId, label, '0.1')).status).toBe(422);
    const again = await care.checked('receipts', care.clinic.receipt(said));
    expect(again.status).toBe(201);
  });

  test('of a receipt is refused once a container of it was opened', async () => {
    const [vial] = (await care.vials(2)) as [string];
    const [receipt] = (await history(vial)) as [{ seq: number }];
    await done(care.draw(await care.session(), vial, '0.1'));
    const refused = await reverse(receipt.seq);
    expect(refused.body).toMatchObject({ code: 'entry_not_reversible' });
    expect(refused.body.detail).toMatch(/^Record \d+ \(draw\) rests on it/);
  });

  test('of a move, a take, a return and a close-out each leaves the container as it was', async () => {
    const [kit, vial] = [...(await care.vials(1, 'SPR56')), ...(await care.vials())] as [string, string];
    const moved = await done(care.checked('moves', { container: kit, toLocationId: care.clinic.locations.SAFE }));
    await done(reverse(Number(moved.seq)));
    expect(await container(kit)).toMatchObject({ state: 'sealed', locationCode: 'ROOM1' });

    const sessionId = await care.session({ amountMg: '56' }, { productId: care.products.SPR56, route: 'intranasal' });
    const take = () => done(care.staff.rn1.post(care.path('/takes'), { sessionId, container: kit }));
    await done(reverse(Number((await take()).seq)));
    expect((await container(kit)).state).toBe('sealed');
    const taken = await take();
    const back = await done(care.signed('returns', { sessionId, container: kit }, [care.staff.rn2]));
    expect((await reverse(Number(taken.seq))).body.code).toBe('entry_not_reversible');
    await done(reverse(Number(back.seq)));
    expect((await container(kit)).state).toBe('taken');
    await done(reverse(Number(taken.seq)));
    expect((await container(kit)).state).toBe('sealed');

    await done(care.draw(await care.session(), vial, '10.2'));
    const closed = await done(care.signed('close-outs', { container: vial, measuredVolumeMl: '0' }, [care.staff.wit1]));
    expect(closed.class).toBe('overfill_gain');
    await done(reverse(Number(closed.seq)));
    expect((await container(vial)).state).toBe('open');
    await done(care.draw(await care.session(), vial, '0.3'));
  });

  test('of a count, or of what opened a discrepancy, is refused', async () => {
    const counted = await done(
      care.signed(
        'counts',
        { locationId: care.clinic.locations.ROOM1, productId: care.products.KET10, countedContainers: 0 },
        [care.staff.rn2],
      ),
    );
    expect((await reverse(Number(counted.seq))).body.code).toBe('entry_not_reversible');
    const [vial] = (await care.vials()) as [string];
    await done(care.draw(await care.session(), vial, '5'));
    const closed = await done(care.signed('close-outs', { container: vial, measuredVolumeMl: '0' }, [care.staff.wit1]));
    expect(closed.class).toBe('discrepancy');
    expect((await reverse(Number(closed.seq))).body.code).toBe('entry_not_reversible');
  });
});

describe('a history', () => {
  test('of a patient is itself recorded as a reading', async () => {
    await care.given();
    const path = care.path(`/patients/${care.patientId}/history?first=newest&limit=200`);
    const first = await done(care.staff.rn1.get(path));
    const types = first.items!.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['give', 'draw', 'session', 'patient_read']));
    expect(first.items![0]).toMatchObject({ type: 'patient_read', actors: [{ displayName: 'The rn1' }] });
    // A name is in no history: it is behind the patient's own address.
    expect(JSON.stringify(first)).not.toContain('Ada Example');
    const second = await done(care.staff.rn1.get(path));
    expect(Number(second.items![0]!.seq)).toBeGreaterThan(Number(first.items![0]!.seq));
  });

  test('of a person’s acts goes page after page, in either direction, and shows what was refused', async () => {
    const [vial] = (await care.vials()) as [string];
    const refused = await care.draw(await care.session(), vial, '99');
    expect(refused.body.code).toBe('insufficient_amount');
    const { rn1 } = care.staff;
    const acts = care.path(`/people/${rn1.personId}/acts`);
    const newest = await done(care.staff.com1.get(`${acts}?first=newest&limit=3`));
    expect(newest.items).toMatchObject([
      { type: 'refused', refusal: { code: 'insufficient_amount', of: 'draw' }, actors: [{ displayName: 'The rn1' }] },
      { type: 'session' },
      {},
    ]);
    const next = await done(care.staff.com1.get(`${acts}?first=newest&limit=3&cursor=${String(newest.nextCursor)}`));
    const seqs = [...newest.items!, ...next.items!].map(({ seq }) => Number(seq));
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(seqs).size).toBe(6);
    const oldest = await done(care.staff.com1.get(`${acts}?limit=1`));
    expect(Number(oldest.items![0]!.seq)).toBeLessThan(Math.min(...seqs));
    expect((await care.staff.rn1.get(acts)).body.code).toBe('not_permitted');
  });

  test('of what is not there is not found', async () => {
    expect((await care.staff.rn1.get(care.path('/containers/NONE/history'))).status).toBe(404);
    expect((await care.staff.rn1.get(care.path(`/sessions/${care.patientId}/history`))).status).toBe(404);
    expect((await care.staff.rn1.get(care.path(`/patients/${care.prescriberId}/history`))).status).toBe(404);
  });
});
