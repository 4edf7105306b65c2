import { readFileSync } from 'node:fs';
import { ugFromMg, ulFromMl } from '../../src/domain/amounts.js';
import type { ProductFacts } from '../../src/domain/product.js';
import { type Conclusions, parseDayBook, type Row } from '../../src/interop/daybook.js';

export type { Conclusions, Row };

/** A day book of examples/, with its products as the domain sees them. */
export interface DayBook {
  readonly timeZone: string;
  readonly roles: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, ProductFacts & { readonly gtin: string }>;
  readonly rows: readonly Row[];
  readonly expected: Conclusions;
}

/** Reads examples/<name>. */
export function readDayBook(name: string): DayBook {
  const text = (file: string) => readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url), 'utf8');
  const book = parseDayBook({
    site: text('site.csv'),
    staff: text('staff.csv'),
    patients: text('patients.csv'),
    products: text('products.csv'),
    daybook: text('daybook.csv'),
    expected: text('expected.json'),
  });
  return {
    timeZone: book.site.timeZone,
    roles: new Map(book.staff.map(({ code, role }) => [code, role])),
    products: new Map(book.products.map((row) => [row.ref as string, productOf(row)])),
    rows: book.rows,
    expected: book.expected!,
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
