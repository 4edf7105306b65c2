import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, logIn, Pages, PHONE, picture } from '../support/browser.js';
import { Clinic } from '../support/clinic.js';
import { until } from '../support/signer.js';

let clinic: Clinic<'rn1' | 'rph1'>;
let pages: Pages;

beforeAll(async () => {
  clinic = await Clinic.open('browser-access', { rn1: 'nurse', rph1: 'pharmacist' });
  pages = new Pages(clinic.organisation.server.url);
});

afterAll(async () => {
  await pages?.close();
  await clinic?.stop();
});

test('somebody logs in, a wrong password is refused in plain words, and no page complains', async () => {
  const page = await pages.open();
  await page.goto('/');
  await page.getByLabel('User name').fill('rn1');
  await page.getByRole('textbox', { name: 'Password' }).fill('not this one at all');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert').innerText()).resolves.toMatch(/not right/);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'log-in');
  await page.getByRole('textbox', { name: 'Password' }).fill(clinic.staff.rn1.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/today$/);
  expect(await axe(page)).toEqual([]);
  expect(pages.complaints).toEqual([]);
});

test('a locked screen ends the session on the server, and its owner comes back to where they were', async () => {
  const page = await pages.as(clinic.staff.rph1, PHONE);
  await page.getByRole('link', { name: 'Stock' }).click();
  await page.waitForURL(/\/stock$/);
  const told = page.waitForResponse((response) => response.url().endsWith('/auth/logout'));
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await told;
  expect((await page.context().request.get('/api/v1/auth/me')).status()).toBe(401);
  await page.getByRole('textbox', { name: 'Password' }).fill(clinic.staff.rph1.password);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.waitForURL(/\/stock$/);
  await page.getByRole('navigation').first().waitFor();
  expect(pages.complaints).toEqual([]);
});

test('locked while the line is down: hidden at once, and whoever reloads when it is up again finds nothing open', async () => {
  const page = await pages.as(clinic.staff.rph1);
  await page.getByRole('link', { name: 'Stock' }).click();
  await page.waitForURL(/\/stock$/);
  await page.context().setOffline(true);
  await page.getByText('No connection to the ledger. What you enter stays here.').waitFor();
  await page.keyboard.press('Alt+l');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect((await page.context().request.get('/api/v1/auth/me')).status()).toBe(200);
  await page.context().setOffline(false);
  await page.reload();
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await until(async () => (await page.context().request.get('/api/v1/auth/me')).status() === 401);
  expect(pages.complaints).toEqual([]);
});

test('whoever was here lately is one touch and a password away', async () => {
  const page = await pages.as(clinic.staff.rn1);
  await page.getByRole('button', { name: 'rn1' }).click();
  await page.getByRole('button', { name: 'Switch person' }).click();
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await logIn(page, clinic.staff.rph1);
  await page.waitForURL(/\/deliveries$|\/today$|\/stock$/);
});

test('a screen that nobody touches for five minutes locks itself; the log-in speaks Spanish when asked', async () => {
  const page = await pages.open();
  await page.clock.install();
  await page.goto('/');
  await logIn(page, clinic.staff.rn1);
  await page.waitForURL(/\/today$/);
  await page.clock.fastForward('04:40');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('04:40');
  expect(await page.getByRole('heading', { name: 'Locked' }).count()).toBe(0);
  await page.clock.fastForward('00:30');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('heading', { name: 'Bloqueado' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  expect(await axe(page)).toEqual([]);
});
