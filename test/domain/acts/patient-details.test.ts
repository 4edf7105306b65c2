import { describe, expect, test } from '@jest/globals';
import { changePatient, readPatients, registerPatient } from '../../../src/domain/acts/patient-details.js';
import { id, ledgerState } from '../../support/ledger-state.js';

const patient = {
  patientId: id(90),
  name: 'Example Patient 1',
  address: '1 Example Street',
  birthDate: '1962-01-07',
  reference: 'PT001',
};

describe('a patient', () => {
  test('is a row that points at the record with the private values, and nothing else', () => {
    const outcome = registerPatient(patient)(ledgerState({ seq: 12 }));
    if ('code' in outcome) throw new Error(outcome.code);
    expect(outcome.changes).toEqual([{ table: 'patient', patientId: id(90), privateSeq: 12, active: true }]);
    expect(outcome.private).toEqual({
      name: patient.name,
      address: patient.address,
      birthDate: patient.birthDate,
      reference: 'PT001',
    });
    expect(JSON.stringify({ ...outcome, private: {} })).not.toMatch(/Example|1962|PT001/);
  });

  test('who changes details points at the new record', () => {
    const state = ledgerState({ seq: 40, rows: { patient: [{ patientId: id(90), privateSeq: 12, active: true }] } });
    expect(changePatient(patient)(state)).toMatchObject({ changes: [{ privateSeq: 40 }] });
    expect(changePatient(patient)(ledgerState())).toMatchObject({ code: 'not_found' });
  });

  test.each(['1962-02-30', '07.01.1962', '2026-09-01'])('born on %s is refused', (birthDate) => {
    expect(registerPatient({ ...patient, birthDate })(ledgerState())).toMatchObject({
      code: 'request_invalid',
      field: 'birthDate',
    });
  });

  test('seen by somebody is a subject of that record; what was searched for is private', () => {
    expect(readPatients({ patientIds: [id(90)], purpose: 'search', searched: 'Example' })()).toEqual({
      act: { purpose: 'search', shown: 1 },
      subjects: [id(90)],
      private: { searched: 'Example' },
      answer: {},
    });
  });
});
