// A clinic's month, appended through `ledger_append` as the server's own role does it, a hundred records a transaction:
// receipts of ten vials, moves to the treatment room, and sessions of a draw, a dose and a witnessed waste. All vials of the
// month are used up in it; what was in the safe before stays there.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { recordBytes } from '../../dist/src/domain/ledger/record.js';
import { DEFAULT_SITE_POLICY } from '../../dist/src/domain/site-policy.js';

const BATCH = 100;
const SESSIONS_A_VIAL = 10;
const digest = (text) => createHash('sha256').update(text).digest('base64');

/** Appends records to the log of one site; the next transaction begins after every hundred. */
class Log {
  #waiting = [];
  #last = 0;
  seq = 0;

  constructor(client, siteId) {
    this.client = client;
    this.siteId = siteId;
    this.origin = `bench.example/countersign/site/${siteId}`;
  }

  async add(body) {
    this.#waiting.push(body);
    if (this.#waiting.length === BATCH) await this.flush();
  }

  async flush() {
    const bodies = this.#waiting.splice(0);
    if (bodies.length === 0) return;
    await this.client.query('BEGIN');
    const { rows } = await this.client.query(
      'SELECT floor(extract(epoch FROM transaction_timestamp()) * 1e6)::int8 AS at, pg_sleep(0.0005)',
    );
    // A microsecond apart: never before this transaction began, never in the future.
    let at = Math.max(Number(rows[0].at), this.#last);
    const columns = [[], [], [], [], [], [], [], []];
    for (const body of bodies) {
      at += 1;
      const milliseconds = new Date(Math.floor(at / 1000)).toISOString();
      const record = recordBytes({
        origin: this.origin,
        seq: this.seq++,
        id: randomUUID(),
        occurredAt: milliseconds,
        recordedAt: milliseconds,
        ...body,
      });
      const moment = `${milliseconds.slice(0, -1)}${String(at % 1000).padStart(3, '0')}Z`;
      const row = [Buffer.from(record), randomBytes(32), null, moment, null, null, null, null];
      row.forEach((value, column) => columns[column].push(value));
    }
    this.#last = at;
    await this.client.query('SELECT count(*) FROM countersign.ledger_append($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      this.siteId,
      ...columns,
    ]);
    await this.client.query('COMMIT');
  }
}

/** Opens a site with 60 vials in its safe, then plays one month. Answers with its site, its seqs and its entries. */
export async function recordMonth(client, { vials }) {
  const log = new Log(client, randomUUID());
  await client.query('SELECT countersign.ledger_open_log($1, $2)', [log.siteId, log.origin]);
  return playMonth(log, { vials });
}

/** The same into any log that takes records with `add(body)` and has `siteId`, `seq` and `flush()`; it is open already. */
export async function playMonth(log, { vials }) {
  const ids = Object.fromEntries(
    ['nurse', 'pharmacist', 'witness', 'product', 'safe', 'room', 'supplier', 'patient', 'prescriber'].map((name) => [
      name,
      randomUUID(),
    ]),
  );
  await log.add(siteCreated(log, ids));
  await log.add(patientRegistered(log, ids));
  await log.flush();
  await receive(log, ids, 60);
  await log.flush();
  const firstSeq = log.seq;
  for (let done = 0; done < vials; done += 10) {
    for (const vial of await receive(log, ids, Math.min(10, vials - done))) await useUp(log, ids, vial);
  }
  await log.flush();
  return { siteId: log.siteId, firstSeq, untilSeq: log.seq };
}

const actor = (id, role) => ({ id, role, meaning: 'performed', method: 'session:password', evidence: digest(id) });

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

function line(ids, holder, id, amountMg, locationId) {
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

async function sign(log, ids, intent) {
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
