import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, Pages, picture, scan, sign, TABLET } from '../support/browser.js';
import { done } from '../support/api.js';
import { Care } from '../support/care.js';
import { inHand, pageOf, press, signByKeys } from '../support/nurse-pages.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-session');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const history = async (sessionId: string) =>
  (await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history?first=newest`)))).items!;

test('a whole dose by scanner and keys alone is seven acts, and stands in the log with its witnesses', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session({ amountMgPerKg: '0.5', weightKg: '68' });
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByText('Ada Example').waitFor();
  expect(await axe(page)).toEqual([]);
  // 1: the vial.
  await scan(page, vial);
  await page.locator('button:focus:not([aria-disabled=true])', { hasText: 'Draw 0.68 mL' }).waitFor();
  await picture(page, 'session-draw');
  // 2: the volume. The order's is there; the syringe holds a little more.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('0.72', { delay: 80 });
  await page.keyboard.press('Enter');
  await inHand(page).getByText('36 mg', { exact: true }).waitFor();
  await picture(page, 'session-give');
  // 3: give what was ordered.
  await press(page, /Give 34 mg/);
  await inHand(page).getByText('2 mg', { exact: true }).waitFor();
  await picture(page, 'session-waste');
  expect(await axe(page)).toEqual([]);
  // 4: waste what is left. 5 and 6: two witnesses, here.
  await press(page, /Waste 2 mg/);
  await page.getByRole('dialog').getByText('0.04 mL · 2 mg').waitFor();
  await page.getByRole('dialog').getByText('Ada Example').waitFor();
  await picture(page, 'session-sign');
  expect(await axe(page)).toEqual([]);
  await signByKeys(page, 1, care.staff.wit1);
  await signByKeys(page, 2, care.staff.wit2);
  await page.getByText('Nothing in hand').waitFor();
  // 7: the end.
  await press(page, /End the session/);
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();
  await picture(page, 'session-ended');
  expect(await axe(page)).toEqual([]);
  expect(await care.one(sessionId)).toMatchObject({ status: 'ended', drawnMg: '36', givenMg: '34', wastedMg: '2' });
  const wasted = (await history(sessionId)).find(({ type }) => type === 'waste');
  expect(wasted).toMatchObject({
    late: false,
    texts: { reason: 'Dose remainder' },
    actors: [
      { displayName: 'The rn1', meaning: 'performed' },
      { displayName: 'The wit1', meaning: 'witnessed', attests: ['label', 'volume', 'act'] },
      { displayName: 'The wit2', meaning: 'witnessed' },
    ],
  });
  expect(pages.complaints).toEqual([]);
});

test('a forgotten waste is entered with its time and reason, and shows as late for ever', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByLabel('It happened earlier').check();
  // An hour ago by the clock on the clinic's wall, which is the page's.
  const wall = await page.getByLabel('When it happened').inputValue();
  const ago = new Date(Date.parse(`${wall}Z`) - 3_600_000).toISOString().slice(0, 16);
  await page.getByLabel('When it happened').fill(ago);
  // Nobody signs what would be refused: the reason comes first.
  await page.getByRole('button', { name: /Waste 2 mg/ }).click();
  await page.locator('textarea:focus:invalid').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByLabel('Why it is entered only now').fill('The next patient needed me first.');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'session-late');
  await page.getByRole('button', { name: /Waste 2 mg/ }).click();
  await sign(page, { displayName: 'The wit1', password: care.staff.wit1.password });
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  await sign(page, { displayName: 'The wit2', password: care.staff.wit2.password });
  await page.getByText('Entered late', { exact: true }).waitFor();
  const [wasted] = (await history(sessionId)).filter(({ type }) => type === 'waste');
  expect(wasted).toMatchObject({ late: true, texts: { lateReason: 'The next patient needed me first.' } });
  await done(care.staff.rn1.post(care.path(`/sessions/${sessionId}/end`)));
  expect(pages.complaints).toEqual([]);
});
