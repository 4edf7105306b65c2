import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, Pages, PHONE, picture, scan, TABLET } from '../support/browser.js';
import { done } from '../support/api.js';
import { Care } from '../support/care.js';
import { pageOf } from '../support/nurse-pages.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-session-care');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

test('with another session of the product open, nobody wastes before saying whose it is', async () => {
  const [vial] = (await care.vials()) as [string];
  const [sessionId, other] = [await care.session(), await care.session()];
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  await done(care.draw(other, vial, '0.1'));
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  const whose = page.getByRole('radiogroup', { name: 'Whose is what you are wasting?' });
  const waste = page.getByRole('button', { name: /Waste 2 mg/ });
  await whose.waitFor();
  await waste.click();
  await page.getByText('Say whose it is first.').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await picture(page, 'session-mix-up');
  expect(await axe(page)).toEqual([]);
  // The other one: its waste is made in its own session, and not here.
  await whose
    .getByRole('radio', { name: /Ada Example/ })
    .and(page.locator(`[value="${other}"]`))
    .check();
  expect(await waste.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: 'Open theirs' }).waitFor();
  await whose
    .getByRole('radio', { name: /Ada Example/ })
    .and(page.locator(`[value="${sessionId}"]`))
    .check();
  await waste.click();
  await page.getByRole('dialog', { name: 'Signature 1 of 2' }).waitFor();
  expect(pages.complaints).toEqual([]);
});

test('a dose above the order is said before it counts, and a session with something in hand says why it cannot end', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.80'));
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByLabel('Amount given').fill('40');
  await page.getByText('6 mg more than ordered').waitFor();
  await picture(page, 'session-above');
  expect(await axe(page)).toEqual([]);
  await page.getByText('End', { exact: true }).click();
  const end = page.getByRole('button', { name: 'Cannot end yet: 40 mg in hand' });
  expect(await end.getAttribute('aria-disabled')).toBe('true');
  await page.getByText('Give', { exact: true }).click();
  const give = page.getByRole('button', { name: 'Give 40 mg, more than ordered' });
  // A scanner too slow to be known as one: its Enter falls on the button that has the focus, and presses nothing.
  await give.focus();
  await scan(page, vial, 0.15);
  expect(await care.one(sessionId)).toMatchObject({ givenMg: '0' });
  await give.click();
  await page.getByText('Nothing in hand').waitFor();
  expect(await care.one(sessionId)).toMatchObject({ givenMg: '40', givenAboveOrder: true });
  expect(pages.complaints).toEqual([]);
});

test('nobody is called that: the patient is registered on the spot, and is the one who is chosen', async () => {
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, 'sessions/new'));
  await page.getByLabel('Name, date of birth or number').fill('Zelda');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nobody here is called that.').waitFor();
  await page.getByRole('button', { name: 'Register a patient' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Full name').fill('Zelda Example');
  await dialog.getByLabel('Date of birth').fill('1980-02-29');
  await dialog.getByLabel('Address').fill('2 Example Street, Springfield, IL 62701');
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByRole('radio', { name: 'Zelda Example' }).and(page.locator(':checked')).waitFor();
  // Who is searched for afterwards is shown instead, and chosen when they are the only one.
  await page.getByLabel('Name, date of birth or number').fill('Ada');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('radio', { name: 'Ada Example' }).and(page.locator(':checked')).waitFor();
  expect(pages.complaints).toEqual([]);
});

test('a patient whose address was wrong: what was known is read once, corrected whole, and earlier records keep theirs', async () => {
  const sessionId = await care.session();
  const page = await pages.as(care.staff.rn1, PHONE);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByRole('button', { name: 'Correct the patient’s details' }).click();
  const dialog = page.getByRole('dialog');
  const address = dialog.getByLabel('Address');
  await address.waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await address.fill('7 Lantern Lane, Springfield, IL 62704');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'patient-correct');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { patientId } = care;
  const { items = [] } = await done(care.staff.com1.get(care.path(`/log?subject=${patientId}&type=patient_changed`)));
  expect(items).toHaveLength(1);
  const patient = await done(care.staff.rn1.get(care.path(`/patients/${patientId}`)));
  expect(patient.address).toBe('7 Lantern Lane, Springfield, IL 62704');
  expect(pages.complaints).toEqual([]);
});
