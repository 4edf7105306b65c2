import { stringify } from 'csv-stringify/sync';

/** One column of an export: its name, which ends in its unit, and how a row says it. Absent is an empty cell. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly of: (row: Row) => string | number | boolean | null | undefined;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), full-width forms among them.
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180 text: UTF-8 without a byte order mark, CRLF, a header line. A text that a spreadsheet would run as a formula
 * gets an apostrophe before it; plain numbers, negative ones among them, stay as they are.
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cell(column.of(row)))),
    { header: true, columns: columns.map(({ name }) => name), record_delimiter: 'windows', bom: false },
  );
}

function cell(value: string | number | boolean | null | undefined): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
