/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, Pages, picture } from '../support/browser.js';
import { Care } from '../support/care.js';
import { manyContainers } from '../support/many-containers.js';
import { until } from '../support/signer.js';

/** As many as a test has time for; bench/reads scrolls through five times as many. */
const MANY = 20_000;

let care: Care;
let pages: Pages;
let vials: string[];

beforeAll(async () => {
  care = await Care.open('browser-renewing');
  pages = new Pages(care.clinic.organisation.server.url);
  vials = await care.vials(2);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const at = (rest: string) => `/sites/${care.clinic.siteId}/${rest}`;

/** What a page asks the ledger from now on, by the part of the address after the site's. */
function asked(page: Page): string[] {
  const all: string[] = [];
  page.on('request', (request) => {
    const [, rest] = request.url().split(`/api/v1${at('')}`);
    if (rest !== undefined && request.method() === 'GET' && !rest.startsWith('head')) all.push(rest);
  });
  return all;
}

/** A dose of somebody else, and until the page has seen that the log has grown. */
async function anothersDose(page: Page): Promise<void> {
  const sessionId = await care.session();
  const { seq } = (await done(care.draw(sessionId, vials[0] as string, '0.2'))) as { seq: number };
  await page.waitForResponse(async (response) => {
    if (!response.url().includes(`${at('head')}`) || !response.ok()) return false;
    return ((await response.json()) as { size: number }).size > seq;
  });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

test('what the book says is told once, and not again with each dose of another: each look is a record', async () => {
  const page = await pages.as(care.staff.rph1);
  await page.goto(at(`containers/${vials[1]}`));
  await page.getByRole('button', { name: 'What the book says' }).click();
  await page.getByText('500 mg · 10 mL', { exact: true }).waitFor();
  await anothersDose(page);
  await anothersDose(page);
  const looks = (await care.clinic.types()).filter((type) => type === 'book_read');
  expect(looks).toHaveLength(1);
});

test('a dose of another renews what doses move, and nothing of what a site knows of itself; a new room renews that', async () => {
  const page = await pages.as(care.staff.rn1);
  await page.goto(at('stock'));
  await page.getByRole('link', { name: vials[0] as string }).waitFor();
  const all = asked(page);
  await anothersDose(page);
  await until(() => all.some((one) => one.startsWith('containers?')));
  expect(all.filter((one) => one.startsWith('containers?'))).toHaveLength(1);
  expect(all.filter((one) => /^(products|locations|suppliers|prescribers|people)/.test(one))).toEqual([]);
  await done(care.clinic.organisation.admin.post(care.path('/locations'), { code: 'ROOM9', name: 'A new room' }));
  await page.getByRole('option', { name: 'A new room' }).waitFor({ state: 'attached' });
});

test('a long list: any of it by its day, and what is far costs nothing when the log grows', async () => {
  await manyContainers(care.clinic.organisation.superuser, { label: vials[1] as string, count: MANY });
  const page = await pages.as(care.staff.rn1);
  await page.goto(at('stock'));
  await page.getByRole('link', { name: 'MANY-000003' }).waitFor();
  const list = page.getByRole('region', { name: 'Stock' });
  // A page more each time, until six are walked through.
  await until(async () => {
    await list.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    const shown = await page.getByRole('row').evaluateAll((rows) => rows.map((row) => Number(row.ariaRowIndex)));
    expect(shown.length).toBeLessThan(80);
    return Math.max(...shown) > 6 * 200;
  });
  const all = asked(page);
  await anothersDose(page);
  // The page in sight, and the one beside it: not the seven that were scrolled through.
  await until(() => all.length > 0);
  expect(all.filter((one) => one.startsWith('containers?')).length).toBeLessThanOrEqual(2);
  await list.evaluate((box) => box.scrollTo({ top: 0 }));
  await page.getByRole('link', { name: 'MANY-000003' }).waitFor();
  await page.getByLabel('Last day from').fill('2042-09-20');
  await page.getByRole('link', { name: 'MANY-019860' }).waitFor();
  await list.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await page.getByRole('link', { name: `MANY-0${MANY - 1}` }).waitFor();
  await picture(page, 'stock-many');
  expect(await axe(page)).toEqual([]);
  expect(pages.complaints).toEqual([]);
});
