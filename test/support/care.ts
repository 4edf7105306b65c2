import { type Answer, type Api, type Body, done, id } from './api.js';
import { ALL_SEEN, Clinic, type Member } from './clinic.js';

const STAFF = {
  rph1: 'pharmacist',
  rph2: 'pharmacist',
  rn1: 'nurse',
  rn2: 'nurse',
  wit1: 'witness',
  wit2: 'prescriber',
  com1: 'compliance_officer',
} as const;

export const PATIENT = {
  patient: 'Ada Example',
  birthDate: '1970-01-31',
  address: '1 Example Street, Springfield, IL 62701',
};

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

/** A clinic with a patient, a prescriber and three products: what is needed at the chair. */
export class Care {
  private constructor(
    readonly clinic: Clinic<keyof typeof STAFF>,
    readonly patientId: string,
    readonly prescriberId: string,
    readonly products: Readonly<Record<'KET50' | 'KET10' | 'SPR56', string>>,
  ) {}

  static async open(label: string, prepare?: Parameters<typeof Clinic.open>[3]): Promise<Care> {
    const clinic = await Clinic.open(label, STAFF, {}, prepare);
    const patient = { name: PATIENT.patient, address: PATIENT.address, birthDate: PATIENT.birthDate };
    return new Care(
      clinic,
      await id((await done(clinic.staff.rph1.post(clinic.path('/patients'), patient))).patientId),
      await clinic.made('/prescribers', { name: 'Dr. Example' }, 'prescriberId'),
      {
        KET50: clinic.productId,
        KET10: await clinic.made('/products', KET10, 'productId'),
        SPR56: await clinic.made('/products', SPR56, 'productId'),
      },
    );
  }

  get staff() {
    return this.clinic.staff;
  }

  stop(): Promise<void> {
    return this.clinic.stop();
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
      locationId: this.clinic.locations.ROOM1,
      productId: this.products[product],
      scan: scans[product],
    });
    const received = await done(this.checked('receipts', body));
    return (received.containers as { label: string }[]).map(({ label }) => label);
  }

  async session(order: object = { amountMg: '34' }, change: object = {}): Promise<string> {
    const body = {
      patientId: this.patientId,
      productId: this.products.KET50,
      prescriberId: this.prescriberId,
      locationId: this.clinic.locations.ROOM1,
      route: 'intravenous',
      order,
      ...change,
    };
    return id((await done(this.staff.rn1.post(this.path('/sessions'), body))).sessionId);
  }

  draw(sessionId: string, container: string, volumeMl: string, by: Api = this.staff.rn1): Promise<Answer<Body>> {
    return by.post(this.path('/draws'), { sessionId, container, volumeMl });
  }

  give(sessionId: string, amountMg: string, change: object = {}): Promise<Answer<Body>> {
    return this.staff.rn1.post(this.path('/gives'), { sessionId, amountMg, ...change });
  }

  /** An act of rn1, signed by others. */
  signed(act: string, body: object, signers: readonly Member[], key?: string): Promise<Answer<Body>> {
    return this.clinic.signed({ act, body, by: this.staff.rn1, signers, ...(key ? { key } : {}) });
  }

  /** An act of the pharmacist, checked by the other one. */
  checked(act: string, body: object): Promise<Answer<Body>> {
    return this.clinic.signed({ act, body, by: this.staff.rph1, signers: [this.staff.rph2] });
  }

  waste(body: object, signers: readonly Member[] = [this.staff.wit1, this.staff.wit2]): Promise<Answer<Body>> {
    return this.signed('wastes', { reason: 'dose remainder', ...body }, signers);
  }

  /** A witness signs a pending waste in a session of their own. */
  witness(pendingWasteId: string, by: Member, attests: readonly string[] = ALL_SEEN): Promise<Answer<Body>> {
    return by.post(this.path(`/pending-wastes/${pendingWasteId}/signatures`), { password: by.password, attests });
  }

  async one(sessionId: string): Promise<Body> {
    return done(this.staff.rn1.get(this.path(`/sessions/${sessionId}`)));
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
