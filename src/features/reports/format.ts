import type { FastifyRequest } from 'fastify';
import { localDate } from '../../domain/local-date.js';
import { csvOf } from '../../platform/http/csv.js';
import type { Format, LogPeriod } from './reports.dto.js';
import { csvColumns, type Field } from './table.js';

/** A report as it leaves: all of it, as one text. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** As what a report is asked for: by `format`, or else by the header `Accept`. */
export function formatOf(request: FastifyRequest, format: Format | undefined): Format {
  if (format !== undefined) return format;
  const accepted = (request.headers.accept ?? '').toLowerCase().split(',');
  return accepted.some((kind) => kind.split(';')[0]?.trim() === 'text/csv') ? 'csv' : 'json';
}

/** The rows as a file to save; as JSON with what the page says beside them. */
export function reportFile<Row>(
  format: Exclude<Format, 'json'>,
  of: { name: string; fields: readonly Field<Row>[]; page: { readonly items: readonly Row[] } },
): ReportFile {
  const { name, fields, page } = of;
  if (format === 'json_file') {
    return {
      name: `${name}.json`,
      type: 'application/json; charset=utf-8',
      text: `${JSON.stringify(page, null, 2)}\n`,
    };
  }
  const text = csvOf(csvColumns(fields), page.items);
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8; header=present', text };
}

/** The first and the last local day a period touches, for the name of a file. */
export function daysOf({ from, until, timeZone }: LogPeriod): string {
  return `${localDate(from, timeZone)}_${localDate(Date.parse(until) - 1, timeZone)}`;
}
