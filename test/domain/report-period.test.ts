import { describe, expect, test } from '@jest/globals';
import { initials } from '../../src/domain/initials.js';
import { localDate, startOfLocalDate } from '../../src/domain/local-date.js';
import { reportPeriod } from '../../src/domain/report-period.js';

const timeZone = 'America/Chicago';

describe('the period of a report', () => {
  test('days are local, the last one included', () => {
    expect(reportPeriod({ from: '2026-08-01', to: '2026-08-31', timeZone })).toEqual({
      from: '2026-08-01T05:00:00.000Z',
      until: '2026-09-01T05:00:00.000Z',
    });
  });

  test('a month in which the clocks change is an hour longer or shorter', () => {
    expect(reportPeriod({ from: '2026-03-08', to: '2026-03-08', timeZone })).toEqual({
      from: '2026-03-08T06:00:00.000Z',
      until: '2026-03-09T05:00:00.000Z',
    });
  });

  test('instants are taken as they are, the second one excluded', () => {
    expect(reportPeriod({ from: '2026-08-01T00:00:00-05:00', to: '2026-08-01T06:30:00Z', timeZone })).toEqual({
      from: '2026-08-01T05:00:00.000Z',
      until: '2026-08-01T06:30:00.000Z',
    });
  });

  test.each([
    ['a local time without a zone', { from: '2026-08-01T00:00:00', to: '2026-08-31' }, 'from'],
    ['a day that does not exist', { from: '2026-08-01', to: '2026-08-32' }, 'to'],
    ['the day after the end of the calendar', { from: '2026-08-01', to: '9999-12-31' }, 'to'],
    ['an end before its beginning', { from: '2026-08-02', to: '2026-08-01' }, 'to'],
    ['an empty one', { from: '2026-08-02T00:00:00Z', to: '2026-08-02T00:00:00Z' }, 'to'],
  ])('%s is refused', (_, of, field) => {
    expect(reportPeriod({ ...of, timeZone })).toMatchObject({ code: 'request_invalid', field });
  });
});

test.each([
  ['2026-06-01', 'Pacific/Kiritimati'],
  ['2026-06-01', 'Pacific/Niue'],
  ['2026-06-01', 'Asia/Kathmandu'],
  // Midnight is skipped here on this day.
  ['2026-09-06', 'America/Santiago'],
])('%s in %s begins where the day before ends', (date, zone) => {
  const start = startOfLocalDate(date, zone);
  expect(localDate(start, zone)).toBe(date);
  expect(localDate(start - 1, zone) < date).toBe(true);
});

test.each([
  ['Nora Quill', 'NQ'],
  ['Nora Quill, RN', 'NQ'],
  ['Anne-Marie d’Arc', 'AMD'],
  ['Øystein Å. Berg', 'ØÅB'],
  ['', ''],
])('the initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
