import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { ugFromMg, ulFromMl } from '../../src/domain/amounts.js';
import type { ProductFacts } from '../../src/domain/product.js';

/** A row of daybook.csv as it stands: every column a text, blank where not given. */
export type Row = Readonly<Record<string, string>>;

/** A day book of examples/, as it lies on disk. */
export interface DayBook {
  readonly timeZone: string;
  readonly roles: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, ProductFacts & { readonly gtin: string }>;
  readonly rows: readonly Row[];
  readonly expected: Conclusions;
}

/** The form of expected.json (daybook/README.md, "Expected"). */
export interface Conclusions {
  rows: number;
  accepted: number;
  replayed: { line: number; ref: string }[];
  refused: { line: number; ref: string; code: string }[];
  reconciliation: Record<string, string | number>[];
  openContainers: Record<string, string>[];
  quarantined: Record<string, string>[];
  sessions: number;
  sessionsNotBalanced: Record<string, string>[];
  discrepancies: Record<string, string | number>[];
}

/** Reads examples/<name>. */
export function readDayBook(name: string): DayBook {
  const text = (file: string) => readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url), 'utf8');
  const table = (file: string): Row[] => parse(text(file), { columns: true });
  const [site] = table('site.csv') as [Row];
  return {
    timeZone: site.time_zone as string,
    roles: new Map(table('staff.csv').map(({ code, role }) => [code as string, role as string])),
    products: new Map(table('products.csv').map((row) => [row.ref as string, productOf(row)])),
    rows: table('daybook.csv'),
    expected: JSON.parse(text('expected.json')) as Conclusions,
  };
}

function productOf(row: Row): ProductFacts & { gtin: string } {
  const given = (column: string, read: (text: string) => number) => {
    const text = row[column];
    return text === undefined || text === '' ? undefined : read(text);
  };
  const facts = {
    strengthUgPerMl: given('strength_mg_per_ml', ugFromMg),
    containerVolumeUl: given('container_ml', ulFromMl),
    devicesPerContainer: given('devices_per_container', Number),
    deviceAmountUg: given('mg_per_device', ugFromMg),
    beyondUseDays: given('beyond_use_days', Number),
  };
  return {
    productId: row.ref as string,
    gtin: row.gtin as string,
    form: row.form as ProductFacts['form'],
    dosing: row.dosing as ProductFacts['dosing'],
    ...facts,
  };
}
