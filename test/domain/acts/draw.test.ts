import { describe, expect, test } from '@jest/globals';
import { decideDraw, type DrawRequest } from '../../../src/domain/acts/draw.js';
import { decideTake } from '../../../src/domain/acts/take.js';
import type { Outcome } from '../../../src/domain/ledger/outcome.js';
import { id } from '../../support/ledger-state.js';
import { PATIENT, pendingRow, scene, SESSION, type Scene } from '../../support/session-state.js';

const LABEL = '20260831-0001-01';
const REQUEST: DrawRequest = { sessionId: SESSION, container: LABEL, quantity: { volumeMl: '0.72' } };

function draw(of: Scene, request: Partial<DrawRequest> = {}) {
  return decideDraw({ ...REQUEST, ...request }, scene(of));
}

describe('a draw', () => {
  test('opens a sealed vial: from its local day on it has a last day of use', () => {
    expect(draw({})).toMatchObject({
      entry: { sessionId: SESSION, locationId: id(40), late: false },
      lines: [
        { holder: 'container', ids: [id(30)], amountMg: '-36', volumeMl: '-0.72' },
        { holder: 'in_hand', ids: [SESSION], amountMg: '36', volumeMl: '0.72' },
      ],
      changes: [{ containerId: id(30), state: 'open', openedOn: '2026-08-31', beyondUseOn: '2026-09-28' }],
      subjects: [PATIENT],
      answer: { inHandMg: '36', containerState: 'open', beyondUseOn: '2026-09-28' },
    });
  });

  test('of an open vial leaves the day it was opened alone', () => {
    const opened = { state: 'open', openedOn: '2026-08-20', beyondUseOn: '2026-09-17' } as const;
    const outcome = draw({ container: opened, bookUg: 100_000, inHandUg: 1_000 });
    expect(outcome).toMatchObject({
      changes: [{ table: 'container', containerId: id(30), state: 'open' }],
      answer: { openedOn: '2026-08-20', beyondUseOn: '2026-09-17', inHandMg: '37' },
    });
    expect((outcome as Outcome).changes?.[0]).not.toHaveProperty('openedOn');
  });

  test('may go below zero by the overfill, and not by a hundredth more', () => {
    const open = { state: 'open', openedOn: '2026-08-31' } as const;
    expect(draw({ container: open, bookUg: 0 }, { quantity: { volumeMl: '0.5' } })).toHaveProperty('lines');
    expect(draw({ container: open, bookUg: 0 }, { quantity: { volumeMl: '0.51' } })).toMatchObject({
      code: 'insufficient_amount',
    });
  });

  test('by the local day of when it happened, not of when it is recorded', () => {
    const container = { expiresOn: '2026-08-30' };
    // 22:00 of the day before in Chicago is the next day in UTC.
    const occurredAt = '2026-08-31T03:00:00.000Z';
    expect(draw({ container }, { occurredAt, lateReason: 'no network' })).toHaveProperty('lines');
    expect(draw({ container })).toMatchObject({ code: 'container_expired' });
  });

  test.each([
    [
      'an unknown container before an unknown session',
      { container: 'NONE', sessionId: id(99) },
      {},
      'unknown_container',
    ],
    [
      'an expired one before too much',
      { quantity: { volumeMl: '99' } },
      { container: { expiresOn: '2026-08-01' } },
      'container_expired',
    ],
    [
      'one past its days of use before too much',
      { quantity: { volumeMl: '99' } },
      { container: { state: 'open', openedOn: '2026-08-01', beyondUseOn: '2026-08-29' } },
      'past_beyond_use_date',
    ],
    [
      'too much before another room',
      { quantity: { volumeMl: '99' } },
      { container: { locationId: id(41) } },
      'insufficient_amount',
    ],
    [
      'too much before an unknown session',
      { quantity: { volumeMl: '99' }, sessionId: id(99) },
      {},
      'insufficient_amount',
    ],
    ['another room', {}, { container: { locationId: id(41) } }, 'wrong_location'],
    ['another product', {}, { session: { productId: id(21) } }, 'wrong_product'],
    ['another patient’s vial', {}, { container: { reservedForPatientId: id(98) } }, 'wrong_patient'],
    ['an ended session', {}, { session: { status: 'ended' } }, 'session_ended'],
    ['a vial in quarantine', {}, { container: { state: 'quarantined' } }, 'container_not_usable'],
    ['a void one', {}, { container: { state: 'void' }, bookUg: 0 }, 'insufficient_amount'],
    ['a time to come', { occurredAt: '2026-08-31T13:02:00Z' }, {}, 'occurred_in_future'],
    ['devices of a vial', { quantity: { deviceCount: 1 } }, {}, 'amount_unit_wrong'],
  ] as [string, Partial<DrawRequest>, Scene, string][])('refuses %s', (_, request, of, code) => {
    expect(draw(of, request)).toMatchObject({ code });
  });

  test('of a vial reserved for the session’s own patient is fine', () => {
    expect(draw({ container: { reservedForPatientId: PATIENT } })).toHaveProperty('lines');
  });

  test('of a vial taken out whole is refused: it is in hand already', () => {
    // Small enough for the overfill to allow it.
    const refusal = draw({ container: { state: 'taken' }, bookUg: 0 }, { quantity: { volumeMl: '0.1' } });
    expect(refusal).toMatchObject({ code: 'container_not_usable' });
  });
});

describe('a take', () => {
  test('puts the whole of a sealed container in hand', () => {
    expect(decideTake(REQUEST, scene())).toMatchObject({
      lines: [
        { holder: 'container', amountMg: '-500', volumeMl: '-10' },
        { holder: 'in_hand', amountMg: '500', volumeMl: '10' },
      ],
      changes: [{ state: 'taken' }],
      answer: { inHandMg: '500' },
    });
  });

  test('is of a sealed container only', () => {
    const open = { state: 'open', openedOn: '2026-08-31' } as const;
    expect(decideTake(REQUEST, scene({ container: open, pending: [pendingRow()] }))).toMatchObject({
      code: 'container_not_sealed',
    });
  });
});
