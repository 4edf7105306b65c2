import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Care } from '../support/care.js';
import { done, id } from '../support/api.js';

let care: Care;

beforeAll(async () => {
  care = await Care.open('races');
}, 60_000);

afterAll(() => care?.stop());

/** How often each outcome came: `201`, or the code of the refusal. */
function tally(answers: readonly { status: number; body: { code?: string } }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const outcome = status < 300 ? String(status) : String(body.code);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

const entriesOf = async (holderId: string) => {
  const { rows } = await care.clinic.organisation.superuser.query<{ balance_ug: string; sum: string; n: number }>(
    `SELECT h.balance_ug, sum(l.amount_ug) AS sum, count(*)::int AS n FROM holder h
     JOIN line l USING (site_id, holder_id, kind, product_id) WHERE h.holder_id = $1 GROUP BY h.balance_ug`,
    [holderId],
  );
  return rows[0]!;
};

test('the last vial and two hands: what it holds and its overfill leave it once', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessions = await Promise.all(Array.from({ length: 8 }, () => care.session()));
  // 10 mL and 0.5 mL overfill: three draws of 3 mL, whoever comes first.
  const answers = await Promise.all(
    sessions.map((sessionId, nth) => care.draw(sessionId, vial, '3', nth % 2 ? care.staff.rn1 : care.staff.rn2)),
  );
  expect(tally(answers)).toEqual({ '201': 3, insufficient_amount: 5 });
  const inHand = await Promise.all(sessions.map(async (sessionId) => Number((await care.one(sessionId)).inHandMg)));
  expect(inHand.reduce((sum, mg) => sum + mg, 0)).toBe(450);
  const { containerId } = answers.find(({ status }) => status === 201)!.body;
  expect(await entriesOf(id(containerId))).toMatchObject({ balance_ug: '50000', sum: '50000', n: 4 });
}, 60_000);

test('one sealed container and ten who take it: it is in one hand', async () => {
  const [kit] = (await care.vials(1, 'SPR56')) as [string];
  const ofKit = { productId: care.products.SPR56, route: 'intranasal' };
  const sessions = await Promise.all(Array.from({ length: 10 }, () => care.session({ amountMg: '56' }, ofKit)));
  const answers = await Promise.all(
    sessions.map((sessionId) => care.staff.rn1.post(care.path('/takes'), { sessionId, container: kit })),
  );
  expect(tally(answers)).toEqual({ '201': 1, container_not_sealed: 9 });
}, 60_000);

test('one idempotency key fifty times at once: one draw, and one answer', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  const key = randomUUID();
  const body = { sessionId, container: vial, volumeMl: '0.1' };
  const send = () => care.staff.rn1.post(care.path('/draws'), body, key);
  const answers = await Promise.all(Array.from({ length: 50 }, send));
  const done201 = answers.filter(({ status }) => status === 201);
  expect(done201.length).toBeGreaterThanOrEqual(1);
  for (const { status, body: said } of answers) {
    if (status === 201) expect(said).toEqual(done201[0]!.body);
    else expect(said.code).toBe('request_in_progress');
  }
  const again = await send();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.body).toEqual(done201[0]!.body);
  expect((await care.one(sessionId)).drawnMg).toBe('5');
  const { rows } = await care.clinic.organisation.superuser.query(
    `SELECT count(*)::int AS n FROM audit_record WHERE id = $1`,
    [key],
  );
  expect(rows).toEqual([{ n: 1 }]);
}, 60_000);

test('the last of what is in hand, given and wasted at once, goes one way', async () => {
  for (let round = 0; round < 5; round++) {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    await done(care.draw(sessionId, vial, '0.04'));
    const answers = await Promise.all([
      care.give(sessionId, '2'),
      care.waste({ sessionId, amountMg: '2' }),
      care.staff.rn1.post(care.path('/pending-wastes'), { sessionId, amountMg: '2', reason: 'dose remainder' }),
    ]);
    expect(tally(answers)).toEqual({ '201': 1, exceeds_amount_in_hand: 2 });
  }
}, 60_000);

test('both witnesses of a pending waste at the same moment: one waste, both of them on it', async () => {
  for (let round = 0; round < 4; round++) {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    await done(care.draw(sessionId, vial, '0.04'));
    const opened = await done(
      care.staff.rn1.post(care.path('/pending-wastes'), { sessionId, amountMg: '2', reason: 'dose remainder' }),
    );
    const { wit1, wit2, rn2 } = care.staff;
    const answers = await Promise.all([wit1, wit2, rn2].map((by) => care.witness(id(opened.pendingWasteId), by)));
    expect(tally(answers)).toEqual({ '201': 2, pending_waste_closed: 1 });
    expect(await care.one(sessionId)).toMatchObject({ wastedMg: '2', inHandMg: '0' });
  }
}, 60_000);

test('opposite lock orders: acts on the same two vials and sessions, crosswise, all come to an end', async () => {
  const [first, second] = (await care.vials(2)) as [string, string];
  const [one, other] = [await care.session(), await care.session()];
  await done(care.draw(one, first, '0.1'));
  await done(care.draw(other, second, '0.1'));
  const acts = Array.from({ length: 40 }, (_, nth) => {
    const [sessionId, vial] = nth % 2 ? [one, second] : [other, first];
    const waste = { sessionId, container: vial, amountMg: '0.5', reason: 'crosswise' };
    return nth % 4 < 2
      ? care.draw(sessionId, vial, '0.01', nth % 2 ? care.staff.rn1 : care.staff.rn2)
      : care.staff.rn1.post(care.path('/pending-wastes'), waste);
  });
  expect(tally(await Promise.all(acts))).toEqual({ '201': 40 });
  expect(await care.one(one)).toMatchObject({ drawnMg: '10' });
  expect(await care.one(other)).toMatchObject({ drawnMg: '10' });
}, 60_000);

test('an entry reversed twice at once is reversed once', async () => {
  const { giveSeq } = await care.given();
  const reverse = () => care.signed('reversals', { seq: giveSeq, reason: 'twice' }, [care.staff.rn2]);
  expect(tally(await Promise.all([reverse(), reverse(), reverse()]))).toEqual({ '201': 1, entry_already_reversed: 2 });
}, 60_000);
