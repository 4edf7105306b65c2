/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RecordBody } from '../../src/domain/ledger/record.js';
import { checkSite } from '../../src/platform/audit/checker.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { done } from '../support/api.js';
import { SoftAuthenticator } from '../support/authenticator.js';
import { axe, logIn, Pages, picture, scan, sign, TABLET } from '../support/browser.js';
import { Care } from '../support/care.js';
import type { Member } from '../support/clinic.js';
import { enrolInPage, switchPerson } from '../support/key-pages.js';
import { enrolKey } from '../support/keys.js';
import { pageOf } from '../support/nurse-pages.js';
import { answersWith, VirtualAuthenticator } from '../support/virtual-authenticator.js';

/**
 * One touch of a key for a list, at the terminal of whoever does the acts, with Chromium's virtual authenticator. What key and
 * touch prove, the log is asked for afterwards.
 */
const GS = '\u001d';
const KET = (serial: string, lot: string) => `]d201003040920531051760013110${lot}${GS}21${serial}`;

let care: Care;
let pages: Pages;
let origin: string;

beforeAll(async () => {
  care = await Care.open('browser-keys-lists');
  origin = care.clinic.organisation.server.url.replace('127.0.0.1', 'localhost');
  pages = new Pages(origin);
}, 60_000);
afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const policy = (requireDeviceBoundKeys: boolean) =>
  done(care.clinic.organisation.admin.post(care.path('/policy'), { policy: { requireDeviceBoundKeys } }));

async function newest(type: string, count: number): Promise<RecordBody[]> {
  const records = await care.clinic.organisation.records(care.clinic.siteId);
  return records.filter((one) => String(one.type) === type).slice(0, count) as unknown as RecordBody[];
}

async function verified(siteId: string): Promise<void> {
  await withClient(care.clinic.organisation.database.appUrl, async (client) =>
    expect(await checkSite(client, siteId)).toMatchObject({ verified: true, first: undefined }),
  );
}

/** A page on which `signer` has enrolled a key, and `by` is logged in now. */
async function withKeyOf(signer: Member, by: Member, voucher: Member): Promise<Page> {
  const page = await pages.as(signer, TABLET);
  await VirtualAuthenticator.on(page);
  await enrolInPage(page, care, { password: signer.password, name: `key of ${signer.username}`, voucher });
  await switchPerson(page, signer.username);
  await logIn(page, by);
  return page;
}

/** A page of `by`, at which a synchronised key of `signer` answers: one that does not count what it signs. */
async function withSyncedKeyOf(signer: Member, by: Member, voucher: Member): Promise<Page> {
  const key = new SoftAuthenticator({ origin });
  await enrolKey(signer, signer, key, { voucher });
  const page = await pages.as(by, TABLET);
  await answersWith(page, key);
  return page;
}

test('a delivery of three lots is signed with one touch where keys that stay on their device are asked for', async () => {
  const { rph1, rph2, com1 } = care.staff;
  await care.vials();
  const page = await withKeyOf(rph2, rph1, com1);
  await policy(true);
  try {
    await page.goto(pageOf(care, 'deliveries'));
    await page.getByRole('link', { name: 'Receive a delivery' }).click();
    await page.getByRole('textbox', { name: 'Invoice', exact: true }).fill('INV-KEY');
    await page.getByRole('combobox', { name: 'Supplier' }).fill('Example');
    await page.getByRole('option', { name: /Example Wholesale/ }).click();
    await page.getByRole('combobox', { name: 'Where they are put' }).fill('Safe');
    await page.getByRole('option', { name: 'Safe (SAFE)' }).click();
    for (const lot of ['LK1', 'LK2', 'LK3']) {
      await scan(page, KET(`S${lot}`, lot));
      await page.getByLabel(`Invoiced: KET50 ${lot}`).fill('1');
    }
    await page.getByRole('button', { name: 'Second person signs 3 lots' }).click();
    const dialog = page.getByRole('dialog', { name: 'A second person signs' });
    await dialog.getByText('LK3').waitFor();
    // A password would be refused, so none is asked for.
    await dialog.getByRole('button', { name: 'Sign with a passkey' }).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Your password' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'delivery-sign-key');
    await dialog.getByRole('combobox', { name: 'Who signs' }).fill('The rph2');
    await page.getByRole('option', { name: /rph2/ }).click();
    await dialog.getByRole('button', { name: 'Sign with a passkey' }).click();
    await page.getByRole('heading', { name: 'Delivery INV-KEY' }).waitFor();
  } finally {
    await policy(false);
  }

  const [signature] = await newest('signature', 1);
  expect(signature).toMatchObject({ act: { act: 'receipts', together: 3 }, actors: [{ id: rph2.personId }] });
  const { evidence } = signature!.actors[0]!;
  for (const { actors } of await newest('receipt', 3))
    expect(actors).toMatchObject([
      { id: rph1.personId },
      { id: rph2.personId, meaning: 'checked', method: 'signature:passkey', evidence },
    ]);
  await verified(care.clinic.siteId);
  expect(pages.complaints).toEqual([]);
});

test('a count whose signature was lost on the way is begun anew, for a key that does not count', async () => {
  const { rn1, wit1, com1 } = care.staff;
  await care.vials(2);
  const page = await withSyncedKeyOf(wit1, rn1, com1);
  await page.goto(pageOf(care, 'counts/new'));
  await page.getByRole('combobox', { name: 'Which place do you count?' }).fill('Room 1');
  await page.getByRole('option', { name: /ROOM1/ }).click();
  await page.getByRole('textbox', { name: 'Sealed KET50' }).fill('3');
  await page.getByRole('button', { name: /None of the others/ }).click();
  let cut = 1;
  await page.route(/\/signatures\/together$/, async (route) => {
    if (cut === 0) return route.continue();
    cut -= 1;
    await route.fetch();
    return route.abort();
  });
  const open = () => page.getByRole('button', { name: /Second person signs \d+ lines/ }).click();
  const signs = () => page.getByRole('dialog').getByRole('button', { name: 'Sign with a passkey' }).click();
  await open();
  await signs();
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).waitFor();
  // The window is closed and opened again: nobody knows any more that it was signed.
  await page.keyboard.press('Escape');
  await open();
  await signs();
  await page.locator('[data-code=signature_already_used]').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'begin-anew');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.locator('[data-code=signature_already_used]').waitFor({ state: 'detached' });
  await signs();
  await page.getByText('Room 1 is counted, and all agrees.').waitFor();

  const [signature] = await newest('signature', 1);
  const lines = Number((signature!.act as { together: number }).together);
  expect(lines).toBeGreaterThan(1);
  for (const { actors } of await newest('count', lines))
    expect(actors[1]).toMatchObject({ id: wit1.personId, method: 'signature:passkey' });
  await verified(care.clinic.siteId);
  expect(pages.complaints).toEqual([]);
});

test('a waste begun anew keeps what was entered, and whoever had signed signs again', async () => {
  const { rn1, rn2, wit2, com1 } = care.staff;
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const page = await withSyncedKeyOf(wit2, rn1, com1);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  const first = page.getByRole('dialog', { name: 'Signature 1 of 2' });
  const waste = () => page.getByRole('button', { name: /Waste 2 mg/ }).click();
  const signs = async () => {
    await first.getByRole('combobox', { name: 'Who signs' }).fill('The wit2');
    await page.getByRole('option', { name: /wit2/ }).click();
    for (const box of await first.getByRole('checkbox').all()) await box.check();
    await first.getByRole('button', { name: 'Sign with a passkey' }).click();
  };
  await waste();
  await signs();
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).getByText('The wit2 has signed.').waitFor();
  // The second witness does not come; later both are there.
  await page.keyboard.press('Escape');
  await waste();
  await signs();
  await first.locator('[data-code=signature_already_used]').waitFor();
  await first.getByRole('button', { name: 'Begin anew' }).click();
  await first.locator('[data-code=signature_already_used]').waitFor({ state: 'detached' });
  await signs();
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  await sign(page, { displayName: 'The rn2', password: rn2.password });
  await page.getByText('Nothing in hand').waitFor();
  const [wasted] = await newest('waste', 1);
  expect(wasted!.actors).toMatchObject([
    { id: rn1.personId },
    { id: wit2.personId, method: 'signature:passkey' },
    { id: rn2.personId, method: 'signature:password' },
  ]);
  await verified(care.clinic.siteId);
  expect(pages.complaints).toEqual([]);
});

test('who vouches for a first key, and who approves a link, touches a key of theirs', async () => {
  const { rn1, rph2, com1 } = care.staff;
  // com1 enrols with a password beside them; then com1's key is what is touched.
  const page = await withKeyOf(com1, rn1, rph2);
  await page.goto(pageOf(care, 'account'));
  await page.getByRole('button', { name: 'Enrol a key' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(rn1.password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Name of the key').fill('green key');
  await page.getByLabel('User name of who knows you').fill('com1');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'vouched-by-key');
  await page.getByRole('button', { name: 'Touch your key, then theirs' }).click();
  await page.getByText('green key is enrolled.').waitFor();
  const [added] = await care.clinic.organisation.records();
  expect(added).toMatchObject({
    type: 'passkey_added',
    actors: [{ id: rn1.personId }, { id: com1.personId, meaning: 'checked', method: 'signature:passkey' }],
  });

  const { administrator } = care.clinic.organisation;
  await switchPerson(page, 'rn1');
  await logIn(page, administrator);
  await page.goto(pageOf(care, 'people'));
  await page.getByRole('button', { name: 'The rn1' }).click();
  await page.getByRole('checkbox', { name: /Keys and authenticator are lost too/ }).check();
  await page.getByLabel('User name of who approves').fill('com1');
  await page.getByRole('button', { name: 'Approve with a passkey' }).click();
  await page.getByLabel('Link', { exact: true }).waitFor();
  const [invited] = await care.clinic.organisation.records();
  expect(invited).toMatchObject({
    type: 'person_invited',
    actors: [{ id: administrator.personId }, { id: com1.personId, meaning: 'approved', method: 'signature:passkey' }],
  });
  await verified(care.clinic.organisation.id);
  expect(pages.complaints).toEqual([]);
});
