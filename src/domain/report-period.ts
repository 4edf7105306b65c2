import { addDays, isCivilDate } from './civil-date.js';
import { instantMs, startOfLocalDate } from './local-date.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

/** A stretch of the log: from the first moment, up to and without the last. ISO 8601 in UTC. */
export interface ReportPeriod {
  readonly from: string;
  readonly until: string;
}

/**
 * The period two texts name. A local date is the whole day at the site, the last one included; an instant (ISO 8601 with
 * `Z` or an offset) is that moment, `to` itself excluded. Refuses `request_invalid`.
 */
export function reportPeriod(of: { from: string; to: string; timeZone: string }): ReportPeriod | Refusal {
  const from = moment(of.from, of.timeZone, 0);
  const until = moment(of.to, of.timeZone, 1);
  if (from === undefined) return notATime('from');
  if (until === undefined) return notATime('to');
  if (until <= from) return refuse('request_invalid', { field: 'to', detail: said('period_backwards') });
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
}

function moment(text: string, timeZone: string, daysLater: number): number | undefined {
  try {
    return isCivilDate(text) ? startOfLocalDate(addDays(text, daysLater), timeZone) : instantMs(text);
  } catch {
    return undefined;
  }
}

function notATime(field: string): Refusal {
  return refuse('request_invalid', {
    field,
    detail: said('day_or_time_form'),
  });
}
