import { describe, expect, test } from '@jest/globals';
import { checkDischarge, checkOccurredAt, observationEndsAt } from '../../src/domain/timing.js';

const entry = {
  occurredAt: '2026-08-31T08:00:00-05:00',
  recordedAt: '2026-08-31T13:15:00.000Z',
  lateAfterMinutes: 15,
  lateReason: undefined,
};

describe('when it happened and when it was written', () => {
  test.each([
    ['fifteen minutes later is in time', {}, { late: false }],
    ['a millisecond more is late', { recordedAt: '2026-08-31T13:15:00.001Z', lateReason: 'power cut' }, { late: true }],
    ['a minute ahead is a clock that differs', { recordedAt: '2026-08-31T12:59:00.000Z' }, { late: false }],
    ['at the same moment', { recordedAt: '2026-08-31T13:00:00.000Z' }, { late: false }],
    ['numbers are milliseconds', { occurredAt: 0, recordedAt: 900_000 }, { late: false }],
  ])('%s', (_name, change, expected) => expect(checkOccurredAt({ ...entry, ...change })).toEqual(expected));

  test.each([
    [{ recordedAt: '2026-08-31T13:15:00.001Z' }, 'late_entry_needs_reason', 'lateReason'],
    [{ recordedAt: '2026-08-31T13:15:00.001Z', lateReason: '  ' }, 'late_entry_needs_reason', 'lateReason'],
    [{ recordedAt: '2026-08-31T12:58:59.999Z' }, 'occurred_in_future', 'occurredAt'],
    [{ occurredAt: '2026-08-31T08:00:00' }, 'request_invalid', 'occurredAt'],
    [{ occurredAt: '2026-02-30T08:00:00Z' }, 'request_invalid', 'occurredAt'],
    [{ occurredAt: 'yesterday' }, 'request_invalid', 'occurredAt'],
  ])('%o is refused: %s', (change, code, field) => {
    expect(checkOccurredAt({ ...entry, ...change })).toMatchObject({ code, field });
  });
});

describe('observation', () => {
  const observed = { lastDoseEndedAt: '2026-08-31T08:41:00-05:00', observationMinutes: 120 };

  test('two hours from the end of the last dose, also over a change of clocks', () => {
    expect(observationEndsAt(observed)).toBe('2026-08-31T15:41:00.000Z');
    const overnight = { ...observed, lastDoseEndedAt: '2026-11-01T01:30:00-05:00' };
    expect(observationEndsAt(overnight)).toBe('2026-11-01T08:30:00.000Z');
  });

  test('a discharge at its end is not early, before it needs a reason', () => {
    const discharge = { ...observed, dischargedAt: '2026-08-31T15:41:00Z', earlyReason: undefined };
    expect(checkDischarge(discharge)).toEqual({ early: false });
    const early = { ...discharge, dischargedAt: '2026-08-31T15:40:59Z' };
    expect(checkDischarge(early)).toMatchObject({ code: 'observation_incomplete', field: 'earlyReason' });
    expect(checkDischarge({ ...early, earlyReason: 'left against advice' })).toEqual({ early: true });
  });
});
