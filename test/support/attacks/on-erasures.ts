import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { attack, type LedgerAttack } from './attack.js';
import { hashOf, performer, type RawClinic } from '../raw-clinic.js';

async function erase(clinic: RawClinic, more: JsonObject = {}, actors?: readonly object[]): Promise<unknown> {
  const { ids, log } = clinic;
  const intent = randomUUID();
  const { actor, signatureId } = await clinic.sign(
    { person: ids.pharmacist, intent, meaning: 'approved' },
    { act: 'erasures' },
  );
  const { recordedAt } = await log.place();
  const change = {
    table: 'erasure',
    erasureId: randomUUID(),
    patientId: ids.patient,
    signatureId,
    erased: [{ names: ['address', 'name'], seqs: [1] }],
    recordCount: 1,
    valueCount: 2,
    erasedAt: recordedAt,
    ...more,
  };
  return log.append({
    type: 'patient_erased',
    actors: (actors ?? [performer(ids.ann, 'compliance_officer'), actor]) as never,
    act: { intent: hashOf(intent) },
    changes: [change],
    subjects: [ids.patient],
  });
}

/** Attacks on what is known of a patient, in a ledger that is a few minutes old: those of an older one are in test/db. */
export const ERASURE_ATTACKS: readonly LedgerAttack[] = [
  attack('erasure_after_retention', 'a patient of today forgotten today', (c) => erase(c)),
  attack('erasure_is_of_two_people', 'an erasure by one person', (c) =>
    erase(c, {}, [performer(c.ids.ann, 'compliance_officer')]),
  ),
  attack('erasure_is_of_the_patients_values', 'an erasure of values that are not the patient’s', (c) =>
    erase(c, { erased: [{ names: ['note'], seqs: [2] }], valueCount: 1 }),
  ),
  attack('erasure_of_patient', 'an erasure of nobody', (c) => erase(c, { patientId: randomUUID() })),
  attack('erasure_signed', 'an erasure with a signature that is none', (c) => erase(c, { signatureId: randomUUID() })),
  attack('site_policy_retention_is_lawful', 'a policy that keeps nothing for two years', (c) =>
    c.log.append({
      type: 'site_policy_set',
      actors: [performer(c.ids.ann, 'administrator')],
      changes: [c.siteRow({ retentionYears: 1 })],
    }),
  ),
];
