import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject, RecordActor } from '../../src/domain/ledger/record.js';
import type { SitePolicy } from '../../src/domain/site-policy.js';
import { ClinicRows } from './clinic-rows.js';
import type { Appended, Lies, RawLog, RawRecord } from './raw-log.js';

export const performer = (id: string, role = 'nurse'): RecordActor => ({
  id,
  role,
  meaning: 'performed',
  method: 'session:password',
  evidence: hashOf(id),
});

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

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
export class RawClinic extends ClinicRows {
  constructor(readonly log: RawLog) {
    super(log.siteId);
  }

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
