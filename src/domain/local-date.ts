import { type CivilDate, civilDateParts, isCivilDate } from './civil-date.js';

/** A moment: ISO 8601 text with a `Z` or an offset, or milliseconds since 1970. */
export type Instant = string | number;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const MS_PER_HOUR = 3_600_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Milliseconds since 1970 of an instant. A text must carry a day that exists, seconds, and `Z` or an offset: a local
 * time without one names no moment. Throws RangeError for anything else.
 */
export function instantMs(instant: Instant): number {
  if (typeof instant === 'string') {
    const match = INSTANT.exec(instant);
    if (!match || !isCivilDate(match[1] as string)) throw new RangeError(`not an instant: ${instant.slice(0, 40)}`);
    return Date.parse(instant);
  }
  if (!Number.isFinite(instant) || Number.isNaN(new Date(instant).getTime())) {
    throw new RangeError(`not an instant: ${instant}`);
  }
  return instant;
}

/** The calendar day at a place at a moment; `timeZone` is an IANA name. Throws RangeError for an unknown one. */
export function localDate(instant: Instant, timeZone: string): CivilDate {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instantMs(instant))) parts[type] = value;
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/**
 * The moment at which a calendar day begins at a place, in milliseconds since 1970: midnight, or where the clocks skip
 * midnight the first moment after it. Throws RangeError for what is no day or no time zone.
 */
export function startOfLocalDate(date: CivilDate, timeZone: string): number {
  civilDateParts(date);
  const utcMidnight = Date.parse(`${date}T00:00:00Z`);
  // No place is further from UTC than this; the local day only moves forward in between.
  let before = utcMidnight - 16 * MS_PER_HOUR;
  let after = utcMidnight + 16 * MS_PER_HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate(middle, timeZone) >= date) after = middle;
    else before = middle;
  }
  return after;
}

/** Whether a name is a time zone's by the IANA database, such as `America/Chicago`; offsets like `-05:00` are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    // Not cached: the name comes from a request.
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether `date` lies after `lastDay`; the last day itself does not. Days written `YYYY-MM-DD` sort as texts. */
export function isPast(date: CivilDate, lastDay: CivilDate): boolean {
  return date > lastDay;
}

// Making a formatter costs a hundred times more than using one.
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
