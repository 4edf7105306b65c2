// A clinic's month: receipts of ten vials, moves to the treatment room, and sessions of a draw, a dose and a witnessed waste.
// All vials of the month are used up in it; what was in the safe before stays there.
import { createHash, randomUUID } from 'node:crypto';
import { DEFAULT_SITE_POLICY } from '../../dist/src/domain/site-policy.js';

const SESSIONS_A_VIAL = 10;
export const digest = (text) => createHash('sha256').update(text).digest('base64');

/**
 * Opens a site with 60 vials in its safe, then plays one month, into a log that takes records with `add(body)` and has `siteId`
 * and `seq`. Answers with its site and its seqs.
 */
export async function playMonth(log, { vials }) {
  const ids = Object.fromEntries(
    ['nurse', 'pharmacist', 'witness', 'product', 'safe', 'room', 'supplier', 'patient', 'prescriber'].map((name) => [
      name,
      randomUUID(),
    ]),
  );
  await log.add(siteCreated(log, ids));
  await log.add(patientRegistered(log, ids));
  await receive(log, ids, 60);
  const firstSeq = log.seq;
  for (let done = 0; done < vials; done += 10) {
    for (const vial of await receive(log, ids, Math.min(10, vials - done))) await useUp(log, ids, vial);
  }
  return { siteId: log.siteId, firstSeq, untilSeq: log.seq };
}

export const actor = (id, role) => ({
  id,
  role,
  meaning: 'performed',
  method: 'session:password',
  evidence: digest(id),
});

function siteCreated(log, ids) {
  const asked = { receipt: false, move: false, count: false, return: false, correction: true };
  const policy = { ...DEFAULT_SITE_POLICY, wasteWitnesses: 1, secondPersonFor: asked };
  const product = { ndc11: '00143950810', ndc: '0143-9508-10', deaCode: '7285', schedule: 'CIII', active: true };
  return {
    type: 'site_created',
    actors: [actor(ids.pharmacist, 'administrator')],
    changes: [
      {
        table: 'site',
        id: log.siteId,
        kind: 'clinic',
        name: 'Bench',
        deaNumber: 'FE3541263',
        address: '1 Bench Way',
        timeZone: 'America/Chicago',
        policy,
      },
      { table: 'location', locationId: ids.safe, code: 'SAFE', name: 'Safe', active: true },
      { table: 'location', locationId: ids.room, code: 'ROOM', name: 'Room', active: true },
      {
        ...product,
        table: 'product',
        productId: ids.product,
        code: 'KET50',
        name: 'Ketamine 50 mg/mL',
        form: 'injection',
        dosing: 'multi_dose',
        strengthUgPerMl: 50_000,
        containerVolumeMl: '10',
        labelAmountMg: '500',
        overfillAllowanceMg: '25',
        beyondUseDays: 28,
      },
      { table: 'prescriber', prescriberId: ids.prescriber, name: 'Dr. Order', npi: '1234567893', active: true },
    ],
  };
}

function patientRegistered(log, ids) {
  return {
    type: 'patient_registered',
    actors: [actor(ids.nurse, 'nurse')],
    changes: [{ table: 'patient', patientId: ids.patient, privateSeq: 1, active: true }],
  };
}

export function line(ids, holder, id, amountMg, locationId) {
  const named = id === undefined ? {} : { ids: Array.isArray(id) ? id : [id] };
  return { holder, ...named, productId: ids.product, locationId, amountMg };
}

async function receive(log, ids, count) {
  const lotId = randomUUID();
  const vials = Array.from({ length: count }, () => randomUUID());
  await log.add({
    type: 'receipt',
    actors: [actor(ids.pharmacist, 'pharmacist')],
    entry: { locationId: ids.safe, intent: digest('receive') },
    lines: [
      line(ids, 'supplier', undefined, String(-500 * count), ids.safe),
      line(ids, 'container', vials, '500', ids.safe),
    ],
    changes: [
      { table: 'lot', lotId, productId: ids.product, lotNumber: lotId.slice(0, 8), expiresOn: '2099-12-31' },
      {
        table: 'container',
        receiptId: randomUUID(),
        productId: ids.product,
        lotId,
        locationId: ids.safe,
        state: 'sealed',
        labelAmountMg: '500',
        overfillAllowanceMg: '25',
        expiresOn: '2099-12-31',
        each: { containerId: vials, label: vials.map((id) => `V-${id}`) },
      },
    ],
  });
  return vials;
}

/** A vial goes to the room and is drawn empty in ten sessions. */
async function useUp(log, ids, vial) {
  await log.add({
    type: 'move',
    actors: [actor(ids.pharmacist, 'pharmacist')],
    entry: { locationId: ids.safe, intent: digest('move') },
    lines: [line(ids, 'container', vial, '-500', ids.safe), line(ids, 'container', vial, '500', ids.room)],
    changes: [{ table: 'container', containerId: vial, locationId: ids.room }],
  });
  for (let nth = 1; nth <= SESSIONS_A_VIAL; nth += 1) {
    const state = nth === SESSIONS_A_VIAL ? 'empty' : 'open';
    const opened = nth === 1 ? { openedOn: '2026-01-02', beyondUseOn: '2026-01-30' } : undefined;
    const changed = opened || state === 'empty' ? [{ table: 'container', containerId: vial, state, ...opened }] : [];
    await treat(log, ids, { vial, changes: changed });
  }
}

async function treat(log, ids, { vial, changes }) {
  const sessionId = randomUUID();
  const nurse = [actor(ids.nurse, 'nurse')];
  const entry = { locationId: ids.room, sessionId, intent: digest(sessionId) };
  const at = new Date().toISOString();
  await log.add({
    type: 'session_started',
    actors: nurse,
    changes: [
      {
        table: 'treatment_session',
        sessionId,
        patientId: ids.patient,
        prescriberId: ids.prescriber,
        productId: ids.product,
        locationId: ids.room,
        nurseId: ids.nurse,
        route: 'iv',
        orderedMg: '45',
        status: 'open',
        startedAt: at,
        dischargedEarly: false,
      },
    ],
  });
  const moved = (from, to) => [line(ids, ...from, ids.room), line(ids, ...to, ids.room)];
  const drawn = moved(['container', vial, '-50'], ['in_hand', sessionId, '50']);
  await log.add({ type: 'draw', actors: nurse, entry, lines: drawn, ...(changes.length > 0 ? { changes } : {}) });
  const given = moved(['in_hand', sessionId, '-45'], ['patient', undefined, '45']);
  await log.add({ type: 'give', actors: nurse, entry, lines: given });
  const witness = await sign(log, ids, entry.intent);
  const wasted = moved(['in_hand', sessionId, '-5'], ['waste', undefined, '5']);
  await log.add({ type: 'waste', actors: [...nurse, witness], entry, lines: wasted });
  await log.add({
    type: 'session_ended',
    actors: nurse,
    changes: [{ table: 'treatment_session', sessionId, status: 'ended', endedAt: at }],
  });
}

export async function sign(log, ids, intent) {
  const signatureId = randomUUID();
  const signed = { method: 'signature:password', attests: ['label', 'volume', 'act'], evidence: digest(signatureId) };
  const madeAt = Date.now();
  await log.add({
    type: 'signature',
    actors: [actor(ids.witness, 'witness')],
    changes: [
      {
        table: 'signature',
        signatureId,
        personId: ids.witness,
        meaning: 'witnessed',
        intent,
        act: 'wastes',
        tokenHash: digest(`${signatureId}t`),
        madeAt: new Date(madeAt).toISOString(),
        expiresAt: new Date(madeAt + 120_000).toISOString(),
        ...signed,
      },
    ],
  });
  return { id: ids.witness, role: 'witness', meaning: 'witnessed', signatureId, ...signed };
}
