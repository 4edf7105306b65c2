// The clinics the bench works in: made through the one door, with the rows real ones have. Vials are open already and
// amounts tiny, so that one vial and one session last as long as anybody measures.
import { createHash, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { HttpConnection } from './http-client.mjs';

export const CLIENTS = 16;
export const SITES = 32;
/** The place in a client's list of hands that is at the one site all share; those before it are the sites it goes round. */
export const ONE_SITE = 4;
export const PASSWORD = 'a passphrase for the bench alone';
const DOMAIN = 'bench.example';

/** Who works: each measured way of posting has its own sessions and vials at the same sites. */
const WAYS = ['http', 'ledger', 'pgbench'];

const sitesOf = (client) => [0, 1, 2, 3].map((k) => (2 * client + k) % SITES);
const evidence = createHash('sha256').update('bench').digest('base64');
const performer = (id, role) => ({ id, role, meaning: 'performed', method: 'session:password', evidence });

const product = {
  table: 'product',
  code: 'KET50',
  name: 'Ketamine 50 mg/mL, 10 mL',
  ndc11: '00143950810',
  ndc: '0143-9508-10',
  form: 'injection',
  dosing: 'multi_dose',
  strengthUgPerMl: 50_000,
  containerVolumeMl: '10',
  labelAmountMg: '500',
  overfillAllowanceMg: '25',
  beyondUseDays: 28,
  deaCode: '7285',
  schedule: 'CIII',
  active: true,
};

/** Posts one record that simply says what it says. */
const record = (ledger, siteId, actor, type, outcome, reads = []) =>
  ledger.post({
    siteId,
    type,
    actor,
    idempotencyKey: uuidv7(),
    requestDigest: createHash('sha256').update(type).digest(),
    intent: evidence,
    reads,
    decide: (state) => ({ answer: {}, ...(typeof outcome === 'function' ? outcome(state) : outcome) }),
  });

async function makePeople({ ledger, server, organisationId, administrator }) {
  const { Passwords } = await import('../../dist/src/platform/access/login/passwords.js');
  const { newCredential } = await import('../../dist/src/platform/access/login/credentials.js');
  const passwordHash = await new Passwords().hash(PASSWORD);
  const connection = new HttpConnection(server.url);
  const nurses = [];
  for (let client = 0; client < CLIENTS; client += 1) {
    const personId = uuidv7();
    const username = `nurse${client}`;
    await record(ledger, organisationId, administrator, 'person_created', {
      changes: [{ table: 'person', personId, username, displayName: `Nurse ${client}`, disabled: false }],
      alongside: [newCredential(personId, passwordHash)],
    });
    const login = await connection.post('/api/v1/auth/login', {}, { username, password: PASSWORD, kind: 'bearer' });
    if (login.status !== 200) throw new Error(`a nurse could not log in: ${login.status} ${login.body}`);
    nurses.push({ personId, token: JSON.parse(login.body).token });
  }
  connection.close();
  return nurses;
}

/** The organisation and its administrator, whose password is PASSWORD. */
export async function setUp(server) {
  const connection = new HttpConnection(server.url);
  const body = {
    token: server.setupToken,
    organisationName: 'Bench Clinics',
    username: 'administrator',
    displayName: 'Administrator',
    password: PASSWORD,
  };
  const answer = await connection.post('/api/v1/setup', {}, body);
  connection.close();
  if (answer.status !== 201) throw new Error(`the organisation could not be set up: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body);
}

async function makeSite({ ledger, administrator, index, nurses }) {
  const { DEFAULT_SITE_POLICY } = await import('../../dist/src/domain/site-policy.js');
  const [siteId, locationId, productId, supplierId, prescriberId] = Array.from({ length: 5 }, () => uuidv7());
  const secondPersonFor = { ...DEFAULT_SITE_POLICY.secondPersonFor, receipt: false };
  await ledger.openLog(siteId, `${DOMAIN}/countersign/site/${siteId}`);
  await record(ledger, siteId, administrator, 'site_created', (state) => ({
    changes: [
      {
        table: 'site',
        id: siteId,
        kind: 'clinic',
        name: `Clinic ${index}`,
        deaNumber: `FE${String(3541263 + index).padStart(7, '0')}`,
        address: '1 Example Way',
        timeZone: 'America/Chicago',
        policy: { ...DEFAULT_SITE_POLICY, secondPersonFor },
      },
      { table: 'location', locationId, code: 'ROOM', name: 'Room 1', active: true },
      { ...product, productId },
      {
        table: 'supplier',
        supplierId,
        name: 'Wholesale',
        deaNumber: 'RB1234562',
        address: '2 Example Way',
        active: true,
      },
      { table: 'prescriber', prescriberId, name: 'Dr. Order', npi: '1234567893', active: true },
      ...nurses.map(({ personId }) => ({
        table: 'role_grant',
        grantId: uuidv7(),
        personId,
        role: 'nurse',
        validFrom: state.recordedAt,
        grantedBy: administrator.id,
      })),
    ],
  }));
  return { siteId, locationId, productId, supplierId, prescriberId };
}

/** One vial, one patient and one session for each client that comes to this site, and each way of posting. */
async function makeHands({ ledger, site, places }) {
  const { siteId, locationId, productId, supplierId, prescriberId } = site;
  const lotId = uuidv7();
  const receiptId = uuidv7();
  const pharmacist = performer(randomUUID(), 'pharmacist');
  const hands = places.map((place, i) => ({
    ...place,
    ...{ siteId, locationId, productId, lotId },
    label: `20260831-0001-${String(i).padStart(3, '0')}`,
    containerId: uuidv7(),
    sessionId: uuidv7(),
    patientId: uuidv7(),
  }));
  const common = { productId, lotId, locationId };
  await record(ledger, siteId, pharmacist, 'receipt', (state) => ({
    entry: { locationId },
    lines: [
      { holder: 'supplier', productId, locationId, amountMg: String(-500 * hands.length) },
      { holder: 'container', ids: hands.map((hand) => hand.containerId), productId, locationId, amountMg: '500' },
    ],
    changes: [
      { table: 'lot', lotId, productId, lotNumber: 'L1', expiresOn: '2099-12-31' },
      {
        table: 'receipt',
        ...{ receiptId, supplierId, ...common, invoice: 'I-1', receivedAt: state.recordedAt },
        ...{ invoicedCount: hands.length, countedCount: hands.length },
      },
      {
        table: 'container',
        ...{ receiptId, ...common, state: 'open', labelAmountMg: '500', overfillAllowanceMg: '25' },
        ...{ expiresOn: '2099-12-31', openedAt: state.recordedAt, openedOn: state.recordedAt.slice(0, 10) },
        beyondUseOn: '2099-12-31',
        each: { containerId: hands.map((hand) => hand.containerId), label: hands.map((hand) => hand.label) },
      },
    ],
  }));
  await record(ledger, siteId, pharmacist, 'patient_registered', (state) => ({
    changes: [
      {
        table: 'patient',
        ...{ privateSeq: state.seq, active: true },
        each: { patientId: hands.map((hand) => hand.patientId) },
      },
    ],
    private: { name: 'Synthia Placeholder', address: '3 Example Way' },
  }));
  await record(ledger, siteId, pharmacist, 'session', (state) => ({
    changes: [
      {
        table: 'treatment_session',
        ...{ productId, locationId, prescriberId, nurseId: places[0].nurseId, route: 'intravenous', orderedMg: '40' },
        ...{ status: 'open', startedAt: state.recordedAt, firstDoseAt: state.recordedAt, dischargedEarly: false },
        each: { sessionId: hands.map((hand) => hand.sessionId), patientId: hands.map((hand) => hand.patientId) },
      },
    ],
  }));
  return hands;
}

/**
 * Sixteen nurses, logged in, and thirty-two sites. `handOf(way, client, k)` is what a client works with at the k-th of its
 * sites: `{ siteId, sessionId, containerId, label, nurseId, token, ... }`.
 */
export async function makeClinics({ ledger, server }) {
  const { organisationId, personId } = await setUp(server);
  const administrator = performer(personId, 'administrator');
  const nurses = await makePeople({ ledger, server, organisationId, administrator });
  const hands = new Map();
  for (let index = 0; index < SITES; index += 1) {
    const places = [];
    for (let client = 0; client < CLIENTS; client += 1) {
      const own = sitesOf(client).indexOf(index);
      const ks = [...(own < 0 ? [] : [own]), ...(index === 0 ? [ONE_SITE] : [])];
      const { personId: nurseId, token } = nurses[client];
      for (const k of ks) for (const way of WAYS) places.push({ way, client, k, nurseId, token });
    }
    const present = nurses.filter(({ personId: id }) => places.some(({ nurseId }) => nurseId === id));
    const site = await makeSite({ ledger, administrator, index, nurses: present });
    for (const hand of await makeHands({ ledger, site, places })) {
      hands.set(`${hand.way}/${hand.client}/${hand.k}`, hand);
    }
  }
  return { hands: [...hands.values()], handOf: (way, client, k) => hands.get(`${way}/${client}/${k}`) };
}
