import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, civilDate, dayOfWeek, isCivilDate } from '../../src/domain/civil-date.js';
import {
  biennialInventoryDueOn,
  lastDayOfUseOn,
  patientSpecificLastDayOn,
  spravatoMonitoringFormDueOn,
  theftOrLossDeadlines,
} from '../../src/domain/deadlines.js';
import { isUsFederalBusinessDay, usFederalHolidaysObserved } from '../../src/domain/us-federal-holidays.js';
import { domainVectors } from '../support/domain-vectors.js';

type Given = Record<string, string>;

const kinds: Record<string, (given: Given) => Record<string, string>> = {
  dea_theft_or_significant_loss: ({ discovered = '' }) => {
    const { writtenNoticeDueOn, form106DueOn } = theftOrLossDeadlines(discovered);
    return { written_notice_due: writtenNoticeDueOn, form106_due: form106DueOn };
  },
  biennial_inventory: ({ previous = '' }) => ({ due_on_or_before: biennialInventoryDueOn(previous) }),
  '829a_patient_specific_delivery': ({ received = '' }) => ({
    administer_not_later_than: patientSpecificLastDayOn(received),
  }),
  spravato_monitoring_form: ({ session = '' }) => ({ submit_by: spravatoMonitoringFormDueOn(session) }),
  multi_dose_vial_bud: ({ first_puncture = '', label_expiry }) => ({
    last_day_of_use: lastDayOfUseOn({ firstPuncturedOn: first_puncture, labelExpiresOn: label_expiry }),
  }),
};

const dates = fc
  .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => civilDate(year, month, day));

describe('deadline vectors', () => {
  const named = domainVectors.deadlines.map(({ expect: expected, note, ...given }) => {
    const { kind, ...dates } = given as unknown as Given;
    return [
      `${kind} ${Object.values(dates).join(' ')}: ${note as unknown as string}`,
      kind ?? '',
      dates,
      expected,
    ] as const;
  });
  test.each(named)('%s', (_, kind, given, expected) => {
    expect(kinds[kind]?.(given)).toEqual(expected);
  });
});

describe('deadlines', () => {
  test('an opened vial lasts 28 days, or what its maker says', () => {
    expect(lastDayOfUseOn({ firstPuncturedOn: '2026-11-23' })).toBe('2026-12-21');
    expect(lastDayOfUseOn({ firstPuncturedOn: '2026-11-23', labelExpiresOn: '2027-06-30' })).toBe('2026-12-21');
    expect(lastDayOfUseOn({ firstPuncturedOn: '2026-11-23', beyondUseDays: 14 })).toBe('2026-12-07');
  });

  test('notice of a loss is due on a business day, after discovery and within five days', () => {
    fc.assert(
      fc.property(dates, (discoveredOn) => {
        const { writtenNoticeDueOn: due } = theftOrLossDeadlines(discoveredOn);
        expect(isUsFederalBusinessDay(due)).toBe(true);
        expect(due > discoveredOn && due <= addDays(discoveredOn, 5)).toBe(true);
      }),
    );
  });

  test('what is no date is the mistake of the caller', () => {
    expect(() => theftOrLossDeadlines('2026-02-29')).toThrow(RangeError);
    expect(() => lastDayOfUseOn({ firstPuncturedOn: '2026-11-23', labelExpiresOn: 'soon' })).toThrow(RangeError);
  });
});

describe('United States federal holidays', () => {
  test('of 2026, as published by the Office of Personnel Management', () => {
    const january = ['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03'];
    expect(usFederalHolidaysObserved(2026)).toEqual([
      ...january,
      ...['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
    ]);
  });

  test('a New Year on a Saturday is kept on 31 December', () => {
    expect(isUsFederalBusinessDay('2027-12-31')).toBe(false);
    expect(theftOrLossDeadlines('2027-12-30').writtenNoticeDueOn).toBe('2028-01-03');
  });

  test('a holiday on a Sunday is kept on Monday', () => {
    expect(isUsFederalBusinessDay('2027-07-05')).toBe(false);
  });
});

describe('civil dates', () => {
  test('days added and taken away again come back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(dayOfWeek(addDays(date, 7))).toBe(dayOfWeek(date));
      }),
    );
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '',
    '0000-01-01',
    '2026-11-23T',
  ])('%j is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test('2000 was a leap year; a year after 29 February is 28 February', () => {
    expect(isCivilDate('2000-02-29')).toBe(true);
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});
