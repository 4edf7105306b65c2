import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/platform/database/one-client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeDataFolder } from '../support/server.js';

const MINUTES = 60_000;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the real program until it ends by itself. */
async function demo(of: { args: readonly string[]; env: Record<string, string> }): Promise<Ended> {
  const main = resolve('dist/src/cli/main.js');
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', main, 'demo', '--exit', ...of.args], {
    env: { ...env, ...of.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

const folders: string[] = [];
const newFolder = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-${name}-`));
  folders.push(folder);
  return folder;
};

let database: TestDatabase;
let dataFolder: string;
beforeAll(async () => {
  database = await createTestDatabase('clinic');
  dataFolder = makeDataFolder();
  folders.push(dataFolder);
});
afterAll(async () => {
  await withClient(database.superuserUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${database.name}_demo`));
  await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** On the server of the tests: the demonstration is a database of its own beside the one that is named. */
const onTestServer = () => ({ DATABASE_URL: database.superuserUrl, COUNTERSIGN_DATA: dataFolder });

/** Received, of each product, by the first six rows of examples/daybook. */
const RECEIVED_MG = { KET10: '4000', KET100: '3000', KET50: '15000', SPR56: '1120', SPR84: '1680' };

/** The first ten rows of examples/daybook: deliveries, and a session in which two sprays are used up. Its conclusions are by hand. */
function firstMorning(received: Partial<typeof RECEIVED_MG>): string {
  const folder = newFolder('first-morning');
  cpSync('examples/daybook', folder, { recursive: true });
  const rows = readFileSync(join(folder, 'daybook.csv'), 'utf8').split('\n');
  writeFileSync(join(folder, 'daybook.csv'), [...rows.slice(0, 11), ''].join('\n'));
  const none = { opening_mg: '0', overfill_gain_mg: '0', wasted_mg: '0', broken_mg: '0', sent_out_mg: '0' };
  const expected = {
    ...{ rows: 10, accepted: 10, replayed: [], refused: [] },
    reconciliation: Object.entries({ ...RECEIVED_MG, ...received }).map(([product, received_mg]) => ({
      ...{ product, ...none, received_mg },
      administered_mg: product === 'SPR56' ? '56' : '0',
      ...{ close_out_shortage_mg: '0', in_suspense_mg: '0', in_hand_mg: '0' },
      closing_book_mg: String(
        Number(RECEIVED_MG[product as keyof typeof RECEIVED_MG]) - (product === 'SPR56' ? 56 : 0),
      ),
      sealed_containers: { KET10: 20, KET100: 6, KET50: 30, SPR56: 19, SPR84: 20 }[product],
    })),
    ...{ openContainers: [], quarantined: [], sessions: 1, sessionsNotBalanced: [], discrepancies: [] },
  };
  writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
  return folder;
}

/** The month of examples/daybook is played by test/browser/every-page, which then visits it. */
describe('npm run demo -- --exit', () => {
  test(
    'plays two months of examples/daybook-full, and all that is known agrees',
    async () => {
      const { code, output } = await demo({ args: ['--daybook', 'examples/daybook-full'], env: onTestServer() });
      expect(output).toContain('Replayed (sent twice, recorded once): 8 rows.');
      expect(output).toContain('Not yet known to this version: 20 rows.');
      expect(output).toMatch(/The ledger agrees with expected\.json: all \d{3} conclusions compared are the same\./);
      expect(output).toContain('all verified');
      expect(code).toBe(0);
    },
    20 * MINUTES,
  );

  test(
    'ends with 1 and names the figure where a book expects something else, in the place of the demonstration before',
    async () => {
      const { code, output } = await demo({
        args: ['--daybook', firstMorning({ KET10: '5999' })],
        env: onTestServer(),
      });
      expect(output).toContain('Accepted: 10 rows.');
      expect(output).toContain('The ledger DISAGREES with expected.json in 1 of 63 conclusions compared.');
      expect(output).toMatch(/reconciliation product KET10 received_mg: expected 5999, found 4000/);
      expect(code).toBe(1);
    },
    10 * MINUTES,
  );

  test('says in one sentence what is wrong with a folder that is no day book', async () => {
    const { code, output } = await demo({ args: ['--daybook', newFolder('empty')], env: onTestServer() });
    expect(output).toMatch(/^countersign: .* is no day book: site\.csv cannot be read\.\n$/);
    expect(code).toBe(1);
  });
});
