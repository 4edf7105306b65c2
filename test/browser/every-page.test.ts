/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, DESKTOP, logIn, Pages, picture } from '../support/browser.js';
import { startDemonstration, type PlayedDemonstration } from '../support/demonstration.js';

/** Each role that has pages of its own, and one account of it. */
const ROLES = ['nurse', 'pharmacist', 'compliance officer', 'administrator'] as const;
/** 1280 pixels at 400 % zoom (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

let demonstration: PlayedDemonstration;
let pages: Pages;

beforeAll(async () => {
  demonstration = await startDemonstration('every-page');
  pages = new Pages(demonstration.url);
}, 240_000);

afterAll(async () => {
  await pages?.close();
  await demonstration?.stop();
});

/** Where the role may go, by the places at the side. */
async function placesOf(page: Page): Promise<{ name: string; path: string }[]> {
  const links = await page.getByRole('navigation').first().getByRole('link').all();
  return Promise.all(
    links.map(async (link) => ({ name: (await link.innerText()).trim(), path: (await link.getAttribute('href'))! })),
  );
}

function accountPath(page: Page): string {
  return new URL(page.url()).pathname.replace(/\/[^/]+$/, '/account');
}

/** What sticks out at the side of a narrow page, if it can be scrolled sideways at all. */
async function widerThanThePage(page: Page): Promise<string[]> {
  // The page lays itself out anew after it was made narrow.
  const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, { timeout: 3_000 });
  if (
    await fits.then(
      () => true,
      () => false,
    )
  )
    return [];
  return page.evaluate(() => {
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1,
    );
    return [
      `wider than ${innerWidth} px: ${out
        .slice(0, 3)
        .map((one) => `${one.tagName}.${one.className} "${one.textContent?.slice(0, 30)}"`)
        .join('; ')}`,
    ];
  });
}

/** Buttons and fields that a gloved finger may miss (docs/web.md, "How it looks"). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, input:not([type=checkbox], [type=radio], [type=hidden])')]
      .map((one) => ({ one, box: (one.closest('.mantine-Input-wrapper') ?? one).getBoundingClientRect() }))
      // A button within a field (show the password, clear) is as high as the field lets it be.
      .filter(({ one, box }) => box.height > 0 && box.height < 43.5 && !one.closest('[data-position=right]'))
      .map(({ one, box }) => `only ${box.height} px high: ${one.tagName} "${one.textContent || one.ariaLabel}"`)
      .slice(0, 3),
  );
}

/** The page has come: its title is there and nothing is waited for. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page
    .getByRole('status', { name: /Loading|Cargando/ })
    .first()
    .waitFor({ state: 'detached' });
}

const title = (page: Page) => page.getByRole('heading', { level: 1 }).first().innerText();

/** As a person does: by the link at the side, where there is one. */
async function go(page: Page, path: string): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  const link = page.locator(`nav a[href="${path}"]`).first();
  if ((await link.count()) > 0) await link.click();
  else await page.goto(path);
  await page.waitForURL((url) => url.pathname === path);
  await settled(page);
}

describe.each(ROLES)('a visitor of the demonstration, as %s', (role) => {
  test('every place has a page, in light and dark, narrow and in Spanish, that axe and the browser have nothing against', async () => {
    const account = demonstration.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`the demonstration has no ${role}`);
    const page = await pages.open(DESKTOP);
    await page.goto('/');
    await logIn(page, account);
    await settled(page);
    expect(await page.getByRole('complementary').first().innerText()).toMatch(/Demonstration/);
    const faults: string[] = [];
    const note = (where: string, found: readonly string[]) => faults.push(...found.map((one) => `${where}: ${one}`));
    const places = [...(await placesOf(page)), { name: 'account', path: accountPath(page) }];
    const titles = new Map<string, string>();
    for (const { name, path } of places) {
      await go(page, path);
      note(`${name}, light`, await axe(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
      note(`${name}, dark`, await axe(page));
      await page.emulateMedia({ colorScheme: null });
      await picture(page, `${role.replace(' ', '-')}.${path.split('/').at(-1)}`);
      await page.setViewportSize(NARROW);
      note(name, await widerThanThePage(page));
      note(name, await smallTargets(page));
      await page.setViewportSize(DESKTOP.viewport!);
      titles.set(path, await title(page));
    }
    await page.evaluate(() => localStorage.setItem('countersign.language', 'es'));
    await page.reload();
    for (const { name, path } of places) {
      await go(page, path);
      if ((await title(page)) === titles.get(path)) note(name, ['not in Spanish']);
    }
    expect(faults).toEqual([]);
    expect(pages.complaints).toEqual([]);
  }, 180_000);
});
