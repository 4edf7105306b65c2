import { addDays, addYears, type CivilDate } from './civil-date.js';
import { localDate } from './local-date.js';

/** Years for which what is known of a patient is kept: no site may promise less (21 CFR 1304.04(a)). */
export const LEAST_RETENTION_YEARS = 2;

/** Where a site says nothing: regulations.md 1.1, "practical default". */
export const DEFAULT_RETENTION_YEARS = 7;

/**
 * The first day on which values may be destroyed that were kept for so many years since this moment: the day after the
 * anniversary, at the site. The anniversary of 29 February is 28 February where there is no other.
 */
export function erasableFrom(of: {
  readonly lastRecordAt: string;
  readonly retentionYears: number;
  readonly timeZone: string;
}): CivilDate {
  return addDays(addYears(localDate(of.lastRecordAt, of.timeZone), of.retentionYears), 1);
}
