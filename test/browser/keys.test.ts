import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkSite } from '../../src/platform/audit/checker.js';
import { withClient } from '../../src/platform/database/one-client.js';
import { done } from '../support/api.js';
import { axe, logIn, Pages, PHONE, picture, TABLET } from '../support/browser.js';
import { Care } from '../support/care.js';
import { enrolInPage, leave } from '../support/key-pages.js';
import { pageOf } from '../support/nurse-pages.js';
import { VirtualAuthenticator } from '../support/virtual-authenticator.js';

/** Keys through the real pages, with Chromium's virtual authenticator. A key needs a name in the address: localhost. */
let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-keys');
  pages = new Pages(care.clinic.organisation.server.url.replace('127.0.0.1', 'localhost'));
}, 60_000);
afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

const records = async (type: string) =>
  (await care.clinic.organisation.records(care.clinic.siteId)).filter((record) => String(record.type) === type);

async function verified(siteId: string): Promise<void> {
  await withClient(care.clinic.organisation.database.appUrl, async (client) => {
    expect(await checkSite(client, siteId)).toMatchObject({ verified: true, first: undefined });
  });
}

test('a key is enrolled, named, used to log in without a name, and removed with itself', async () => {
  const { com1, rph2 } = care.staff;
  const page = await pages.as(com1, PHONE);
  const key = await VirtualAuthenticator.on(page);
  await page.goto(pageOf(care, 'account'));
  await page.getByText('You have no key yet.').waitFor();
  expect(await axe(page)).toEqual([]);
  await enrolInPage(page, care, { password: com1.password, name: 'blue key', voucher: rph2 });
  await page.getByText('Stays on its device').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'keys');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Name of the key').fill('red key');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('region', { name: 'red key' }).waitFor();

  await page.goto('/');
  await leave(page, 'com1');
  expect(await axe(page)).toEqual([]);
  await picture(page, 'log-in-key');
  await key.verifies(false);
  await page.getByRole('button', { name: /Use a passkey/ }).click();
  await page.getByText('No key has answered.').waitFor();
  await key.verifies(true);
  await page.getByRole('button', { name: /Use a passkey/ }).click();
  await page.getByRole('navigation').first().waitFor();
  const me = await (await page.context().request.get('/api/v1/auth/me')).json();
  expect(me).toMatchObject({ username: 'com1', method: 'passkey' });

  await page.goto(pageOf(care, 'account'));
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Confirm with a key you have' }).click();
  await page.getByText('You have no key yet.').waitFor();
  await verified(care.clinic.organisation.id);
  expect(pages.complaints).toEqual([]);
});

test('a witness signs a waste with a key at the nurse’s tablet, and the log holds what proves it', async () => {
  const { rn1, wit1, wit2 } = care.staff;
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const policy = (requireDeviceBoundKeys: boolean) =>
    done(care.clinic.organisation.admin.post(care.path('/policy'), { policy: { requireDeviceBoundKeys } }));
  await policy(true);

  // Two witnesses, each with a key of their own for this tablet; then the nurse, whose session goes on meanwhile.
  const page = await pages.as(wit1, TABLET);
  await VirtualAuthenticator.on(page);
  await enrolInPage(page, care, { password: wit1.password, name: 'key of wit1', voucher: wit2 });
  await leave(page, 'wit1');
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await logIn(page, wit2);
  await enrolInPage(page, care, { password: wit2.password, name: 'key of wit2', voucher: wit1 });
  await leave(page, 'wit2');
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await logIn(page, rn1);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByRole('button', { name: /Waste 2 mg/ }).click();
  for (const [nth, who] of [wit1, wit2].entries()) {
    const dialog = page.getByRole('dialog', { name: `Signature ${nth + 1} of 2` });
    await dialog.getByRole('combobox', { name: 'Who signs' }).fill(`The ${who.username}`);
    await page.getByRole('option', { name: new RegExp(who.username) }).click();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    // A password is not enough here, and none is asked for.
    expect(await dialog.getByRole('textbox', { name: 'Your password' }).count()).toBe(0);
    if (nth === 0) expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign with a passkey' }).click();
  }
  await page.getByText('Nothing in hand').waitFor();

  const [waste] = await records('waste');
  expect(waste).toMatchObject({
    actors: [
      { id: rn1.personId, method: 'session:password' },
      { id: wit1.personId, method: 'signature:passkey', meaning: 'witnessed' },
      { id: wit2.personId, method: 'signature:passkey', meaning: 'witnessed' },
    ],
  });
  await verified(care.clinic.siteId);
  await verified(care.clinic.organisation.id);
  expect(pages.complaints).toEqual([]);
  await policy(false);
});

test('a pending waste is signed on one’s own phone with a key', async () => {
  const { rn1, rn2, wit2 } = care.staff;
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const opened = await done(
    rn1.post(care.path('/pending-wastes'), { sessionId, amountMg: '2', reason: 'dose remainder' }),
  );
  const page = await pages.as(rn2, PHONE);
  await VirtualAuthenticator.on(page);
  await enrolInPage(page, care, { password: rn2.password, name: 'phone', voucher: wit2 });
  await page.goto(pageOf(care, 'wastes'));
  await page.getByRole('button', { name: /Sign/ }).first().click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Sign with a passkey' }).click();
  await page.getByRole('button', { name: 'Sign with a passkey' }).waitFor({ state: 'detached' });
  const [witnessed] = await records('waste_witnessed');
  expect(witnessed).toMatchObject({
    actors: [{ id: rn2.personId, method: 'signature:passkey' }],
    changes: [{ pendingWasteId: opened.pendingWasteId }],
  });
  await verified(care.clinic.siteId);
  expect(pages.complaints).toEqual([]);
});

test('at an address without a name there are no keys, and the page says where there are', async () => {
  const plain = new Pages(care.clinic.organisation.server.url);
  const page = await plain.as(care.staff.com1);
  await page.goto(pageOf(care, 'account'));
  await page.getByText('Keys do not work at this address.').waitFor();
  expect(await page.getByRole('button', { name: 'Enrol a key' }).count()).toBe(0);
  await plain.close();
});
