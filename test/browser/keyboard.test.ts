import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Body, done } from '../support/api.js';
import { Pages, scan } from '../support/browser.js';
import { type ClinicDay, playDay } from '../support/clinic-day.js';
import { SUPPLIER } from '../support/clinic.js';
import { Keyboard } from '../support/keyboard.js';

/** Each task with keys alone: no pointer at all, and the focus is always somewhere, seen, and where one reads on. */
let day: ClinicDay;
let pages: Pages;
let keys: Keyboard;
let page: Page;

beforeAll(async () => {
  day = await playDay('browser-keyboard');
  pages = new Pages(day.care.clinic.organisation.server.url);
}, 120_000);

beforeEach(() => {
  pages.complaints.length = 0;
});

afterAll(async () => {
  await pages?.close();
  await day?.care.stop();
});

const read = async (rest: string): Promise<Body> => done(day.care.staff.com1.get(day.care.path(rest)));
const records = async (type: string) =>
  (await day.care.clinic.organisation.records(day.care.clinic.siteId)).filter((record) => String(record.type) === type);
const named = (username: string, password: string) => ({ displayName: `The ${username}`, password });

async function come(who: { username: string; password: string }): Promise<void> {
  keys = await Keyboard.of(pages, who);
  page = keys.page;
}

async function nothingAgainstIt(): Promise<void> {
  expect(keys.faults).toEqual([]);
  expect(pages.complaints).toEqual([]);
  await page.context().close();
}

test('a delivery: supplier, scans, counted against invoiced, the second person, and the labels', async () => {
  const { rph1, rph2 } = day.care.staff;
  await come(rph1);
  await keys.enter(page.getByRole('link', { name: 'Receive a delivery' }));
  // The list of deliveries has a field of that name too, until the next page has come.
  await page.getByRole('heading', { level: 1, name: 'New delivery' }).waitFor();
  const supplier = page.getByRole('combobox', { name: 'Supplier' });
  await keys.to(supplier);
  const known = page.getByRole('option', { name: new RegExp(SUPPLIER.name) });
  await known.waitFor();
  await keys.type(SUPPLIER.name.slice(0, 9));
  await page.getByRole('option', { name: 'Another supplier' }).waitFor({ state: 'detached' });
  await known.waitFor();
  await keys.press('Enter');
  await keys.to(page.getByRole('textbox', { name: 'Invoice', exact: true }));
  await keys.type('INV-KEYS');
  await keys.to(page.getByRole('combobox', { name: 'Where they are put' }));
  await page.getByRole('option', { name: 'Safe (SAFE)' }).waitFor();
  await keys.type('Safe');
  await page.getByRole('option', { name: 'Room 1' }).waitFor({ state: 'detached' });
  await keys.press('Enter');
  for (const serial of ['K1', 'K2', 'K3']) await scan(page, `]d201003040920531051760013110LT777\u001d21${serial}`);
  await page.getByText('Counted: 3').waitFor();
  await keys.to(page.getByLabel('Invoiced: KET50 LT777'));
  await keys.type('3');
  await page.getByText('As invoiced').waitFor();
  // One container is taken out of the hand again: one less, and one more.
  await keys.to(page.getByRole('button', { name: 'One less: KET50 LT777' }), { back: true });
  await keys.press('Enter');
  await page.getByText('1 fewer than invoiced').waitFor();
  await keys.to(page.getByRole('button', { name: 'One more: KET50 LT777' }));
  await keys.press('Enter');
  await page.getByText('As invoiced').waitFor();
  const sign = page.getByRole('button', { name: 'Second person signs 1 lot' });
  await keys.enter(sign);
  await keys.at(page.getByRole('dialog').getByLabel('Who signs'));
  // Not yet: back at the button that asked.
  await keys.press('Escape');
  await keys.at(sign);
  await keys.press('Enter');
  await keys.sign(named('rph2', rph2.password));
  const print = page.getByRole('button', { name: 'Print 3 labels' }).first();
  await keys.at(print);
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }));
  await keys.press('Enter');
  await keys.at(page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }));
  await keys.press('Enter');
  await page.locator('body[data-printed]').waitFor();
  await keys.press('Escape');
  await keys.at(print);
  const [receipt] = await records('receipt');
  expect(receipt).toMatchObject({
    act: { lotNumber: 'LT777', countedCount: 3, invoicedCount: 3 },
    actors: [{ id: rph1.personId }, { id: rph2.personId, meaning: 'checked' }],
  });
  await nothingAgainstIt();
});

test('a waste with two witnesses at one screen: whose it is, a wrong password, a dialog left and opened again', async () => {
  const { rn1, wit1, wit2 } = day.care.staff;
  await come(rn1);
  await keys.enter(page.getByRole('link', { name: /10 mg of Ketamine .* in hand/ }));
  await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
  await keys.to(page.getByRole('radio', { name: 'Give', exact: true }));
  await keys.press('ArrowRight');
  const waste = page.getByRole('button', { name: /Waste 10 mg/ });
  await waste.waitFor();
  // Another session of the product is open: nothing is signed before somebody says whose it is.
  const whose = page.getByRole('radiogroup', { name: 'Whose is what you are wasting?' }).getByRole('radio');
  await whose.first().waitFor();
  await keys.to(whose.and(page.locator(':focus')).or(whose.first()));
  await keys.press('Space');
  const own = whose.and(page.locator(`[value="${day.openSessionId}"]`));
  if (!(await own.isChecked())) await keys.press('ArrowDown');
  expect(await own.isChecked()).toBe(true);
  await keys.enter(waste);
  const dialog = page.getByRole('dialog', { name: 'Signature 1 of 2' });
  await keys.at(dialog.getByLabel('Who signs'));
  await keys.press('Escape');
  await keys.at(waste);
  await keys.press('Enter');
  await keys.sign(named('wit1', 'not my password'));
  await dialog.locator('[data-code=invalid_credentials]').waitFor();
  await keys.at(dialog.getByRole('textbox', { name: 'Your password' }));
  await keys.press('Control+a');
  await page.keyboard.type(wit1.password);
  await keys.press('Enter');
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  await keys.sign(named('wit2', wit2.password));
  await page.getByText('Nothing in hand').waitFor();
  await keys.at(page.getByRole('button', { name: 'End the session' }));
  await page.locator('button:focus:not([aria-disabled=true])').waitFor();
  await keys.press('Enter');
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();
  expect(await day.care.one(day.openSessionId)).toMatchObject({ status: 'ended', wastedMg: '10', inHandMg: '0' });
  const [wasted] = await records('waste');
  expect(wasted).toMatchObject({
    actors: [{ id: rn1.personId }, { id: wit1.personId, meaning: 'witnessed' }, { id: wit2.personId }],
  });
  await nothingAgainstIt();
});

test('a morning: a matter, a reconciliation down to its entry, a search, the log verified', async () => {
  const { com1 } = day.care.staff;
  await come(com1);
  await keys.enter(page.getByRole('link', { name: /500 mg of KET50 not explained/ }));
  await page.waitForURL(`**/discrepancies/${day.discrepancyId}`);
  await keys.to(page.getByRole('link', { name: 'Morning' }), { back: true });
  await keys.press('Enter');
  await keys.enter(page.getByRole('link', { name: 'Reconcile yesterday' }));
  await page.getByRole('heading', { name: 'Reconciliation' }).waitFor();
  // By two days, and out of it again: the focus is back at what opened it.
  const period = page.getByRole('group', { name: 'Period' }).first().locator('button[aria-expanded]');
  await keys.enter(period);
  await keys.at(page.getByLabel('From', { exact: true }));
  await keys.press('Escape');
  await keys.at(period);
  await keys.to(page.getByRole('button', { name: 'Today', exact: true }), { back: true });
  await keys.press('Enter');
  await page.getByText('It adds up').waitFor();
  await keys.enter(page.getByRole('columnheader', { name: 'KET50' }).getByRole('link'));
  await page.getByRole('navigation', { name: 'Where you are' }).getByText('KET50').waitFor();
  const byWhat = page.getByRole('radiogroup', { name: 'Look closer' });
  await keys.to(byWhat.getByRole('radio', { checked: true }));
  await keys.press('ArrowRight');
  for (let tries = 0; !(await byWhat.getByRole('radio', { name: 'By vial' }).isChecked()); tries += 1) {
    expect(tries).toBeLessThan(8);
    await keys.press('ArrowRight');
  }
  await keys.enter(page.getByRole('table', { name: 'By vial' }).getByRole('link', { name: day.vial }));
  await page.getByRole('navigation', { name: 'Where you are' }).getByText(`Vial ${day.vial}`).waitFor();
  await keys.enter(page.getByRole('link', { name: new RegExp(`drew 36 mg .* from ${day.vial}`) }));
  await page.getByRole('heading', { name: /^Record \d+$/ }).waitFor();

  await keys.to(page.getByRole('link', { name: 'Audit log' }));
  await keys.press('Enter');
  await keys.to(page.getByLabel('About', { exact: true }));
  await keys.type(day.vial);
  await keys.press('Enter');
  await page.waitForURL(`**/log?subject=${day.vial}`);
  const told = (await read(`/log?subject=${day.vial}`)).items as Body[];
  await page.getByText(`${told.length} rows`).waitFor();

  await keys.to(page.getByRole('link', { name: /^Verif/ }), { back: true });
  await keys.press('Enter');
  const verify = page.getByRole('button', { name: 'Verify now' });
  await keys.enter(verify);
  await page.locator('[data-verified=true]').waitFor();
  await keys.at(verify);
  await keys.type('g1');
  await page.getByText(/^Last verified /).waitFor();
  const [verified] = await records('verification');
  expect(verified).toMatchObject({ act: { verified: true }, actors: [{ id: com1.personId }] });
  await nothingAgainstIt();
});

test('a person comes, and a person goes', async () => {
  const { organisation } = day.care.clinic;
  const { rn2 } = day.care.staff;
  await come(organisation.administrator);
  const add = page.getByRole('button', { name: 'Add a person' });
  await keys.enter(add);
  const dialog = page.getByRole('dialog');
  await keys.at(dialog.getByLabel('Name, as it will stand'));
  await keys.type('Kay Board');
  await keys.to(dialog.getByLabel('User name'));
  // One who is there already is refused at the field, and the focus is there.
  await keys.type('rn1');
  await keys.to(dialog.getByLabel('Role here'));
  await keys.type('Nu');
  await keys.enter(dialog.getByRole('button', { name: 'Add and make the link' }));
  await keys.at(dialog.getByLabel('User name'));
  await keys.instead('kay');
  await keys.press('Enter');
  const link = dialog.getByLabel('Link', { exact: true });
  await keys.at(link);
  expect(await link.inputValue()).toMatch(/\/invitation\/#/);
  await keys.enter(dialog.getByRole('button', { name: 'I have handed it over' }));
  await keys.at(add);
  await page.getByRole('row').filter({ hasText: 'Kay Board' }).getByText('Nurse').waitFor();

  const goes = page.getByRole('button', { name: 'The rn2' });
  await keys.enter(goes);
  await keys.to(dialog.getByLabel('Role here'));
  await keys.type('Wi');
  await keys.enter(dialog.getByRole('button', { name: 'Give the role' }));
  const withdraw = dialog.getByRole('button', { name: 'Withdraw the role Witness' });
  await withdraw.waitFor();
  await keys.to(withdraw, { back: true });
  await keys.press('Enter');
  await withdraw.waitFor({ state: 'detached' });
  await keys.enter(dialog.getByRole('button', { name: 'Take all access away now' }));
  await keys.at(dialog.getByRole('button', { name: 'Give access back' }));
  await keys.press('Escape');
  await keys.at(goes);
  const { username, password } = rn2;
  const tried = await organisation.api.post('/auth/login', { username, password, kind: 'bearer' });
  expect(tried.body.code).toBe('invalid_credentials');
  expect((await organisation.records()).map(({ type }) => String(type))).toEqual(
    expect.arrayContaining(['person_added', 'person_disabled']),
  );
  await nothingAgainstIt();
});
