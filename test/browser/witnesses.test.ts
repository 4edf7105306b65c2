/// <reference lib="dom" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { done, type Body } from '../support/api.js';
import { axe, Pages, PHONE, picture } from '../support/browser.js';
import { Clinic } from '../support/clinic.js';
import { until } from '../support/signer.js';
import { WitnessProcess } from '../support/witness-process.js';

// A clinic whose log two of three witnesses must confirm; the third is named and its place is not. What its people see of them.

let folder: string;
let witnesses: WitnessProcess[];
let clinic: Clinic<'rph1' | 'co1'>;
let pages: Pages;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-witnesses-'));
  witnesses = ['vendor', 'officer', 'sister'].map((name) => new WitnessProcess(`${name}.example/witness`));
  for (const witness of witnesses) witness.watch();
  await Promise.all(witnesses.slice(0, 2).map((witness) => witness.start()));
  const lines = witnesses.map(({ vkey, url }, i) => `witness ${['vendor', 'officer', 'sister'][i]} ${vkey} ${url}\n`);
  const policyFile = join(folder, 'policy.txt');
  writeFileSync(policyFile, `${lines.join('')}group outside 2 vendor officer sister\nquorum outside\n`);
  const roles = { rph1: 'pharmacist', co1: 'compliance_officer' } as const;
  clinic = await Clinic.open('witnesses', roles, { COUNTERSIGN_POLICY: policyFile });
  const keysOf = async (siteId: string, by = clinic.staff.co1) =>
    (await done(by.get(`/sites/${siteId}/log-keys`))).vkeys as string[];
  await until(async () => (await keysOf(clinic.siteId)).length > 0);
  for (const witness of witnesses) witness.watch(...(await keysOf(clinic.siteId)));
  pages = new Pages(clinic.organisation.server.url);
}, 120_000);
afterAll(async () => {
  await pages?.close();
  await clinic?.stop();
  await Promise.all((witnesses ?? []).map((witness) => witness.dispose()));
  rmSync(folder, { recursive: true, force: true });
});

const state = () => done(clinic.staff.co1.get(clinic.path('/witnesses')));
const act = () => done(clinic.staff.rph1.post(clinic.path('/prescribers'), { name: 'Dr. Outside', npi: '1234567893' }));
const settled = async () => {
  const { quorumMet, confirmedSize, size } = await state();
  return quorumMet === true && confirmedSize === size;
};
const card = (page: Page) => page.getByRole('region', { name: 'Witnesses outside' });

test('as long as enough confirm: who they are, what each did last, and that the quorum is met', async () => {
  await until(settled, 30_000);
  await act();
  await until(settled);
  const said = await state();
  expect(said).toMatchObject({ status: 'collecting', needed: 2, quorumMet: true, confirmedSize: said.size });
  expect(Date.parse(String(said.confirmedAt))).toBeGreaterThan(Date.now() - 60_000);
  expect(said.unconfirmedSince).toBeUndefined();
  const [vendor, , sister] = said.witnesses as [Body, Body, Body];
  expect(vendor).toMatchObject({ name: 'vendor', key: witnesses[0]!.vkey, asked: true, cosignedSize: said.size });
  expect(sister).toEqual({ name: 'sister', key: witnesses[2]!.vkey, asked: false });

  const page = await pages.as(clinic.staff.co1);
  await page.goto(clinic.path('/log/verification'));
  await card(page).getByText('Quorum met').waitFor();
  await card(page)
    .getByText(`All ${String(said.size)} records that are signed are confirmed.`)
    .waitFor();
  await card(page).locator('[data-witness=vendor]').getByText('Answers').waitFor();
  await card(page).getByText('The policy does not say where it is.').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'witnesses-met');
}, 60_000);

test('when one goes down: which, why, since when, and what to do; also for the administrator, in Spanish, in the dark', async () => {
  const before = await state();
  await witnesses[1]!.kill();
  const { seq } = await act();
  await until(async () => (await state()).quorumMet === false, 20_000);
  const said = await state();
  expect(said.confirmedSize).toBe(before.confirmedSize);
  const record = await done(clinic.staff.co1.get(clinic.path(`/log/${String(said.confirmedSize)}`)));
  // The first record that no quorum stands over.
  expect([record.seq, said.unconfirmedSince]).toEqual([seq, record.recordedAt]);
  const [vendor, officer] = said.witnesses as [Body, Body];
  expect(vendor.trouble).toBeUndefined();
  expect(officer).toMatchObject({ trouble: 'unreachable', cosignedSize: before.size });

  const page = await pages.as(clinic.staff.co1, PHONE);
  await page.goto(clinic.path('/log/verification'));
  await card(page).getByText('Quorum not met').waitFor();
  const one = card(page).locator('[data-witness=officer]');
  await one.getByText('Cannot be reached', { exact: true }).waitFor();
  await one.getByText('Ask its operator whether it runs').waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'witnesses-not-met');

  const { id, administrator } = clinic.organisation;
  const admin = await pages.as(administrator, { colorScheme: 'dark', viewport: { width: 1180, height: 900 } });
  await admin.evaluate(() => localStorage.setItem('countersign.language', 'es'));
  await admin.goto(`/sites/${id}/sites`);
  const site = admin.getByRole('region', { name: 'Example Ketamine Clinic' });
  await site.getByText('Cuórum no alcanzado').waitFor();
  await site.getByText('No se puede contactar con él').waitFor();
  expect(await axe(admin)).toEqual([]);
  await picture(admin, 'witnesses-administrator');

  // It comes back, and the page says so by itself.
  await witnesses[1]!.start(Number(new URL(witnesses[1]!.url).port));
  await card(page).getByText('Quorum met').waitFor({ timeout: 45_000 });
  expect(pages.complaints).toEqual([]);
}, 120_000);

test('whose role does not look after the log is not told', async () => {
  expect((await clinic.staff.rph1.get(clinic.path('/witnesses'))).body.code).toBe('not_permitted');
});
