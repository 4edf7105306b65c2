import { describe, expect, test } from '@jest/globals';
import { occurrence } from '../../../src/domain/acts/occurrence.js';
import { ledgerState, RECORDED_AT } from '../../support/ledger-state.js';

const state = ledgerState();

describe('when an act happened', () => {
  test('is now, when nothing is said', () => {
    expect(occurrence(state, {})).toEqual({ occurredAt: RECORDED_AT, late: false, lateReason: undefined });
  });

  test('is kept in UTC, whatever the offset', () => {
    expect(occurrence(state, { occurredAt: '2026-08-31T07:50:00-05:00' })).toMatchObject({
      occurredAt: '2026-08-31T12:50:00.000Z',
      late: false,
    });
  });

  test('is late after the minutes of the policy, with its reason', () => {
    const given = { occurredAt: '2026-08-31T12:00:00Z', lateReason: 'The network was down.' };
    expect(occurrence(state, given)).toMatchObject({ late: true, lateReason: 'The network was down.' });
    expect(occurrence(ledgerState({ policy: { lateAfterMinutes: 60 } }), given)).toMatchObject({ late: false });
  });

  test.each([
    [{ occurredAt: '2026-08-31T12:00:00Z' }, 'late_entry_needs_reason', 'lateReason'],
    [{ occurredAt: '2026-08-31T13:02:00Z' }, 'occurred_in_future', 'occurredAt'],
    [{ occurredAt: 'yesterday' }, 'request_invalid', 'occurredAt'],
  ])('%j is refused', (given, code, field) => {
    expect(occurrence(state, given)).toMatchObject({ code, field });
  });
});
