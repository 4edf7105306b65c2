import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { done } from '../support/api.js';
import { axe, logIn, Pages, PHONE, picture, scan } from '../support/browser.js';
import { Clinic } from '../support/clinic.js';
import { newDeaNumber } from '../support/dea-number.js';

/** The administrator: a person comes, a person goes; sites, places, products, partners; one's own account. */
let clinic: Clinic<'rn1' | 'rph1' | 'rph2' | 'com1'>;
let pages: Pages;
let admin: { username: string; password: string };

beforeAll(async () => {
  clinic = await Clinic.open('browser-admin', {
    rn1: 'nurse',
    rph1: 'pharmacist',
    rph2: 'pharmacist',
    com1: 'compliance_officer',
  });
  pages = new Pages(clinic.organisation.server.url);
  admin = clinic.organisation.administrator;
  const { rph1: by, rph2 } = clinic.staff;
  await done(clinic.signed({ act: 'receipts', body: clinic.receipt(), by, signers: [rph2] }));
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await clinic?.stop();
});

const at = (place: string, siteId = clinic.siteId) => `/sites/${siteId}/${place}`;

async function go(page: Page, place: string, heading: string): Promise<void> {
  await page.goto(at(place));
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

describe('people', () => {
  test('somebody comes: name, role and the link, which is shown once; they choose a password and are at work', async () => {
    const page = await pages.as(admin);
    await go(page, 'people', 'People');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name, as it will stand').fill('Nia Newcomer');
    await dialog.getByLabel('User name').fill('nia');
    await dialog.getByLabel('Role here').selectOption('nurse');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'people-add');
    await dialog.getByRole('button', { name: 'Add and make the link' }).click();
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toMatch(/\/invitation\/#[A-Za-z0-9_-]{20,}$/);
    await dialog.getByRole('img', { name: 'QR code of the link' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'people-link');
    await dialog.getByRole('button', { name: 'I have handed it over' }).click();
    await row(page, 'Nia Newcomer').getByText('Nurse').waitFor();
    await picture(page, 'people');
    expect(await axe(page)).toEqual([]);

    const hers = await pages.open(PHONE);
    await hers.goto(link);
    await hers.getByRole('textbox', { name: 'Password' }).fill('nine-geese-and-a-lantern');
    await hers.getByRole('button', { name: 'Set the password' }).click();
    await hers.getByRole('link', { name: 'To the log-in' }).click();
    await logIn(hers, { username: 'nia', password: 'nine-geese-and-a-lantern' });
    await hers.waitForURL(/\/today$/);
    expect(pages.complaints).toEqual([]);
  });

  test('a role from and until a day; two that do not go together are refused in plain words', async () => {
    const page = await pages.as(admin);
    await go(page, 'people', 'People');
    await page.getByRole('button', { name: 'The rn1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Role here').selectOption('administrator');
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    expect(await dialog.getByRole('alert').innerText()).toMatch(/roles_conflict/);
    await dialog.getByLabel('Role here').selectOption('witness');
    await dialog.getByLabel('Until the end of').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Give the role' }).click();
    await dialog.getByRole('button', { name: 'Withdraw the role Witness' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'person');
    await dialog.getByRole('button', { name: 'Withdraw the role Witness' }).click();
    await dialog.getByRole('button', { name: 'Withdraw the role Witness' }).waitFor({ state: 'detached' });
    expect(await clinic.types()).toEqual(expect.arrayContaining(['role_granted', 'role_withdrawn', 'refused']));
  });

  test('somebody goes: their open page ends at once, and their password opens nothing', async () => {
    const { rph2 } = clinic.staff;
    const theirs = await pages.as(rph2);
    const page = await pages.as(admin);
    await go(page, 'people', 'People');
    await page.getByRole('button', { name: 'The rph2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take all access away now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give access back' }).waitFor();
    await theirs.getByRole('heading', { name: 'Locked' }).waitFor();
    await theirs.getByRole('textbox', { name: 'Password' }).fill(rph2.password);
    await theirs.getByRole('button', { name: 'Unlock' }).click();
    expect(await theirs.getByRole('alert').innerText()).toMatch(/not right/);
  });
});

describe('an authenticator that was lost', () => {
  test('goes with a new link that a second person approves; who may not is refused beside the field', async () => {
    const { com1 } = clinic.staff;
    const rn3 = await clinic.organisation.person('rn3', { siteId: clinic.siteId, role: 'nurse' });
    const as = await clinic.organisation.as(rn3);
    const { secret } = await done(as.post('/auth/totp/enrol', { password: rn3.password }));
    const confirmed = await as.post('/auth/totp/confirm', { totp: generateSync({ secret: String(secret) }) });
    expect(confirmed.status).toBe(204);

    const page = await pages.as(admin);
    await go(page, 'people', 'People');
    await page.getByRole('button', { name: 'The rn3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Keys and authenticator are lost too').check();
    const approve = dialog.getByRole('button', { name: 'Approve and make the link' });
    expect(await approve.isDisabled()).toBe(true);
    const who = dialog.getByLabel('User name of who approves');
    const password = dialog.getByRole('textbox', { name: 'Password of who approves' });
    await who.fill(admin.username);
    await password.fill(admin.password);
    await approve.click();
    await dialog.locator('[data-code=second_person_is_performer]').waitFor();
    expect(await who.getAttribute('aria-invalid')).toBe('true');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'person-approver');
    await who.fill(com1.username);
    await password.fill('not-my-password-at-all');
    await approve.click();
    await dialog.locator('[data-code=invalid_credentials]').waitFor();
    await dialog.getByRole('region', { name: 'A second person approves' }).getByText('is not right').waitFor();
    await password.fill(com1.password);
    await approve.click();
    expect(await dialog.getByLabel('Link', { exact: true }).inputValue()).toMatch(/\/invitation\/#/);
    const [invited] = (await clinic.organisation.records()).filter(({ type }) => String(type) === 'person_invited');
    expect(invited).toMatchObject({
      act: { personId: rn3.personId, removeSecondFactor: true },
      actors: [{ role: 'administrator' }, { id: com1.personId, meaning: 'approved', method: 'signature:password' }],
    });
    expect(pages.complaints).toEqual([]);
  });
});

describe('the site', () => {
  test('a location is added and renamed; one with stock stays in use, and the page says why beside the switch', async () => {
    const page = await pages.as(admin);
    await go(page, 'locations', 'Locations');
    await page.getByRole('button', { name: 'Add a location' }).click();
    await page.getByRole('dialog').getByLabel('Short name').fill('fridge');
    await page.getByRole('dialog').getByLabel('What people call it').fill('Fridge');
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Change FRIDGE' }).click();
    await page.getByRole('dialog').getByLabel('What people call it').fill('Fridge in the hall');
    await page.getByRole('dialog').getByRole('button', { name: 'Save the change' }).click();
    await row(page, 'Fridge in the hall').waitFor();
    await page.getByRole('button', { name: 'Change SAFE' }).click();
    await page.getByRole('dialog').getByRole('switch', { name: 'In use' }).uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Save the change' }).click();
    await page.getByRole('dialog').getByText('this location is still needed').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'locations');
    expect(pages.complaints).toEqual([]);
  });

  test('a scanned package that nobody knows begins a new product', async () => {
    const page = await pages.as(admin);
    await go(page, 'products', 'Products');
    await row(page, 'KET50').waitFor();
    await scan(page, ']d20100367457181202');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByLabel('GTIN of the package').inputValue()).toBe('00367457181202');
    await dialog.getByLabel('Short name').fill('KET10');
    await dialog.getByLabel('Name and form').fill('Ketamine injection');
    await dialog.getByLabel('NDC').fill('67457-181-20');
    await dialog.getByLabel('Strength').fill('10');
    await dialog.getByLabel('Volume of a container').fill('20');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'product-add');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await row(page, 'KET10').getByText('10 mg/mL · 20 mL').waitFor();
    await picture(page, 'products');
  });

  test('suppliers and prescribers; a number that is none is refused beside its field', async () => {
    const page = await pages.as(admin);
    await go(page, 'partners', 'Suppliers and prescribers');
    await page.getByRole('button', { name: 'Add a prescriber' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Name/).fill('Dr. Able');
    await dialog.getByLabel('NPI').fill('1234567890');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('The check digit of the NPI does not fit: a digit is wrong.').first().waitFor();
    await dialog.getByLabel('NPI').fill('1234567893');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await row(page, 'Dr. Able').waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'partners');
  });

  test('the name and the registration: an address says why it changes, and the log what it was', async () => {
    const page = await pages.as(admin);
    await go(page, 'policy', 'Site and rules');
    await page.getByRole('button', { name: 'Name and registration' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the clinic').fill('Springfield Ketamine Clinic');
    await dialog.getByLabel('Registered address').fill('2 Clinic Plaza, Springfield, IL 62701');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'site-edit');
    expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why the registration changes').fill('Certificate modified on November 2.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 Clinic Plaza, Springfield').waitFor();
    await page
      .getByLabel('Site', { exact: true })
      .getByRole('option', { name: 'Springfield Ketamine Clinic' })
      .waitFor({
        state: 'attached',
      });
    const [record] = await clinic.organisation.records(clinic.siteId);
    expect(record).toMatchObject({
      type: 'site_changed',
      act: { before: { address: '1 Clinic Plaza, Springfield, IL 62701' } },
    });
    expect(pages.complaints).toEqual([]);
  });

  test('the days of use of a product are emptied', async () => {
    const page = await pages.as(admin);
    await go(page, 'products', 'Products');
    await page.getByRole('button', { name: /KET50/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Days of use after opening').fill('');
    await dialog.getByLabel('GTIN of the package').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [record] = await clinic.organisation.records(clinic.siteId);
    expect(record).toMatchObject({ changes: [{ table: 'product', clear: ['gtin', 'beyondUseDays'] }] });
  });

  test('a rule is changed in plain words, and only that rule', async () => {
    const page = await pages.as(admin);
    await go(page, 'policy', 'Site and rules');
    const late = page.getByLabel('An entry is late after');
    await late.fill('30');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'policy');
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await page.getByText('Nothing is changed yet.').waitFor();
    const site = await done(clinic.organisation.admin.get(clinic.path('')));
    expect(site.policy).toMatchObject({ lateAfterMinutes: 30, wasteWitnesses: 2 });
  });

  test('a site is opened, and one is there', async () => {
    const page = await pages.as(admin);
    await page.goto(at('sites', clinic.organisation.id));
    await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, 'sites');
    await page.getByRole('button', { name: 'Open a site' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name of the clinic').fill('North Clinic');
    await dialog.getByLabel('DEA registration').fill('FE3541264');
    await dialog.getByLabel('Registered address').fill('2 Clinic Plaza');
    await dialog.getByRole('button', { name: 'Open the site' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('DEA registration').fill(newDeaNumber());
    await dialog.getByRole('button', { name: 'Open the site' }).click();
    await page.waitForURL(/\/people$/);
    expect(await page.getByLabel('Site', { exact: true }).locator('option:checked').innerText()).toBe('North Clinic');
    expect(pages.complaints).toEqual([]);
  });
});

describe('one’s own account', () => {
  test('an authenticator by its QR code, then the log-in asks for its code; in Spanish too', async () => {
    const { rph1 } = clinic.staff;
    const page = await pages.as(rph1);
    await go(page, 'account', 'My account');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'account');
    const second = page.getByRole('region', { name: 'Second factor' });
    await second.getByRole('textbox', { name: 'Password as it is now' }).fill(rph1.password);
    await second.getByRole('button', { name: 'Set up an authenticator' }).click();
    await second.getByRole('img', { name: 'QR code' }).waitFor();
    expect(await axe(page)).toEqual([]);
    const secret = (await second.locator('pre').innerText()).trim();
    await second.getByLabel('Code of your authenticator').fill(generateSync({ secret }));
    await second.getByRole('button', { name: 'Confirm the code' }).click();
    await second.getByText('The authenticator is set up.').waitFor();
    await page.getByRole('button', { name: 'Log out everywhere' }).click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'The rph1', exact: true }).click();
    await page.getByRole('textbox', { name: 'Contraseña' }).fill(rph1.password);
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    await page.getByLabel('Código de su autenticador').waitFor();
    expect(pages.complaints).toEqual([]);
  });

  test('a new password, and the old one opens nothing any more', async () => {
    const { rn1 } = clinic.staff;
    const page = await pages.as(rn1, PHONE);
    await go(page, 'account', 'My account');
    const form = page.getByRole('region', { name: 'Password' });
    await form.getByRole('textbox', { name: 'Password as it is now' }).fill(rn1.password);
    await form.getByRole('textbox', { name: 'New password' }).fill('short');
    await form.getByRole('button', { name: 'Change the password' }).click();
    await form.locator('[data-code=password_too_weak]').waitFor();
    await form.getByRole('textbox', { name: 'New password' }).fill('a-lantern-and-nine-geese');
    await form.getByRole('button', { name: 'Change the password' }).click();
    await form.getByText('The password is changed.').waitFor();
    const api = clinic.organisation.api;
    const tried = await api.post('/auth/login', { username: 'rn1', password: rn1.password, kind: 'bearer' });
    expect(tried.body.code).toBe('invalid_credentials');
  });
});
