import { isTimeZone } from '../local-date.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clock on the wall of the site showed it, with the zone's short name; in UTC where there is no such zone. */
export function localTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(ms)) parts[type] = value;
  const { year, month, day, hour, minute, second, timeZoneName } = parts;
  return `${year}-${month}-${day} ${hour}:${minute}:${second} ${timeZoneName}`;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const two = '2-digit';
    formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
      ...{ hourCycle: 'h23', timeZoneName: 'short' },
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
