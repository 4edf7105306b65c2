import type { Language } from './languages.js';
import { currentLanguage } from './strings.js';

/**
 * How numbers and dates are written. The sites are in the United States, and their labels, syringes and orders say 0.5 mL:
 * Spanish writes it so too. A decimal comma beside a label with a point is how a tenth becomes a five.
 */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** The locale of the page's language, for whatever the browser writes. */
export function locale(): string {
  return LOCALES[currentLanguage()];
}

/** A decimal text of the interface (`"1098.2"`) with its unit, as the language writes it: `1,098.2 mg`. Never rounded. */
export function amount(decimal: string, unit: 'mg' | 'mL' | 'kg' | 'mg/kg' | 'mg/mL'): string {
  return `${decimalText(decimal)} ${unit}`;
}

/** A decimal text with the separators of the language; every digit stays. */
export function decimalText(decimal: string): string {
  const [whole = '0', fraction] = decimal.split('.');
  const parts = new Intl.NumberFormat(locale()).formatToParts(1234567.8);
  const group = parts.find(({ type }) => type === 'group')?.value ?? '';
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** `Aug 31, 2026, 9:32 AM` in the site's time zone; with its name where the device is in another. */
export function dateTime(iso: string, timeZone: string): string {
  return format(iso, timeZone, { dateStyle: 'medium', timeStyle: 'short' }) + zoneNote(timeZone, iso);
}

/** `9:32 AM` in the site's time zone. */
export function timeOfDay(iso: string, timeZone: string): string {
  return format(iso, timeZone, { timeStyle: 'short' }) + zoneNote(timeZone, iso);
}

/** `9:32 AM` in the zone of the device, with its name: where the words of a refusal name a moment and know no site. */
export function timeHere(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(
    new Date(iso),
  );
}

/** `Aug 31, 2026` of a moment, in the site's time zone. */
export function dayOf(iso: string, timeZone: string): string {
  return format(iso, timeZone, { dateStyle: 'medium' });
}

/** A calendar day (`2026-08-31`), which has no time zone. */
export function day(date: string): string {
  return format(`${date}T12:00:00Z`, 'UTC', { dateStyle: 'medium' });
}

/** `Aug 31` of a calendar day: where the year is told beside it. */
export function shortDay(date: string): string {
  return format(`${date}T12:00:00Z`, 'UTC', { month: 'short', day: 'numeric' });
}

/** `2026-08-31` of a moment in a time zone: for date fields and addresses. */
export function isoDay(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
}

/** `12 min`, `3 h`, `2 days`: how long something has been open. */
export function age(minutes: number): string {
  const [value, unit] =
    minutes < 120
      ? ([minutes, 'minute'] as const)
      : minutes < 48 * 60
        ? ([Math.floor(minutes / 60), 'hour'] as const)
        : ([Math.floor(minutes / 1440), 'day'] as const);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

export function wholeNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

function format(iso: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { timeZone, ...options }).format(new Date(iso));
}

function zoneNote(timeZone: string, iso: string): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (own === timeZone) return '';
  const parts = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'short' }).formatToParts(new Date(iso));
  return ` ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone}`;
}
