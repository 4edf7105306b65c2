import type { RecordActor } from '../../../src/domain/ledger/record.js';
import { MemoryLog, type Said } from '../../support/memory-log.js';

const id = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const NURSE = id(1);
export const ANN = id(2);
export const PRODUCT = id(10);
export const LOT = id(11);
export const VIAL = id(20);
export const OTHER_VIAL = id(21);
export const PLACE = id(30);
export const PATIENT = id(40);
export const SESSION = id(50);
export const SIGNATURE = id(60);

export const by = (person: string, more: Partial<RecordActor> = {}): RecordActor => ({
  id: person,
  role: 'nurse',
  meaning: 'performed',
  method: 'session:password',
  evidence: `evidence of ${person}`,
  ...more,
});

const line = (holder: string, amountMg: string, ids?: string[]) =>
  ({ holder, amountMg, productId: PRODUCT, locationId: PLACE, ...(ids ? { ids } : {}) }) as never;

export const draw = (vial: string, mg: string): Said => ({
  type: 'draw',
  actors: [by(NURSE)],
  entry: { locationId: PLACE, sessionId: SESSION, intent: 'draw' },
  lines: [line('container', `-${mg}`, [vial]), line('in_hand', mg, [SESSION])],
});

/** Thirteen records: a receipt of two vials, a patient, a session with draws, a dose, a signed waste, log-ins between. */
export function clinicLog(): MemoryLog {
  const log = new MemoryLog();
  for (const vial of [VIAL, OTHER_VIAL]) log.implies(vial, PRODUCT, LOT);
  log.implies(SESSION, PRODUCT, PATIENT);
  const login = (): Said => ({ type: 'login', actors: [by(NURSE)] });
  log.add({
    type: 'site_created',
    actors: [by(NURSE)],
    changes: [{ table: 'product', productId: PRODUCT, name: 'K' }],
  });
  log.add({
    type: 'receipt',
    actors: [by(NURSE)],
    entry: { locationId: PLACE, intent: 'receive' },
    lines: [line('supplier', '-1000'), line('container', '500', [VIAL, OTHER_VIAL])],
    changes: [
      { table: 'lot', lotId: LOT, productId: PRODUCT, lotNumber: 'L-1' },
      {
        table: 'container',
        lotId: LOT,
        productId: PRODUCT,
        each: { containerId: [VIAL, OTHER_VIAL], label: ['V-1', 'V-2'] },
      },
    ],
  });
  log.add(
    { type: 'patient_registered', actors: [by(NURSE)], changes: [{ table: 'patient', patientId: PATIENT }] },
    { name: 'Synthia Placeholder', address: '1 Example Way' },
  );
  log.add({
    type: 'session_started',
    actors: [by(NURSE)],
    changes: [{ table: 'treatment_session', sessionId: SESSION, patientId: PATIENT, productId: PRODUCT }],
  });
  log.add(login());
  log.add(draw(VIAL, '40'));
  log.add({
    type: 'refused',
    actors: [by(NURSE)],
    refusal: { code: 'insufficient_amount', of: 'draw' },
    subjects: [VIAL],
  });
  log.add(draw(OTHER_VIAL, '20'));
  log.add({
    type: 'give',
    actors: [by(NURSE)],
    entry: { locationId: PLACE, sessionId: SESSION, intent: 'give' },
    lines: [line('in_hand', '-57.5', [SESSION]), line('patient', '57.5')],
  });
  log.add({
    type: 'signature',
    actors: [by(ANN)],
    changes: [
      {
        table: 'signature',
        signatureId: SIGNATURE,
        personId: ANN,
        intent: 'waste',
        meaning: 'witnessed',
        method: 'signature:password',
        evidence: 'seen',
      },
    ],
  });
  log.add(
    {
      type: 'waste',
      actors: [
        by(NURSE),
        by(ANN, { meaning: 'witnessed', method: 'signature:password', evidence: 'seen', signatureId: SIGNATURE }),
      ],
      entry: { locationId: PLACE, sessionId: SESSION, intent: 'waste' },
      lines: [line('in_hand', '-2.5', [SESSION]), line('waste', '2.5')],
    },
    { reason: 'residual' },
  );
  log.add(login());
  log.add(draw(VIAL, '60'));
  return log;
}
