import { randomUUID } from 'node:crypto';
import type { Answer, Api, Body } from './api.js';
import { Organisation, type Person } from './organisation.js';

export const SITE = {
  name: 'Example Ketamine Clinic',
  deaNumber: 'FE3541263',
  address: '1 Clinic Plaza, Springfield, IL 62701',
  timeZone: 'America/Chicago',
};

export const KET50 = {
  code: 'KET50',
  name: 'Ketamine hydrochloride injection',
  ndc: '0409-2053-10',
  gtin: '00304092053105',
  form: 'injection',
  dosing: 'multi_dose',
  strengthMgPerMl: '50',
  containerVolumeMl: '10',
  beyondUseDays: 28,
  deaCode: '7285',
  schedule: 'CIII',
};

export const SUPPLIER = {
  name: 'Example Wholesale Drug Co',
  deaNumber: 'PE8711079',
  address: '500 Distribution Way, Peoria, IL 62602',
};

/** A clinic that was made through its interface alone, with two places, a product and people in their roles. */
export class ClinicOverHttp {
  private constructor(
    readonly org: Organisation,
    readonly siteId: string,
    readonly people: Readonly<Record<'rph1' | 'rph2' | 'rn1' | 'com1', Person>>,
    readonly rph1: Api,
    readonly rn1: Api,
    readonly safe: string,
    readonly room: string,
    readonly productId: string,
  ) {}

  static async open(label: string): Promise<ClinicOverHttp> {
    const org = await Organisation.start(label);
    const siteId = id((await done(org.admin.post('/sites', SITE))).siteId);
    const person = (username: string, role: string) => org.person(username, { siteId, role });
    const people = {
      rph1: await person('rph1', 'pharmacist'),
      rph2: await person('rph2', 'pharmacist'),
      rn1: await person('rn1', 'nurse'),
      com1: await person('com1', 'compliance_officer'),
    };
    const rph1 = await org.as(people.rph1);
    const place = async (code: string) =>
      id((await done(org.admin.post(`/sites/${siteId}/locations`, { code, name: code }))).locationId);
    const safe = await place('SAFE');
    const room = await place('ROOM1');
    const productId = id((await done(rph1.post(`/sites/${siteId}/products`, KET50))).productId);
    return new ClinicOverHttp(org, siteId, people, rph1, await org.as(people.rn1), safe, room, productId);
  }

  path(rest: string): string {
    return `/sites/${this.siteId}${rest}`;
  }

  /** An act of rph1, checked by somebody who signs for exactly this body and key. */
  async checked(
    act: string,
    body: object,
    { by = this.people.rph2, key = randomUUID() as string }: { by?: Person; key?: string } = {},
  ): Promise<Answer<Body>> {
    const signature = await this.rph1.post(this.path('/signatures'), {
      act,
      idempotencyKey: key,
      body,
      meaning: 'checked',
      username: by.username,
      password: by.password,
    });
    return this.rph1.post(this.path(`/${act}`), { ...body, signatures: [(await done(signature)).token] }, key);
  }

  /** What a receipt of scanned vials says. */
  receipt(change: object = {}): Record<string, unknown> {
    return {
      supplier: SUPPLIER,
      invoice: 'INV-1',
      invoicedCount: 3,
      countedCount: 3,
      locationId: this.safe,
      productId: this.productId,
      scan: ']d201003040920531051760013110LT101',
      labelPrefix: `R${randomUUID().slice(0, 8)}`,
      ...change,
    };
  }

  /** Types of the records of the site, newest first. */
  async types(): Promise<string[]> {
    return (await this.org.records(this.siteId)).map((record) => String(record.type));
  }
}

/** The body of an answer that must be a success. */
export async function done(answer: Answer<Body> | Promise<Answer<Body>>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

export function id(value: unknown): string {
  return String(value);
}
