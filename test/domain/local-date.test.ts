import { describe, expect, test } from '@jest/globals';
import { instantMs, isPast, isTimeZone, localDate } from '../../src/domain/local-date.js';

describe('local date', () => {
  test.each([
    ['2026-09-01T04:59:59Z', 'America/Chicago', '2026-08-31'],
    ['2026-09-01T05:00:00Z', 'America/Chicago', '2026-09-01'],
    ['2026-12-01T05:59:59Z', 'America/Chicago', '2026-11-30'],
    ['2026-08-31T23:30:00-05:00', 'America/Chicago', '2026-08-31'],
    ['2026-08-31T23:30:00-05:00', 'UTC', '2026-09-01'],
    ['2026-08-31T12:00:00Z', 'Pacific/Kiritimati', '2026-09-01'],
    [0, 'UTC', '1970-01-01'],
  ])('%s at %s is %s', (instant, timeZone, date) => expect(localDate(instant, timeZone)).toBe(date));

  test('an unknown zone throws', () => expect(() => localDate(0, 'America/Gotham')).toThrow(RangeError));

  test.each([
    ['America/Chicago', true],
    ['UTC', true],
    ['America/Gotham', false],
    ['-05:00', false],
    ['', false],
  ])('%s is a time zone: %s', (name, expected) => expect(isTimeZone(name)).toBe(expected));

  test.each([
    '2026-08-31',
    '2026-08-31T08:00:00',
    '2026-08-31T24:00:00Z',
    '2026-02-29T08:00:00Z',
    'now',
    Number.NaN,
    1e20,
  ])('%s is no instant', (instant) => expect(() => instantMs(instant)).toThrow(RangeError));
});

test('days compare as texts', () => {
  expect([isPast('2026-09-27', '2026-09-27'), isPast('2026-09-28', '2026-09-27')]).toEqual([false, true]);
});
