// A clinic's years, as somebody reads them: many patients, nurses and rooms; a single-dose vial for each session; counts,
// discrepancies, refusals and late entries on the way; and at the end of all of it the same open matters and the same stock.
import { randomUUID } from 'node:crypto';
import { actor } from './clinic-month.mjs';
import { begin, count, day, DAY_MS, iso, receive, registerPatient, siteCreated, treat } from './clinic-records.mjs';

const MONTH_MS = 30 * 86_400_000;
const VIALS_A_RECEIPT = 10;
const SESSIONS_A_PATIENT = 5;
const OPEN_AT_THE_END = 5;

/**
 * Plays `months` of 30 days that end now, with `vials` vials and sessions in each, into a BulkLog; `stock` vials were in the safe
 * before and stay there. `reader` has every role. Answers with what a reader asks for: ids, labels, days and seqs.
 */
export async function playYears(log, { months, vials, stock, reader }) {
  const end = Date.now() - 60_000;
  const clinic = {
    log,
    reader,
    begin: end - months * MONTH_MS,
    end,
    ...Object.fromEntries(['pharmacist', 'witness', 'product', 'kit', 'safe', 'supplier', 'prescriber'].map(named)),
    nurses: Array.from({ length: 8 }, () => randomUUID()),
    rooms: Array.from({ length: 4 }, () => randomUUID()),
    patients: [],
    sessions: [],
    vials: [],
    receipts: 0,
  };
  let at = clinic.begin;
  log.now = () => at;
  await log.add(siteCreated(clinic));
  for (let left = stock; left > 0; left -= 50)
    await receive(clinic, { at, count: Math.min(50, left), to: clinic.safe });
  for (let nth = 0; nth < months * vials; nth += 1) {
    at = clinic.begin + Math.floor((nth / vials) * MONTH_MS);
    await besides(clinic, { at, nth, vials });
    if (nth % SESSIONS_A_PATIENT === 0) await registerPatient(clinic, nth / SESSIONS_A_PATIENT);
    if (clinic.vials.length === 0) await receive(clinic, { at, count: VIALS_A_RECEIPT, to: roomOf(clinic, nth) });
    await treat(clinic, { at, nth, vial: clinic.vials.pop() });
  }
  at = end;
  for (let nth = 0; nth < OPEN_AT_THE_END; nth += 1) await leaveOpen(clinic, { at, nth });
  return factsOf(clinic, end);
}

const named = (name) => [name, randomUUID()];
const roomOf = ({ rooms }, nth) => rooms[Math.floor(nth / VIALS_A_RECEIPT) % rooms.length];

/** What happens besides, so often a month: sixty counts and refusals, four discrepancies, an alarm. */
async function besides(clinic, { at, nth, vials }) {
  const { log, nurses } = clinic;
  const every = (times) => Math.floor((nth * times) / vials) !== Math.floor(((nth - 1) * times) / vials);
  if (every(60)) await count(clinic, { at, nth, missing: every(4), open: false });
  if (every(60)) {
    await log.add({
      ...{ type: 'refused', actors: [actor(nurses[nth % nurses.length], 'nurse')] },
      refusal: { code: 'witness_missing', of: 'waste', field: 'signatures' },
      subjects: [clinic.product],
    });
  }
  if (every(1)) {
    const alarm = { table: 'alarm', alarmId: randomUUID(), kind: 'signer', detail: 'It was away.', raisedAt: iso(at) };
    await log.add({
      ...{ type: 'alarm_closed', actors: [actor(clinic.reader, 'administrator')] },
      changes: [{ ...alarm, closedAt: iso(at), closedBy: clinic.reader }],
    });
  }
}

/** A session with something in hand, a waste of it that waits for its witness, and a discrepancy that nobody has explained. */
async function leaveOpen(clinic, { at, nth }) {
  const { log, product } = clinic;
  if (clinic.vials.length === 0) await receive(clinic, { at, count: VIALS_A_RECEIPT, to: roomOf(clinic, nth) });
  const { sessionId, nurse, patientId, locationId } = await begin(clinic, { at, nth, vial: clinic.vials.pop() });
  await log.add({
    ...{ type: 'waste_pending', actors: nurse, act: { sessionId, amountMg: '10' }, subjects: [patientId, sessionId] },
    changes: [
      {
        ...{
          table: 'pending_waste',
          pendingWasteId: randomUUID(),
          sessionId,
          productId: product,
          locationId,
          amountMg: '10',
        },
        ...{ openedBy: nurse[0].id, openedAt: iso(at), openedSeq: log.seq, status: 'pending' },
      },
    ],
  });
  await count(clinic, { at, nth, missing: true, open: true });
  clinic.openSessionId = sessionId;
}

function factsOf(clinic, end) {
  const { log, sessions, patients, begin: begun } = clinic;
  return {
    siteId: log.siteId,
    records: log.seq,
    productId: clinic.product,
    otherProductId: clinic.kit,
    locationId: clinic.rooms[0],
    safeId: clinic.safe,
    nurseId: clinic.nurses[0],
    pharmacistId: clinic.pharmacist,
    prescriberId: clinic.prescriber,
    supplierId: clinic.supplier,
    sessionId: sessions.at(-1),
    openSessionId: clinic.openSessionId,
    patientId: patients.at(-1),
    label: clinic.used.label,
    containerId: clinic.used.id,
    receiptId: clinic.receiptId,
    invoice: `I-${clinic.receipts}`,
    discrepancyId: clinic.discrepancyId,
    lastMonth: { from: day(end - 29 * DAY_MS), to: day(end) },
    firstMonth: { from: day(begun), to: day(begun + 29 * DAY_MS) },
    today: day(end),
  };
}
