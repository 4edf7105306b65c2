import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { logIn, Pages, TABLET } from '../support/browser.js';
import { done } from '../support/api.js';
import { Care } from '../support/care.js';
import { inHand, pageOf } from '../support/nurse-pages.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-session-line');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const drawsOf = async (sessionId: string) =>
  (await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history`)))).items!.filter(
    ({ type }) => type === 'draw',
  );

/** The next draw reaches the ledger and is recorded, but its answer never arrives; no other draw gets through before `mend`. */
async function loseTheAnswer(page: Page): Promise<{ mend: () => Promise<void> }> {
  let reached = false;
  await page.route('**/draws', async (route) => {
    if (!reached) {
      reached = true;
      await route.fetch();
    }
    await route.abort('connectionreset');
  });
  return { mend: () => page.unroute('**/draws') };
}

test('an answer that was lost: the form stays, the same act is sent again, and it is recorded once', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByRole('radio', { name: vial }).check();
  await page.getByLabel('Volume drawn').fill('0.7');
  const line = await loseTheAnswer(page);
  await page.getByRole('button', { name: 'Draw 0.7 mL' }).click();
  await page.getByText('No answer from the ledger').waitFor();
  expect(await page.getByLabel('Volume drawn').inputValue()).toBe('0.7');
  await line.mend();
  await page.getByRole('button', { name: 'Send again' }).click();
  await inHand(page).getByText('35 mg', { exact: true }).waitFor();
  expect(await drawsOf(sessionId)).toHaveLength(1);
  expect(pages.complaints).toEqual([]);
});

test('a lock in mid-form: the draft and an unanswered act wait for their owner; another nurse sees nothing of them', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByRole('radio', { name: vial }).check();
  await page.getByLabel('Volume drawn').fill('0.7');
  const line = await loseTheAnswer(page);
  await page.getByRole('button', { name: 'Draw 0.7 mL' }).click();
  await page.getByText('No answer from the ledger').waitFor();
  await page.keyboard.press('Alt+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect(await page.getByText('Ada Example').count()).toBe(0);
  await page.getByRole('button', { name: 'Somebody else logs in' }).click();
  await page.getByRole('button', { name: 'Somebody else', exact: true }).click();
  await logIn(page, care.staff.rn2);
  await page.getByText('Volume drawn').or(page.getByText('Amount given')).first().waitFor();
  expect(await page.getByText('No answer from the ledger').count()).toBe(0);
  await page.getByText('Draw', { exact: true }).click();
  expect(await page.getByLabel('Volume drawn').inputValue()).not.toBe('0.7');
  expect(await page.getByRole('radio', { checked: true, name: vial }).count()).toBe(0);
  await page.keyboard.press('Alt+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await page.getByRole('button', { name: 'Somebody else logs in' }).click();
  await page.getByRole('button', { name: 'The rn1', exact: true }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill(care.staff.rn1.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('Draw', { exact: true }).click();
  await page.getByText('No answer from the ledger').waitFor();
  expect(await page.getByLabel('Volume drawn').inputValue()).toBe('0.7');
  await line.mend();
  await page.getByRole('button', { name: 'Send again' }).click();
  await inHand(page).getByText('35 mg', { exact: true }).waitFor();
  expect(await drawsOf(sessionId)).toHaveLength(1);
  expect(pages.complaints).toEqual([]);
});

test('two browsers at one vial: the second sees that it changed, and is refused beside the field what is not there any more', async () => {
  const [vial] = (await care.vials()) as [string];
  const [first, second] = [await care.session({ amountMg: '300' }), await care.session({ amountMg: '300' })];
  const one = await pages.as(care.staff.rn1, TABLET);
  const other = await pages.as(care.staff.rn2, TABLET);
  await one.goto(pageOf(care, `sessions/${first}`));
  await other.goto(pageOf(care, `sessions/${second}`));
  const at = (page: Page) => page.getByRole('radio', { name: vial });
  await at(one).check();
  await at(other).check();
  await one.getByRole('button', { name: 'Draw 6 mL' }).click();
  await inHand(one).getByText('300 mg', { exact: true }).waitFor();
  // Without a touch: the other's list says that the vial is open now, and the choice stays.
  await other
    .getByText(/^Open, use until/)
    .first()
    .waitFor();
  expect(await at(other).isChecked()).toBe(true);
  await other.getByRole('button', { name: 'Draw 6 mL' }).click();
  await other.getByText(`By the book ${vial} does not hold the 300 mg`).first().waitFor();
  expect(await care.one(second)).toMatchObject({ inHandMg: '0', drawnMg: '0' });
  expect(await other.getByLabel('Volume drawn').inputValue()).toBe('6');
  expect(pages.complaints).toEqual([]);
});
