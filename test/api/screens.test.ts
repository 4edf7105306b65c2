import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done } from '../support/api.js';
import { Care, PATIENT } from '../support/care.js';

/** What the screens of the web application read besides what the other files look at. */
let care: Care;

beforeAll(async () => {
  care = await Care.open('screens');
}, 120_000);

afterAll(() => care?.stop());

describe('the head of the log', () => {
  test('changes with every record, and is 304 until then', async () => {
    const { rn1 } = care.staff;
    const first = await rn1.get(care.path('/head'));
    const tag = String(first.headers.get('etag'));
    const again = await rn1.with({ 'if-none-match': tag }).get(care.path('/head'));
    expect(again.status).toBe(304);
    await care.session();
    const after = await rn1.with({ 'if-none-match': tag }).get(care.path('/head'));
    expect(after.status).toBe(200);
    expect(Number(after.body.size)).toBe(Number(first.body.size) + 1);
  });

  test('says what the time is, which no record lies behind', async () => {
    const { lastAt, now } = (await care.staff.rn1.get(care.path('/head'))).body;
    expect(Date.parse(String(now))).toBeGreaterThanOrEqual(Date.parse(String(lastAt)));
  });
});

describe('the names on a board', () => {
  test('are one record for all of them, and nothing for ids that are no patients here', async () => {
    const { rn1 } = care.staff;
    const nobody = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
    const names = (patientIds: string[]) => rn1.send('POST', care.path('/patients/names'), { patientIds });
    const before = await care.clinic.types();
    expect((await names([care.patientId, nobody])).body.items).toEqual([
      { patientId: care.patientId, name: PATIENT.patient, birthDate: PATIENT.birthDate },
    ]);
    expect((await names([nobody])).body.items).toEqual([]);
    const after = await care.clinic.types();
    expect(after.slice(0, after.length - before.length)).toEqual(['patient_read']);
  });
});

describe('a session in detail', () => {
  test('says what to draw, what was drawn out of what, and which dose went above the order', async () => {
    const [one, other] = (await care.vials(2)) as [string, string];
    const sessionId = await care.session({ amountMgPerKg: '0.5', weightKg: '68' });
    const drawSeq = Number((await done(care.draw(sessionId, one, '0.50'))).seq);
    await done(care.draw(sessionId, other, '0.30'));
    await done(care.give(sessionId, '30'));
    const above = Number((await done(care.give(sessionId, '8'))).seq);
    const body = await care.one(sessionId);
    expect(body.order).toEqual({
      orderedMg: '34',
      amountMgPerKg: '0.5',
      weightKg: '68',
      plannedVolumeMl: '0.68',
      plannedMg: '34',
    });
    expect(body).toMatchObject({ givenAboveOrder: true, inHandMg: '2', prescriberName: 'Dr. Example' });
    expect(body.containers).toMatchObject([
      { container: one, drawnMg: '25', state: 'open' },
      { container: other, drawnMg: '15' },
    ]);
    const acts = body.acts as { seq: number; type: string; aboveOrder?: boolean }[];
    expect(acts.map(({ type, aboveOrder }) => [type, aboveOrder])).toEqual([
      ['draw', undefined],
      ['draw', undefined],
      ['give', false],
      ['give', true],
    ]);
    expect(acts[0]).toMatchObject({ seq: drawSeq, from: 'container', to: 'in_hand', amountMg: '25', container: one });
    expect(acts[3]!.seq).toBe(above);
  });

  test('tells what was taken back, and counts it no more', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    const draw = await done(care.draw(sessionId, vial, '0.68'));
    const { staff } = care;
    const reversal = { seq: Number(draw.seq), reason: 'wrong session' };
    const reversed = await done(care.signed('reversals', reversal, [staff.rn2]));
    const body = await care.one(sessionId);
    expect(body.containers).toMatchObject([{ container: vial, drawnMg: '0', state: 'open' }]);
    expect(body.acts).toMatchObject([
      { type: 'draw', reversedBySeq: Number(reversed.seq) },
      { type: 'reversal', reversesSeq: Number(draw.seq) },
    ]);
  });
});

describe('one record', () => {
  test('shows its lines, its signatures and what its ids stand for', async () => {
    const { vial, drawSeq, giveSeq } = await care.given();
    const draw = (await care.staff.wit1.get(care.path(`/entries/${drawSeq}`))).body;
    expect(draw).toMatchObject({
      type: 'draw',
      seq: drawSeq,
      actors: [{ displayName: 'The rn1', meaning: 'performed' }],
    });
    expect(draw.named).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'container', name: vial }),
        expect.objectContaining({ kind: 'product', name: 'KET50' }),
        expect.objectContaining({ kind: 'location', name: 'ROOM1' }),
      ]),
    );
    expect((await care.staff.rn1.get(care.path(`/entries/${giveSeq}`))).body).toMatchObject({ type: 'give' });
  });

  test('is not found where it is none of stock or care', async () => {
    await care.staff.rn1.get(care.path(`/patients/${care.patientId}`));
    const { size } = (await care.staff.rn1.get(care.path('/head'))).body;
    expect((await care.staff.rn1.get(care.path(`/entries/${Number(size) - 1}`))).body.code).toBe('not_found');
  });
});

describe('a scan', () => {
  const scan = async (text: string, by = care.staff.rn1) =>
    (await by.send('POST', care.path('/scans'), { scan: text })).body;

  test('of a label of ours is that container', async () => {
    const [label] = (await care.vials()) as [string];
    expect(await scan(label)).toMatchObject({ kind: 'container', container: { label, state: 'sealed' } });
    expect(await scan(`]d2${label}\r`)).toMatchObject({ kind: 'container', container: { label } });
  });

  test('of a package is its product, and once its serial was received that container', async () => {
    const text = ']d201003040920531051760013110SC901\u001d21SER77';
    expect(await scan(text)).toMatchObject({ kind: 'product', product: { code: 'KET50' }, serial: 'SER77' });
    const receipt = care.clinic.receipt({ countedCount: 1, invoicedCount: 1, scan: text });
    const received = await done(care.checked('receipts', receipt));
    expect(await scan(text)).toMatchObject({
      kind: 'received',
      lotId: received.lotId,
      container: (received.containers as object[])[0],
    });
  });

  test('of the label at a door is that place', async () => {
    const { ROOM1 } = care.clinic.locations;
    expect(await scan('ROOM1')).toEqual({
      kind: 'location',
      location: { locationId: ROOM1, code: 'ROOM1', name: 'Room 1' },
      warnings: [],
    });
  });

  test('of a code or a bare GTIN is a product; of a word, nothing', async () => {
    expect(await scan('KET10')).toMatchObject({ kind: 'product', product: { productId: care.products.KET10 } });
    expect(await scan('00304092053105')).toMatchObject({ kind: 'product', product: { code: 'KET50' } });
    expect(await scan('304092053105')).toMatchObject({ kind: 'product', product: { code: 'KET50' } });
    expect(await scan('whatever')).toEqual({ kind: 'unknown', warnings: [] });
  });
});

describe('the charts', () => {
  const today = { from: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), to: '2099-12-31' };
  const report = async (name: string, query: Record<string, string> = {}) => {
    const { status, body } = await care.staff.com1.get(
      care.path(`/reports/${name}?${new URLSearchParams({ limit: '200', ...query })}`),
    );
    expect({ status, body }).toEqual({ status: 200, body });
    return body;
  };

  test('stock by day ends with what the stock report has now', async () => {
    await care.given();
    await care.vials(2, 'KET10');
    const stock = (await report('stock')).items as { productCode: string; bookMg: string; sealedContainers: number }[];
    for (const code of ['KET50', 'KET10'] as const) {
      const there = stock.filter(({ productCode }) => productCode === code);
      const days = (await report('stock-by-day', { ...today, productId: care.products[code] })).items ?? [];
      expect(there.length).toBeGreaterThan(0);
      expect(days.at(-1)).toMatchObject({
        productCode: code,
        bookMg: String(there.reduce((sum, { bookMg }) => sum + Number(bookMg), 0)),
        sealedContainers: there.reduce((sum, { sealedContainers }) => sum + sealedContainers, 0),
      });
      expect(days[0]).toMatchObject({ bookMg: '0', sealedContainers: 0 });
    }
  });

  test('waste by person leads to the wastage log of that person', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    await done(care.draw(sessionId, vial, '0.72'));
    await done(care.give(sessionId, '34'));
    await done(care.waste({ sessionId, amountMg: '2' }));
    const { rn1, rn2 } = care.staff;
    const row = (await report('waste-by-person', { ...today, personId: rn1.personId })).items?.[0];
    const log = (await report('wastage-log', { ...today, personId: rn1.personId })).items ?? [];
    expect(row).toMatchObject({ personName: 'The rn1', wastes: log.length });
    expect(Number(row?.wastedMg)).toBe(log.reduce((sum, { amountMg }) => sum + Number(amountMg), 0));
    expect((await report('wastage-log', { ...today, personId: rn2.personId })).items).toEqual([]);
  });

  test('refusals by day lead to the attempts', async () => {
    const sessionId = await care.session();
    for (const amountMg of ['1', '2'])
      expect((await care.give(sessionId, amountMg)).body.code).toBe('exceeds_amount_in_hand');
    const { personId } = care.staff.rn1;
    const [row] = (await report('refused-by-day', { ...today, personId, code: 'exceeds_amount_in_hand' })).items ?? [];
    const attempts =
      (await report('refused-attempts', { ...today, personId, code: 'exceeds_amount_in_hand' })).items ?? [];
    expect(row).toMatchObject({ attempts: attempts.length, firstSeq: attempts[0]?.seq, personName: 'The rn1' });
    expect(attempts.length).toBeGreaterThanOrEqual(2);
  });

  test('open matters hold what is in hand and what waits for witnesses, the oldest first', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    await done(care.draw(sessionId, vial, '0.68'));
    const waste = { sessionId, amountMg: '4', reason: 'dose remainder' };
    const pending = await done(care.staff.rn1.post(care.path('/pending-wastes'), waste));
    const items = (await report('open-matters')).items ?? [];
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'unbalanced_session', id: sessionId, amountMg: '34' }),
        expect.objectContaining({ kind: 'pending_waste', id: pending.pendingWasteId, amountMg: '4', seq: pending.seq }),
      ]),
    );
    const since = items.map((item) => String(item.since));
    expect(since).toEqual([...since].sort());
  });

  test('a session that was entered late is among the late entries', async () => {
    const occurredAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const sessionId = await care.session({ amountMg: '34' }, { occurredAt, lateReason: 'Power cut' });
    const items = (await report('late-entries', { from: '2020-01-01', to: '2099-12-31' })).items ?? [];
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'session', sessionId, late: true, lateReason: 'Power cut' }),
    );
  });

  test('a filter that a report does not take is refused, so that nobody takes the whole for a part', async () => {
    const { body } = await care.staff.com1.get(care.path(`/reports/stock?personId=${care.staff.rn1.personId}`));
    expect(body).toMatchObject({ code: 'request_invalid' });
    const late = await care.staff.com1.get(
      care.path(`/reports/late-entries?from=2020-01-01&to=2099-12-31&code=own_act`),
    );
    expect(late.body).toMatchObject({ code: 'request_invalid', field: 'code' });
  });
});
