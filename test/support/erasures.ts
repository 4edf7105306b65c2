import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Vault } from '../../src/platform/crypto/vault.js';
import { DemonstrationClock, makeDemonstration } from '../../src/platform/database/demonstration.js';
import type { JsonObject } from '../../src/domain/ledger/record.js';
import type { TestDatabase } from './database.js';
import { hashOf, performer, RawClinic } from './raw-clinic.js';
import { RawLog } from './raw-log.js';

/** A database whose clock a test may set forward: seven years are not waited for. */
export const withClock =
  (startsAt: string) =>
  (database: TestDatabase): Promise<void> =>
    makeDemonstration(database.superuserUrl, startsAt);

/** Sets the ledger's clock forward, once or again; it goes on from there. */
export async function clockAt(appUrl: string, at: string): Promise<void> {
  const clock = await DemonstrationClock.connect(appUrl);
  try {
    await clock.set(at);
    await clock.run();
  } finally {
    await clock.close();
  }
}

export const VAULT = new Vault(Buffer.alloc(32, 7));

/** A clinic of hand-made records with a patient who had a session with free text, and another who had none. */
export class ForgettingClinic {
  readonly other: string;
  readonly seqs: Record<'details' | 'session' | 'search' | 'waste' | 'other', number>;

  private constructor(
    readonly clinic: RawClinic,
    seqs: ForgettingClinic['seqs'],
    other: string,
  ) {
    this.seqs = seqs;
    this.other = other;
  }

  static async open(client: pg.Client): Promise<ForgettingClinic> {
    const clinic = await RawClinic.open(new RawLog(client, randomUUID(), VAULT));
    const { ids, log } = clinic;
    const other = randomUUID();
    const place = await log.place();
    const otherDetails = await log.append({
      type: 'patient_registered',
      actors: [performer(ids.nurse)],
      changes: [{ table: 'patient', patientId: other, privateSeq: place.seq, active: true }],
      private: { name: 'Somebody Else' },
      id: 'register-other',
    });
    const session = await log.append({
      type: 'session_started',
      actors: [performer(ids.nurse)],
      changes: [clinic.sessionRow(ids.session)],
      private: { indication: 'what only the patient should know' },
    });
    await log.append(clinic.draw('40'));
    await log.append(clinic.give('37.5'));
    const waste = await log.append({
      ...clinic.waste('2.5', { intent: 'w', cosigners: await clinic.witnesses('w') }),
      private: { reason: 'dose remainder', lateReason: 'she felt ill' },
    });
    const search = await log.append({
      type: 'patient_read',
      actors: [performer(ids.nurse)],
      subjects: [ids.patient, other],
      private: { searched: 'Synthia' },
    });
    const seqs = {
      details: 1,
      session: session.seq,
      waste: waste.seq,
      search: search.seq,
      other: otherDetails.seq,
    };
    return new ForgettingClinic(clinic, seqs, other);
  }

  /** All that an erasure of the patient takes, as its record says it. */
  get all(): JsonObject[] {
    const { details, session, waste, search } = this.seqs;
    return [
      { names: ['address', 'name'], seqs: [details] },
      { names: ['indication'], seqs: [session] },
      { names: ['lateReason', 'reason'], seqs: [waste] },
      { names: ['searched'], seqs: [search] },
    ];
  }

  /** Appends an erasure that another person approved; `lies` says something else than is right. */
  async erase(
    lies: {
      change?: JsonObject;
      actors?: (approver: JsonObject) => JsonObject[];
      sign?: JsonObject;
      type?: string;
      act?: JsonObject;
    } = {},
  ): Promise<{ seq: number; change: JsonObject }> {
    const { clinic } = this;
    const { ids, log } = clinic;
    const intent = randomUUID();
    const { actor, signatureId } = await clinic.sign(
      { person: ids.pharmacist, intent, meaning: 'approved' },
      { act: 'erasures', ...lies.sign },
    );
    const { recordedAt } = await log.place();
    const change = {
      table: 'erasure',
      erasureId: randomUUID(),
      patientId: ids.patient,
      signatureId,
      erased: this.all,
      recordCount: 4,
      valueCount: 6,
      erasedAt: recordedAt,
      ...lies.change,
    };
    const { seq } = await log.append({
      type: lies.type ?? 'patient_erased',
      actors: lies.actors?.(actor as never) ?? [performer(ids.ann, 'compliance_officer') as never, actor as never],
      act: { intent: hashOf(intent), ...lies.act },
      changes: [{ table: 'patient', patientId: ids.patient, active: false }, change],
      subjects: [ids.patient],
    });
    return { seq, change };
  }
}
