/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import type { Care } from './care.js';

/** The address of a page of the clinic's site. */
export function pageOf(care: Care, rest: string): string {
  return `/sites/${care.clinic.siteId}/${rest}`;
}

/** What stands at the foot of a session. */
export function inHand(page: Page): Locator {
  return page.getByRole('status', { name: 'In hand' });
}

/** Presses the button that has the focus, once it answers: what has just come under the finger waits a moment. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await page.locator('button:focus:not([aria-disabled=true])', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** A signature with nothing but keys: the name, three ticks, the password. */
export async function signByKeys(page: Page, nth: number, who: { username: string; password: string }): Promise<void> {
  const dialog = page.getByRole('dialog', { name: `Signature ${nth} of 2` });
  await dialog.waitFor();
  await dialog.getByLabel('Who signs').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(`The ${who.username}`, { delay: 50 });
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
