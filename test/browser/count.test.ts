/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, Pages, PHONE, picture, scan, sign } from '../support/browser.js';
import { Care } from '../support/care.js';

let care: Care;
let pages: Pages;
let sealed: string[];
let open: string;

beforeAll(async () => {
  care = await Care.open('browser-count');
  pages = new Pages(care.clinic.organisation.server.url);
  sealed = await care.vials(3);
  [open = ''] = await care.vials(1);
  const sessionId = await care.session();
  await done(care.draw(sessionId, open, '0.68'));
  await done(care.give(sessionId, '34'));
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const counts = async () => (await done(care.staff.com1.get(care.path('/counts?limit=200')))).items ?? [];

async function begin(page: Page): Promise<void> {
  await page.goto(`/sites/${care.clinic.siteId}/counts/new`);
  await page.getByRole('heading', { name: 'Count a place' }).waitFor();
}

describe('two people', () => {
  test('count a room with scanner and keyboard alone, blind, and are told what each line came to', async () => {
    const page = await pages.as(care.staff.rn1);
    await begin(page);
    await scan(page, 'ROOM1');
    await page.getByRole('heading', { name: 'Count a place: Room 1' }).waitFor();
    const measured = page.getByRole('textbox', { name: `Left in ${open}` });
    await measured.waitFor();
    // The first line waits under the cursor; each container that is scanned counts itself.
    await measured.and(page.locator(':focus')).waitFor();
    for (const label of sealed) {
      await scan(page, label);
      await page.getByText(`${label} counted`).waitFor();
    }
    await scan(page, sealed[0] as string);
    await page.getByText(`${sealed[0]} is counted already`).waitFor();
    expect(await measured.inputValue()).toBe('');
    await scan(page, open);
    await page.getByText(`Open container ${open}`).waitFor();
    await page.keyboard.type('9.3', { delay: 120 });
    expect(await page.getByRole('textbox', { name: 'Sealed KET50' }).inputValue()).toBe('3');
    expect(await page.getByRole('main').innerText()).not.toMatch(/\b(466|1500|9\.32)\b/);
    await picture(page, 'count-sheet');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'None of the others: 0' }).press('Enter');
    await page.getByRole('button', { name: 'Second person signs 4 lines' }).press('Enter');
    await picture(page, 'count-sign');
    expect(await axe(page)).toEqual([]);
    await sign(page, { displayName: 'wit1', password: care.staff.wit1.password }, { seen: false });
    await page.getByText('Room 1 is counted, and all agrees.').waitFor();
    expect(await page.getByText('Agrees with the book.').count()).toBe(4);
    await picture(page, 'count-done');
    expect(await axe(page)).toEqual([]);
    expect(await counts()).toHaveLength(4);
    const records = (await care.clinic.organisation.records(care.clinic.siteId)).filter(({ type }) => type === 'count');
    for (const { actors } of records)
      expect(actors).toMatchObject([
        { id: care.staff.rn1.personId, meaning: 'performed' },
        { id: care.staff.wit1.personId, meaning: 'checked' },
      ]);
    expect(pages.complaints).toEqual([]);
  });

  test('type numbers on a phone, one line differs, and the line is cut after the ledger heard', async () => {
    const page = await pages.as(care.staff.rn2, PHONE);
    await begin(page);
    await page.getByRole('combobox', { name: 'Which place do you count?' }).fill('Room 1');
    await page.getByRole('option', { name: /ROOM1/ }).click();
    await page.getByRole('textbox', { name: `Left in ${open}` }).fill('9.32');
    await page.getByRole('textbox', { name: 'Sealed KET50' }).fill('2');
    await picture(page, 'count-sheet-phone');
    expect(await axe(page)).toEqual([]);
    let cut = 1;
    await page.route(/\/counts$/, async (route) => {
      if (route.request().method() !== 'POST' || cut === 0) return route.continue();
      cut -= 1;
      await route.fetch();
      return route.abort();
    });
    const before = (await counts()).length;
    await page.getByRole('button', { name: 'Second person signs 2 lines' }).click();
    await sign(page, { displayName: 'rph2', password: care.staff.rph2.password }, { seen: false });
    await page.getByText('1 fewer than the book: a discrepancy was opened.').waitFor();
    await page.getByText('Room 1 is counted. 1 line differs.').waitFor();
    await picture(page, 'count-done-phone');
    expect(await counts()).toHaveLength(before + 2);
    expect(pages.complaints).toEqual([]);
  });

  test('find the count again; a nurse is not told by how much it differed, who reads reports is', async () => {
    const nurse = await pages.as(care.staff.rn1);
    await nurse.goto(`/sites/${care.clinic.siteId}/counts`);
    await nurse.getByText('differs').first().waitFor();
    expect(await nurse.getByRole('cell', { name: '−1' }).count()).toBe(0);
    await picture(nurse, 'counts');
    expect(await axe(nurse)).toEqual([]);
    await nurse.getByRole('button', { name: 'Labels of places' }).click();
    await nurse.getByRole('dialog').getByRole('img', { name: 'ROOM1' }).waitFor();
    await picture(nurse, 'place-labels');
    const pharmacist = await pages.as(care.staff.rph1);
    await pharmacist.goto(`/sites/${care.clinic.siteId}/counts`);
    await pharmacist.getByText('−1').waitFor();
    expect(pages.complaints).toEqual([]);
  });
});
