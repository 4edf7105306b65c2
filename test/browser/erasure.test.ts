import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, Pages, PHONE, picture, sign } from '../support/browser.js';
import { Care, PATIENT } from '../support/care.js';
import { clockAt, withClock } from '../support/erasures.js';
import { pageOf } from '../support/nurse-pages.js';

/** The compliance officer has a patient of March 2026 forgotten: not before the day, and then with a second person. */
let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-erasure', withClock('2026-03-02T15:00:00Z'));
  await care.session({ amountMg: '34' }, { indication: 'a thing between two people' });
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);
afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const records = () => care.clinic.organisation.records(care.clinic.siteId);

async function find(page: Page): Promise<void> {
  await page.goto(pageOf(care, 'erasures'));
  await page.getByLabel('Name, date of birth or number').fill(PATIENT.patient);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('radio', { name: PATIENT.patient }).and(page.locator(':checked')).waitFor();
}

test('before the day the page says which day it is, and why, and offers nothing', async () => {
  const page = await pages.as(care.staff.com1, PHONE);
  await find(page);
  await page.getByText('Not before Mar 3, 2033').waitFor();
  await page.getByText('was on Mar 2, 2026. This site keeps what it knows of them for 7 years').waitFor();
  await page.getByRole('region', { name: 'What stays' }).waitFor();
  expect(await page.getByRole('button', { name: 'second signature' }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'erasure-not-yet');
  const [found] = await records();
  expect(found).toMatchObject({ type: 'patient_read', actors: [{ id: care.staff.com1.personId }] });
  expect(pages.complaints).toEqual([]);
});

test('from the day on: what goes and what stays, a conscious yes, another who signs, and the record of it', async () => {
  await clockAt(care.clinic.organisation.database.appUrl, '2033-03-03T15:00:00Z');
  const { com1, rph1, rn1 } = care.staff;
  const page = await pages.as(com1);
  await find(page);
  await page.getByText('Allowed since Mar 3, 2033').waitFor();
  const goOn = page.getByRole('button', { name: 'Go on to the second signature' });
  expect(await goOn.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('I know that nobody can bring it back').check();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'erasure-allowed');
  await goOn.click();

  const dialog = page.getByRole('dialog', { name: 'A second person signs' });
  await dialog.getByText(PATIENT.patient).waitFor();
  await dialog.getByRole('combobox', { name: 'Who signs' }).fill('The ');
  await page.getByRole('option', { name: 'The rph1' }).waitFor();
  // Who may not approve an erasure is not offered.
  expect(await page.getByRole('option', { name: `The ${rn1.username}` }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'erasure-sign');
  await sign(page, { displayName: 'The rph1', password: rph1.password });

  await page.getByText('What was known of this patient is destroyed').waitFor();
  expect(await page.getByText(PATIENT.patient).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'erasure-done');
  const [erased] = await records();
  expect(erased).toMatchObject({
    type: 'patient_erased',
    act: { basis: 'retention_over' },
    actors: [{ id: com1.personId }, { id: rph1.personId, meaning: 'approved' }],
  });
  const patient = await done(com1.get(care.path(`/patients/${care.patientId}`)));
  expect(patient).toEqual({ patientId: care.patientId, active: false });

  await page.getByRole('link', { name: /^Record \d+ of the log$/ }).click();
  await page.getByText('The com1 had what was known of a patient destroyed; The rph1 approved it').waitFor();
  expect(pages.complaints).toEqual([]);
});
