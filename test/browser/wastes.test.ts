import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, Pages, PHONE, picture, sign, TABLET } from '../support/browser.js';
import { done } from '../support/api.js';
import { Care } from '../support/care.js';
import { pageOf } from '../support/nurse-pages.js';

let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-wastes');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

async function signAsWitness(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign as witness' }).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('textbox', { name: 'Your password' }).fill(password);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
}

test('a waste whose witnesses sign later, each on a phone of their own', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const nurse = await pages.as(care.staff.rn1, TABLET);
  await nurse.goto(pageOf(care, `sessions/${sessionId}`));
  await nurse.getByRole('button', { name: 'Witnesses sign later' }).click();
  await nurse.getByText('2 mg of it wait for witnesses.').waitFor();
  await nurse.getByText('End', { exact: true }).click();
  await nurse.getByRole('button', { name: 'Cannot end yet: 1 waste waits for witnesses' }).waitFor();

  const first = await pages.as(care.staff.wit1, PHONE);
  await first.goto(pageOf(care, 'wastes'));
  await first.getByText('0.04 mL · 2 mg').waitFor();
  expect(await axe(first)).toEqual([]);
  await first.getByRole('button', { name: 'Sign as witness' }).click();
  await picture(first, 'wastes-sign-phone');
  expect(await axe(first)).toEqual([]);
  // Without all three there is nothing to press.
  await first.getByRole('textbox', { name: 'Your password' }).fill('not mine at all');
  expect(await first.getByRole('button', { name: 'Sign', exact: true }).isDisabled()).toBe(true);
  for (const box of await first.getByRole('checkbox').all()) await box.check();
  await first.getByRole('button', { name: 'Sign', exact: true }).click();
  await first.getByRole('alert').waitFor();
  await first.getByRole('textbox', { name: 'Your password' }).fill(care.staff.wit1.password);
  await first.getByRole('button', { name: 'Sign', exact: true }).click();
  await first.getByText('You have signed.').waitFor();
  await picture(first, 'wastes-phone');

  const second = await pages.as(care.staff.wit2, PHONE);
  await second.goto(pageOf(care, 'wastes'));
  await second.getByText('Signed by The wit1').waitFor();
  await signAsWitness(second, care.staff.wit2.password);
  await second.getByText('Nothing waits for witnesses.').waitFor();
  // The nurse's page says so by itself.
  const end = nurse.getByRole('button', { name: 'End the session' });
  await end.click();
  await nurse
    .getByText(/^Ended /)
    .first()
    .waitFor();
  expect(await care.one(sessionId)).toMatchObject({ status: 'ended', wastedMg: '2', inHandMg: '0' });
  expect(pages.complaints).toEqual([]);
});

test('three witnesses press at one moment: two have signed, the third is told so, and the waste is there once', async () => {
  const { wit1, wit2, rn2, rn1 } = care.staff;
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  await done(rn1.post(care.path('/pending-wastes'), { sessionId, amountMg: '2', reason: 'dose remainder' }));
  const phones = await Promise.all([wit1, wit2, rn2].map((who) => pages.as(who, PHONE)));
  for (const [nth, phone] of phones.entries()) {
    await phone.goto(pageOf(care, 'wastes'));
    await phone.getByRole('button', { name: 'Sign as witness' }).click();
    for (const box of await phone.getByRole('checkbox').all()) await box.check();
    await phone.getByRole('textbox', { name: 'Your password' }).fill([wit1, wit2, rn2][nth]!.password);
  }
  await Promise.all(phones.map((phone) => phone.getByRole('button', { name: 'Sign', exact: true }).click()));
  const nothing = (phone: Page) => phone.getByText('Nothing waits for witnesses.');
  const tooLate = (phone: Page) => phone.locator('[data-code=pending_waste_closed]');
  await Promise.all(phones.map((phone) => nothing(phone).or(tooLate(phone)).waitFor()));
  const late = (await Promise.all(phones.map((phone) => tooLate(phone).count()))).indexOf(1);
  const third = phones[late]!;
  // What they were at stays in sight, with what became of it, until they have read it.
  await third.getByText('It does not wait any more: others have signed it meanwhile').waitFor();
  expect(await axe(third)).toEqual([]);
  await third.getByRole('button', { name: 'Cancel' }).click();
  await nothing(third).waitFor();
  expect(await care.one(sessionId)).toMatchObject({ wastedMg: '2', inHandMg: '0', pendingWastes: [] });
  const { items } = await done(rn1.get(care.path(`/sessions/${sessionId}/history`)));
  const told = items!.filter(({ type }) => type === 'waste');
  expect(told).toHaveLength(1);
  const signers = ['The wit1', 'The wit2', 'The rn2'].filter((_, nth) => nth !== late).sort();
  const [, ...witnesses] = told[0]!.actors as { displayName: string }[];
  expect(witnesses.map(({ displayName }) => displayName).sort()).toEqual(signers);
  expect(pages.complaints).toEqual([]);
});

test('whoever opened a waste sees that it waits and can withdraw it, and cannot sign it', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.staff.rn1.post(care.path('/pending-wastes'), { sessionId, amountMg: '36', reason: 'declined' }));
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, 'wastes'));
  await page.getByText('You wasted it').waitFor();
  expect(await page.getByRole('button', { name: 'Sign as witness' }).count()).toBe(0);
  await picture(page, 'wastes');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByLabel('Why it is withdrawn').fill('Entered twice.');
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Nothing waits for witnesses.').waitFor();
  expect(await care.one(sessionId)).toMatchObject({ inHandMg: '36', pendingWastes: [] });
  expect(pages.complaints).toEqual([]);
});

test('the rest of a vial is wasted out of it and the vial closed out, which says what the difference is', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session({ amountMg: '490' });
  await done(care.draw(sessionId, vial, '9.8'));
  await done(care.give(sessionId, '490'));
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByRole('link', { name: 'Waste from the vial' }).click();
  await page.getByLabel('Volume wasted').fill('0.1');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'container-waste');
  await page.getByRole('button', { name: /witnesses sign here/ }).click();
  await sign(page, { displayName: 'The wit1', password: care.staff.wit1.password });
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  await sign(page, { displayName: 'The wit2', password: care.staff.wit2.password });
  // Back in its session.
  await page.getByRole('link', { name: 'Close out' }).click();
  await page.getByRole('button', { name: 'It is empty: close it out' }).waitFor();
  await picture(page, 'close-out');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'It is empty: close it out' }).click();
  await sign(page, { displayName: 'The wit1', password: care.staff.wit1.password });
  await page.getByText('A small shortage: 5 mg').waitFor();
  await picture(page, 'closed-out');
  expect(await axe(page)).toEqual([]);
  expect(pages.complaints).toEqual([]);
});
