import type { DayBook, Row } from '../../interop/daybook.js';
import type { Client } from './client.js';
import type { Names } from './requests.js';
import { peopleOf, Staff } from './staff.js';

export interface Clinic {
  readonly siteId: string;
  readonly staff: Staff;
  readonly names: Omit<Names, 'sessions'>;
}

type Ids = Map<string, string>;

/** Makes everything that a book takes for granted, through the interface, as a new clinic would. */
export async function openClinic(of: { nobody: Client; setupToken: string; book: DayBook }): Promise<Clinic> {
  const { nobody, setupToken, book } = of;
  const staff = new Staff(nobody);
  const administrator = await setUp({ nobody, setupToken, book, staff });
  const { siteId } = await administrator.done('/sites', siteOf(book), key('site', '1'));
  const site = `/sites/${siteId as string}`;
  await admit({ nobody, administrator, staff, site, book });

  const pharmacist = staff.someone('pharmacist');
  const locations = await addAll(administrator, `${site}/locations`, {
    items: book.site.locations.map((code) => ({ ref: code, body: { code, name: code } })),
    idField: 'locationId',
  });
  const products = await addAll(pharmacist, `${site}/products`, {
    items: book.products.map((row) => ({ ref: row.ref!, body: productBody(row) })),
    idField: 'productId',
  });
  const prescribers = await addAll(pharmacist, `${site}/prescribers`, {
    items: prescribersOf(book).map((ref) => ({ ref, body: { name: `Dr. ${ref}` } })),
    idField: 'prescriberId',
  });
  const patients = await addAll(pharmacist, `${site}/patients`, {
    items: book.patients.map((row) => ({ ref: row.ref!, body: patientBody(row) })),
    idField: 'patientId',
  });
  const forms = new Map(book.products.map((row) => [row.ref!, row.form!]));
  return { siteId: siteId as string, staff, names: { locations, products, forms, patients, prescribers } };
}

/** The administrator makes themselves with the one-time link that the server prints at its first start. */
async function setUp(of: { nobody: Client; setupToken: string; book: DayBook; staff: Staff }): Promise<Client> {
  const { code, role } = peopleOf(of.book).find((one) => one.role === 'administrator')!;
  const { username, password } = of.staff.invent(code, role);
  await of.nobody.done('/setup', {
    token: of.setupToken,
    organisationName: of.book.site.name,
    username,
    displayName: code,
    password,
  });
  return of.staff.logIn(code);
}

/** Invites everybody, who each choose their own password; gives them their role at the site; they log in. */
async function admit(of: {
  nobody: Client;
  administrator: Client;
  staff: Staff;
  site: string;
  book: DayBook;
}): Promise<void> {
  const { nobody, administrator, staff, site, book } = of;
  const known = new Set(staff.accounts.map(({ code }) => code));
  for (const { code, role } of peopleOf(book).filter((one) => !known.has(one.code))) {
    const { username, password } = staff.invent(code, role);
    const person = await administrator.done('/people', { username, displayName: code }, key('person', code));
    await nobody.done('/auth/accept-invitation', { token: person.token, password });
    await administrator.done(`${site}/roles`, { personId: person.personId, role }, key('role', code));
    await staff.logIn(code);
  }
}

async function addAll(
  client: Client,
  path: string,
  of: { items: readonly { ref: string; body: object }[]; idField: string },
): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { ref, body } of of.items) {
    const made = await client.done(path, body, key(of.idField, ref));
    ids.set(ref, made[of.idField] as string);
  }
  return ids;
}

function siteOf({ site }: DayBook): object {
  const { name, deaNumber, address, timeZone } = site;
  return { name, deaNumber, address, timeZone };
}

function productBody(row: Row): object {
  const number = (text: string | undefined) => (text ? Number(text) : undefined);
  return withoutBlanks({
    code: row.ref,
    name: row.name,
    ndc: row.ndc,
    gtin: row.gtin,
    form: row.form,
    dosing: row.dosing,
    strengthMgPerMl: row.strength_mg_per_ml,
    containerVolumeMl: row.container_ml,
    devicesPerContainer: number(row.devices_per_container),
    deviceAmountMg: row.mg_per_device,
    beyondUseDays: number(row.beyond_use_days),
    deaCode: row.dea_code,
    schedule: row.schedule,
  });
}

function patientBody(row: Row): object {
  return withoutBlanks({ name: row.name, address: row.address, birthDate: row.birth_date });
}

/** Everybody who orders something in the book. */
function prescribersOf(book: DayBook): string[] {
  const named = book.rows.map(({ prescriber }) => prescriber).filter((code): code is string => !!code);
  return [...new Set(named)];
}

function withoutBlanks(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

/** Idempotency keys of what stands before the first row. */
function key(kind: string, ref: string): string {
  return `demo-${kind}-${ref}`;
}
