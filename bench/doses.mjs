// Doses recorded a second: through the HTTP interface, through the door alone, and by pgbench with the same statements.
import { createHash, randomUUID } from 'node:crypto';
import { CLIENTS, ONE_SITE, SITES, makeClinics } from './lib/clinics.mjs';
import { cpuMs } from './lib/cpu.mjs';
import { countStatements } from './lib/database.mjs';
import { HttpConnection } from './lib/http-client.mjs';
import { HOW_TO_GET_PGBENCH, findPgbench, pgbench } from './lib/pgbench.mjs';
import { doseScript, installPgbenchDoses, plainScript } from './lib/pgbench-doses.mjs';
import { startServer } from './lib/server.mjs';
import { closedLoop, compared, medians } from './lib/statistics.mjs';

const VOLUME_ML = '0.002';
const AMOUNT_MG = '0.1';
const digest = createHash('sha256').update('bench').digest();

/** All sites of a client, and the one site of all. */
const WHERE = { oneSite: [ONE_SITE, ONE_SITE], spread: [0, ONE_SITE - 1] };

/** Each client draws and gives in turn; `post(way, hand, isDraw)` sends one act, at a site drawn by lot for each pair. */
function loop(clinics, way, [from, to], send) {
  const clients = Array.from({ length: CLIENTS }, () => ({ count: 0, k: from }));
  return async (client) => {
    const state = clients[client];
    const isDraw = state.count % 2 === 0;
    state.count += 1;
    if (isDraw) state.k = from + Math.floor(Math.random() * (to - from + 1));
    await send(clinics.handOf(way, client, state.k), isDraw, client);
  };
}

function httpSender(server) {
  const connections = Array.from({ length: CLIENTS }, () => new HttpConnection(server.url));
  const send = async ({ siteId, sessionId, label, token }, isDraw, client) => {
    const { status, body } = await connections[client].post(
      `/api/v1/sites/${siteId}/${isDraw ? 'draws' : 'gives'}`,
      { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
      isDraw ? { sessionId, container: label, volumeMl: VOLUME_ML } : { sessionId, amountMg: AMOUNT_MG },
    );
    if (status !== 201) throw new Error(`a dose was not recorded: ${status} ${body}`);
  };
  return {
    send,
    bytes: () => connections.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0),
    close: () => connections.forEach((connection) => connection.close()),
  };
}

/** What the services ask the door to read for a draw and for a dose. */
export async function readsOf(source, { siteId, label, sessionId }) {
  const { containerReads } = await import('../dist/src/platform/ledger/container-ref.js');
  const { sessionReads } = await import('../dist/src/platform/ledger/act-reads.js');
  const session = await sessionReads(source, siteId, sessionId);
  return { draw: [...(await containerReads(source, siteId, label)), ...session], give: session };
}

/** The same acts without HTTP: the guard, the parsing and the look-ups before the door are left out. */
export async function doorSender(ledger, source, clinics) {
  const { decideDraw } = await import('../dist/src/domain/acts/draw.js');
  const { decideGive } = await import('../dist/src/domain/acts/give.js');
  const reads = new Map();
  for (const hand of clinics.hands) if (hand.way === 'ledger') reads.set(hand, await readsOf(source, hand));
  return (hand, isDraw) => {
    const { siteId, sessionId, label, nurseId } = hand;
    const draw = { sessionId, container: label, quantity: { volumeMl: VOLUME_ML } };
    const give = { sessionId, quantity: { amountMg: AMOUNT_MG } };
    return ledger.post({
      siteId,
      type: isDraw ? 'draw' : 'give',
      actor: {
        ...{ id: nurseId, role: 'nurse', meaning: 'performed', method: 'session:password' },
        evidence: digest.toString('base64'),
      },
      idempotencyKey: randomUUID(),
      requestDigest: digest,
      intent: digest.toString('base64'),
      reads: reads.get(hand)[isDraw ? 'draw' : 'give'],
      decide: (state) => (isDraw ? decideDraw(draw, state) : decideGive(give, state)),
    });
  };
}

/** Round trips, bytes and processor time of one act over HTTP, at the sites of `where`. */
async function costOfOne({ database, server, http, act, seconds }) {
  let acts = 0;
  const counted = async (client) => {
    await act(client);
    acts += 1;
  };
  const before = { bytes: http.bytes(), node: cpuMs(server.pid), postgres: cpuMs(database.serverPid) };
  const stop = await countStatements(database.admin);
  const { seconds: took, ...speed } = {
    ...(await closedLoop({ clients: CLIENTS, warmUp: 0, seconds, act: counted })),
    seconds,
  };
  const statements = await stop();
  const perAct = (value) => value / acts;
  const sum = (key) => perAct(statements.reduce((total, statement) => total + statement[key], 0));
  const cpu = (key, pid) => (before[key] === undefined ? undefined : perAct(cpuMs(pid) - before[key]));
  return {
    perSecond: speed.perSecond,
    seconds: took,
    roundTrips: sum('calls'),
    databaseMs: sum('milliseconds'),
    walBytes: sum('walBytes'),
    httpBytes: perAct(http.bytes() - before.bytes),
    nodeCpuMs: cpu('node', server.pid),
    postgresCpuMs: cpu('postgres', database.serverPid),
    statements: statements.map(({ query, calls, milliseconds }) => ({
      query: query.replace(/\s+/g, ' ').slice(0, 100),
      perDose: perAct(calls),
      msPerDose: perAct(milliseconds),
    })),
  };
}

/**
 * Measures in rounds, each way in turn, so that a noisy moment meets all of them. `seconds`: of each way in each round.
 * Answers with the figures of each way and the ratios to pgbench.
 */
export async function benchDoses({ database, rounds = 3, seconds = 5, warmUp = 3, say }) {
  const { connect } = await import('../dist/src/platform/database/data-source.js');
  const { Ledger } = await import('../dist/src/platform/ledger/ledger.js');
  const { Vault } = await import('../dist/src/platform/crypto/vault.js');
  const binary = findPgbench();
  if (!binary) say(HOW_TO_GET_PGBENCH);
  const server = await startServer({ database });
  const source = await connect(database.appUrl);
  let http;
  try {
    const ledger = new Ledger(source, new Vault(database.secrets.vaultKey));
    const clinics = await makeClinics({ ledger, server });
    http = httpSender(server);
    const door = await doorSender(ledger, source, clinics);
    const acts = Object.fromEntries(
      Object.entries(WHERE).map(([where, ks]) => [
        where,
        { http: loop(clinics, 'http', ks, http.send), ledger: loop(clinics, 'ledger', ks, door) },
      ]),
    );
    const sample = clinics.handOf('ledger', 0, ONE_SITE);
    for (const isDraw of [true, false]) await door(sample, isDraw);
    await installPgbenchDoses({ admin: database.admin, clinics, sample, reads: (hand) => readsOf(source, hand) });
    await database.admin.query('ANALYZE');

    const results = { oneSite: [], spread: [] };
    for (let round = 1; round <= rounds; round += 1) {
      for (const [where, [from, to]] of Object.entries(WHERE)) {
        const ways = {};
        for (const way of ['http', 'ledger']) {
          ways[way] = await closedLoop({ clients: CLIENTS, warmUp, seconds, act: acts[where][way] });
        }
        if (binary) {
          const common = { binary, url: database.appUrl, clients: CLIENTS, warmUp };
          const variables = { n: 0, k: from, k_from: from, k_to: to };
          ways.pgbench = await pgbench({ ...common, seconds, script: doseScript, variables });
          ways.plain = await pgbench({ ...common, warmUp: 1, seconds: 2, script: plainScript });
        }
        results[where].push(ways);
        say(`round ${round}, ${where}: ${describe(ways)}`);
      }
    }
    const cost = {};
    for (const where of Object.keys(WHERE)) {
      cost[where] = await costOfOne({ database, server, http, act: acts[where].http, seconds: Math.min(seconds, 3) });
    }
    return { clients: CLIENTS, sites: SITES, rounds, seconds, ...figures(results), cost };
  } finally {
    http?.close();
    await source.destroy();
    await server.stop();
  }
}

const describe = (ways) =>
  Object.entries(ways)
    .map(([way, { perSecond }]) => `${way} ${perSecond.toFixed(0)}/s`)
    .join(', ');

function figures(results) {
  return Object.fromEntries(
    Object.entries(results).map(([where, rounds]) => {
      const ways = Object.keys(rounds[0]);
      const against = (way) => (ways.includes('pgbench') ? compared(rounds, way, 'pgbench') : undefined);
      return [
        where,
        {
          ...Object.fromEntries(ways.map((way) => [way, medians(rounds, way)])),
          httpToPgbench: against('http'),
          ledgerToPgbench: against('ledger'),
          pgbenchToPlain: ways.includes('plain') ? compared(rounds, 'pgbench', 'plain') : undefined,
        },
      ];
    }),
  );
}
