import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';

/** Which part of the records a report may be of. */
export const FILTERS = ['productId', 'locationId', 'lotId', 'containerId', 'sessionId', 'personId', 'code'] as const;
export type Filter = (typeof FILTERS)[number];

/** Refuses `request_invalid` for a filter that a report cannot answer, so that nobody takes a whole for a part. */
export function refuseOtherFilters(
  given: Readonly<Partial<Record<Filter, unknown>>>,
  known: readonly Filter[],
  report: string,
): void {
  const other = FILTERS.find((filter) => given[filter] !== undefined && !known.includes(filter));
  if (other) refuseNow('request_invalid', { field: other, detail: said('report_has_no', { report, field: other }) });
}
