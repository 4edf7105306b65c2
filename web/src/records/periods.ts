import { addDays, civilDate, civilDateParts, dayOfWeek, isCivilDate } from '../../../src/domain/civil-date.js';
import { ledgerNow } from '../api/ledger-clock.js';
import { dateTime, day, isoDay, locale } from '../i18n/format.js';

/** A period as the interface takes it: two days at the site, the last included, or two moments, the last excluded. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ['today', 'yesterday', 'thisWeek', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof PRESETS)[number];

/** The days of a preset at the site, by the ledger's clock. */
export function presetPeriod(preset: Preset, timeZone: string): Period {
  const today = isoDay(new Date(ledgerNow()), timeZone);
  const { year, month } = civilDateParts(today);
  const firstOfMonth = civilDate(year, month, 1);
  if (preset === 'today') return { from: today, to: today };
  if (preset === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (preset === 'thisMonth') return { from: firstOfMonth, to: today };
  if (preset === 'lastMonth') {
    const last = addDays(firstOfMonth, -1);
    const { year: lastYear, month: lastMonth } = civilDateParts(last);
    return { from: civilDate(lastYear, lastMonth, 1), to: last };
  }
  return { from: addDays(today, -daysSince(firstWeekday(), dayOfWeek(today))), to: today };
}

/** So many days up to today. */
export function lastDays(days: number, timeZone: string): Period {
  const today = isoDay(new Date(ledgerNow()), timeZone);
  return { from: addDays(today, 1 - days), to: today };
}

/** `Sep 1, 2026 – Sep 30, 2026`, or two moments. */
export function periodWords({ from, to }: Period, timeZone: string): string {
  const words = (text: string) => (isCivilDate(text) ? day(text) : dateTime(text, timeZone));
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}

function daysSince(first: number, today: number): number {
  return (today - first + 7) % 7;
}

/** Sunday is 0. Where the browser does not know, as in the United States. */
function firstWeekday(): number {
  const written = new Intl.Locale(locale()) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (written.getWeekInfo?.().firstDay ?? 7) % 7;
}
