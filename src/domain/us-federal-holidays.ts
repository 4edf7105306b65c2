import { addDays, civilDate, civilDateParts, dayOfWeek, daysInMonth, type CivilDate } from './civil-date.js';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * The days on which federal offices of the United States are closed for the legal public holidays of `year`, in
 * order (5 USC 6103). A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after, so
 * that New Year's Day may be kept in the year before. Today's list is used for every year.
 */
export function usFederalHolidaysObserved(year: number): CivilDate[] {
  return [
    observed(civilDate(year, 1, 1)), // New Year's Day
    nthWeekday({ year, month: 1, weekday: MONDAY, nth: 3 }), // Birthday of Martin Luther King, Jr.
    nthWeekday({ year, month: 2, weekday: MONDAY, nth: 3 }), // Washington's Birthday
    lastMonday(year, 5), // Memorial Day
    observed(civilDate(year, 6, 19)), // Juneteenth
    observed(civilDate(year, 7, 4)), // Independence Day
    nthWeekday({ year, month: 9, weekday: MONDAY, nth: 1 }), // Labor Day
    nthWeekday({ year, month: 10, weekday: MONDAY, nth: 2 }), // Columbus Day
    observed(civilDate(year, 11, 11)), // Veterans Day
    nthWeekday({ year, month: 11, weekday: THURSDAY, nth: 4 }), // Thanksgiving Day
    observed(civilDate(year, 12, 25)), // Christmas Day
  ];
}

/** Whether `date` is Monday to Friday and no federal holiday is kept on it. */
export function isUsFederalBusinessDay(date: CivilDate): boolean {
  const weekday = dayOfWeek(date);
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  const { year } = civilDateParts(date);
  // 31 December may keep the holiday of the next 1 January.
  return ![year, year + 1].some((holidaysOf) => usFederalHolidaysObserved(holidaysOf).includes(date));
}

/** The first business day after `date`, never `date` itself. */
export function nextUsFederalBusinessDay(date: CivilDate): CivilDate {
  let next = addDays(date, 1);
  while (!isUsFederalBusinessDay(next)) next = addDays(next, 1);
  return next;
}

function observed(holiday: CivilDate): CivilDate {
  const weekday = dayOfWeek(holiday);
  if (weekday === SATURDAY) return addDays(holiday, -1);
  return weekday === SUNDAY ? addDays(holiday, 1) : holiday;
}

function nthWeekday(wanted: { year: number; month: number; weekday: number; nth: number }): CivilDate {
  const first = civilDate(wanted.year, wanted.month, 1);
  const offset = (wanted.weekday - dayOfWeek(first) + 7) % 7;
  return addDays(first, offset + 7 * (wanted.nth - 1));
}

function lastMonday(year: number, month: number): CivilDate {
  const last = civilDate(year, month, daysInMonth(year, month));
  return addDays(last, -((dayOfWeek(last) - MONDAY + 7) % 7));
}
