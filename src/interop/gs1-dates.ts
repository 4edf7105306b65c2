import { civilDate, daysInMonth, type CivilDate } from '../domain/civil-date.js';

export type Gs1DateResult =
  | {
      ok: true;
      date: CivilDate;
      /** False where the day was 00 and `date` is the last of its month. */
      dayGiven: boolean;
    }
  | { ok: false; error: 'illegal_month' | 'illegal_day' };

/**
 * Reads the six digits YYMMDD of a GS1 date. Day 00 is the last day of the month (regulations.md 9.2). `referenceYear`
 * is the year of reading: it decides the century. Throws `RangeError` for anything but six digits, or for a reference
 * year outside 1000 to 9899.
 */
export function readGs1Date(sixDigits: string, { referenceYear }: { referenceYear: number }): Gs1DateResult {
  if (!/^\d{6}$/.test(sixDigits)) throw new RangeError('a GS1 date has six digits');
  const [yy, month, day] = [0, 2, 4].map((at) => Number(sixDigits.slice(at, at + 2))) as [number, number, number];
  const year = fullYear(yy, { referenceYear });
  if (month < 1 || month > 12) return { ok: false, error: 'illegal_month' };
  const lastDay = daysInMonth(year, month);
  if (day > lastDay) return { ok: false, error: 'illegal_day' };
  return { ok: true, date: civilDate(year, month, day || lastDay), dayGiven: day !== 0 };
}

/**
 * The year that two digits mean: the one from 49 before to 50 after the reference year (GS1's century rule,
 * regulations.md 9.2). Throws `RangeError` for a reference year outside 1000 to 9899.
 */
export function fullYear(yy: number, { referenceYear }: { referenceYear: number }): number {
  if (!Number.isInteger(referenceYear) || referenceYear < 1000 || referenceYear > 9899) {
    throw new RangeError(`not a year to read dates in: ${referenceYear}`);
  }
  const difference = yy - (referenceYear % 100);
  const year = referenceYear + difference;
  if (difference >= 51) return year - 100;
  return difference <= -50 ? year + 100 : year;
}
