import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate } from '../../domain/local-date.js';
import { csvOf } from '../../platform/http/csv.js';
import type { LogPeriod } from './reports.dto.js';
import { csvColumns, type Field } from './table.js';

/** Whether a report is asked for as CSV: by `format`, or else by the header `Accept`. */
export function wantsCsv(request: FastifyRequest, format: 'json' | 'csv' | undefined): boolean {
  if (format !== undefined) return format === 'csv';
  const accepted = (request.headers.accept ?? '').toLowerCase().split(',');
  return accepted.some((kind) => kind.split(';')[0]?.trim() === 'text/csv');
}

/** The rows as a file to save. Answers with its text. */
export function csvFile<Row>(
  reply: FastifyReply,
  of: { name: string; fields: readonly Field<Row>[]; rows: readonly Row[] },
): string {
  void reply
    .header('Content-Type', 'text/csv; charset=utf-8; header=present')
    .header('Content-Disposition', `attachment; filename="${of.name}.csv"`);
  return csvOf(csvColumns(of.fields), of.rows);
}

/** The first and the last local day a period touches, for the name of a file. */
export function daysOf({ from, until, timeZone }: LogPeriod): string {
  return `${localDate(from, timeZone)}_${localDate(Date.parse(until) - 1, timeZone)}`;
}
