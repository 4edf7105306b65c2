// What a clinic records, one act a function: `clinic` carries its log, its people and places, and what has come of it.
import { randomUUID } from 'node:crypto';
import { DEFAULT_SITE_POLICY } from '../../dist/src/domain/site-policy.js';
import { actor, digest, line, sign } from './clinic-month.mjs';

export const DAY_MS = 86_400_000;
const FAMILY = ['Abara', 'Brandt', 'Castillo', 'Dvorak', 'Eriksen', 'Fontaine', 'Greer', 'Halloran', 'Ito', 'Jansen'];
const ROLES = ['administrator', 'compliance_officer', 'pharmacist', 'nurse', 'witness'];

export const iso = (ms) => new Date(ms).toISOString();
export const day = (ms) => iso(ms).slice(0, 10);

export function siteCreated(clinic) {
  const { log, reader, nurses, rooms, pharmacist, witness } = clinic;
  const asked = { receipt: false, move: false, count: false, return: false, correction: true };
  const product = { deaCode: '7285', schedule: 'CIII', dosing: 'single_dose', overfillAllowanceMg: '5', active: true };
  const injection = {
    ...product,
    form: 'injection',
    strengthUgPerMl: 50_000,
    containerVolumeMl: '2',
    labelAmountMg: '100',
  };
  const person = (personId, displayName) => ({
    ...{ table: 'person', personId, username: `p-${personId.slice(0, 8)}`, displayName, disabled: false },
  });
  const place = (locationId, code) => ({ table: 'location', locationId, code, name: `Place ${code}`, active: true });
  const grant = (personId, role) => ({
    ...{ table: 'role_grant', grantId: randomUUID(), personId, role, validFrom: iso(clinic.begin), grantedBy: reader },
  });
  return {
    type: 'site_created',
    actors: [actor(reader, 'administrator')],
    changes: [
      {
        ...{
          table: 'site',
          id: log.siteId,
          kind: 'clinic',
          name: 'Bench',
          deaNumber: 'FE3541263',
          address: '1 Bench Way',
        },
        timeZone: 'America/Chicago',
        policy: { ...DEFAULT_SITE_POLICY, wasteWitnesses: 1, secondPersonFor: asked },
      },
      place(clinic.safe, 'SAFE'),
      ...rooms.map((id, nth) => place(id, `ROOM${nth + 1}`)),
      {
        table: 'product',
        productId: clinic.product,
        code: 'KET50',
        name: 'Ketamine 50 mg/mL, 2 mL',
        ndc11: '00143950810',
        ndc: '0143-9508-10',
        ...injection,
      },
      {
        table: 'product',
        productId: clinic.kit,
        code: 'KET51',
        name: 'Ketamine 50 mg/mL, other',
        ndc11: '00143950811',
        ndc: '0143-9508-11',
        ...injection,
      },
      {
        table: 'supplier',
        supplierId: clinic.supplier,
        name: 'Wholesale',
        deaNumber: 'RB1234562',
        address: '2 Bench Way',
        active: true,
      },
      { table: 'prescriber', prescriberId: clinic.prescriber, name: 'Dr. Order', npi: '1234567893', active: true },
      ...nurses.map((id, nth) => person(id, `Nurse ${nth}`)),
      person(pharmacist, 'Pharmacist'),
      person(witness, 'Witness'),
      ...ROLES.map((role) => grant(reader, role)),
      ...nurses.map((id) => grant(id, 'nurse')),
    ],
  };
}

export async function registerPatient(clinic, nth) {
  const { log, nurses, patients } = clinic;
  const patientId = randomUUID();
  patients.push(patientId);
  const name = `${FAMILY[nth % FAMILY.length]}, Synthia ${nth}`;
  await log.add(
    {
      type: 'patient_registered',
      actors: [actor(nurses[nth % nurses.length], 'nurse')],
      changes: [{ table: 'patient', patientId, privateSeq: log.seq, active: true }],
    },
    {
      name,
      address: `${nth} Bench Way, Springfield`,
      birthDate: '1980-02-03',
      reference: `P${String(nth).padStart(6, '0')}`,
    },
  );
}

export async function receive(clinic, { at, count, to }) {
  const { log, pharmacist, product, supplier } = clinic;
  const [lotId, receiptId] = [randomUUID(), randomUUID()];
  clinic.receipts += 1;
  const label = `${day(at).replaceAll('-', '')}-${String(clinic.receipts).padStart(6, '0')}`;
  const made = Array.from({ length: count }, (_, nth) => ({
    id: randomUUID(),
    label: `${label}-${String(nth + 1).padStart(2, '0')}`,
  }));
  const ids = made.map(({ id }) => id);
  const common = { productId: product, lotId, locationId: to };
  const expiresOn = day(to === clinic.safe ? clinic.end + 400 * DAY_MS : at + 700 * DAY_MS);
  await log.add({
    type: 'receipt',
    actors: [actor(pharmacist, 'pharmacist')],
    entry: { locationId: to, intent: digest(receiptId) },
    lines: [
      line({ product }, 'supplier', undefined, String(-100 * count), to),
      line({ product }, 'container', ids, '100', to),
    ],
    changes: [
      { table: 'lot', lotId, productId: product, lotNumber: `L${clinic.receipts}`, expiresOn },
      {
        table: 'receipt',
        receiptId,
        supplierId: supplier,
        ...common,
        invoice: `I-${clinic.receipts}`,
        receivedAt: iso(at),
        invoicedCount: count,
        countedCount: count,
      },
      {
        ...{
          table: 'container',
          receiptId,
          ...common,
          state: 'sealed',
          labelAmountMg: '100',
          overfillAllowanceMg: '5',
          expiresOn,
        },
        each: { containerId: ids, label: made.map((one) => one.label) },
      },
    ],
  });
  clinic.receiptId = receiptId;
  if (to !== clinic.safe) clinic.vials.push(...made.map((one) => ({ ...one, locationId: to })));
}

/** A session with its draw; the vial is used up by it. */
export async function begin(clinic, { at, nth, vial }) {
  const { log, product, nurses, patients, prescriber } = clinic;
  const sessionId = randomUUID();
  const { locationId } = vial;
  const nurseId = nurses[nth % nurses.length];
  const patientId = patients[nth % patients.length];
  const nurse = [actor(nurseId, 'nurse')];
  const session = { table: 'treatment_session', sessionId };
  const common = { productId: product, locationId, route: 'intravenous', orderedMg: '90' };
  await log.add({
    type: 'session',
    actors: nurse,
    act: { sessionId, ...common, late: false },
    changes: [
      {
        ...session,
        ...common,
        patientId,
        prescriberId: prescriber,
        nurseId,
        status: 'open',
        startedAt: iso(at),
        dischargedEarly: false,
      },
    ],
    subjects: [patientId, prescriber],
  });
  const entry = { locationId, sessionId, intent: digest(sessionId) };
  const moved = (from, to) => [line({ product }, ...from, locationId), line({ product }, ...to, locationId)];
  await log.add({
    ...{ type: 'draw', actors: nurse, entry },
    lines: moved(['container', vial.id, '-100'], ['in_hand', sessionId, '100']),
    changes: [{ table: 'container', containerId: vial.id, state: 'empty', openedAt: iso(at), openedOn: day(at) }],
  });
  return { sessionId, session, nurse, patientId, entry, moved, locationId };
}

export async function treat(clinic, { at, nth, vial }) {
  const { log } = clinic;
  const begun = await begin(clinic, { at, nth, vial });
  const { sessionId, session, nurse, patientId, entry, moved } = begun;
  const late = nth % 100 === 99 ? { occurredAt: iso(at - 2 * DAY_MS) } : {};
  await log.add({
    ...{ type: 'give', actors: nurse, ...late, entry: { ...entry, ...(late.occurredAt ? { late: true } : {}) } },
    lines: moved(['in_hand', sessionId, '-90'], ['patient', undefined, '90']),
    changes: [
      { ...session, firstDoseAt: iso(at), lastDoseAt: iso(at), observeUntil: iso(at + 7_200_000), givenMg: '90' },
    ],
    subjects: [patientId],
  });
  const witness = await sign(log, clinic, entry.intent);
  await log.add({
    ...{ type: 'waste', actors: [...nurse, witness], entry, subjects: [patientId] },
    act: { from: 'in_hand', sessionId, amountMg: '10' },
    lines: moved(['in_hand', sessionId, '-10'], ['waste', undefined, '10']),
  });
  const told = { sessionId, dischargedAt: iso(at), dischargedEarly: false };
  await log.add({
    type: 'discharge',
    actors: nurse,
    act: { ...told, late: false },
    changes: [{ table: 'treatment_session', ...told }],
    subjects: [patientId],
  });
  await log.add({
    type: 'session_end',
    actors: nurse,
    act: { sessionId, late: false },
    changes: [{ ...session, status: 'ended', endedAt: iso(at) }],
    subjects: [patientId],
  });
  clinic.sessions.push(sessionId);
  clinic.used = vial;
}

export async function count(clinic, { at, nth, missing, open }) {
  const { log, nurses, product, safe } = clinic;
  const countedBy = nurses[nth % nurses.length];
  const [countId, discrepancyId] = [randomUUID(), randomUUID()];
  const found = missing
    ? { countedMg: '900', varianceMg: '-100', varianceContainers: -1 }
    : { countedMg: '1000', varianceMg: '0', varianceContainers: 0 };
  const common = { locationId: safe, productId: product };
  const figures = {
    ...common,
    method: 'exact',
    countedContainers: missing ? 9 : 10,
    bookContainers: 10,
    bookMg: '1000',
    ...found,
    withinTolerance: !missing,
  };
  const opened = {
    ...{ table: 'discrepancy', discrepancyId, kind: 'count', ...common, varianceMg: '-100', varianceContainers: -1 },
    ...{ status: open ? 'open' : 'resolved', openedBy: countedBy, openedAt: iso(at), openedSeq: log.seq },
  };
  await log.add({
    ...{
      type: 'count',
      actors: [actor(countedBy, 'nurse')],
      entry: { locationId: safe, intent: digest(countId) },
      lines: [],
    },
    act: { countId, ...figures, ...(missing ? { discrepancyId } : {}) },
    changes: [
      { table: 'stock_count', countId, ...figures, countedBy, countedAt: iso(at) },
      ...(missing ? [opened] : []),
    ],
  });
  if (missing) clinic.discrepancyId = discrepancyId;
}
