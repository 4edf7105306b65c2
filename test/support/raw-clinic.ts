import { createHash, randomBytes, randomUUID as uuid } from 'node:crypto';
import type { JsonObject, RecordActor } from '../../src/domain/ledger/record.js';
import { DEFAULT_SITE_POLICY, type SitePolicy } from '../../src/domain/site-policy.js';
import { newDeaNumber } from './dea-number.js';
import type { Appended, Lies, RawLog, RawRecord } from './raw-log.js';

const randomUUID = (): string => uuid();

/** Ids of a small clinic. */
export const newIds = () => ({
  nurse: randomUUID(),
  pharmacist: randomUUID(),
  ann: randomUUID(),
  ben: randomUUID(),
  safe: randomUUID(),
  room: randomUUID(),
  vial: randomUUID(),
  kit: randomUUID(),
  supplier: randomUUID(),
  prescriber: randomUUID(),
  patient: randomUUID(),
  lot: randomUUID(),
  kitLot: randomUUID(),
  receipt: randomUUID(),
  /** Ten vials of 500 mg. */
  vials: Array.from({ length: 10 }, () => randomUUID()),
  session: randomUUID(),
});
export type Ids = ReturnType<typeof newIds>;

export const performer = (id: string, role = 'nurse'): RecordActor => ({
  id,
  role,
  meaning: 'performed',
  method: 'session:password',
  evidence: hashOf(id),
});

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const CODES = { ndc11: '00143950810', ndc: '0143-9508-10', schedule: 'CIII', deaCode: '7285', active: true };

/** A signature as its maker has it: what its row says and the actor it becomes. */
export interface RawSignature {
  readonly signatureId: string;
  readonly actor: RecordActor;
  readonly row: JsonObject;
}

/**
 * A clinic made of hand-made records only: site, places, products, people who sign, ten sealed vials in the safe. Each
 * method appends what a right act would append, so that a test can change one thing and see which constraint speaks.
 */
export class RawClinic {
  readonly ids = newIds();

  constructor(readonly log: RawLog) {}

  static async open(log: RawLog, policy: Partial<SitePolicy> = {}): Promise<RawClinic> {
    const clinic = new RawClinic(log);
    await log.open();
    await log.append({
      type: 'site_created',
      actors: [performer(clinic.ids.pharmacist, 'administrator')],
      changes: [clinic.siteRow(policy), ...clinic.catalog()],
    });
    await log.append({
      type: 'patient_registered',
      actors: [performer(clinic.ids.nurse)],
      changes: [{ table: 'patient', patientId: clinic.ids.patient, privateSeq: 1, active: true }],
      private: { name: 'Synthia Placeholder', address: '1 Example Way' },
    });
    await clinic.receive();
    return clinic;
  }

  siteRow(policy: JsonObject | Partial<SitePolicy> = {}): JsonObject {
    return {
      table: 'site',
      id: this.log.siteId,
      kind: 'clinic',
      name: 'Clinic',
      deaNumber: newDeaNumber(),
      address: '1 Example Way',
      timeZone: 'America/Chicago',
      policy: { ...DEFAULT_SITE_POLICY, ...policy } as unknown as JsonObject,
    };
  }

  private catalog(): JsonObject[] {
    const { ids } = this;
    return [
      { table: 'location', locationId: ids.safe, code: 'SAFE', name: 'Safe', active: true },
      { table: 'location', locationId: ids.room, code: 'ROOM', name: 'Room 1', active: true },
      this.product(),
      {
        ...CODES,
        table: 'product',
        productId: ids.kit,
        code: 'SPR84',
        name: 'Spray kit',
        form: 'nasal_device',
        dosing: 'single_dose',
        devicesPerContainer: 3,
        deviceAmountMg: '28',
        labelAmountMg: '84',
        overfillAllowanceMg: '0',
      },
      {
        table: 'supplier',
        supplierId: ids.supplier,
        name: 'Wholesale',
        deaNumber: 'RB1234562',
        address: 'There',
        active: true,
      },
      { table: 'prescriber', prescriberId: ids.prescriber, name: 'Dr. Order', npi: '1234567893', active: true },
    ];
  }

  /** The vial's row; with changes, another product. */
  product(): JsonObject {
    return {
      ...CODES,
      table: 'product',
      productId: this.ids.vial,
      code: 'KET50',
      name: 'Ketamine 50 mg/mL',
      form: 'injection',
      dosing: 'multi_dose',
      strengthUgPerMl: 50_000,
      containerVolumeMl: '10',
      labelAmountMg: '500',
      overfillAllowanceMg: '25',
      beyondUseDays: 28,
    };
  }

  containerRow(containerId: string, label: string, more: JsonObject = {}): JsonObject {
    return {
      table: 'container',
      containerId,
      label,
      receiptId: this.ids.receipt,
      productId: this.ids.vial,
      lotId: this.ids.lot,
      locationId: this.ids.safe,
      state: 'sealed',
      labelAmountMg: '500',
      overfillAllowanceMg: '25',
      expiresOn: '2099-12-31',
      ...more,
    };
  }

  private async receive(): Promise<void> {
    const { ids } = this;
    const signature = await this.sign({ person: ids.nurse, intent: 'receive', meaning: 'checked' });
    await this.log.append({
      type: 'receipt',
      actors: [performer(ids.pharmacist, 'pharmacist'), signature.actor],
      entry: { locationId: ids.safe, intent: hashOf('receive') },
      lines: [
        this.line('supplier', undefined, '-5000', { volumeMl: '-100' }),
        { ...this.line('container', undefined, '500', { volumeMl: '10' }), ids: ids.vials },
      ],
      changes: [
        { table: 'lot', lotId: ids.lot, productId: ids.vial, lotNumber: 'L1', expiresOn: '2099-12-31' },
        { table: 'lot', lotId: ids.kitLot, productId: ids.kit, lotNumber: 'K1', expiresOn: '2099-12-31' },
        this.receiptRow(),
        ...ids.vials.map((id, nth) => this.containerRow(id, `V-${nth}`)),
      ],
    });
  }

  receiptRow(more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'receipt',
      receiptId: ids.receipt,
      supplierId: ids.supplier,
      invoice: 'INV-1',
      invoicedCount: 10,
      countedCount: 10,
      productId: ids.vial,
      lotId: ids.lot,
      locationId: ids.safe,
      receivedAt: '2026-01-02T15:00:00.000Z',
      ...more,
    };
  }

  line(holder: string, id: string | undefined, amountMg: string, more: JsonObject = {}): JsonObject {
    return {
      holder,
      ...(id === undefined ? {} : { ids: [id] }),
      productId: this.ids.vial,
      locationId: this.ids.safe,
      amountMg,
      ...more,
    };
  }

  /** The record of a signature for `intent`, by `person`, made now and good for two minutes. */
  async sign(
    of: { person: string; intent: string; meaning?: string },
    more: JsonObject = {},
    lies: Lies = {},
  ): Promise<RawSignature> {
    const signatureId = randomUUID();
    const { meaning = 'witnessed' } = of;
    const attests = meaning === 'witnessed' ? ['label', 'volume', 'act'] : [];
    const signed = { method: 'signature:password', evidence: hashOf(signatureId), attests };
    const { recordedAt } = await this.log.place();
    const row = {
      table: 'signature',
      signatureId,
      personId: of.person,
      meaning,
      intent: hashOf(of.intent),
      act: 'wastes',
      tokenHash: hashOf(randomBytes(8).toString('hex')),
      madeAt: recordedAt,
      expiresAt: new Date(Date.parse(recordedAt) + 120_000).toISOString(),
      ...signed,
      ...more,
    };
    const actor = {
      id: of.person,
      role: 'nurse',
      meaning,
      method: signed.method,
      evidence: signed.evidence,
      signatureId,
      ...(attests.length > 0 ? { attests } : {}),
    } as RecordActor;
    await this.log.append({ type: 'signature', actors: [performer(of.person)], changes: [row] }, lies);
    return { signatureId, actor, row };
  }

  sessionRow(sessionId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'treatment_session',
      sessionId,
      patientId: ids.patient,
      prescriberId: ids.prescriber,
      productId: ids.vial,
      locationId: ids.safe,
      nurseId: ids.nurse,
      route: 'iv',
      orderedMg: '40',
      status: 'open',
      startedAt: '2026-01-02T15:00:00.000Z',
      dischargedEarly: false,
      ...more,
    };
  }

  async startSession(sessionId = this.ids.session, more: JsonObject = {}): Promise<Appended> {
    return this.log.append({
      type: 'session_started',
      actors: [performer(this.ids.nurse)],
      changes: [this.sessionRow(sessionId, more)],
    });
  }

  /** A draw of `mg` from a vial into the session's hand; the vial is opened. */
  draw(mg: string, of: { vial?: string; session?: string; open?: boolean } = {}): RawRecord {
    const { vial = this.ids.vials[0]!, session = this.ids.session, open = true } = of;
    return {
      type: 'draw',
      actors: [performer(this.ids.nurse)],
      entry: { locationId: this.ids.safe, sessionId: session, intent: hashOf('draw') },
      lines: [this.line('container', vial, `-${mg}`), this.line('in_hand', session, mg)],
      ...(open ? { changes: [this.opened(vial)] } : {}),
    };
  }

  opened(vial: string): JsonObject {
    return { table: 'container', containerId: vial, state: 'open', openedOn: '2026-01-02', beyondUseOn: '2026-01-30' };
  }

  give(mg: string, session = this.ids.session): RawRecord {
    return {
      type: 'give',
      actors: [performer(this.ids.nurse)],
      entry: { locationId: this.ids.safe, sessionId: session, intent: hashOf('give') },
      lines: [this.line('in_hand', session, `-${mg}`), this.line('patient', undefined, mg)],
    };
  }

  /** A waste of `mg` from the session's hand, signed by whoever is given. */
  waste(mg: string, of: { intent: string; cosigners: readonly RecordActor[]; session?: string }): RawRecord {
    const { session = this.ids.session } = of;
    return {
      type: 'waste',
      actors: [performer(this.ids.nurse), ...of.cosigners],
      entry: { locationId: this.ids.safe, sessionId: session, intent: hashOf(of.intent) },
      lines: [this.line('in_hand', session, `-${mg}`), this.line('waste', undefined, mg)],
    };
  }

  /** Two witnesses' signatures for one intent. */
  async witnesses(intent: string): Promise<RecordActor[]> {
    const ann = await this.sign({ person: this.ids.ann, intent });
    const ben = await this.sign({ person: this.ids.ben, intent });
    return [ann.actor, ben.actor];
  }

  countRow(countId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'stock_count',
      countId,
      locationId: ids.safe,
      productId: ids.vial,
      method: 'exact',
      countedContainers: 8,
      bookContainers: 9,
      bookMg: '4500',
      countedMg: '4000',
      varianceMg: '-500',
      varianceContainers: -1,
      withinTolerance: false,
      countedBy: ids.nurse,
      countedAt: '2026-01-02T15:00:00.000Z',
      ...more,
    };
  }

  discrepancyRow(discrepancyId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'discrepancy',
      discrepancyId,
      kind: 'count',
      productId: ids.vial,
      locationId: ids.safe,
      varianceMg: '-500',
      status: 'open',
      openedBy: ids.nurse,
      openedAt: '2026-01-02T15:00:00.000Z',
      openedSeq: 1,
      ...more,
    };
  }

  /** The reversal of a draw of `mg` that left the vial open. */
  reversalOfDraw(seq: number, mg: string, of: { cosigners: readonly RecordActor[]; intent: string }): RawRecord {
    const { ids } = this;
    const counted = { personId: ids.nurse };
    return {
      type: 'reversal',
      actors: [performer(ids.nurse), ...of.cosigners],
      entry: { locationId: ids.safe, sessionId: ids.session, intent: hashOf(of.intent), reversesSeq: seq },
      lines: [this.line('container', ids.vials[0], mg, counted), this.line('in_hand', ids.session, `-${mg}`, counted)],
    };
  }

  /** A day: a session, a draw, a dose, a waste under two witnesses, a count, a session's end. */
  async day(session: string, vial: string): Promise<void> {
    const { ids } = this;
    await this.startSession(session);
    await this.log.append(this.draw('40', { session, vial, open: true }));
    await this.log.append(this.give('37.5', session));
    const intent = randomUUID();
    await this.log.append(this.waste('2.5', { intent, session, cosigners: await this.witnesses(intent) }));
    await this.log.append({
      type: 'session_ended',
      actors: [performer(ids.nurse)],
      changes: [
        { table: 'treatment_session', sessionId: session, status: 'ended', endedAt: '2026-01-02T18:00:00.000Z' },
      ],
    });
  }
}
