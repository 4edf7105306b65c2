/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeBoth, DESKTOP, logIn, Pages, picture } from '../support/browser.js';
import { startDemonstration, type PlayedDemonstration } from '../support/demonstration.js';
import { lostOrCovered, widerThanThePage, withTextTwiceAsLarge, withWindowZoomed } from '../support/zoom.js';

/** Each role that has pages of its own, and one account of it. */
const ROLES = ['nurse', 'pharmacist', 'compliance officer', 'administrator'] as const;
/** What opens over a place of a role, and by which button. */
const OVER: Record<(typeof ROLES)[number], readonly Over[]> = {
  nurse: [
    { at: 'counts', button: 'Labels of places' },
    { at: 'today', button: /^RN\d$/, in: 'banner', role: 'group' },
  ],
  pharmacist: [
    { at: 'partners', button: 'Add a supplier' },
    { at: 'partners', button: 'Add a prescriber' },
    { at: 'products', button: /^Change / },
  ],
  'compliance officer': [
    { at: 'reports/reconciliation', button: /\d{4}/, role: 'group' },
    { at: 'reports/reconciliation', button: 'Export', role: 'menu' },
  ],
  administrator: [
    { at: 'people', button: 'Add a person' },
    { at: 'people' },
    { at: 'locations', button: 'Add a location' },
    { at: 'locations', button: /^Change / },
    { at: 'products', button: 'Add a product' },
  ],
};
interface Over {
  readonly at: string;
  /** Left out: the first in the list. */
  readonly button?: string | RegExp;
  readonly in?: 'banner';
  readonly role?: 'dialog' | 'group' | 'menu';
}
/** 1280 pixels at 400 % zoom (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

let demonstration: PlayedDemonstration;
let pages: Pages;

beforeAll(async () => {
  demonstration = await startDemonstration();
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

/** The address of a place of the site that is open. */
function atSite(page: Page, place: string): string {
  return new URL(page.url()).pathname.replace(/^(\/sites\/[^/]+)\/.*$/, `$1/${place}`);
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

/** Whoever asks for less motion (as these windows do) is shown none; what turns while one waits says that something goes on. */
function movesAnyway(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target)
      .filter((moved) => !moved?.closest('.mantine-Loader-root'))
      .map((moved) => `moves: ${moved?.tagName}.${moved?.className}`),
  );
}

/** What lies over a page is judged as the page is; and the focus goes back to what opened it. */
async function faultsOver(page: Page, { at, button, in: part, role = 'dialog' }: Over): Promise<string[]> {
  await go(page, atSite(page, at));
  const main = page.getByRole(part ?? 'main');
  const opener =
    button === undefined ? main.getByRole('row').getByRole('button') : main.getByRole('button', { name: button });
  await opener.first().click();
  const over = part === 'banner' ? main.getByRole(role) : page.getByRole(role).last();
  await over.waitFor();
  const moves = await movesAnyway(page);
  const fits = async () => [...(await widerThanThePage(page)), ...(await lostOrCovered(page))];
  const faults = [
    ...moves,
    ...(await axeBoth(page)),
    ...(await withWindowZoomed(page, fits)),
    ...(await withTextTwiceAsLarge(page, fits)),
  ];
  const shown = await over.elementHandle();
  await page.keyboard.press('Escape');
  await page.waitForFunction((one) => !one?.isConnected, shown);
  const goesBack = page.waitForFunction((one) => one === document.activeElement, await opener.first().elementHandle(), {
    timeout: 3_000,
  });
  await goesBack.catch(() => faults.push('the focus does not go back'));
  return faults;
}

test('a visitor of the demonstration reads that the month was played, and that everything agrees', () => {
  const { printed } = demonstration;
  expect(printed).toContain('Accepted: 1025 rows.');
  expect(printed).toContain('Replayed (sent twice, recorded once): 2 rows.');
  expect(printed).toContain('Refused: 55 rows.');
  expect(printed).toContain('Not yet known to this version: 0 rows.');
  expect(printed).toMatch(/The ledger agrees with expected\.json: all 240 conclusions compared are the same\.\n/);
  expect(printed).toContain('all verified');
  expect(printed).toMatch(/rn1 +[a-z]+-[a-z]+-[a-z]+-\d\d +nurse/);
});

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
    const places = [...(await placesOf(page)), { name: 'account', path: atSite(page, 'account') }];
    const titles = new Map<string, string>();
    for (const { name, path } of places) {
      await go(page, path);
      note(name, await axeBoth(page));
      await picture(page, `${role.replace(' ', '-')}.${path.split('/').at(-1)}`);
      await page.setViewportSize(NARROW);
      note(name, await widerThanThePage(page));
      note(name, await smallTargets(page));
      await page.setViewportSize(DESKTOP.viewport!);
      const fits = async () => [...(await widerThanThePage(page)), ...(await lostOrCovered(page))];
      note(`${name}, at 200 %`, await withWindowZoomed(page, fits));
      note(`${name}, text at 200 %`, await withTextTwiceAsLarge(page, fits));
      titles.set(path, await title(page));
    }
    for (const over of OVER[role])
      note(`${over.at}, ${String(over.button ?? 'the first')}`, await faultsOver(page, over));
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
