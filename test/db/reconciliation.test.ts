import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../src/platform/database/data-source.js';
import { Periods } from '../../src/features/reports/period.service.js';
import { DIMENSIONS, type AnyRow, type Dimension } from '../../src/features/reports/reconciliation.fields.js';
import { ReconciliationService } from '../../src/features/reports/reconciliation.service.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RandomClinic } from '../support/random-clinic.js';
import { RawClinic } from '../support/raw-clinic.js';
import { RawLog } from '../support/raw-log.js';

const SEED = Number(process.env.COUNTERSIGN_TEST_SEED ?? 20261123);
const STEPS = 260;

let database: TestDatabase;
let client: pg.Client;
let source: Awaited<ReturnType<typeof connect>>;
let service: ReconciliationService;
let clinic: RawClinic;
let random: RandomClinic;
let lines: LineFound[];
/** Moments between records, in order. */
let moments: string[];

interface LineFound {
  seq: number;
  recordedAt: string;
  /** The type of the entry; of a reversal, the type of what it takes back. */
  type: string;
  reversal: boolean;
  kind: string;
  holder: string;
  product: string;
  location: string;
  person: string;
  lot: string | null;
  ug: number;
}

beforeAll(async () => {
  database = await createTestDatabase('reconciliation');
  client = new pg.Client({ connectionString: database.appUrl, options: '-c search_path=countersign,pg_temp' });
  await client.connect();
  source = await connect(database.appUrl);
  service = new ReconciliationService(new Periods(source));
  clinic = await RawClinic.open(new RawLog(client, randomUUID()), {
    wasteWitnesses: 1,
    secondPersonFor: { receipt: false, move: false, count: false, return: false, correction: true },
  });
  random = new RandomClinic(clinic, SEED);
  for (let step = 0; step < STEPS; step += 1) await random.step();
  lines = (
    await client.query(`
      SELECT l.seq::int, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "recordedAt", coalesce(w.type, l.entry_type) AS type, w.type IS NOT NULL AS reversal,
             l.kind, l.holder_id AS holder, l.product_id AS product, l.location_id AS location, l.person_id AS person,
             c.lot_id AS lot, l.amount_ug::int AS ug
      FROM line l JOIN entry e USING (site_id, seq)
      LEFT JOIN entry w ON w.site_id = e.site_id AND w.seq = e.reverses_seq
      LEFT JOIN container c ON c.site_id = l.site_id AND c.container_id = l.holder_id ORDER BY l.seq, l.line_no`)
  ).rows as LineFound[];
  const { rows } = await client.query(
    `SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM audit_record ORDER BY seq`,
  );
  const ends = ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'];
  moments = [...new Set([ends[0], ...rows.map(({ at }: { at: string }) => at), ends[1]])] as string[];
}, 120_000);

afterAll(async () => {
  await source?.destroy();
  await client?.end();
  await database?.drop();
});

const INSIDE = ['container', 'in_hand', 'suspense', 'in_transit'];
const read = async (by: Dimension, from: string, to: string) =>
  (await service.all(clinic.log.siteId, { by, from, to, limit: 50 })).items;

/** What a line belongs to in a dimension; undefined where it is of none. */
const KEYS: Readonly<Record<Dimension, (line: LineFound) => string | undefined>> = {
  site: () => '',
  product: (line) => line.product,
  location: (line) => `${line.location} ${line.product}`,
  lot: (line) => (line.kind === 'container' ? (line.lot as string) : undefined),
  container: (line) => (line.kind === 'container' ? line.holder : undefined),
  session: (line) => (line.kind === 'in_hand' ? line.holder : undefined),
  person: (line) => line.person,
};
const KEY_OF: Readonly<Record<Dimension, (row: AnyRow) => string>> = {
  site: () => '',
  product: (row) => row.productId as string,
  location: (row) => `${row.locationId} ${row.productId}`,
  lot: (row) => row.lotId as string,
  container: (row) => row.containerId as string,
  session: (row) => row.sessionId as string,
  person: (row) => row.personId as string,
};

const ug = (mg: string | undefined): number => Math.round(Number(mg ?? '0') * 1000);
const sum = (of: readonly LineFound[], kinds: readonly string[]): number =>
  of.filter(({ kind }) => kinds.includes(kind)).reduce((all, line) => all + line.ug, 0);

/** The same figures by adding up every line there is, with none of the report's SQL or balances. */
function bruteForce(by: Dimension, from: string, to: string): Map<string, Record<string, number>> {
  const before = (line: LineFound, moment: string) => line.recordedAt < moment.slice(0, -1);
  const groups = new Map<string, LineFound[]>();
  for (const line of lines) {
    const key = KEYS[by](line);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const found = [...groups].map(([key, all]): [string, Record<string, number>] => {
    const past = all.filter((line) => before(line, from));
    const ended = all.filter((line) => before(line, to));
    const within = ended.filter((line) => !before(line, from));
    const net = (kind: string) => sum(within, [kind]);
    if (['site', 'product', 'location'].includes(by)) {
      return [
        key,
        {
          opening: sum(past, INSIDE),
          openingBook: sum(past, ['container']),
          openingInHand: sum(past, ['in_hand']),
          openingInSuspense: sum(past, ['suspense']),
          received: 0 - net('supplier'),
          overfillGain: 0 - net('overfill'),
          administered: net('patient'),
          wasted: net('waste'),
          closeOutShortage: net('close_out_shortage'),
          inSuspense: sum(ended, ['suspense']),
          inHand: sum(ended, ['in_hand']),
          closingBook: sum(ended, ['container']),
          ...(by === 'location' ? across(within) : {}),
        },
      ];
    }
    const entry = (line: LineFound) => lines.filter(({ seq }) => seq === line.seq);
    const own = (kind: string, other: string) =>
      within
        .filter((line) => line.kind === kind && entry(line).some((one) => one.kind === other))
        .reduce((all, line) => all + line.ug, 0);
    const moved = (kind: string, types: readonly string[]) =>
      sum(
        within.filter(({ type }) => types.includes(type)),
        [kind],
      );
    const hand = {
      openingInHand: sum(past, ['in_hand']),
      administered: 0 - own('in_hand', 'patient'),
      wasted: 0 - own('in_hand', 'waste'),
      drawn: moved('in_hand', ['draw', 'take']),
      returned: 0 - moved('in_hand', ['return']),
      inHand: sum(ended, ['in_hand']),
    };
    const container = {
      received: own('container', 'supplier'),
      overfillGain: own('container', 'overfill'),
      closeOutShortage: 0 - own('container', 'close_out_shortage'),
    };
    if (by === 'session') return [key, hand];
    if (by === 'person') return [key, { ...hand, ...container, wastedFromContainers: 0 - own('container', 'waste') }];
    return [
      key,
      {
        openingBook: sum(past, ['container']),
        ...container,
        drawn: 0 - moved('container', ['draw', 'take']),
        returned: moved('container', ['return']),
        wasted: 0 - own('container', 'waste'),
        toSuspense: 0 - own('container', 'suspense'),
        closingBook: sum(ended, ['container']),
      },
    ];
  });
  return new Map(found);
}

/** What crossed the border of one location: where an entry's lines there do not sum to zero. */
function across(within: readonly LineFound[]): { movedIn: number; movedOut: number } {
  const found = { movedIn: 0, movedOut: 0 };
  for (const seq of new Set(within.map((line) => line.seq))) {
    const entry = within.filter((line) => line.seq === seq);
    const net = entry.reduce((all, line) => all + line.ug, 0);
    const wentIn = net > 0 !== (entry[0] as LineFound).reversal;
    if (net !== 0 && wentIn) found.movedIn += net;
    if (net !== 0 && !wentIn) found.movedOut -= net;
  }
  return found;
}

function figuresOf(row: AnyRow, names: readonly string[]): Record<string, number> {
  const mg = row as unknown as Record<string, string>;
  return Object.fromEntries(names.map((name) => [name, ug(mg[`${name}Mg`])]));
}

/** Pairs of moments, spread over the history. */
function periods(count: number): [string, string][] {
  return Array.from({ length: count }, (_, nth) => {
    const a = (nth * 37 + SEED) % (moments.length - 1);
    const b = a + 1 + ((nth * 53) % (moments.length - 1 - a));
    return [moments[a] as string, moments[b] as string];
  });
}

describe(`of ${STEPS} random acts (seed ${SEED})`, () => {
  test.each(DIMENSIONS)('by %s, every figure is what adding up all lines gives', async (by) => {
    const whole: [string, string] = [moments[0] as string, moments.at(-1) as string];
    for (const [from, to] of [whole, ...periods(12)]) {
      const rows = await read(by, from, to);
      const expected = bruteForce(by, from, to);
      const found = new Map(rows.map((row) => [KEY_OF[by](row), row]));
      expect(found.size).toBe(rows.length);
      for (const [key, figures] of expected) {
        const row = found.get(key);
        if (row) expect(figuresOf(row, Object.keys(figures))).toEqual(figures);
        // What had nothing and did nothing has no row.
        else expect({ [key]: Object.values(figures).filter((value) => value !== 0) }).toEqual({ [key]: [] });
      }
      for (const row of rows) {
        expect(row).toMatchObject({ holds: true, differenceMg: '0' });
        if (by !== 'site') expect([...expected.keys()]).toContain(KEY_OF[by](row));
      }
    }
  });

  test('sealed containers at the end of a period are those of then, not of now', async () => {
    for (const [from, to] of periods(15)) {
      const { period, items: rows } = await service.all(clinic.log.siteId, { by: 'location', from, to, limit: 50 });
      const snapshot = random.snapshots.filter(({ seq }) => seq < period.untilSeq).at(-1);
      if (!snapshot) continue;
      const found = rows.map((row) => [`${row.locationId}/${row.productId}`, row.sealedContainers]);
      const total = [...snapshot.sealed.values()].reduce((all, count) => all + count, 0);
      expect(new Map(found.filter(([, count]) => count !== 0) as [string, number][])).toEqual(snapshot.sealed);
      for (const by of ['site', 'lot', 'container'] as const) {
        const counted = (await read(by, from, to)).reduce((all, row) => all + (row.sealedContainers as number), 0);
        expect({ by, counted }).toEqual({ by, counted: total });
      }
    }
  });

  test.each(DIMENSIONS)('by %s, two periods next to each other add up to one', async (by) => {
    for (const [from, to] of periods(8)) {
      const middle = moments[Math.floor((moments.indexOf(from) + moments.indexOf(to)) / 2)] as string;
      if (middle === from) continue;
      const maps = await Promise.all(
        [await read(by, from, middle), await read(by, middle, to), await read(by, from, to)].map(
          (rows) => new Map(rows.map((row) => [KEY_OF[by](row), row as unknown as Record<string, string>])),
        ),
      );
      const [first, second, both] = maps as [Rows, Rows, Rows];
      for (const key of new Set([...first.keys(), ...second.keys(), ...both.keys()])) {
        const of = (rows: Rows, name: string) => ug(rows.get(key)?.[name]);
        const names = Object.keys(both.get(key) ?? first.get(key) ?? second.get(key) ?? {});
        for (const name of names.filter((one) => one.endsWith('Mg'))) {
          if (name.startsWith('opening')) expect([key, name, of(both, name)]).toEqual([key, name, of(first, name)]);
          else if (/^(closing|in(Hand|Suspense|Transit)Mg)/.test(name)) {
            expect([key, name, of(both, name)]).toEqual([key, name, of(second, name)]);
          } else expect([key, name, of(both, name)]).toEqual([key, name, of(first, name) + of(second, name)]);
        }
        const closing = names.includes('closingBookMg') ? 'closingBookMg' : 'inHandMg';
        const opening = names.includes('openingBookMg') ? 'openingBookMg' : 'openingInHandMg';
        expect([key, of(first, closing)]).toEqual([key, of(second, opening)]);
      }
    }
  });

  test('late entries are exactly those whose times lie on two sides of the border, or that are late', async () => {
    const { rows: entries } = await client.query(
      'SELECT seq::int, occurred_at AS occurred, recorded_at AS recorded, late FROM entry ORDER BY seq',
    );
    for (const [from, to] of periods(12)) {
      const inside = (at: Date) => at >= new Date(from) && at < new Date(to);
      const expected = entries
        .map(({ seq, occurred, recorded, late }) => {
          if (inside(recorded) && occurred < new Date(from)) return `${seq} happened_before`;
          if (inside(recorded)) return late ? `${seq} within` : '';
          return inside(occurred) && recorded >= new Date(to) ? `${seq} recorded_after` : '';
        })
        .filter((text) => text !== '');
      const page = await service.page(clinic.log.siteId, { by: 'site', from, to, limit: 50 });
      const found = page.lateEntries.map(({ seq, relation }) => `${seq} ${relation}`);
      expect(found).toEqual(expected.slice(0, 50));
      expect(page.moreLateEntries).toBe(expected.length > 50);
    }
  });
});

type Rows = Map<string, Record<string, string>>;
