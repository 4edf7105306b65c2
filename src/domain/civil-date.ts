/** A day of the civil calendar as `YYYY-MM-DD`: no time of day, no time zone. */
export type CivilDate = string;

const MS_PER_DAY = 86_400_000;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The last day (28 to 31) of a month; `month` is 1 to 12, of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`, in the years 0001 to 9999. */
export function isCivilDate(text: string): text is CivilDate {
  const match = CIVIL_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The year, month (1-12) and day of a date. Throws `RangeError` when `date` is no civil date. */
export function civilDateParts(date: CivilDate): { year: number; month: number; day: number } {
  if (!isCivilDate(date)) throw new RangeError(`not a date written YYYY-MM-DD: ${JSON.stringify(date)}`);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

/** Writes a date. Throws `RangeError` when the day does not exist or the year has not four digits. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isCivilDate(text)) throw new RangeError(`no such day: ${text}`);
  return text;
}

/** The date `days` calendar days later (earlier when negative). Throws `RangeError` outside the years 0001 to 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  const moved = new Date(utcMidnight(date) + days * MS_PER_DAY);
  if (Number.isNaN(moved.getTime())) throw new RangeError(`${date} and ${days} days is outside the calendar`);
  return civilDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The same day `years` later; 29 February becomes 28 February in a year that has none (never later than asked). */
export function addYears(date: CivilDate, years: number): CivilDate {
  const { year, month, day } = civilDateParts(date);
  return civilDate(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(date: CivilDate): number {
  return new Date(utcMidnight(date)).getUTCDay();
}

// `Date.parse` of the date-only form is defined as UTC, in every year; `Date.UTC` would read the year 26 as 1926.
function utcMidnight(date: CivilDate): number {
  civilDateParts(date);
  return Date.parse(`${date}T00:00:00Z`);
}
