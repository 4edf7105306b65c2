import type { Page } from 'playwright-core';
import type { Care } from './care.js';
import { pageOf } from './nurse-pages.js';

interface Typed {
  readonly username: string;
  readonly password: string;
}

/** Enrols a first key by the account page; somebody else vouches with name and password. */
export async function enrolInPage(
  page: Page,
  care: Care,
  of: { password: string; name: string; voucher: Typed },
): Promise<void> {
  await page.goto(pageOf(care, 'account'));
  await page.getByRole('button', { name: 'Enrol a key' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(of.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Name of the key').fill(of.name);
  await page.getByLabel('User name of who knows you').fill(of.voucher.username);
  await page.getByRole('textbox', { name: 'Their password' }).fill(of.voucher.password);
  await page.getByRole('button', { name: 'Touch the key' }).click();
  await page.getByText(`${of.name} is enrolled.`).waitFor();
}

/** Leaves the screen to whoever comes next. */
export async function leave(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: username }).click();
  await page.getByRole('button', { name: 'Switch person' }).click();
  await page.getByRole('button', { name: 'Somebody else' }).waitFor();
}

/** Leaves the screen to somebody who was not here lately: the log-in asks for their name. */
export async function switchPerson(page: Page, username: string): Promise<void> {
  await leave(page, username);
  await page.getByRole('button', { name: 'Somebody else' }).click();
}
