import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/domain/roles.js';
import { type Answer, Api, type Body, done, id } from './api.js';
import { Organisation, type Person } from './organisation.js';

export const SITE = {
  name: 'Example Ketamine Clinic',
  deaNumber: 'FE3541263',
  address: '1 Clinic Plaza, Springfield, IL 62701',
  timeZone: 'America/Chicago',
};

/** A multiple-dose vial. */
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

/** What a witness states having seen. */
export const ALL_SEEN = ['label', 'volume', 'act'];

type Meaning = 'witnessed' | 'checked' | 'approved';
const MEANINGS: Readonly<Record<string, Meaning>> = {
  wastes: 'witnessed',
  'close-outs': 'witnessed',
  reversals: 'approved',
  erasures: 'approved',
  reopenings: 'approved',
};

/** Somebody at work: their account, and the interface as them. */
export class Member extends Api implements Person {
  readonly personId: string;
  readonly username: string;
  readonly password: string;

  constructor(api: Api, { personId, username, password }: Person) {
    super(api.url, api.headers);
    this.personId = personId;
    this.username = username;
    this.password = password;
  }
}

/** What is signed, and by whom besides the one who does it. */
export interface SignedAct {
  /** The last part of its address. */
  readonly act: string;
  readonly body: object;
  readonly by: Member;
  readonly signers: readonly Member[];
  readonly key?: string;
  /** What the signers sign as, where it is not what the act asks for. */
  readonly meaning?: Meaning;
}

/** A clinic that was set up through the interface alone: one site, a safe and two rooms, one product, its staff. */
export class Clinic<Name extends string = string> {
  private constructor(
    readonly organisation: Organisation,
    readonly siteId: string,
    readonly staff: Readonly<Record<Name, Member>>,
    readonly locations: Readonly<Record<'SAFE' | 'ROOM1' | 'ROOM2', string>>,
    /** KET50. */
    readonly productId: string,
  ) {}

  /** Usernames and the role that each has at the site. */
  static async open<Name extends string>(
    label: string,
    roles: Readonly<Record<Name, Role>>,
    env: Record<string, string> = {},
    prepare?: Parameters<typeof Organisation.start>[2],
  ): Promise<Clinic<Name>> {
    const organisation = await Organisation.start(label, env, prepare);
    const { admin } = organisation;
    const siteId = id((await done(admin.post('/sites', SITE))).siteId);
    const staff: Record<string, Member> = {};
    for (const [username, role] of Object.entries<Role>(roles)) {
      const person = await organisation.person(username, { siteId, role });
      staff[username] = new Member(await organisation.as(person), person);
    }
    const place = async (code: string, name: string) =>
      id((await done(admin.post(`/sites/${siteId}/locations`, { code, name }))).locationId);
    const locations = {
      SAFE: await place('SAFE', 'Safe'),
      ROOM1: await place('ROOM1', 'Room 1'),
      ROOM2: await place('ROOM2', 'Room 2'),
    };
    const productId = id((await done(admin.post(`/sites/${siteId}/products`, KET50))).productId);
    return new Clinic(organisation, siteId, staff, locations, productId);
  }

  stop(): Promise<void> {
    return this.organisation.stop();
  }

  path(rest: string): string {
    return `/sites/${this.siteId}${rest}`;
  }

  /** The id of what the administrator makes. */
  async made(path: string, body: object, named: string): Promise<string> {
    return id((await done(this.organisation.admin.post(this.path(path), body)))[named]);
  }

  member(username: string): Member {
    const member = (this.staff as Readonly<Record<string, Member>>)[username];
    if (!member) throw new Error(`nobody is called ${username} here`);
    return member;
  }

  /** An act that others sign at the same terminal, one after the other: each for exactly this body and key. */
  async signed({ act, body, by, signers, key = randomUUID(), meaning }: SignedAct): Promise<Answer<Body>> {
    const as = meaning ?? MEANINGS[act] ?? 'checked';
    const attests = as === 'witnessed' ? ALL_SEEN : [];
    const signatures: unknown[] = [];
    for (const { username, password } of signers) {
      const asked = { act, idempotencyKey: key, body, meaning: as, attests, username, password };
      signatures.push((await done(by.post(this.path('/signatures'), asked))).token);
    }
    return by.post(this.path(`/${act}`), { ...body, signatures }, key);
  }

  /** What a receipt of scanned vials in the safe says. */
  receipt(change: object = {}): Record<string, unknown> {
    return {
      supplier: SUPPLIER,
      invoice: 'INV-1',
      invoicedCount: 3,
      countedCount: 3,
      locationId: this.locations.SAFE,
      productId: this.productId,
      scan: ']d201003040920531051760013110LT101',
      labelPrefix: `R${randomUUID().slice(0, 8)}`,
      ...change,
    };
  }

  /** Types of the records of the site, newest first. */
  async types(): Promise<string[]> {
    return (await this.organisation.records(this.siteId)).map((record) => String(record.type));
  }
}
