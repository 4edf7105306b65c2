import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done, id } from '../support/api.js';
import { Care } from '../support/care.js';

let care: Care;

beforeAll(async () => {
  care = await Care.open('sessions');
}, 60_000);

afterAll(() => care?.stop());

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('a treatment', () => {
  test('from the order to the end: drawn, given, wasted, observed', async () => {
    const [vial] = (await care.vials()) as [string];
    const started = await done(
      care.staff.rn1.post(care.path('/sessions'), {
        patientId: care.patientId,
        productId: care.products.KET50,
        prescriberId: care.prescriberId,
        locationId: care.clinic.locations.ROOM1,
        route: 'intravenous',
        order: { amountMgPerKg: '0.5', weightKg: '68' },
        indication: 'treatment-resistant depression',
      }),
    );
    const sessionId = id(started.sessionId);
    expect(started).toMatchObject({ orderedMg: '34', plannedVolumeMl: '0.68' });
    expect(await care.one(sessionId)).toMatchObject({ anythingDrawn: false, inHandMg: '0' });

    const drawn = await done(care.draw(sessionId, vial, '0.72'));
    expect(drawn).toMatchObject({ amountMg: '36', inHandMg: '36', containerState: 'open' });
    expect(JSON.stringify(drawn)).not.toContain('464');

    const given = await done(care.give(sessionId, '34', { startedAt: ago(10), stoppedAt: ago(1) }));
    expect(Date.parse(String(given.observeUntil)) - Date.parse(String(given.lastDoseAt))).toBe(120 * 60_000);

    const end = await care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`));
    expect(end.body).toMatchObject({ code: 'session_not_balanced', detail: 'Still in hand are 2 mg.' });
    const unbalanced = await done(care.staff.rn1.get(care.path('/sessions/unbalanced')));
    expect(unbalanced.items).toContainEqual(expect.objectContaining({ sessionId, inHandMg: '2', pendingMg: '0' }));

    await done(care.waste({ sessionId, amountMg: '2' }));
    const early = await care.staff.rn1.post(care.path(`/sessions/${sessionId}/discharge`));
    expect(early.body.code).toBe('observation_incomplete');
    const left = await done(
      care.staff.rn1.post(care.path(`/sessions/${sessionId}/discharge`), { earlyReason: 'left' }),
    );
    expect(left.dischargedEarly).toBe(true);
    await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));

    expect(await care.one(sessionId)).toMatchObject({
      status: 'ended',
      anythingDrawn: true,
      order: { orderedMg: '34', amountMgPerKg: '0.5', weightKg: '68' },
      drawnMg: '36',
      givenMg: '34',
      wastedMg: '2',
      inHandMg: '0',
      balance: 'balanced',
      observation: { dischargedEarly: true },
      pendingWastes: [],
    });
    expect((await care.draw(sessionId, vial, '0.01')).body.code).toBe('session_ended');
  });

  test('its private words are in no record and in no column', async () => {
    const sessionId = await care.session({ amountMg: '34' }, { indication: 'zebra-stripe indication' });
    const { rows } = await care.clinic.organisation.superuser.query(
      `SELECT convert_from(record, 'UTF8') AS record FROM audit_record WHERE site_id = $1`,
      [care.clinic.siteId],
    );
    expect(JSON.stringify(rows)).not.toContain('zebra-stripe');
    const history = await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history`)));
    expect(history.items).toMatchObject([{ type: 'session', texts: { indication: 'zebra-stripe indication' } }]);
  });

  test('a kit is given by whole devices', async () => {
    const [kit] = (await care.vials(1, 'SPR56')) as [string];
    const ofKit = { productId: care.products.SPR56, route: 'intranasal' };
    const sessionId = await care.session({ amountMg: '56' }, ofKit);
    const draw = (body: object) => care.staff.rn1.post(care.path('/draws'), { sessionId, container: kit, ...body });
    expect((await draw({ volumeMl: '0.2' })).body.code).toBe('amount_unit_wrong');
    expect((await draw({ deviceCount: 3 })).body.code).toBe('insufficient_amount');
    expect((await done(draw({ deviceCount: 2 }))).containerState).toBe('empty');
    expect((await care.give(sessionId, '55')).body.code).toBe('amount_not_exact');
    expect(await done(care.give(sessionId, '56', { deviceCount: 2 }))).toMatchObject({ inHandMg: '0', deviceCount: 2 });
  });

  test('in the list of today, filtered, page after page', async () => {
    const made = [await care.session(), await care.session(), await care.session()];
    const ids = new Set<string>();
    let cursor = '';
    do {
      const page = await done(care.staff.rn1.get(care.path(`/sessions?day=today&status=open&limit=2${cursor}`)));
      expect(page.items!.length).toBeLessThanOrEqual(2);
      for (const { sessionId } of page.items!) {
        expect(ids.has(id(sessionId))).toBe(false);
        ids.add(id(sessionId));
      }
      cursor = page.nextCursor ? `&cursor=${String(page.nextCursor)}` : '';
    } while (cursor !== '');
    for (const sessionId of made) expect(ids).toContain(sessionId);
    const other = await done(care.staff.rn1.get(care.path('/sessions?day=2001-01-01')));
    expect(other.items).toEqual([]);
    expect((await care.staff.rn1.get(care.path('/sessions?day=yesterday'))).status).toBe(400);
  });
});

describe('what is entered late', () => {
  test('needs a reason, and says so for ever', async () => {
    const [vial] = (await care.vials()) as [string];
    const sessionId = await care.session();
    const body = { sessionId, container: vial, volumeMl: '0.1', occurredAt: ago(30) };
    expect((await care.staff.rn1.post(care.path('/draws'), body)).body.code).toBe('late_entry_needs_reason');
    const drawn = await done(care.staff.rn1.post(care.path('/draws'), { ...body, lateReason: 'no network' }));
    const history = await done(care.staff.rn1.get(care.path(`/containers/${vial}/history?first=newest`)));
    expect(history.items![0]).toMatchObject({ seq: drawn.seq, late: true, texts: { lateReason: 'no network' } });
    const future = { ...body, occurredAt: ago(-5) };
    expect((await care.staff.rn1.post(care.path('/draws'), future)).body.code).toBe('occurred_in_future');
  });
});

describe('a container taken out whole', () => {
  const taken = async () => {
    const [kit] = (await care.vials(1, 'SPR56')) as [string];
    const sessionId = await care.session({ amountMg: '56' }, { productId: care.products.SPR56, route: 'intranasal' });
    expect(await done(care.staff.rn1.post(care.path('/takes'), { sessionId, container: kit }))).toMatchObject({
      amountMg: '56',
      deviceCount: 2,
      inHandMg: '56',
    });
    return { kit, sessionId };
  };
  const stateOf = async (label: string) => {
    const found = await done(care.staff.rn1.get(care.path(`/containers?label=${label}`)));
    return found.items![0]!.state;
  };

  test('comes back sealed, which a second person has checked', async () => {
    const { kit, sessionId } = await taken();
    const body = { sessionId, container: kit };
    expect((await care.staff.rn1.post(care.path('/returns'), body)).body.code).toBe('second_person_missing');
    const own = await care.signed('returns', body, [care.staff.rn1]);
    expect(own.body.code).toBe('second_person_is_performer');
    const back = await care.signed('returns', body, [care.staff.rn2]);
    expect(back).toMatchObject({ status: 201, body: { inHandMg: '0', containerState: 'sealed' } });
    expect(await stateOf(kit)).toBe('sealed');
    expect(await care.one(sessionId)).toMatchObject({ drawnMg: '56', returnedMg: '56', balance: 'balanced' });
  });

  test('and used does not come back, and is empty when the session ends', async () => {
    const { kit, sessionId } = await taken();
    expect((await care.staff.rn1.post(care.path('/draws'), { sessionId, container: kit, deviceCount: 1 })).status).toBe(
      422,
    );
    await done(care.give(sessionId, '28', { deviceCount: 1 }));
    const back = await care.signed('returns', { sessionId, container: kit }, [care.staff.rn2]);
    expect(back.body.code).toBe('exceeds_amount_in_hand');
    await done(care.give(sessionId, '28', { deviceCount: 1 }));
    await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
    expect(await stateOf(kit)).toBe('empty');
  });
});
