/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, Pages, PHONE, picture } from '../support/browser.js';
import { Care } from '../support/care.js';
import { codeVideo } from '../support/code-video.js';

/** The camera reads codes for real: a film of one is what Chromium's fake camera shows, under the policy of our own pages. */
let care: Care;
const opened: Pages[] = [];

beforeAll(async () => {
  care = await Care.open('browser-camera');
}, 120_000);

afterAll(async () => {
  for (const pages of opened) await pages.close();
  await care?.stop();
});

function camera(film: string): Pages {
  const pages = new Pages(care.clinic.organisation.server.url, film);
  opened.push(pages);
  return pages;
}

test('a label of ours opens its container', async () => {
  const [label] = (await care.vials(1)) as [string];
  const pages = camera(codeVideo('datamatrix', label));
  const page = await pages.as(care.staff.rph1, PHONE);
  await page.getByRole('button', { name: 'Scan' }).click();
  await page.getByRole('heading', { name: label, level: 1 }).waitFor();
  expect(pages.complaints).toEqual([]);
});

test('a package’s GS1 code goes into the delivery, its separators with it', async () => {
  const pages = camera(codeVideo('gs1datamatrix', '(01)00304092053105(10)LT10a(17)600131(21)S77'));
  const page = await pages.as(care.staff.rph1, PHONE);
  await page.goto(`/sites/${care.clinic.siteId}/deliveries/new`);
  await page.getByRole('heading', { name: 'New delivery' }).waitFor();
  await page.getByRole('button', { name: 'Scan' }).click();
  await page.getByText('Lot LT10a · Expires Jan 31, 2060 · Serial S77').waitFor();
  expect(pages.complaints).toEqual([]);
});

test('without a camera the label is typed', async () => {
  const [label] = (await care.vials(1)) as [string];
  const pages = new Pages(care.clinic.organisation.server.url);
  opened.push(pages);
  const page = await pages.as(care.staff.rph1);
  await page.getByRole('button', { name: 'Scan' }).click();
  await page.getByText('There is no camera').waitFor();
  await picture(page, 'camera-none');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Or type it').fill(label);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: label, level: 1 }).waitFor();
});
