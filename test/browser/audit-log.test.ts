/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Body, done } from '../support/api.js';
import { axe, axeBoth, Pages, PHONE, picture, scan } from '../support/browser.js';
import { type ClinicDay, playDay } from '../support/clinic-day.js';

let day: ClinicDay;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  day = await playDay('browser-audit-log');
  pages = new Pages(day.care.clinic.organisation.server.url);
  page = await pages.as(day.inspector);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await day?.care.stop();
});

const at = (rest: string) => `/sites/${day.care.clinic.siteId}/${rest}`;
const read = async (rest: string): Promise<Body> => done(day.care.staff.com1.get(day.care.path(rest)));
/** What the printed page can be held against: the record, its leaf, and both as a code. */
async function standsOnPaper({ seq, leafHash }: Body): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const head = page.locator('.paper-head');
  await head.getByText(`As it stood up to record ${String(seq)} of the log`).waitFor();
  await head.getByText(String(leafHash)).waitFor();
  await head.getByRole('img', { name: /record number/ }).waitFor();
  await page.emulateMedia({ media: null });
}
const log = () => page.getByRole('table', { name: 'Audit log' });

test('the whole log scrolls to its first record, however long it is', async () => {
  await page.goto(at('log'));
  const { size } = await read('/head');
  await log().waitFor();
  await page.getByText(`${String(size)} rows`).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'log');
  await page.getByRole('region', { name: 'Audit log' }).focus();
  await page.keyboard.press('End');
  await page.getByRole('link', { name: /opened the log of this site/ }).waitFor();
});

test('a scanned vial is searched for; so is what was refused; the address keeps the search', async () => {
  await page.goto(at('log'));
  await log().waitFor();
  await scan(page, day.vial);
  await page.waitForURL(`**/log?subject=${day.vial}`);
  await page.getByRole('link', { name: new RegExp(`drew 36 mg .* from ${day.vial}`) }).waitFor();
  const told = (await read(`/log?subject=${day.vial}`)).items as Body[];
  await page.getByText(`${told.length} rows`).waitFor();
  await page.goto(at('log'));
  await page.getByLabel('Refused only').check();
  await page.getByRole('link', { name: /tried Waste: .*witness/i }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /tried Waste/ }).click();
  await page.getByText('witness_missing').first().waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(at('log?subject=no-such-vial'));
  await page.getByText('This is no container of this site').waitFor();
});

test('a record: in words, who signed and how, private values as a recorded reading, its exact bytes', async () => {
  await page.goto(at(`log/${day.wasteSeq}`));
  await page.getByText(/The rn1 wasted 2 mg · 0.04 mL of KET50; The wit1, The wit2 signed/).waitFor();
  await page.getByText('States having seen: the label, the volume, the act').first().waitFor();
  const record = await read(`/log/${day.wasteSeq}?private=sealed`);
  await page.getByText(String(record.leafHash)).filter({ visible: true }).waitFor();
  await standsOnPaper(record);
  const bytes = Buffer.from(String(record.bytes), 'base64').toString('utf8');
  await expect(page.locator('pre').innerText()).resolves.toBe(bytes);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'record');
  const readings = async () => ((await read('/log?type=patient_read&limit=200')).items as Body[]).length;
  const before = await readings();
  await page.getByRole('button', { name: 'Show private values' }).click();
  await page.getByRole('region', { name: 'Private values' }).getByText('dose remainder').waitFor();
  expect(await readings()).toBe(before + 1);
});

test('the whole story of a vial, to read and to print', async () => {
  await page.goto(at(`log/story?subject=${day.vial}`));
  const told = (await read(`/log?subject=${day.vial}&limit=200`)).items as Body[];
  await page.getByText(`${told.length} records: all there are about it.`).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('table.paper-table tbody tr').count()).resolves.toBe(told.length);
  await picture(page, 'story-paper');
  await standsOnPaper(told.reduce((newest, one) => (Number(one.seq) > Number(newest.seq) ? one : newest)));
});

test('a discrepancy and an entry on paper say up to which record, with its code', async () => {
  await page.goto(at(`discrepancies/${day.discrepancyId}`));
  const { history } = await read(`/discrepancies/${day.discrepancyId}`);
  await standsOnPaper(
    (history as Body[]).reduce((newest, one) => (Number(one.seq) > Number(newest.seq) ? one : newest)),
  );
  await page.goto(at(`entries/${day.wasteSeq}`));
  await standsOnPaper(await read(`/entries/${day.wasteSeq}`));
});

test('the log is verified in sight, by who only reads too, and the result stays', async () => {
  await page.goto(at('log/verification'));
  await page.getByText('This log has not been verified yet').waitFor();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await page.locator('[data-verified=true]').waitFor();
  await page.getByText(/All \d+ records are as they were written/).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'verified');
  await page.reload();
  await page.getByText(/asked for by The ins1/).waitFor();
});

test('a log that a superuser changed is not verified, and the first wrong record is named', async () => {
  const { superuser } = day.care.clinic.organisation;
  const off = "SET session_replication_role = 'replica'; ALTER TABLE countersign.entry_signature DISABLE TRIGGER ALL;";
  await superuser.query(
    `${off} UPDATE countersign.entry_signature SET role = 'prescriber'
     WHERE seq = ${day.wasteSeq} AND role = 'witness'; SET session_replication_role = 'origin'`,
  );
  const phone = await pages.as(day.care.staff.com1, { ...PHONE, colorScheme: 'dark' });
  await phone.goto(at('log/verification'));
  await phone.getByRole('button', { name: 'Verify now' }).click();
  await phone.locator('[data-verified=false]').waitFor();
  await phone.getByText(`The first record that is wrong is ${day.wasteSeq}, in the table entry_signature.`).waitFor();
  expect(await axe(phone)).toEqual([]);
  await picture(phone, 'not-verified-phone');
  await phone.getByRole('link', { name: `Look at record ${day.wasteSeq}` }).click();
  await phone.getByRole('heading', { name: `Record ${day.wasteSeq}` }).waitFor();
  await phone.goto(at('morning'));
  await phone.getByText(/NOT VERIFIED/).waitFor();
  expect(await axe(phone)).toEqual([]);
  expect(pages.complaints).toEqual([]);
});

test('an alarm says what was found; whoever looked into it writes what it was, and closes it', async () => {
  const { clinic, staff } = day.care;
  const { superuser, server } = clinic.organisation;
  const checkpoint = await fetch(`${server.url}/api/v1${day.care.path('/checkpoint')}`, {
    headers: staff.com1.headers,
  });
  const kept = await checkpoint.text();
  await superuser.query('ALTER TABLE tree_node DISABLE TRIGGER ALL');
  await superuser.query('UPDATE tree_node SET hash = sha256(hash) WHERE site_id = $1', [clinic.siteId]);
  await superuser.query('ALTER TABLE tree_node ENABLE TRIGGER ALL');
  const compared = await staff.rn1.send('POST', day.care.path('/heads/compare'), { checkpoint: kept });
  expect(await done(Promise.resolve(compared))).toMatchObject({ consistent: false });
  const officer = await pages.as(staff.com1);
  const alarm = officer.locator('[data-alarm=head_conflict]');
  await alarm.waitFor();
  await picture(officer, 'alarm');
  await alarm.getByRole('button', { name: 'Close: it was looked into' }).click();
  const dialog = officer.getByRole('dialog', { name: 'Close: it was looked into' });
  await dialog.getByLabel('What was it?').fill('A restore was tried out on this database. Reported.');
  expect(await axeBoth(officer)).toEqual([]);
  await picture(officer, 'alarm-close');
  await dialog.getByRole('button', { name: 'Close: it was looked into' }).click();
  await alarm.waitFor({ state: 'detached' });
  const [closed] = (await read('/log?type=alarm_closed&first=newest')).items as Body[];
  expect(closed).toMatchObject({ act: { kind: 'head_conflict' }, actors: [{ personId: staff.com1.personId }] });
  expect((await read('/alarms?status=open')).items).not.toContainEqual(
    expect.objectContaining({ kind: 'head_conflict' }),
  );
  expect(pages.complaints).toEqual([]);
});
