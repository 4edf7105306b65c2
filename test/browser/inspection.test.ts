/// <reference lib="dom" />
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { done } from '../support/api.js';
import { axe, Pages, PHONE, picture } from '../support/browser.js';
import { Care } from '../support/care.js';

let care: Care;
let pages: Pages;
let vial: string;
let folder: string;

beforeAll(async () => {
  care = await Care.open('browser-inspection');
  pages = new Pages(care.clinic.organisation.server.url);
  folder = await mkdtemp(join(tmpdir(), 'countersign-inspection-'));
  [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  await done(care.waste({ sessionId, amountMg: '2' }));
}, 90_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('from the page of a compliance officer to verified, by the program and by the page from the disk', async () => {
  const page = await pages.as(care.staff.com1);
  await page.getByRole('link', { name: 'Inspection' }).click();
  await page.getByLabel('Label of the vial or kit').fill('no such vial');
  await page.getByRole('button', { name: 'Make the bundle' }).click();
  await page.getByText('There is no such vial or kit at this site.').waitFor();
  await page.getByLabel('Label of the vial or kit').fill(vial);
  await page.getByLabel('Why, and for whom').fill('A visit that was announced');
  await page.getByRole('button', { name: 'Make the bundle' }).click();
  await page.getByText(/Ready: \d+ records\./).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'inspection');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download', exact: true }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^inspection-bundle-[0-9a-f]{8}\.zip$/);
  const zip = new Uint8Array(await readFile(await download.path()));
  const files = unzipSync(zip);
  await writeFile(join(folder, 'bundle.zip'), zip);
  for (const name of ['records.bundle', 'policy.txt', 'verify.html', 'summary.html'])
    await writeFile(join(folder, name), files[name]!);

  const judged = async (name: string) => {
    const args = [resolve('dist/countersign-verify.mjs'), name, '--policy', 'policy.txt'];
    return (await promisify(execFile)(process.execPath, args, { cwd: folder, env: {} })).stdout;
  };
  expect(await judged('bundle.zip')).toMatch(/^VERIFIED\n/);
  expect(await judged('records.bundle')).toBe(await judged('bundle.zip'));

  const disk = new Pages(pathToFileURL(folder).href);
  try {
    const verifier = await disk.open();
    await verifier.goto(pathToFileURL(join(folder, 'verify.html')).href);
    await verifier.locator('#input').setInputFiles(['bundle.zip', 'policy.txt'].map((name) => join(folder, name)));
    await verifier.locator('.verdict.verified').waitFor();
    expect(await verifier.locator('#result').innerText()).toContain(`By these records container ${vial} holds 464 mg.`);
    await verifier.goto(pathToFileURL(join(folder, 'summary.html')).href);
    expect(await verifier.locator('main').innerText()).toContain('proves nothing by itself');
    expect(await axe(verifier)).toEqual([]);
    expect(disk.complaints).toEqual([]);
  } finally {
    await disk.close();
  }
  expect(pages.complaints).toEqual([]);
});

test('on a phone, in Spanish, of a period; the bundles made before are there', async () => {
  const page = await pages.as(care.staff.com1, PHONE);
  await page.evaluate(() => localStorage.setItem('countersign.language', 'es'));
  await page.goto(`/sites/${care.clinic.siteId}/inspection?kind=period`);
  await page.getByRole('heading', { name: 'Paquetes hechos antes' }).waitFor();
  await page.getByRole('button', { name: 'Hacer el paquete' }).click();
  await page.getByText('Elija de qué trata.').waitFor();
  await page.getByLabel('Desde el día').fill('2020-01-01');
  await page.getByRole('radio', { name: 'Todo', exact: true }).check();
  await page.getByRole('button', { name: 'Hacer el paquete' }).click();
  await page.getByText(/Listo: \d+ registros\./).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'inspection-phone');
  expect(pages.complaints).toEqual([]);
});

test('from a vial’s own page; a nurse is not led there', async () => {
  const page = await pages.as(care.staff.com1);
  await page.goto(`/sites/${care.clinic.siteId}/containers/${vial}`);
  await page.getByRole('link', { name: 'For an inspector' }).click();
  await expect(page.getByLabel('Label of the vial or kit').inputValue()).resolves.toBe(vial);
  const nurse = await pages.as(care.staff.rn1);
  await nurse.goto(`/sites/${care.clinic.siteId}/containers/${vial}`);
  await nurse.getByRole('heading', { level: 1 }).waitFor();
  expect(await nurse.getByRole('link', { name: 'For an inspector' }).count()).toBe(0);
  expect(pages.complaints).toEqual([]);
});
