import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, Pages, PHONE, picture, TABLET } from '../support/browser.js';
import { done, id } from '../support/api.js';
import { Care, SPR56 } from '../support/care.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-today');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

test('a session is started: patient found, order by weight computed before it counts, and the session opens', async () => {
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.waitForURL(/\/today$/);
  await page.getByText('No session today yet.').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'today-empty');
  await page.getByRole('link', { name: 'Start a session' }).click();
  await page.getByLabel('Name, date of birth or number').fill('ada 1970');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /Ada Example/, checked: true }).waitFor();
  await page.getByLabel('Product').selectOption({ label: 'Ketamine hydrochloride injection (KET50)' });
  await page.getByLabel('Room').selectOption({ label: 'Room 1' });
  await page.getByLabel('Dose per kilogram').fill('0.5');
  await page.getByLabel('Weight').fill('68.5');
  await page.getByText('34.25 mg').waitFor();
  await page.getByText('0.69 mL in the syringe (34.5 mg)').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'new-session');
  await page.getByRole('button', { name: 'Start the session' }).click();
  await page.waitForURL(/\/sessions\/[0-9a-f-]{36}$/);
  const sessionId = id(page.url().split('/').at(-1));
  expect(await care.one(sessionId)).toMatchObject({
    patientId: care.patientId,
    order: { orderedMg: '34.25', amountMgPerKg: '0.5', weightKg: '68.5', plannedVolumeMl: '0.69' },
  });
  expect(pages.complaints).toEqual([]);
});

test('the board says who, where, what waits and who may go; one recorded reading names everybody', async () => {
  const { rn1, rn2 } = care.staff;
  const [vial] = (await care.vials()) as [string];
  const person = async (name: string, birthDate: string) =>
    id((await done(rn1.post(care.path('/patients'), { name, birthDate, address: '2 Example Street' }))).patientId);
  const bo = await person('Bo Example', '1988-02-29');
  const cleo = await person('Cleo Example', '1955-12-01');
  const [kit] = (await care.vials(1, 'SPR56')) as [string];
  const inHand = await care.session({ amountMg: '34' }, { patientId: bo });
  await done(care.draw(inHand, vial, '0.72'));
  const watched = await care.session({ amountMg: '34' }, { patientId: cleo });
  await done(care.draw(watched, vial, '0.68'));
  await done(care.give(watched, '34'));
  await done(rn1.post(care.path(`/sessions/${watched}/end`)));
  const spray = {
    patientId: cleo,
    productId: care.products.SPR56,
    route: 'intranasal',
    locationId: care.clinic.locations.ROOM1,
  };
  const counted = await care.session({ amountMg: SPR56.deviceAmountMg }, spray);
  await done(rn1.post(care.path('/takes'), { sessionId: counted, container: kit }));
  await done(rn1.post(care.path('/pending-wastes'), { sessionId: counted, deviceCount: 1, reason: 'declined' }));
  const reads = async () => (await care.clinic.types()).filter((type) => type === 'patient_read').length;
  const before = await reads();
  const page = await pages.as(rn2, TABLET);
  await page.getByText('Bo Example').first().waitFor();
  await page.getByText('In hand 36 mg').waitFor();
  await page
    .getByText(/^May go at/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Not accounted for' }).getByText('36 mg of Ketamine').waitFor();
  await page.getByRole('link', { name: /1 waste waits for witnesses/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'today');
  // Away and back again, and filtered: nobody is read twice.
  await page.getByText('Mine', { exact: true }).click();
  await page.getByText('No session today yet.').waitFor();
  await page.getByText('All', { exact: true }).click();
  await page.getByRole('link', { name: /Bo Example/ }).click();
  await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByText('Cleo Example').first().waitFor();
  expect(await reads()).toBe(before + 1);
  expect(pages.complaints).toEqual([]);
});

test('on a phone, in Spanish: the board and a session, nothing cut off', async () => {
  const page = await pages.as(care.staff.rn1, { ...PHONE, locale: 'en-US' });
  await page.getByText('Bo Example').first().waitFor();
  await picture(page, 'today-phone');
  await page.getByRole('button', { name: 'The rn1' }).click();
  await page.getByLabel('Language').selectOption('es');
  await page.keyboard.press('Escape');
  await page.getByText('En mano 36 mg').waitFor();
  expect(await axe(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  await page.getByRole('link', { name: /Bo Example/ }).click();
  await page.getByRole('button', { name: 'Dar 34 mg' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'session-phone-es');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(pages.complaints).toEqual([]);
});
