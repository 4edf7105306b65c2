import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Care } from '../support/care.js';
import { done, id } from '../support/api.js';

let care: Care;

beforeAll(async () => {
  care = await Care.open('counts');
}, 60_000);

afterAll(() => care?.stop());

const closeOut = (container: string, measuredVolumeMl = '0') =>
  care.signed('close-outs', { container, measuredVolumeMl }, [care.staff.wit1]);
const count = (body: object) => care.signed('counts', body, [care.staff.rn2]);
const room = () => ({ locationId: care.clinic.locations.ROOM1, productId: care.products.KET50 });

/** An open vial with this much left of its book, in mL. */
async function vialWith(leftMl: number): Promise<string> {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, (10 - leftMl).toFixed(2)));
  return vial;
}

describe('a close-out', () => {
  test.each([
    ['books the overfill a vial gave', -0.4, { class: 'overfill_gain', varianceMg: '20', bookMg: '-20' }],
    ['books a shortage of exactly three percent', 0.3, { class: 'close_out_shortage', varianceMg: '-15' }],
    ['moves nothing where book and measure agree', 0, { class: 'exact', varianceMg: '0' }],
  ])('%s', async (_, left, says) => {
    const vial = await vialWith(left);
    expect((await closeOut(vial)).body).toMatchObject({ ...says, containerState: 'empty' });
    const sessionId = await care.session();
    expect((await care.draw(sessionId, vial, '0.01')).status).toBe(422);
  });

  test('short by more opens a discrepancy that holds it in suspense, with its history', async () => {
    const vial = await vialWith(0.31);
    const { body } = await closeOut(vial);
    expect(body).toMatchObject({ class: 'discrepancy', varianceMg: '-15.5' });
    const found = await done(care.staff.com1.get(care.path(`/discrepancies/${id(body.discrepancyId)}`)));
    expect(found).toMatchObject({
      kind: 'close_out',
      status: 'open',
      container: vial,
      inSuspenseMg: '15.5',
      openedSeq: body.seq,
      openedByName: 'The rn1',
      history: [{ type: 'close_out', seq: body.seq }],
    });
  });

  test('needs its witness, an open vial, and nothing left in it', async () => {
    const vial = await vialWith(1);
    const alone = await care.staff.rn1.post(care.path('/close-outs'), { container: vial, measuredVolumeMl: '0' });
    expect(alone.body.code).toBe('witness_missing');
    expect((await closeOut(vial, '1')).body.code).toBe('container_not_empty');
    const [sealed] = (await care.vials()) as [string];
    expect((await closeOut(sealed)).body.code).toBe('container_not_open');
  });
});

describe('a blind count', () => {
  test('tells the book only once it is signed; a mismatch opens a discrepancy by itself', async () => {
    await care.vials(3);
    const { rows } = await care.clinic.organisation.superuser.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM container WHERE state = 'sealed' AND location_id = $1 AND product_id = $2`,
      [care.clinic.locations.ROOM1, care.products.KET50],
    );
    const bookContainers = rows[0]!.n;
    const unsigned = await care.staff.rn1.post(care.path('/counts'), { ...room(), countedContainers: 1 });
    expect(unsigned.body.code).toBe('second_person_missing');
    expect(unsigned.body).not.toHaveProperty('bookMg');
    expect(unsigned.body.detail).toBe('The second person has not signed.');

    const exact = await done(count({ ...room(), countedContainers: bookContainers }));
    expect(exact).toMatchObject({ bookContainers, varianceContainers: 0, withinTolerance: true });
    expect(exact).not.toHaveProperty('discrepancyId');

    const short = await done(count({ ...room(), countedContainers: bookContainers - 1 }));
    expect(short).toMatchObject({ varianceContainers: -1, varianceMg: '-500', withinTolerance: false });
    const open = await done(care.staff.com1.get(care.path('/discrepancies?status=open')));
    expect(open.items).toContainEqual(
      expect.objectContaining({
        discrepancyId: short.discrepancyId,
        kind: 'count',
        varianceMg: '-500',
        varianceContainers: -1,
        inSuspenseMg: '0',
        ageHours: 0,
      }),
    );
    const counts = await done(care.staff.rn1.get(care.path('/counts?limit=2')));
    expect(counts.items).toMatchObject([
      { countId: short.countId, discrepancyId: short.discrepancyId, countedByName: 'The rn1' },
      { countId: exact.countId, withinTolerance: true },
    ]);
  });

  test('of an open vial allows what overfill and hubs explain', async () => {
    const vial = await vialWith(4);
    const measured = (measuredVolumeMl: string) => count({ container: vial, measuredVolumeMl });
    expect((await measured('4.5')).body).toMatchObject({ varianceMg: '25', withinTolerance: true, method: 'measured' });
    expect((await measured('3.7')).body).toMatchObject({ varianceMg: '-15', withinTolerance: true });
    expect((await measured('3.69')).body).toMatchObject({ varianceMg: '-15.5', withinTolerance: false });
  });

  test('has a sheet that names what to count, and no amounts', async () => {
    const vial = await vialWith(4);
    const sheet = await done(care.staff.rn1.get(care.path(`/counts/sheet?locationId=${care.clinic.locations.ROOM1}`)));
    expect((sheet.products as { code: string }[]).map(({ code }) => code)).toEqual(['KET10', 'KET50', 'SPR56']);
    expect(sheet.openContainers).toContainEqual({
      containerId: expect.any(String),
      container: vial,
      productId: care.products.KET50,
      measuredIn: 'mL',
    });
    // No figure anywhere: not in a number, not in a text.
    const figures = JSON.stringify(sheet, (key, value: unknown) =>
      /id$|^container$|code|name/i.test(key) ? undefined : value,
    );
    expect(figures).not.toMatch(/\d/);
  });

  test('is of sealed containers or of an open one', async () => {
    for (const body of [{}, room(), { ...room(), countedContainers: 1, container: 'X' }, { container: 'X' }]) {
      expect((await care.staff.rn1.post(care.path('/counts'), body)).body.code).toBe('request_invalid');
    }
  });
});
