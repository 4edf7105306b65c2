/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { done } from '../support/api.js';
import { axe, Pages, PHONE, picture, scan, sign } from '../support/browser.js';
import { Care } from '../support/care.js';

let care: Care;
let pages: Pages;
let vial: string;

beforeAll(async () => {
  care = await Care.open('browser-stock');
  pages = new Pages(care.clinic.organisation.server.url);
  const expired = { scan: undefined, lotNumber: 'OLD9', expiresOn: '2020-01-31', labelPrefix: 'OLD' };
  await done(care.checked('receipts', care.clinic.receipt({ ...expired, countedCount: 1, invoicedCount: 1 })));
  [vial = ''] = await care.vials(1);
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.68'));
  await done(care.give(sessionId, '30'));
  await done(care.waste({ sessionId, amountMg: '4' }));
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const stock = () => `/sites/${care.clinic.siteId}/stock`;

describe('stock', () => {
  test('shows what is where and what may not be used any more, and nowhere how much', async () => {
    const page = await pages.as(care.staff.rn1);
    await page.goto(stock());
    await page.getByRole('link', { name: vial }).waitFor();
    await page.getByText('Past', { exact: true }).first().waitFor();
    await picture(page, 'stock');
    expect(await axe(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'What the book says' }).count()).toBe(0);
    expect(await page.getByText(/\d+ rows?/).count()).toBe(0);
    await page.getByLabel('Show').selectOption('unusable');
    await page.getByRole('link', { name: vial }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'OLD-01' }).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('a scan anywhere opens the container, whose life leads from receipt to patient and waste', async () => {
    const page = await pages.as(care.staff.rph1);
    await scan(page, vial);
    await page.getByRole('heading', { name: vial, level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Drawn\s*−34\s*mg/ }).click();
    const entry = page.getByRole('article').filter({ hasText: 'Drawn' });
    await entry.getByText('given 30 mg · wasted 4 mg').waitFor();
    expect(await entry.evaluate((one) => one === document.activeElement)).toBe(true);
    await picture(page, 'container');
    expect(await axe(page)).toEqual([]);
    expect(await page.getByRole('main').innerText()).not.toMatch(/466/);
    await page.getByRole('button', { name: 'What the book says' }).click();
    await page.getByText('466 mg · 9.32 mL').waitFor();
    expect((await care.clinic.types())[0]).toBe('book_read');
    await page.getByRole('button', { name: 'Print label' }).click();
    await page.getByRole('dialog').getByRole('img', { name: vial }).waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('a word that is nothing here is said so', async () => {
    const page = await pages.as(care.staff.rn1, PHONE);
    await scan(page, 'NOTHING-HERE');
    await page.getByRole('alert').getByText('This is no container or product of this site').waitFor();
    await page.goto(stock());
    await page.getByRole('link', { name: vial }).waitFor();
    await picture(page, 'stock-phone');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: vial }).click();
    await page.getByRole('heading', { name: vial, level: 1 }).waitFor();
    await page.getByRole('article').first().waitFor();
    await picture(page, 'container-phone');
    expect(await axe(page)).toEqual([]);
  });

  test('containers go to a room by scanning them and its label; the second person signs once', async () => {
    const labels = await care.vials(3);
    const page = await pages.as(care.staff.rph1);
    await page.goto(`${stock()}/move`);
    await page.getByRole('heading', { name: 'Move containers' }).waitFor();
    for (const label of labels) {
      await scan(page, label);
      await page.getByText(`${label} goes.`).waitFor();
    }
    await scan(page, labels[0] as string);
    await page.getByText('is on the list already').waitFor();
    await scan(page, vial);
    await page.getByText('only sealed containers are moved').waitFor();
    await scan(page, 'ROOM2');
    await page.getByText('They go to Room 2.').waitFor();
    await picture(page, 'move');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Second person signs 3 moves' }).click();
    await sign(page, { displayName: 'rn2', password: care.staff.rn2.password }, { seen: false });
    await page.getByText('3 containers moved to Room 2.').waitFor();
    const moves = (await care.clinic.organisation.records(care.clinic.siteId)).filter(({ type }) => type === 'move');
    expect(moves).toHaveLength(3);
    for (const { actors } of moves)
      expect(actors).toMatchObject([{}, { id: care.staff.rn2.personId, meaning: 'checked' }]);
    expect(pages.complaints).toEqual([]);
  });
});
