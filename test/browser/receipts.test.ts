/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseCheckpoint } from '../../src/domain/log/checkpoint.js';
import { axe, Pages, PHONE, picture } from '../support/browser.js';
import { Care } from '../support/care.js';
import { done } from '../support/api.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-receipts');
  pages = new Pages(care.clinic.organisation.server.url);
});

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

test('whoever witnessed a waste keeps its proof, and a slip with its code, on their own phone', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const { seq } = await done(care.waste({ sessionId, amountMg: '2' }));
  const page = await pages.as(care.staff.wit1, PHONE);
  await page.getByRole('button', { name: 'The wit1' }).click();
  await page.getByRole('button', { name: 'My receipts' }).click();
  await page.getByRole('heading', { name: 'My receipts' }).waitFor();
  expect(await axe(page)).toEqual([]);
  const keep = page.getByRole('button', { name: `Download the proof of record ${String(seq)}` });
  // A head is signed within a second; the list looks again when the log has grown.
  await page.waitForFunction(
    (name) => document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)?.disabled === false,
    `Download the proof of record ${String(seq)}`,
  );
  const [download] = await Promise.all([page.waitForEvent('download'), keep.click()]);
  const proof = readFileSync((await download.path())!, 'utf8');
  expect(proof).toMatch(/^c2sp.org\/tlog-proof@v1\n/);
  expect(parseCheckpoint(proof.slice(proof.indexOf('\n\n') + 2)).size).toBeGreaterThan(Number(seq));
  await page.getByRole('button', { name: `Slip of record ${String(seq)}` }).click();
  const slip = page.getByRole('region', { name: `Slip of record ${String(seq)}` });
  await slip.getByText(/2 mg · 0.04 mL/).waitFor();
  await slip.getByText(/The rn1 \(who did it\), The wit1 \(witness\), The wit2 \(witness\)/).waitFor();
  await slip.getByRole('img', { name: /Code of this record/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'receipts');
  expect(pages.complaints).toEqual([]);
});
