import { parse } from 'csv-parse/sync';

/** A row of one of a day book's tables as it stands: every column a text, blank where not given. */
export type Row = Readonly<Record<string, string>>;

/** The texts of a day book's files. */
export interface DayBookTexts {
  readonly site: string;
  readonly staff: string;
  readonly patients: string;
  readonly products: string;
  readonly daybook: string;
  /** expected.json, where the book has one. */
  readonly expected?: string | undefined;
}

/** One clinic's log, and what a correct ledger must conclude from it. */
export interface DayBook {
  readonly site: DayBookSite;
  readonly staff: readonly { readonly code: string; readonly role: string }[];
  readonly patients: readonly Row[];
  readonly products: readonly Row[];
  readonly rows: readonly Row[];
  readonly expected?: Conclusions;
}

export interface DayBookSite {
  readonly name: string;
  readonly deaNumber: string;
  readonly address: string;
  readonly timeZone: string;
  /** Codes of the places where things are kept. */
  readonly locations: readonly string[];
}

/** The form of expected.json (daybook/README.md, "Expected"). Amounts are decimal texts in mg. */
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

/** Line of the file on which the row with this index stands: the header is line 1. */
export function lineOfRow(index: number): number {
  return index + 2;
}

/** The label of the nth container, counted from 1, of a receipt. */
export function labelOfReceived(ref: string, nth: number): string {
  return `${ref}-${String(nth).padStart(2, '0')}`;
}

/** Reads a day book. Throws Error where a table misses what every day book has. */
export function parseDayBook(texts: DayBookTexts): DayBook {
  const [site] = table(texts.site, 'site.csv', ['name', 'dea', 'address', 'time_zone', 'locations']);
  if (!site) throw new Error('site.csv has no row.');
  const staff = table(texts.staff, 'staff.csv', ['code', 'role']);
  return {
    site: {
      name: site.name!,
      deaNumber: site.dea!,
      address: site.address!,
      timeZone: site.time_zone!,
      locations: site.locations!.split(' ').filter((code) => code !== ''),
    },
    staff: staff.map(({ code, role }) => ({ code: code!, role: role! })),
    patients: table(texts.patients, 'patients.csv', ['ref', 'name', 'address', 'birth_date']),
    products: table(texts.products, 'products.csv', ['ref', 'ndc', 'gtin', 'name', 'form', 'dosing']),
    rows: table(texts.daybook, 'daybook.csv', ['at', 'ref', 'event', 'by', 'expect']),
    ...(texts.expected === undefined ? {} : { expected: JSON.parse(texts.expected) as Conclusions }),
  };
}

function table(text: string, file: string, columns: readonly string[]): Row[] {
  const rows: Row[] = parse(text, { columns: true, bom: true });
  const missing = rows[0] ? columns.find((column) => rows[0]![column] === undefined) : undefined;
  if (missing !== undefined) throw new Error(`${file} has no column ${missing}.`);
  return rows;
}
