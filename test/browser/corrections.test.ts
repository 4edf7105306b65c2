import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, axeBoth, Pages, PHONE, picture, scan, sign, TABLET } from '../support/browser.js';
import { Care, SPR56 } from '../support/care.js';
import { clockAt, withClock } from '../support/erasures.js';
import { inHand, pageOf } from '../support/nurse-pages.js';

/** What is not done every day: kits that come back, an entry taken back, a session opened again, a patient who leaves, yesterday's waste. */
let care: Care;
let pages: Pages;

beforeAll(async () => {
  // Nine in the morning at the clinic.
  care = await Care.open('browser-corrections', withClock('2026-03-02T15:00:00Z'));
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

beforeEach(() => {
  pages.complaints.length = 0;
});

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const history = async (sessionId: string) =>
  (await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history`)))).items!;
const named = (name: 'rn2' | 'rph1' | 'wit1' | 'wit2') => ({
  displayName: `The ${name}`,
  password: care.staff[name].password,
});

async function nurseAt(sessionId: string): Promise<Page> {
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByText('Ada Example').first().waitFor();
  return page;
}

async function bothWitness(page: Page): Promise<void> {
  await sign(page, named('wit1'));
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  await sign(page, named('wit2'));
}

test('a kit is taken whole by its label, comes back unopened, is taken again; what is not used of it is wasted, at the second try', async () => {
  const [kit] = (await care.vials(1, 'SPR56')) as [string];
  const change = { productId: care.products.SPR56, route: 'intranasal' };
  const sessionId = await care.session({ amountMg: String(2 * Number(SPR56.deviceAmountMg)) }, change);
  const page = await nurseAt(sessionId);
  let pressed!: () => void;
  const press = new Promise<void>((settle) => (pressed = settle));
  await page.route(/\/sessions\?.*status=open/, async (route) => {
    await press;
    await route.continue();
  });
  await scan(page, kit);
  await page.getByText('The whole kit is taken, unopened: all 2 are in hand.').waitFor();
  await picture(page, 'kit-take');
  await page.getByRole('button', { name: 'Take 2 devices' }).click();
  await inHand(page).getByText('56 mg', { exact: true }).waitFor();

  await page.getByRole('region', { name: 'Out and unopened' }).getByRole('button', { name: 'Return unopened' }).click();
  await page.getByRole('dialog').getByText(`${kit} goes back to Room 1, sealed and intact`).waitFor();
  expect(await axeBoth(page)).toEqual([]);
  await picture(page, 'kit-return');
  await sign(page, named('rn2'), { seen: false });
  await page.getByText('Nothing in hand').waitFor();
  expect(await care.one(sessionId)).toMatchObject({ returnedMg: '56', inHandMg: '0' });

  // The next step is open: take it, the same as before.
  await page.getByText('Draw', { exact: true }).click();
  await page.getByRole('radio', { name: kit }).check();
  await page.getByRole('button', { name: 'Take 2 devices' }).click();
  await inHand(page).getByText('56 mg', { exact: true }).waitFor();
  await page.getByLabel('How many devices').fill('1');
  await page.getByRole('button', { name: 'Give 28 mg' }).click();
  await inHand(page).getByText('28 mg', { exact: true }).waitFor();
  await page.getByText('Waste', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Witnesses sign later' }).click();
  // Pressed before the page knew whether another session's waste could be meant: it waited for that.
  pressed();
  await page.getByText('28 mg of it wait for witnesses.').waitFor();

  // Somebody is here after all: it is withdrawn on the nurse's own phone, and wasted before them.
  const phone = await pages.as(care.staff.rn1, PHONE);
  await phone.goto(pageOf(care, 'wastes'));
  await phone.getByText('1 device · 28 mg').waitFor();
  await phone.getByRole('button', { name: 'Withdraw' }).click();
  await phone.getByLabel('Why it is withdrawn').fill('Both witnesses are in the room now.');
  expect(await axe(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Withdraw' }).click();
  await phone.getByText('Nothing waits for witnesses.').waitFor();
  await phone.getByText('Withdrawn', { exact: true }).click();
  await phone.getByText('1 device · 28 mg').waitFor();

  await page.getByRole('button', { name: /Waste 28 mg/ }).click();
  await page.getByRole('dialog').getByText('1 device', { exact: false }).first().waitFor();
  await bothWitness(page);
  await page.getByText('Nothing in hand').waitFor();
  await page.getByRole('button', { name: 'End the session' }).click();
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();
  const types = (await history(sessionId)).map(({ type }) => String(type));
  expect(types.filter((type) => !/session|patient/.test(type))).toEqual([
    'take',
    'return',
    'take',
    'give',
    'waste_pending',
    'waste_withdrawn',
    'waste',
  ]);
  const [returned] = (await history(sessionId)).filter(({ type }) => type === 'return');
  expect(returned).toMatchObject({
    actors: [{ displayName: 'The rn1' }, { displayName: 'The rn2', meaning: 'checked' }],
  });
  expect(pages.complaints).toEqual([]);
});

test('a dose that was entered wrong is taken back with a second person, entered anew, and the ended session opened again', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.68'));
  await done(care.give(sessionId, '34'));
  const page = await nurseAt(sessionId);
  const correct = page.getByRole('button', { name: /Correct: Gave 34 mg/ });
  await correct.click();
  const dialog = page.getByRole('dialog', { name: 'Take an entry back' });
  await dialog.getByLabel('What was wrong').fill('Only 30 mg were given.');
  expect(await axeBoth(page)).toEqual([]);
  await picture(page, 'correction');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog', { name: 'A second person signs' }).getByText('Only 30 mg were given.').waitFor();
  await picture(page, 'correction-sign');
  await sign(page, named('rn2'));
  await page.getByText('Taken back', { exact: true }).waitFor();
  await inHand(page).getByText('34 mg', { exact: true }).waitFor();
  expect(await correct.count()).toBe(0);
  await page.getByText('Give', { exact: true }).click();
  await page.getByLabel('Amount given').fill('30');
  await page.getByRole('button', { name: 'Give 30 mg' }).click();
  await inHand(page).getByText('4 mg', { exact: true }).waitFor();
  // The order would allow them: the page offers to give, and the nurse knows better.
  await page.getByText('Waste', { exact: true }).last().click();
  await page.getByRole('button', { name: /Waste 4 mg/ }).click();
  await bothWitness(page);
  await page.getByRole('button', { name: 'End the session' }).click();
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Open again for a correction' }).click();
  const again = page.getByRole('dialog', { name: 'Open the session again' });
  await again.getByLabel('What was wrong').fill('A note is missing.');
  expect(await axeBoth(page)).toEqual([]);
  await picture(page, 'reopen');
  await again.getByRole('button', { name: 'Open it again' }).click();
  await sign(page, named('rph1'));
  await page.getByRole('button', { name: 'End the session' }).waitFor();
  await picture(page, 'corrected');
  expect(await axe(page)).toEqual([]);
  expect(await care.one(sessionId)).toMatchObject({ status: 'open', givenMg: '30', wastedMg: '4', inHandMg: '0' });
  const told = await history(sessionId);
  const of = (type: string) => told.find((one) => one.type === type);
  expect(of('reversal')).toMatchObject({
    texts: { reason: 'Only 30 mg were given.' },
    actors: [{ displayName: 'The rn1' }, { displayName: 'The rn2', meaning: 'approved' }],
  });
  expect(of('session_reopened')).toMatchObject({
    texts: { reason: 'A note is missing.' },
    actors: [{ displayName: 'The rn1' }, { displayName: 'The rph1', meaning: 'approved' }],
  });
  await page.getByRole('button', { name: 'End the session' }).click();
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();
  expect(pages.complaints).toEqual([]);
});

test('a patient who leaves early needs a reason, which shows; one whose time is over leaves with one press', async () => {
  const early = await care.given();
  const page = await nurseAt(early.sessionId);
  const observed = page.getByRole('region', { name: 'Observation' });
  await observed.getByText('The patient is watched until 11:').waitFor();
  await observed.getByRole('button', { name: 'The patient leaves now' }).click();
  await observed.getByLabel('Why the patient leaves early').fill('Insists on leaving; was told of the risk.');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'leaves-early');
  await observed.getByRole('button', { name: 'Leave early' }).click();
  await observed.getByText(/^Left early, /).waitFor();
  const left = (await history(early.sessionId)).find(({ type }) => type === 'discharge');
  expect(left).toMatchObject({ texts: { earlyReason: 'Insists on leaving; was told of the risk.' } });

  const { sessionId } = await care.given();
  await clockAt(care.clinic.organisation.database.appUrl, '2026-03-02T18:00:00Z');
  const later = await nurseAt(sessionId);
  await later.getByRole('button', { name: 'The patient leaves', exact: true }).click();
  await later.getByText(/^Left /).waitFor();
  expect(await care.one(sessionId)).toMatchObject({ observation: { dischargedEarly: false } });
  for (const one of [early.sessionId, sessionId]) await done(care.staff.rn1.post(care.path(`/sessions/${one}/end`)));
  expect(pages.complaints).toEqual([]);
});

test('a waste of yesterday that nobody entered: found under what is not accounted for, entered as late, and said so for ever', async () => {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  await clockAt(care.clinic.organisation.database.appUrl, '2026-03-03T15:00:00Z');
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.getByText('No session today yet.').waitFor();
  await picture(page, 'today-with-yesterday');
  await page.getByRole('link', { name: /2 mg of Ketamine .* in hand in Room 1/ }).click();
  await page.getByRole('region', { name: 'Observation' }).getByText('watched until Mar 2, 2026, 2:').waitFor();
  await page.getByRole('region', { name: 'Next act' }).getByLabel('It happened earlier').check();
  await page.getByLabel('When it happened').fill('2026-03-02T12:30');
  await page.getByLabel('Why it is entered only now').fill('The shift was over.');
  await page.getByRole('button', { name: /Waste 2 mg/ }).click();
  await bothWitness(page);
  await page.getByText('Entered late', { exact: true }).waitFor();
  await picture(page, 'session-of-yesterday');
  expect(await axe(page)).toEqual([]);
  const wasted = (await history(sessionId)).find(({ type }) => type === 'waste');
  expect(wasted).toMatchObject({
    late: true,
    occurredAt: '2026-03-02T18:30:00.000Z',
    texts: { lateReason: 'The shift was over.' },
  });
  await page.getByRole('button', { name: 'End the session' }).click();
  await page
    .getByText(/^Ended /)
    .first()
    .waitFor();
  // The compliance officer finds it the same morning.
  const officer = await pages.as(care.staff.com1);
  await officer.getByRole('link', { name: /Late entries/ }).click();
  await officer.getByRole('link', { name: String((wasted as { seq: number }).seq), exact: true }).waitFor();
  expect(pages.complaints).toEqual([]);
});
