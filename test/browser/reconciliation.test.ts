/// <reference lib="dom" />
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Body, done } from '../support/api.js';
import { axe, Pages, PHONE, picture } from '../support/browser.js';
import { type ClinicDay, playDay } from '../support/clinic-day.js';
import { SITE } from '../support/clinic.js';

let day: ClinicDay;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  day = await playDay('browser-reconciliation');
  pages = new Pages(day.care.clinic.organisation.server.url);
  page = await pages.as(day.care.staff.com1);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await day?.care.stop();
});

const at = (rest: string) => `/sites/${day.care.clinic.siteId}/${rest}`;
const read = async (rest: string): Promise<Body> => done(day.care.staff.com1.get(day.care.path(rest)));
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: SITE.timeZone }).format(new Date());
const newest = async (type: string): Promise<Body> =>
  ((await read(`/log?type=${type}&first=newest&limit=1`)).items as Body[])[0] as Body;

/** The figures of the statement on the page: name of the figure → its texts, column by column. */
async function statement(): Promise<Record<string, string[]>> {
  await page.getByRole('region', { name: /^Statement/ }).waitFor();
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('tr[data-figure]')].map((row) => [
        row.dataset.figure ?? '',
        [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()),
      ]),
    ),
  );
}

test('the morning shows all that is open with its age, and each figure leads to its entries', async () => {
  await page.goto(at('morning'));
  await page.getByRole('heading', { name: '4 matters are open' }).waitFor();
  const open = (await read('/reports/open-matters')).items as Body[];
  expect(open.map(({ kind }) => kind).sort()).toEqual([
    'discrepancy',
    'pending_waste',
    'unbalanced_session',
    'unbalanced_session',
  ]);
  const table = page.getByRole('table', { name: 'Open now' });
  await expect(table.getByRole('link').count()).resolves.toBe(4);
  await page
    .getByRole('link', { name: /Refused attempts/ })
    .getByText('1', { exact: true })
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'morning');
  await table.getByRole('link', { name: /500 mg of KET50 not explained/ }).click();
  await page.waitForURL(`**/discrepancies/${day.discrepancyId}`);
  await page.getByText('does not record how a discrepancy is resolved').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'discrepancy');
});

test('from the site to a vial to an entry to its signatures, the sums as the interface says them', async () => {
  await page.goto(at(`reports/reconciliation?from=${today()}&to=${today()}`));
  const told = await read(`/reports/reconciliation?by=product&from=${today()}&to=${today()}`);
  const row = (told.items as Body[])[0] as Record<string, string>;
  const shown = await statement();
  const inEnglish = (mg: string) => mg.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  for (const [figure, texts] of Object.entries(shown)) {
    if (figure.endsWith('Mg')) expect({ figure, texts }).toEqual({ figure, texts: [inEnglish(row[figure] as string)] });
  }
  expect(Object.keys(shown)).toEqual(expect.arrayContaining(['receivedMg', 'administeredMg', 'wastedMg', 'inHandMg']));
  await page.getByText('It adds up').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'reconciliation');
  await page.getByRole('columnheader', { name: 'KET50' }).getByRole('link').click();
  await page.getByText('By vial').click();
  await page.getByRole('table', { name: 'By vial' }).getByRole('link', { name: day.vial }).click();
  await page.getByRole('navigation', { name: 'Where you are' }).getByText(`Vial ${day.vial}`).waitFor();
  expect((await statement()).drawnMg).toEqual(['36']);
  await picture(page, 'reconciliation-vial');
  await page.goBack();
  await page.getByText('By session').click();
  await page.getByRole('table', { name: 'By session' }).getByRole('link').first().click();
  await page.getByRole('link', { name: /wasted 2 mg · 0.04 mL of KET50/ }).click();
  await page.getByRole('heading', { name: `Record ${day.wasteSeq}` }).waitFor();
  const signed = page.getByRole('region', { name: 'Who signed' });
  await signed.getByText('The wit1 (witness) witnessed it').waitFor();
  await expect(signed.getByText('With password').count()).resolves.toBe(3);
});

test('a file is what the interface answers, and its digest stands in the record of the export', async () => {
  await page.goto(at(`reports/reconciliation?from=${today()}&to=${today()}&by=container`));
  for (const [item, ending] of [
    ['CSV, for a spreadsheet', '.csv'],
    ['JSON, for a program', '.json'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^reconciliation-by-container_.*\\${ending}$`));
    const bytes = readFileSync((await download.path()) as string);
    const { act, seq } = await newest('export');
    expect(act).toMatchObject({ by: 'container', sha256: createHash('sha256').update(bytes).digest('base64') });
    await page.getByText(`Record ${String(seq)}.`).waitFor();
    if (ending === '.json') {
      const whole = await read(`/reports/reconciliation?by=container&from=${today()}&to=${today()}&limit=200`);
      // The export is a record of the same day.
      const before = { ...(whole.period as Body), untilSeq: Number(seq) };
      expect(JSON.parse(bytes.toString('utf8'))).toEqual({ ...whole, period: before });
    } else {
      expect(bytes.toString('utf8')).toContain(day.vial);
    }
  }
});

test('on paper stand the registrant, the period, who printed it, and the record of the export with its code', async () => {
  await page.goto(at(`reports/wastage-log?from=${today()}&to=${today()}`));
  await page.getByRole('table', { name: 'Waste log' }).first().waitFor();
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }));
  await page.getByRole('button', { name: 'Print' }).click();
  await page.locator('body[data-printed]').waitFor();
  const { seq, act } = await newest('export');
  await page.emulateMedia({ media: 'print' });
  for (const text of [SITE.name, SITE.deaNumber, 'The com1', `Export record ${String(seq)}`]) {
    await expect(page.locator('.paper-head').getByText(text).isVisible()).resolves.toBe(true);
  }
  await expect(page.locator('.paper-head').innerText()).resolves.toContain((act as Body).sha256 as string);
  await expect(page.getByRole('img', { name: /digest/ }).isVisible()).resolves.toBe(true);
  await expect(page.locator('table.paper-table tbody tr').count()).resolves.toBe(1);
  await expect(page.getByRole('button', { name: 'Print' }).isVisible()).resolves.toBe(false);
  await picture(page, 'waste-log-paper');
  await page.emulateMedia({ media: null });
});

test('patients are read when somebody asks, once, and that is recorded once', async () => {
  const readings = async () => ((await read('/log?type=patient_read&limit=200')).items as Body[]).length;
  const before = await readings();
  await page.goto(at(`reports/administration-log?from=${today()}&to=${today()}`));
  await page.getByRole('button', { name: 'Show names and addresses' }).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await readings()).toBe(before);
  await page.getByRole('button', { name: 'Show names and addresses' }).click();
  await page.getByText('Ada Example').first().waitFor();
  // The reading made the log longer: what was read is not read again for that.
  const isHead = (response: { url(): string }) => new URL(response.url()).pathname.endsWith('/head');
  await page.waitForResponse(isHead);
  await page.waitForResponse(isHead);
  expect(await readings()).toBe(before + 1);
  expect(page.url()).not.toContain('Ada');
});

test('on a phone, by keyboard alone, in the dark: a figure still leads to its entries', async () => {
  const phone = await pages.as(day.inspector, { ...PHONE, colorScheme: 'dark' });
  await phone.goto(at(`reports/reconciliation?from=${today()}&to=${today()}`));
  const figure = phone.locator('tr[data-figure=wastedMg]').getByRole('link');
  await figure.waitFor();
  expect(await axe(phone)).toEqual([]);
  for (let tabs = 0; tabs < 60 && !(await figure.evaluate((link) => link === document.activeElement)); tabs += 1)
    await phone.keyboard.press('Tab');
  await phone.keyboard.press('Enter');
  await phone.waitForURL('**/reports/wastage-log?**');
  await phone.getByRole('link', { name: String(day.wasteSeq), exact: true }).waitFor();
  expect(await axe(phone)).toEqual([]);
  await picture(phone, 'waste-log-phone');
  expect(pages.complaints).toEqual([]);
});

test('at 400 % zoom nothing sticks out at the side', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  const period = `?from=${today()}&to=${today()}`;
  const wide: string[] = [];
  for (const rest of [
    `reports/reconciliation${period}`,
    `reports/wastage-log${period}`,
    `reports/counts${period}`,
    'reports/stock',
    `reports/pictures${period}`,
    `discrepancies/${day.discrepancyId}`,
    `log/${day.wasteSeq}`,
    'log/verification',
  ]) {
    await page.goto(at(rest));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(rest);
  }
  expect(wide).toEqual([]);
});

test('pictures have a sentence and a table whose figures lead to their entries', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(`reports/pictures?from=${today()}&to=${today()}`));
  await page.getByRole('img', { name: /^Of KET50: 0 mg at the beginning and 1,500 mg received/ }).waitFor();
  await page.getByRole('img', { name: 'The rn1' }).waitFor();
  await page.locator('svg.recharts-surface').nth(2).waitFor();
  const waste = page.getByRole('figure', { name: 'Waste by person and product' });
  await waste.getByRole('button', { name: 'Show the figures' }).click();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'pictures');
  await waste.getByRole('link', { name: '1', exact: true }).click();
  await page.waitForURL(/wastage-log\?.*personId=/);
  await page.getByRole('link', { name: String(day.wasteSeq), exact: true }).waitFor();
  expect(pages.complaints).toEqual([]);
});

test('a pharmacist, who reads no log, comes from a figure to its entries, and to who drew and who signed', async () => {
  const his = await pages.as(day.care.staff.rph1);
  await his.goto(at(`reports/reconciliation?from=${today()}&to=${today()}&by=container`));
  await his.getByRole('link', { name: /-01$/ }).first().click();
  const entries = his.getByRole('table', { name: 'Entries' });
  await entries.getByRole('link', { name: /received/ }).waitFor();
  expect(await axe(his)).toEqual([]);
  await entries.getByRole('link', { name: /drew/ }).first().click();
  await his.waitForURL(/\/entries\/\d+$/);
  await his.getByRole('region', { name: 'Who signed' }).getByText('did it').waitFor();
  expect(await axe(his)).toEqual([]);
  await picture(his, 'entry');
  // What is no entry is not shown by its number either.
  const refused = await newest('refused');
  await his.goto(at(`entries/${String(refused.seq)}`));
  await his.getByText('No record of stock or care has this number').waitFor();
  await his.goto(at(`reports/reconciliation?from=${today()}&to=${today()}`));
  await his.getByRole('region', { name: /^Statement/ }).waitFor();
  expect(await his.locator('main a[href*="/log"]').count()).toBe(0);
  expect(pages.complaints).toEqual([]);
});
