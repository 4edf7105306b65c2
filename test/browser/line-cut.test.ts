import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { Pages, scan, sign, TABLET } from '../support/browser.js';
import { Care } from '../support/care.js';
import { SUPPLIER } from '../support/clinic.js';
import { inHand, pageOf } from '../support/nurse-pages.js';
import { until } from '../support/signer.js';

/** The line is really cut: the browser has no network, or the server is killed. Each act is recorded once, without another touch. */
let care: Care;
let pages: Pages;

beforeAll(async () => {
  care = await Care.open('browser-line-cut');
  pages = new Pages(care.clinic.organisation.server.url);
}, 60_000);

beforeEach(() => {
  pages.complaints.length = 0;
});

afterAll(async () => {
  await pages?.close();
  await care?.stop();
});

/** What the log says of a session. */
const told = async (sessionId: string, type: 'draw' | 'waste') =>
  (await done(care.staff.rn1.get(care.path(`/sessions/${sessionId}/history`)))).items!.filter(
    (one) => one.type === type,
  );
const drawsOf = (sessionId: string) => told(sessionId, 'draw');
const down = (page: Page) => page.getByText('No connection to the ledger. What you enter stays here.');
const unanswered = (page: Page) => page.getByText('No answer from the ledger');

/** Keys under which the page sent an act, one for each time that it sent it. */
function keysOf(page: Page, act: string): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(`/${act}`))
      keys.push(request.headers()['idempotency-key']!);
  });
  return keys;
}

/** The network goes when the next such act has come to the ledger, and before its answer is here. */
async function cutAfter(page: Page, act: string, nth = 1): Promise<void> {
  let sent = 0;
  await page.route(new RegExp(`/${act}$`), async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent += 1;
    if (sent !== nth) return route.continue();
    await route.fetch();
    await page.context().setOffline(true);
    return route.abort('internetdisconnected');
  });
}

async function drawing(): Promise<{ page: Page; sessionId: string; draw: () => Promise<void> }> {
  const [vial] = (await care.vials()) as [string];
  const sessionId = await care.session();
  const page = await pages.as(care.staff.rn1, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page.getByText('Ada Example').waitFor();
  await scan(page, vial);
  await page.getByRole('radio', { name: vial }).and(page.locator(':checked')).waitFor();
  await page.getByLabel('Volume drawn').fill('0.7');
  return { page, sessionId, draw: () => page.getByRole('button', { name: 'Draw 0.7 mL' }).click() };
}

test('the network goes before the ledger has heard: said at once, the form stays, and it is sent by itself', async () => {
  const { page, sessionId, draw } = await drawing();
  const keys = keysOf(page, 'draws');
  await page.context().setOffline(true);
  // Before anybody has pressed anything, and before the page would have asked by itself.
  await down(page).waitFor({ timeout: 1_500 });
  await draw();
  await unanswered(page).waitFor();
  expect(await page.getByLabel('Volume drawn').inputValue()).toBe('0.7');
  expect(await drawsOf(sessionId)).toEqual([]);
  await page.context().setOffline(false);
  await inHand(page).getByText('35 mg', { exact: true }).waitFor();
  await down(page).waitFor({ state: 'detached' });
  expect(await drawsOf(sessionId)).toHaveLength(1);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(pages.complaints).toEqual([]);
});

test('the network goes after the ledger has heard: the same act is sent again, and is recorded once', async () => {
  const { page, sessionId, draw } = await drawing();
  const keys = keysOf(page, 'draws');
  await cutAfter(page, 'draws');
  await draw();
  await unanswered(page).waitFor();
  await down(page).waitFor();
  const [first] = await drawsOf(sessionId);
  expect(first).toBeDefined();
  expect(await page.getByLabel('Volume drawn').inputValue()).toBe('0.7');
  await page.context().setOffline(false);
  await inHand(page).getByText('35 mg', { exact: true }).waitFor();
  expect(await drawsOf(sessionId)).toEqual([first]);
  expect(new Set(keys).size).toBe(1);
  expect(pages.complaints).toEqual([]);
});

test('two witnesses: the line goes under the hand of the first and again when the second has signed', async () => {
  const [vial] = (await care.vials()) as [string];
  // Another session of the product is open, so it is said whose it is.
  const [sessionId] = [await care.session(), await care.session()];
  await done(care.draw(sessionId, vial, '0.72'));
  await done(care.give(sessionId, '34'));
  const page = await pages.as(care.staff.rn2, TABLET);
  await page.goto(pageOf(care, `sessions/${sessionId}`));
  await page
    .getByRole('radio', { name: /Ada Example/ })
    .and(page.locator(`[value="${sessionId}"]`))
    .check();
  await page.getByRole('button', { name: /Waste 2 mg/ }).click();
  await page.getByRole('dialog', { name: 'Signature 1 of 2' }).waitFor();
  await page.getByRole('combobox', { name: 'Who signs' }).fill('wit1');
  await page.getByRole('option', { name: /wit1/ }).waitFor();
  await page.context().setOffline(true);
  await sign(page, { displayName: 'The wit1', password: care.staff.wit1.password });
  await unanswered(page).waitFor();
  await page.context().setOffline(false);
  // What was typed is sent again by itself, and it is the other's turn.
  await page.getByRole('dialog', { name: 'Signature 2 of 2' }).waitFor();
  const keys = keysOf(page, 'wastes');
  await cutAfter(page, 'wastes');
  await sign(page, { displayName: 'The wit2', password: care.staff.wit2.password });
  await unanswered(page).waitFor();
  await page.context().setOffline(false);
  await page.getByText('Nothing in hand').waitFor();
  expect(await told(sessionId, 'waste')).toMatchObject([
    { actors: [{ displayName: 'The rn2' }, { displayName: 'The wit1' }, { displayName: 'The wit2' }] },
  ]);
  expect(new Set(keys).size).toBe(1);
  expect(pages.complaints).toEqual([]);
});

test('a delivery of three lots: the network goes after the second, and each lot is recorded once', async () => {
  await care.vials();
  const page = await pages.as(care.staff.rph1);
  await page.goto(pageOf(care, 'deliveries/new'));
  await page.getByRole('combobox', { name: 'Supplier' }).fill(SUPPLIER.name);
  await page.getByRole('option', { name: new RegExp(SUPPLIER.name) }).click();
  await page.getByRole('textbox', { name: 'Invoice', exact: true }).fill('INV-CUT');
  await page.getByRole('combobox', { name: 'Where they are put' }).fill('Safe');
  await page.getByRole('option', { name: 'Safe (SAFE)' }).click();
  for (const lot of ['CUT1', 'CUT2', 'CUT3']) {
    await scan(page, `]d201003040920531051760013110${lot}\u001d21${lot}`);
    await page.getByLabel(`Invoiced: KET50 ${lot}`).fill('1');
  }
  const keys = keysOf(page, 'receipts');
  await cutAfter(page, 'receipts', 2);
  await page.getByRole('button', { name: 'Second person signs 3 lots' }).click();
  await sign(page, { displayName: 'rph2', password: care.staff.rph2.password }, { seen: false });
  await unanswered(page).waitFor();
  // The first is done, and says so; the others wait.
  await page.getByText(/^Recorded as no\. \d+$/).waitFor();
  expect(await page.getByRole('region', { name: /^KET50 CUT/ }).count()).toBe(3);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Delivery INV-CUT' }).waitFor();
  const { items } = await done(care.staff.rph1.get(care.path('/receipts?invoice=INV-CUT')));
  expect(items!.map(({ lotNumber }) => lotNumber).sort()).toEqual(['CUT1', 'CUT2', 'CUT3']);
  expect(new Set(keys).size).toBe(3);
  expect(keys).toHaveLength(4);
  expect(pages.complaints).toEqual([]);
});

test('the server is killed while it records, and once more when it has: started again, each act is there once', async () => {
  const { organisation, siteId } = care.clinic;
  const { superuser } = organisation;
  const { page, sessionId, draw } = await drawing();
  const keys = keysOf(page, 'draws');
  // Somebody holds the head of the log: the act comes so far and waits.
  await superuser.query('BEGIN');
  await superuser.query('SELECT FROM site_head WHERE site_id = $1 FOR UPDATE', [siteId]);
  await draw();
  await until(async () => {
    const { rows } = await superuser.query('SELECT FROM pg_locks WHERE NOT granted');
    return rows.length > 0;
  });
  await organisation.server.kill9();
  await unanswered(page).waitFor();
  await down(page).waitFor();
  await superuser.query('ROLLBACK');
  expect(await page.getByLabel('Volume drawn').inputValue()).toBe('0.7');
  await organisation.serveAgain();
  await inHand(page).getByText('35 mg', { exact: true }).waitFor();
  expect(await drawsOf(sessionId)).toHaveLength(1);
  expect(new Set(keys).size).toBe(1);

  await page.route('**/gives', async (route) => {
    await route.fetch();
    await organisation.server.kill9();
    await route.abort('connectionrefused');
  });
  await page.getByRole('button', { name: /^Give / }).click();
  await unanswered(page).waitFor();
  await page.unroute('**/gives');
  await organisation.serveAgain();
  await inHand(page).getByText('1 mg', { exact: true }).waitFor();
  expect(await care.one(sessionId)).toMatchObject({ drawnMg: '35', givenMg: '34', inHandMg: '1' });
  expect(pages.complaints).toEqual([]);
});
