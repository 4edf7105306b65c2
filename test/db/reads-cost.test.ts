import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { resolve } from 'node:path';

/** What bench/ has of it: a ledger of so many months on a server of its own, and what of a read PostgreSQL touched. */
interface ReadLedger {
  readonly facts: object;
  readonly ask: (path: string) => Promise<{ status: number; body: string }>;
  readonly cost: (path: string) => Promise<Cost>;
  readonly stop: () => Promise<void>;
}
interface Cost {
  readonly statements: number;
  readonly blocks: number;
  readonly bytes: number;
}
interface ReadRequest {
  readonly route: string;
  readonly name: string;
  readonly path: string;
}

const MONTHS = [4, 24];
const VIALS_A_MONTH = 120;
/** A plan is another at another size, and an index a level deeper; a table that is read through is six times as large. */
const SLACK_SHARE = 1.6;
const SLACK_BLOCKS = 25;
/** What a row of the answer is named by has an index that is descended; a small table was read at once. */
const forAnswer = (bytes: number): number => Math.min(85, bytes / 40) + bytes / 200;

/** Reads that are known to grow, and why. */
const KNOWN: readonly RegExp[] = [
  // Looks through what the person did, or through the records of the type, whichever are fewer: no index has both.
  /^\/log type and actor that never met$/,
  // Sessions of whom or where there were none are looked for from the newest to the oldest: no page asks so without a day.
  /^\/sessions of (a nurse|a room|a product)/,
  // A short history is read whole where that is cheaper than an index; with a longer one it is not (bench/reads).
  /^\/reports\/(stock|waste-by-person) /,
  // Six times the history has six times as many of them, up to a page.
  /^\/log type that is rare$/,
];

const ledgers: ReadLedger[] = [];
let database: { stop: () => Promise<void> };
let requests: ReadRequest[][];

beforeAll(async () => {
  const { startBenchDatabase } = await import(resolve('bench/lib/database.mjs'));
  const { makeReadLedger, openApi } = await import(resolve('bench/reads.mjs'));
  const { readRequests } = await import(resolve('bench/lib/read-requests.mjs'));
  database = await startBenchDatabase({ durable: false });
  const size = { vials: VIALS_A_MONTH, stock: 100, say: () => {} };
  for (const months of MONTHS) ledgers.push(await makeReadLedger({ database, months, ...size }));
  requests = ledgers.map(({ facts }) => readRequests(facts, openApi));
}, 180_000);

afterAll(async () => {
  for (const { stop } of ledgers) await stop();
  await database?.stop();
});

test('no read of the interface costs the history: with six times as much of it, it sends the same statements and touches as many blocks', async () => {
  const dear: string[] = [];
  for (const [nth, { route, name, path }] of (requests[0] as ReadRequest[]).entries()) {
    const paths = [path, (requests[1]?.[nth] as ReadRequest).path];
    const costs = [];
    for (const [at, ledger] of ledgers.entries()) {
      // Once before: a connection that is new reads the catalogue.
      const { status } = await ledger.ask(paths[at] as string);
      expect({ path, status }).toEqual({ path, status: 200 });
      costs.push(await leastOf(ledger, paths[at] as string));
    }
    const [before, after] = costs as [Cost, Cost];
    const allowed = before.blocks * SLACK_SHARE + SLACK_BLOCKS + forAnswer(after.bytes);
    const grows = after.blocks > allowed || after.statements > before.statements + 5;
    if (grows && !KNOWN.some((one) => one.test(`${route} ${name}`)))
      dear.push(`${route} ${name}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  }
  expect(dear).toEqual([]);
}, 120_000);

/** The server has work of its own now and then (heads, alarms), which is counted with what it falls into. */
async function leastOf({ cost }: ReadLedger, path: string): Promise<Cost> {
  const [one, two] = [await cost(path), await cost(path)];
  return one.blocks < two.blocks ? one : two;
}
