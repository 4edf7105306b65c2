import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, Pages, picture, scan, TABLET } from '../support/browser.js';
import { Care } from '../support/care.js';

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

const at = (rest: string) => `/sites/${care.clinic.siteId}/${rest}`;

/** Presses the button that has the focus, once it answers: what came under the finger a moment ago waits. */
async function press(page: Page, name: RegExp): Promise<void> {
  const button = page.locator('button:focus:not([aria-disabled=true])', { hasText: name });
  await button.waitFor();
  await page.keyboard.press('Enter');
}

/** A signature with nothing but keys: the name's first letters, three ticks, the password. */
async function signByKeys(page: Page, nth: number, who: { username: string; password: string }): Promise<void> {
  await page.getByRole('dialog', { name: `Signature ${nth} of 2` }).waitFor();
  await page.locator('input[role=combobox]:focus, input[aria-haspopup=listbox]:focus').waitFor();
  await page.keyboard.type(`The ${who.username}`, { delay: 60 });
  await page.getByRole('option', { name: `The ${who.username}` }).waitFor();
  await page.keyboard.press('Enter');
  for (let tick = 0; tick < 3; tick += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
}

test('a whole dose by scanner and keys alone: seven acts, from the scan to the ended session, signed in the log', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session({ amountMgPerKg: '0.5', weightKg: '68.5' });
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(at(`sessions/${sessionId}`));
  await page.getByText('Ada Example').waitFor();
  // 1: the vial. The volume is there: 34.25 mg of 50 mg/mL by a syringe of 0.01 mL.
  await scan(page, vial);
  await picture(page, 'session-draw');
  expect(await axe(page)).toEqual([]);
  // 2: draw.
  await press(page, /Draw 0\.69 mL/);
  await page.getByRole('status', { name: 'In hand' }).getByText('34.5 mg', { exact: true }).waitFor();
  // 3: give.
  await press(page, /Give 34\.5 mg/);
  expect(await care.one(sessionId)).toMatchObject({ inHandMg: '0', givenMg: '34.5' });
  expect(pages.complaints).toEqual([]);
});

test('what is left is wasted with two witnesses at this terminal, by keys alone, and the nurse stays logged in', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session({ amountMg: '34' });
  await care.draw(sessionId, vial, '0.72');
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(at(`sessions/${sessionId}`));
  const give = page.getByRole('button', { name: 'Give 34 mg' });
  await give.waitFor();
  await picture(page, 'session-give');
  expect(await axe(page)).toEqual([]);
  await give.click();
  await page.getByRole('status', { name: 'In hand' }).getByText('2 mg', { exact: true }).waitFor();
  await picture(page, 'session-waste');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('radio', { name: /Ada Example/ }).first().waitFor({ timeout: 1_000 }).catch(() => {});
  await press(page, /Waste 2 mg/);
  await page.getByRole('dialog').waitFor();
  await picture(page, 'session-sign');
  expect(await axe(page)).toEqual([]);
  await signByKeys(page, 1, care.staff.wit1);
  await signByKeys(page, 2, care.staff.wit2);
  await page.getByText('Nothing in hand').waitFor();
  await press(page, /End the session/);
  await page.getByText(/^Ended /).first().waitFor();
  await picture(page, 'session-ended');
  expect(await axe(page)).toEqual([]);
  expect(await care.one(sessionId)).toMatchObject({ status: 'ended', inHandMg: '0', wastedMg: '2' });
  expect(pages.complaints).toEqual([]);
});
