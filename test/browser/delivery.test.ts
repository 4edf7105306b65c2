/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, Pages, PHONE, picture, scan, sign } from '../support/browser.js';
import { Care } from '../support/care.js';

const GS = '\u001d';
const KET = (serial: string, lot = 'LT101', day = '600131') => `]d2010030409205310517${day}10${lot}${GS}21${serial}`;
const SPR = (serial: string) => `]d2010035045802802717${'600131'}10KX105${GS}21${serial}`;

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-delivery');
  pages = new Pages(care.clinic.organisation.server.url);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const said = (page: Page) =>
  page.getByRole('status').filter({ hasText: /Counted|Scanned|Received before|No product|could not be read/ });

async function begin(page: Page, invoice: string): Promise<void> {
  await page.goto(`/sites/${care.clinic.siteId}/deliveries`);
  await page.getByRole('link', { name: 'Receive a delivery' }).click();
  await page.getByRole('textbox', { name: 'Invoice', exact: true }).fill(invoice);
  await page.getByRole('combobox', { name: 'Where they are put' }).fill('Safe');
  await page.getByRole('option', { name: 'Safe (SAFE)' }).click();
}

async function newSupplier(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Supplier' }).fill('Another');
  await page.getByRole('option', { name: 'Another supplier' }).click();
  await page.getByLabel('Name, as on the invoice').fill('Example Wholesale Drug Co');
  await page.getByLabel('DEA number').fill('PE8711078');
  await page.getByText('the last should be 9').waitFor();
  await page.getByLabel('DEA number').fill('pe8711079');
  await page.getByText('This number can be right').waitFor();
  await page.getByLabel('Registered address').fill('500 Distribution Way, Peoria, IL 62602');
}

const count = async (path: string) => ((await done(care.staff.rph1.get(care.path(path)))).items ?? []).length;

describe('a pharmacist', () => {
  test('receives a delivery from the first scan to signed records and labels', async () => {
    const page = await pages.as(care.staff.rph1);
    await begin(page, 'INV-900');
    await newSupplier(page);

    await scan(page, KET('S1'));
    await said(page).getByText('Lot LT101 · Expires Jan 31, 2060 · Serial S1').waitFor();
    await scan(page, KET('S2'));
    await said(page).getByText('Counted: 2').waitFor();
    await scan(page, KET('S1'));
    await said(page).getByText('Scanned already').waitFor();
    // Into a field that has the focus: its letters do not stay there.
    await page.getByRole('textbox', { name: 'Invoice', exact: true }).focus();
    await scan(page, SPR('K1'));
    await said(page).getByText('Serial K1').waitFor();
    expect(await page.getByRole('textbox', { name: 'Invoice', exact: true }).inputValue()).toBe('INV-900');
    await scan(page, `]d201003622750301071728011310X1${GS}21S1`);
    await said(page).getByText('No product of this site has the code 00362275030107').waitFor();
    await picture(page, 'delivery-new-unknown');

    await page.getByLabel('Invoiced: KET50 LT101').fill('3');
    await page.getByText('1 fewer than invoiced: a discrepancy will be opened').waitFor();
    await page.getByLabel('Invoiced: SPR56 KX105').fill('1');
    await scan(page, KET('S2'));
    await picture(page, 'delivery-new');
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', { name: 'Second person signs 2 lots' }).click();
    await page.getByRole('dialog').getByText('You have counted with your own eyes').waitFor();
    await picture(page, 'delivery-sign');
    expect(await axe(page)).toEqual([]);
    await sign(page, { displayName: 'rph2', password: care.staff.rph2.password }, { seen: false });

    await page.getByRole('heading', { name: 'Delivery INV-900' }).waitFor();
    await page.getByText('1 fewer than invoiced').waitFor();
    await picture(page, 'delivery');
    expect(await axe(page)).toEqual([]);
    const records = (await care.clinic.organisation.records(care.clinic.siteId)).filter(
      ({ type }) => type === 'receipt',
    );
    expect(records).toMatchObject([
      { act: { countedCount: 1, invoicedCount: 1, lotNumber: 'KX105' } },
      {
        act: { countedCount: 2, invoicedCount: 3, lotNumber: 'LT101' },
        actors: [{ id: care.staff.rph1.personId }, { id: care.staff.rph2.personId, meaning: 'checked' }],
      },
    ]);

    await page.getByRole('button', { name: 'Print 3 labels' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img').first().waitFor();
    await picture(page, 'delivery-labels');
    expect(await axe(page)).toEqual([]);
    // On paper there is one label a page of the roll's size, and nothing else.
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox \[[^\]]+\]/g);
    expect(sheets).toHaveLength(3);
    for (const sheet of sheets ?? []) expect(sheet).toMatch(/^\/MediaBox \[0 0 16[12](\.\d+)? 9[01](\.\d+)?\]$/);
    expect(pages.complaints).toEqual([]);
  });

  test('is told of a package that was received before, and of an expired lot', async () => {
    const page = await pages.as(care.staff.rph1);
    await begin(page, 'INV-901');
    await scan(page, KET('S1'));
    await said(page).getByText('Received before').waitFor();
    await scan(page, KET('OLD', 'OLD1', '200131'));
    await said(page).getByText('Expired').waitFor();
    await page.getByText('It may be received, and is flagged').waitFor();
  });

  test('types what the code lacks, and what has no code', async () => {
    const page = await pages.as(care.staff.rph1, PHONE);
    await begin(page, 'INV-902');
    await page.getByRole('combobox', { name: 'Supplier' }).fill('Example');
    await page.getByRole('option', { name: /Example Wholesale/ }).click();
    await scan(page, ']d2010030409205310521S777');
    await page.getByText('The code has no lot').waitFor();
    await page.getByRole('textbox', { name: 'Lot' }).fill('LT202');
    await page.getByLabel('Expires').fill('2060-05-31');
    await page.getByLabel('Invoiced: KET50 LT202').fill('1');
    await picture(page, 'delivery-new-phone');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Second person signs 1 lot' }).click();
    await sign(page, { displayName: 'rph2', password: care.staff.rph2.password }, { seen: false });
    await page.getByRole('heading', { name: 'Delivery INV-902' }).waitFor();
    await picture(page, 'delivery-phone');
    expect(pages.complaints).toEqual([]);
  });

  test('loses the line after the ledger heard: each lot is recorded once', async () => {
    const page = await pages.as(care.staff.rph1);
    await begin(page, 'INV-903');
    await page.getByRole('combobox', { name: 'Supplier' }).fill('Example');
    await page.getByRole('option', { name: /Example Wholesale/ }).click();
    await scan(page, KET('C1', 'CUT1'));
    await scan(page, KET('C2', 'CUT2'));
    await page.getByLabel('Invoiced: KET50 CUT1').fill('1');
    await page.getByLabel('Invoiced: KET50 CUT2').fill('1');
    let cut = 1;
    await page.route(/\/receipts$/, async (route) => {
      if (route.request().method() !== 'POST' || cut === 0) return route.continue();
      cut -= 1;
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'Second person signs 2 lots' }).click();
    await sign(page, { displayName: 'rph2', password: care.staff.rph2.password }, { seen: false });
    await page.getByRole('heading', { name: 'Delivery INV-903' }).waitFor();
    expect(await count('/receipts?invoice=INV-903')).toBe(2);
    expect(pages.complaints).toEqual([]);
  });

  test('and another receive the same package at one moment: it is there once, and the other reads why beside the line', async () => {
    const { rph1, rph2, wit2, rn2 } = care.staff;
    const both = [
      { by: rph1, second: wit2, page: await pages.as(rph1) },
      { by: rph2, second: rn2, page: await pages.as(rph2) },
    ];
    for (const { page, second } of both) {
      await begin(page, 'INV-904');
      await page.getByRole('combobox', { name: 'Supplier' }).fill('Example');
      await page.getByRole('option', { name: /Example Wholesale/ }).click();
      await scan(page, KET('TWIN', 'TW1'));
      await page.getByLabel('Invoiced: KET50 TW1').fill('1');
      await page.getByRole('button', { name: 'Second person signs 1 lot' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Who signs' }).fill(second.username);
      await page.getByRole('option', { name: new RegExp(second.username) }).click();
      await dialog.getByRole('textbox', { name: 'Your password' }).fill(second.password);
    }
    const sign = ({ page }: { page: Page }) => page.getByRole('button', { name: 'Sign', exact: true }).click();
    await Promise.all(both.map(sign));
    const received = ({ page }: { page: Page }) => page.getByRole('heading', { name: 'Delivery INV-904' });
    const refused = ({ page }: { page: Page }) =>
      page.getByRole('region', { name: 'KET50 TW1' }).locator('[data-code=serial_already_received]');
    await Promise.all(both.map((one) => received(one).or(refused(one)).waitFor()));
    const outcomes = await Promise.all(
      both.map(async (one) => [await received(one).count(), await refused(one).count()]),
    );
    expect(outcomes.sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const { items } = await done(rph1.get(care.path('/receipts?invoice=INV-904')));
    expect(items).toHaveLength(1);
    expect(pages.complaints).toEqual([]);
  });

  test('finds deliveries again by what differs', async () => {
    const page = await pages.as(care.staff.rph1);
    await page.goto(`/sites/${care.clinic.siteId}/deliveries`);
    await page.getByRole('link', { name: 'INV-903' }).first().waitFor();
    await picture(page, 'deliveries');
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Show').selectOption('differs');
    await page.getByRole('link', { name: 'INV-903' }).first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'INV-900' }).click();
    await page.getByRole('heading', { name: 'Delivery INV-900' }).waitFor();
  });
});
