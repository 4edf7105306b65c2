import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/domain/roles.js';
import type { Answer, Api, Body } from './api.js';
import { Organisation, type Person } from './organisation.js';

/** Somebody at work: their account, and the interface as them. */
export interface Member {
  readonly person: Person;
  readonly api: Api;
}

/** What is signed, and by whom besides the one who does it. */
export interface SignedAct {
  readonly act: 'receipts' | 'moves' | 'wastes' | 'close-outs' | 'counts' | 'reversals' | 'returns';
  readonly body: Body;
  readonly by: Member;
  readonly signers: readonly Member[];
  readonly key?: string;
}

const MEANINGS = { wastes: 'witnessed', 'close-outs': 'witnessed', reversals: 'approved' } as const;

/** A clinic that was set up through the interface: one site, two rooms and a safe, one multi-dose product. */
export class Clinic {
  private constructor(
    readonly organisation: Organisation,
    readonly siteId: string,
    readonly members: ReadonlyMap<string, Member>,
    readonly locations: Readonly<Record<'SAFE' | 'ROOM1' | 'ROOM2', string>>,
    readonly productId: string,
    readonly prescriberId: string,
  ) {}

  static async open(label: string, staff: Readonly<Record<string, Role>>): Promise<Clinic> {
    const organisation = await Organisation.start(label);
    const { admin } = organisation;
    const site = await must(
      admin.post('/sites', {
        name: 'Example Ketamine Clinic',
        deaNumber: 'FE3541263',
        address: '1 Clinic Plaza, Springfield, IL 62701',
        timeZone: 'America/Chicago',
      }),
    );
    const siteId = String(site.siteId);
    const members = new Map<string, Member>();
    for (const [username, role] of Object.entries(staff)) {
      const person = await organisation.person(username, { siteId, role });
      members.set(username, { person, api: await organisation.as(person) });
    }
    const add = async (path: string, body: Body, id: string) =>
      String((await must(admin.post(`/sites/${siteId}${path}`, body)))[id]);
    const locations = {
      SAFE: await add('/locations', { code: 'SAFE', name: 'Safe' }, 'locationId'),
      ROOM1: await add('/locations', { code: 'ROOM1', name: 'Room 1' }, 'locationId'),
      ROOM2: await add('/locations', { code: 'ROOM2', name: 'Room 2' }, 'locationId'),
    };
    const productId = await add('/products', KETAMINE_50, 'productId');
    const prescriberId = await add('/prescribers', { name: 'Dr. Mara Dent' }, 'prescriberId');
    return new Clinic(organisation, siteId, members, locations, productId, prescriberId);
  }

  stop(): Promise<void> {
    return this.organisation.stop();
  }

  member(username: string): Member {
    const member = this.members.get(username);
    if (!member) throw new Error(`nobody is called ${username} here`);
    return member;
  }

  /** An act of one person alone. */
  act(by: Member, path: string, body: Body, key: string = randomUUID()): Promise<Answer<Body>> {
    return by.api.post(`/sites/${this.siteId}${path}`, body, key);
  }

  /** The token of somebody's signature for an act that `by` will send under `key`. */
  async signature(of: Omit<SignedAct, 'signers'> & { signer: Member; key: string }): Promise<string> {
    const meaning = (MEANINGS as Record<string, string>)[of.act] ?? 'checked';
    const answer = await of.by.api.post(`/sites/${this.siteId}/signatures`, {
      act: of.act,
      idempotencyKey: of.key,
      body: of.body,
      meaning,
      attests: meaning === 'witnessed' ? ['label', 'volume', 'act'] : [],
      username: of.signer.person.username,
      password: of.signer.person.password,
    });
    return String((await must(Promise.resolve(answer))).token);
  }

  /** An act that others sign at the same terminal: each for exactly this body and key. */
  async signed(of: SignedAct): Promise<Answer<Body>> {
    const key = of.key ?? randomUUID();
    const signatures = await Promise.all(of.signers.map((signer) => this.signature({ ...of, signer, key })));
    return this.act(of.by, `/${of.act}`, { ...of.body, signatures }, key);
  }

  /** Sealed vials of the product arrive in the safe; answers with their labels. */
  async receive(of: { by: Member; second: Member; count: number; labelPrefix: string }): Promise<string[]> {
    const body = {
      supplier: {
        name: 'Example Wholesale Drug Co',
        deaNumber: 'PE8711079',
        address: '500 Distribution Way, Peoria, IL 61602',
      },
      invoice: `INV-${of.labelPrefix}`,
      invoicedCount: of.count,
      countedCount: of.count,
      locationId: this.locations.SAFE,
      productId: this.productId,
      lotNumber: 'LT101',
      expiresOn: '2099-12-31',
      labelPrefix: of.labelPrefix,
    };
    const received = await must(this.signed({ act: 'receipts', body, by: of.by, signers: [of.second] }));
    return (received.containers as { label: string }[]).map(({ label }) => label);
  }

  /** A session of a new patient, in a room; answers with its id. */
  async startSession(by: Member, amountMg: string, room: 'ROOM1' | 'ROOM2' = 'ROOM1'): Promise<string> {
    const patient = await must(this.act(by, '/patients', PATIENT));
    const session = await must(
      this.act(by, '/sessions', {
        patientId: patient.patientId,
        productId: this.productId,
        prescriberId: this.prescriberId,
        locationId: this.locations[room],
        route: 'intravenous',
        order: { amountMg },
      }),
    );
    return String(session.sessionId);
  }
}

const KETAMINE_50 = {
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

const PATIENT = {
  name: 'Example Patient',
  address: '1 Example Street, Springfield, IL 62701',
  birthDate: '1962-01-07',
};

/** The body of an answer that must be a success; throws with the problem otherwise. */
export async function must(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
