import { randomUUID } from 'node:crypto';
import type { Answer, Api, Body } from './api.js';
import { ClinicOverHttp, done, id } from './clinic-over-http.js';
import type { Person } from './organisation.js';

export const PATIENT = {
  patient: 'Ada Example',
  birthDate: '1970-01-31',
  address: '1 Example Street, Springfield, IL 62701',
};
const SEEN = ['label', 'volume', 'act'];

/** A kit of two devices, by whole devices only. */
export const SPR56 = {
  code: 'SPR56',
  name: 'Esketamine nasal spray',
  ndc: '50458-028-02',
  gtin: '00350458028027',
  form: 'nasal_device',
  dosing: 'single_dose',
  devicesPerContainer: 2,
  deviceAmountMg: '28',
  deaCode: '7285',
  schedule: 'CIII',
};
/** A vial of one dose. */
export const KET10 = {
  code: 'KET10',
  name: 'Ketamine hydrochloride injection',
  ndc: '67457-181-20',
  gtin: '00367457181202',
  form: 'injection',
  dosing: 'single_dose',
  strengthMgPerMl: '10',
  containerVolumeMl: '20',
  deaCode: '7285',
  schedule: 'CIII',
};

interface Signing {
  readonly by: Person;
  readonly meaning: 'witnessed' | 'checked' | 'approved';
}

/** A clinic with a patient, a prescriber, nurses and witnesses: what is needed at the chair. */
export class Care {
  private constructor(
    readonly clinic: ClinicOverHttp,
    readonly people: ClinicOverHttp['people'] & Readonly<Record<'rn2' | 'wit1' | 'wit2', Person>>,
    readonly rn1: Api,
    readonly rn2: Api,
    readonly com1: Api,
    readonly patientId: string,
    readonly prescriberId: string,
    readonly products: Readonly<Record<'KET50' | 'KET10' | 'SPR56', string>>,
  ) {}

  static async open(label: string): Promise<Care> {
    const clinic = await ClinicOverHttp.open(label);
    const { org, siteId, rph1, rn1 } = clinic;
    const people = {
      ...clinic.people,
      rn2: await org.person('rn2', { siteId, role: 'nurse' }),
      wit1: await org.person('wit1', { siteId, role: 'witness' }),
      wit2: await org.person('wit2', { siteId, role: 'prescriber' }),
    };
    const patient = { name: PATIENT.patient, address: PATIENT.address, birthDate: PATIENT.birthDate };
    const made = async (path: string, body: object, key: string) =>
      id((await done(rph1.post(clinic.path(path), body)))[key]);
    return new Care(
      clinic,
      people,
      rn1,
      await org.as(people.rn2),
      await org.as(people.com1),
      await made('/patients', patient, 'patientId'),
      await made('/prescribers', { name: 'Dr. Example' }, 'prescriberId'),
      {
        KET50: clinic.productId,
        KET10: await made('/products', KET10, 'productId'),
        SPR56: await made('/products', SPR56, 'productId'),
      },
    );
  }

  stop(): Promise<void> {
    return this.clinic.org.stop();
  }

  path(rest: string): string {
    return this.clinic.path(rest);
  }

  /** Containers of a product, received and there in the room; their labels. */
  async vials(count = 1, product: 'KET50' | 'KET10' | 'SPR56' = 'KET50'): Promise<string[]> {
    const scans = {
      KET50: ']d201003040920531051760013110LT101',
      KET10: ']d201003674571812021760013110AB103',
      SPR56: ']d201003504580280271760013110KX105',
    };
    const body = this.clinic.receipt({
      countedCount: count,
      invoicedCount: count,
      locationId: this.clinic.room,
      productId: this.products[product],
      scan: scans[product],
    });
    const received = await done(this.clinic.checked('receipts', body));
    return (received.containers as { label: string }[]).map(({ label }) => label);
  }

  async session(order: object = { amountMg: '34' }, change: object = {}): Promise<string> {
    const body = {
      patientId: this.patientId,
      productId: this.products.KET50,
      prescriberId: this.prescriberId,
      locationId: this.clinic.room,
      route: 'intravenous',
      order,
      ...change,
    };
    return id((await done(this.rn1.post(this.path('/sessions'), body))).sessionId);
  }

  draw(sessionId: string, container: string, volumeMl: string, by: Api = this.rn1): Promise<Answer<Body>> {
    return by.post(this.path('/draws'), { sessionId, container, volumeMl });
  }

  give(sessionId: string, amountMg: string, change: object = {}): Promise<Answer<Body>> {
    return this.rn1.post(this.path('/gives'), { sessionId, amountMg, ...change });
  }

  /** An act of rn1 (or `as`), signed by others for exactly this body and key. */
  async signed(
    act: string,
    body: object,
    signers: readonly Signing[],
    { key = randomUUID() as string, as = this.rn1 }: { key?: string; as?: Api } = {},
  ): Promise<Answer<Body>> {
    const signatures: unknown[] = [];
    for (const { by, meaning } of signers) {
      const { username, password } = by;
      const attests = meaning === 'witnessed' ? SEEN : [];
      const asked = { act, idempotencyKey: key, body, meaning, attests, username, password };
      signatures.push((await done(as.post(this.path('/signatures'), asked))).token);
    }
    return as.post(this.path(`/${act}`), { ...body, signatures }, key);
  }

  waste(body: object, by: readonly Person[] = [this.people.wit1, this.people.wit2]): Promise<Answer<Body>> {
    return this.signed(
      'wastes',
      { reason: 'dose remainder', ...body },
      by.map((one) => ({ by: one, meaning: 'witnessed' })),
    );
  }

  /** A witness signs a pending waste in a session of their own. */
  async witness(pendingWasteId: string, by: Person, attests: readonly string[] = SEEN): Promise<Answer<Body>> {
    const api = await this.clinic.org.as(by);
    return api.post(this.path(`/pending-wastes/${pendingWasteId}/signatures`), { password: by.password, attests });
  }

  async one(sessionId: string): Promise<Body> {
    return done(this.rn1.get(this.path(`/sessions/${sessionId}`)));
  }

  /** A session that has ended with everything given, and its vial, still open. */
  async given(): Promise<{ sessionId: string; vial: string; drawSeq: number; giveSeq: number }> {
    const [vial] = (await this.vials()) as [string];
    const sessionId = await this.session();
    const drawSeq = Number((await done(this.draw(sessionId, vial, '0.68'))).seq);
    const giveSeq = Number((await done(this.give(sessionId, '34'))).seq);
    return { sessionId, vial, drawSeq, giveSeq };
  }
}
