import type { JsonObject, RecordActor } from '../ledger/record.js';
import type { ErasableRow } from '../ledger/rows.js';
import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { localDate } from '../local-date.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { erasableFrom } from '../retention.js';
import { secondPerson } from './second-person.js';

/** Why somebody is forgotten: no free text, which would be of the patient and stay. */
export const ERASURE_BASES = ['retention_over', 'patient_asked'] as const;

/** As many records as one record can name and stay under 16 KiB; more follow in another erasure. */
const RECORDS_AT_ONCE = 1000;

export interface ErasePatient {
  readonly erasureId: string;
  readonly patientId: string;
  readonly basis: (typeof ERASURE_BASES)[number];
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
}

/** What `erasePatient` must see, besides the signatures. */
export function readsOfErasure({ patientId }: Pick<ErasePatient, 'patientId'>): Read[] {
  return [{ table: 'erasable', values: [patientId] }];
}

/**
 * Destroys a patient's private values and their salts: names, addresses, every free text of every record about them. The
 * records, their amounts and every proof stay. Two people do it, after the longest period that the site has promised since
 * the last that happened with the patient. Refuses `not_found`, `second_person_is_performer`, `second_person_missing`,
 * what is against the signature, `retention_not_over` with the day from which it is allowed, `patient_erased`.
 */
export function erasePatient(of: ErasePatient): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const erasable = state.rows('erasable').find(({ patientId }) => patientId === of.patientId);
    const second = secondPerson(state, {
      ...of,
      required: true,
      meaning: 'approved',
      permission: 'erasure:approve',
    });
    const refusal = firstRefusal(
      erasable ? undefined : refuse('not_found', { detail: said('no_patient'), field: 'patientId' }),
      second.refusal,
      erasable && notYet(erasable, state),
    );
    if (refusal) return refusal;
    if (!erasable) throw new Error('an erasure was neither refused nor complete');
    return erased(of, erasable, { cosigners: second.cosigners, recordedAt: state.recordedAt });
  };
}

/** What stands against an erasure of this patient now: the period, or that it was done. */
function notYet(erasable: ErasableRow, state: LedgerState): Refusal | undefined {
  const from = dayOf(erasable, state.site.timeZone);
  if (localDate(state.recordedAt, state.site.timeZone) < from) {
    const detail = said('patient_kept', { years: erasable.retentionYears, fromOn: from });
    return refuse('retention_not_over', { detail, field: 'patientId' });
  }
  return erasable.records.length === 0 ? refuse('patient_erased', { field: 'patientId' }) : undefined;
}

/** The first day on which the patient may be erased, by what the ledger says of them. */
export function dayOf(
  { lastAt, retentionYears }: Pick<ErasableRow, 'lastAt' | 'retentionYears'>,
  timeZone: string,
): string {
  return erasableFrom({ lastRecordAt: new Date(lastAt).toISOString(), retentionYears, timeZone });
}

function erased(
  of: ErasePatient,
  { records, lastAt, retentionYears }: ErasableRow,
  { cosigners, recordedAt }: { readonly cosigners: readonly RecordActor[]; readonly recordedAt: string },
): Outcome {
  const { erasureId, patientId, basis, intent } = of;
  const now = records.slice(0, RECORDS_AT_ONCE);
  const counts = {
    recordCount: now.length,
    valueCount: now.reduce((sum, { names }) => sum + names.length, 0),
  };
  const remaining = records.length - now.length;
  const signatureId = cosigners[0]?.signatureId ?? '';
  const kept = { lastRecordAt: new Date(lastAt).toISOString(), retentionYears };
  return {
    act: { intent, basis, remaining, ...kept },
    changes: [
      { table: 'patient', patientId, active: false },
      { table: 'erasure', erasureId, patientId, signatureId, erased: grouped(now), ...counts, erasedAt: recordedAt },
    ],
    cosigners,
    subjects: [patientId],
    answer: { erasureId, patientId, ...counts, remaining },
  };
}

/** Records of the same names together: a patient of a hundred sessions fits a record. */
function grouped(records: ErasableRow['records']): JsonObject[] {
  const groups = new Map<string, { names: readonly string[]; seqs: number[] }>();
  for (const { names, seq } of records) {
    const key = names.join();
    const group = groups.get(key) ?? { names, seqs: [] };
    group.seqs.push(seq);
    groups.set(key, group);
  }
  return [...groups.values()];
}
