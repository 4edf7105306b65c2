import { mgFromUg } from '../../domain/amounts.js';
import { localDate } from '../../domain/local-date.js';
import { BOOK_BY_DAY, OPEN_MATTERS, REFUSED_BY_DAY, SEALED_STEPS, WASTE_BY_PERSON } from './chart.sql.js';
import { given } from './given.js';
import type { Key, List, PeriodList } from './list.js';
import { SEALED } from './reconciliation.sql.js';
import type { Field } from './table.js';

/** The rows after a key, so many: a chart is small, and is read whole for each page. */
function part<Row>(rows: Row[], keyOf: (row: Row) => Key, { after, limit }: { after: Key; limit: number }): Row[] {
  const later = (a: Key, b: Key): boolean => {
    const differs = a.findIndex((one, index) => one !== b[index]);
    return differs >= 0 && (a[differs] as string) > (b[differs] as string);
  };
  return rows
    .filter((row) => later(keyOf(row), after))
    .sort((a, b) => (later(keyOf(a), keyOf(b)) ? 1 : -1))
    .slice(0, limit);
}

const PRODUCT = [
  { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
  { name: 'productName', description: 'The product.', example: 'Ketamine hydrochloride 50 mg/mL, 10 mL' },
  { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
] as const satisfies readonly Field<ProductNamed>[];
const PERSON = [
  { name: 'personId', description: 'Who.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' },
  { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
] as const satisfies readonly Field<PersonNamed>[];

interface ProductNamed {
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
}
interface PersonNamed {
  readonly personId: string;
  readonly personName?: string;
}

export interface StockOfDay extends ProductNamed {
  readonly day: string;
  readonly bookMg: string;
  readonly sealedContainers: number;
  readonly untilSeq: number;
}

/** What was there at the end of each day: the curve of a product's stock. */
export const stockByDay: PeriodList<StockOfDay> = {
  name: 'stock-by-day',
  model: 'StockOfDayRow',
  isOfPeriod: true,
  filters: ['productId'],
  first: ['', ''],
  keyOf: (row) => [row.day, row.productCode ?? ''],
  fields: [
    {
      name: 'day',
      description: 'The local day at whose end it is; its entries are those recorded on it.',
      example: '2026-08-03',
    },
    ...PRODUCT,
    { name: 'bookMg', description: 'In containers by the book, mg.', example: '6320' },
    { name: 'sealedContainers', description: 'Sealed containers.', example: 12 },
    { name: 'untilSeq', description: 'The first record after that day.', example: 1187 },
  ],
  async read({ view, siteId, period, after, limit, names, only }) {
    const { from, until, fromSeq, untilSeq, timeZone } = period;
    const productId = only.productId ?? null;
    const books = (await view.query(BOOK_BY_DAY, [siteId, from, until, timeZone, productId])) as {
      day: string;
      until_seq: string;
      product_id: string;
      book_ug: string;
    }[];
    const before = (await view.query(SEALED, [siteId, fromSeq, null, productId])) as {
      product_id: string;
      sealed: string;
    }[];
    const steps = (await view.query(SEALED_STEPS, [siteId, fromSeq, untilSeq])) as {
      seq: string;
      product_id: string;
      step: number;
    }[];
    const sealed = new Map<string, number>();
    const add = (id: string, step: number) => sealed.set(id, (sealed.get(id) ?? 0) + step);
    for (const row of before) add(row.product_id, Number(row.sealed));
    let next = 0;
    const rows = books.map((row) => {
      for (; next < steps.length && Number(steps[next]!.seq) < Number(row.until_seq); next += 1) {
        add(steps[next]!.product_id, steps[next]!.step);
      }
      return {
        day: row.day,
        ...names.product(row.product_id),
        bookMg: mgFromUg(Number(row.book_ug)),
        sealedContainers: sealed.get(row.product_id) ?? 0,
        untilSeq: Number(row.until_seq),
      };
    });
    return part(rows, (row) => stockByDay.keyOf(row), { after, limit });
  },
};

export interface WasteOfPerson extends ProductNamed, PersonNamed {
  readonly wastes: number;
  readonly wastedMg: string;
  readonly doses: number;
  readonly administeredMg: string;
}

/** Who wastes how much of what: whose share differs from everybody else's is worth a look (regulations.md section 11). */
export const wasteByPerson: PeriodList<WasteOfPerson> = {
  name: 'waste-by-person',
  model: 'WasteOfPersonRow',
  isOfPeriod: true,
  filters: ['productId', 'personId'],
  first: ['', ''],
  keyOf: (row) => [row.personId, row.productCode ?? ''],
  fields: [
    ...PERSON,
    ...PRODUCT,
    { name: 'wastes', description: 'How many wastes; `wastage-log` of the person has them.', example: 14 },
    { name: 'wastedMg', description: 'Wasted, mg.', example: '120' },
    { name: 'doses', description: 'How many doses.', example: 61 },
    { name: 'administeredMg', description: 'Administered, mg.', example: '3100.5' },
  ],
  async read({ view, siteId, period, after, limit, names, only }) {
    const { productId = null, personId = null } = only;
    const rows = (await view.query(WASTE_BY_PERSON, [
      siteId,
      period.fromSeq,
      period.untilSeq,
      productId,
      personId,
    ])) as Record<'performer_id' | 'product_id' | 'wastes' | 'doses' | 'wasted_ug' | 'administered_ug', string>[];
    const found = rows.map((row) => ({
      personId: row.performer_id,
      ...given({ personName: (row as { display_name?: string | null }).display_name }),
      ...names.product(row.product_id),
      wastes: Number(row.wastes),
      wastedMg: mgFromUg(Number(row.wasted_ug)),
      doses: Number(row.doses),
      administeredMg: mgFromUg(Number(row.administered_ug)),
    }));
    return part(found, (row) => wasteByPerson.keyOf(row), { after, limit });
  },
};

export interface RefusedOfDay extends PersonNamed {
  readonly day: string;
  readonly code: string;
  readonly attempts: number;
  readonly firstSeq: number;
}

/** How often somebody was refused what, day by day. */
export const refusedByDay: PeriodList<RefusedOfDay> = {
  name: 'refused-by-day',
  model: 'RefusedOfDayRow',
  isOfPeriod: true,
  filters: ['personId', 'code'],
  first: ['', '', ''],
  keyOf: (row) => [row.day, row.personId, row.code],
  fields: [
    { name: 'day', description: 'The local day.', example: '2026-08-03' },
    ...PERSON,
    { name: 'code', description: 'Why: a code of docs/errors.md.', example: 'witness_missing' },
    {
      name: 'attempts',
      description: 'How often; `refused-attempts` of the day, person and code has them.',
      example: 3,
    },
    { name: 'firstSeq', description: 'The first of them.', example: 1042 },
  ],
  async read({ view, siteId, period, after, limit, timeZone, only }) {
    const { personId = null, code = null } = only;
    const parameters = [siteId, period.fromSeq, period.untilSeq, timeZone, personId, code];
    const rows = (await view.query(REFUSED_BY_DAY, parameters)) as {
      day: string;
      actor_id: string;
      display_name: string | null;
      code: string;
      attempts: string;
      first_seq: string;
    }[];
    const found = rows.map((row) => ({
      day: row.day,
      personId: row.actor_id,
      ...given({ personName: row.display_name }),
      code: row.code,
      attempts: Number(row.attempts),
      firstSeq: Number(row.first_seq),
    }));
    return part(found, (row) => refusedByDay.keyOf(row), { after, limit });
  },
};

const MATTERS = ['discrepancy', 'pending_waste', 'unbalanced_session', 'past_use'] as const;

export interface OpenMatter extends ProductNamed {
  readonly kind: (typeof MATTERS)[number];
  readonly id: string;
  readonly since: string;
  readonly ageMinutes: number;
  readonly amountMg: string;
  readonly locationCode?: string;
  readonly locationName?: string;
  readonly locationId?: string;
  readonly containerLabel?: string;
  readonly personId?: string;
  readonly seq: number;
}

/** Everything that waits for somebody, the oldest first (regulations.md section 11, 12 and 13). */
export const openMatters: List<OpenMatter> = {
  name: 'open-matters',
  model: 'OpenMatterRow',
  filters: ['productId', 'locationId'],
  first: ['', ''],
  keyOf: (row) => [row.since, row.id],
  fields: [
    {
      name: 'kind',
      description: '`past_use`: a container in stock whose last day is over.',
      example: 'discrepancy',
      oneOf: MATTERS,
    },
    {
      name: 'id',
      description: 'Of the discrepancy, pending waste, session or container.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61',
    },
    { name: 'since', description: 'Since when it is open.', example: '2026-08-03T14:00:00.000Z' },
    { name: 'ageMinutes', description: 'Whole minutes since then.', example: 1440 },
    { name: 'amountMg', description: 'How much it is about, mg.', example: '12.5' },
    ...PRODUCT,
    { name: 'locationCode', description: 'The location’s code.', example: 'ROOM1' },
    { name: 'locationName', description: 'Where it is.', example: 'Treatment room 1' },
    { name: 'locationId', description: 'The location’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' },
    { name: 'containerLabel', description: 'The container’s label.', example: 'R-0001-01', optional: true },
    {
      name: 'personId',
      description: 'Who opened it.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16',
      optional: true,
    },
    { name: 'seq', description: 'The record that opened it, or the last about it.', example: 1042 },
  ],
  async read({ view, siteId, after, limit, names, now, timeZone, only }) {
    const today = localDate(now.getTime(), timeZone);
    const rows = (await view.query(OPEN_MATTERS, [
      siteId,
      today,
      timeZone,
      only.productId ?? null,
      only.locationId ?? null,
    ])) as {
      kind: OpenMatter['kind'];
      id: string;
      since: Date;
      product_id: string;
      location_id: string;
      amount_ug: string;
      person_id: string | null;
      seq: string;
      what: string | null;
    }[];
    const found = rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      since: row.since.toISOString(),
      ageMinutes: Math.max(0, Math.floor((now.getTime() - row.since.getTime()) / 60_000)),
      amountMg: mgFromUg(Number(row.amount_ug)),
      ...names.product(row.product_id),
      ...names.location(row.location_id),
      ...given({ containerLabel: row.what, personId: row.person_id }),
      seq: Number(row.seq),
    }));
    return part(found, (row) => openMatters.keyOf(row), { after, limit });
  },
};
