import { isoDay } from './format.js';

/** What the clock on the wall of a place shows at a moment, as a `datetime-local` field has it: `2026-08-31T09:32`. */
export function wallTime(moment: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${isoDay(moment, timeZone)}T${time.format(moment)}`;
}

/**
 * The moment at which that clock shows it, in UTC; undefined for what is no time. Where the clocks go back and show it twice it is
 * one of the two; where they skip it, the moment at which they would have.
 */
export function momentOf(wall: string, timeZone: string): string | undefined {
  const wanted = Date.parse(`${wall}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(wanted)) return undefined;
  const shown = (at: number) => Date.parse(`${wallTime(new Date(at), timeZone)}:00Z`);
  const near = wanted - (shown(wanted) - wanted);
  return new Date(near - (shown(near) - wanted)).toISOString();
}
