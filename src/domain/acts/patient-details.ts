import { isCivilDate } from '../civil-date.js';
import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { isPast, localDate } from '../local-date.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';

/** What is known of a patient: personal data, all of it private values (21 CFR 1304.22(c) asks for name and address). */
export interface PatientDetails {
  readonly name: string;
  readonly address: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  /** The clinic's own number of the patient. */
  readonly reference?: string;
}

/** A new patient. The record holds commitments only; the row points at it. Refuses `request_invalid` (birth date). */
export function registerPatient(
  patient: { readonly patientId: string } & PatientDetails,
): (state: LedgerState) => Outcome | Refusal {
  return (state) => withDetails(state, patient);
}

/** What `changePatient` must see. */
export function patientReads(patientId: string): Read[] {
  return [{ table: 'patient', values: [patientId] }];
}

/**
 * New details of a patient, the whole set; the earlier ones stay with the records they were true for.
 * Refuses `not_found`, `patient_erased`, `request_invalid`.
 */
export function changePatient(
  patient: { readonly patientId: string } & PatientDetails,
): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const row = state.find('patient', 'patientId', patient.patientId);
    if (!row) return refuse('not_found', { field: 'patientId' });
    if (!row.active) return refuse('patient_erased', { field: 'patientId' });
    return withDetails(state, patient);
  };
}

/** Somebody saw these patients' personal data: the subjects of a record of their own. */
export function readPatients(of: {
  readonly patientIds: readonly string[];
  readonly purpose: 'search' | 'details' | 'names';
  /** What was searched for is often a name. */
  readonly searched?: string;
}): () => Outcome {
  const { patientIds, purpose, searched } = of;
  return () => ({
    act: { purpose, shown: patientIds.length },
    subjects: patientIds,
    private: { searched },
    answer: {},
  });
}

function withDetails(
  state: LedgerState,
  { patientId, name, address, birthDate, reference }: { readonly patientId: string } & PatientDetails,
): Outcome | Refusal {
  if (!isCivilDate(birthDate) || isPast(birthDate, localDate(state.recordedAt, state.site.timeZone))) {
    return refuse('request_invalid', { detail: said('birth_date'), field: 'birthDate' });
  }
  return {
    changes: [{ table: 'patient', patientId, privateSeq: state.seq, active: true }],
    private: { name, address, birthDate, reference },
    answer: { patientId },
  };
}
