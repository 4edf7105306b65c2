import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  beyondUseDate,
  checkContainerWaste,
  checkDraw,
  checkMove,
  checkOpen,
  CONTAINER_STATES,
  stateAfterTaking,
} from '../../src/domain/container.js';
import { KET10, KET50, OPEN_VIAL, SPR84 } from '../support/domain-facts.js';
import { domainVectors } from '../support/domain-vectors.js';

const draw = { container: OPEN_VIAL, amountUg: 1_000, onDate: '2026-09-01' };

describe('beyond-use date', () => {
  test.each(domainVectors.deadlines.filter(({ kind }) => kind === 'multi_dose_vial_bud'))('$note', (vector) => {
    const found = beyondUseDate({
      openedOn: vector.first_puncture as string,
      beyondUseDays: 28,
      expiresOn: vector.label_expiry as string,
    });
    expect(found).toBe(vector.expect.last_day_of_use);
  });

  test('the 28th day after the day it was opened', () => {
    expect(beyondUseDate({ openedOn: '2026-08-31', beyondUseDays: 28, expiresOn: '2028-01-31' })).toBe('2026-09-28');
    expect(beyondUseDate({ openedOn: '2026-08-31', beyondUseDays: 1, expiresOn: '2028-01-31' })).toBe('2026-09-01');
  });

  test('without a number of days it is the expiry', () => {
    expect(beyondUseDate({ openedOn: '2026-08-31', beyondUseDays: undefined, expiresOn: '2028-01-31' })).toBe(
      '2028-01-31',
    );
  });
});

describe('draw', () => {
  test.each([
    ['the last day of use', { onDate: '2026-09-28' }],
    ['down to minus the overfill allowance', { amountUg: 26_000 }],
    ['the day it expires', { onDate: '2026-09-01', container: { ...OPEN_VIAL, expiresOn: '2026-09-01' } }],
    ['a sealed one', { container: { ...OPEN_VIAL, state: 'sealed' as const, bookUg: 500_000 } }],
    ['its own patient', { container: { ...OPEN_VIAL, reservedForPatientId: 'p1' }, patientId: 'p1' }],
  ])('allows %s', (_name, change) => expect(checkDraw({ ...draw, ...change })).toBeUndefined());

  test.each([
    ['the day after the last', { onDate: '2026-09-29' }, 'past_beyond_use_date'],
    ['past the expiry', { onDate: '2028-02-01' }, 'container_expired'],
    ['a µg below the allowance', { amountUg: 26_001 }, 'insufficient_amount'],
    ['another patient', { container: { ...OPEN_VIAL, reservedForPatientId: 'p1' }, patientId: 'p2' }, 'wrong_patient'],
    ['a reserved one for nobody', { container: { ...OPEN_VIAL, reservedForPatientId: 'p1' } }, 'wrong_patient'],
    ['past both dates and too much', { onDate: '2028-02-01', amountUg: 26_001 }, 'container_expired'],
    ['past the beyond-use date and too much', { onDate: '2026-09-29', amountUg: 26_001 }, 'past_beyond_use_date'],
  ])('refuses %s', (_name, change, code) => expect(checkDraw({ ...draw, ...change })?.code).toBe(code));

  test.each(CONTAINER_STATES)('of a container that is %s', (state) => {
    const usable = ['sealed', 'taken', 'open'].includes(state);
    const container = { ...OPEN_VIAL, state };
    expect(checkDraw({ ...draw, container })?.code).toBe(usable ? undefined : 'container_not_usable');
    expect(checkContainerWaste({ container, amountUg: 1 })?.code).toBe(usable ? undefined : 'container_not_usable');
    expect(checkMove({ container, toLocationId: 'SAFE' })?.code).toBe(
      state === 'sealed' ? undefined : 'container_not_sealed',
    );
    expect(checkOpen(container)?.code).toBe(state === 'open' ? undefined : 'container_not_open');
  });

  test('does not say how much there is: counts are blind', () => {
    expect(checkDraw({ ...draw, amountUg: 30_000 })?.detail).toBe(
      'By the book 20260831-0002-01 does not hold the 30 mg that were asked for.',
    );
  });
});

test('a waste from a container never takes more than the book', () => {
  expect(checkContainerWaste({ container: OPEN_VIAL, amountUg: 1_000 })).toBeUndefined();
  expect(checkContainerWaste({ container: OPEN_VIAL, amountUg: 1_001 })?.code).toBe('insufficient_amount');
  expect(checkContainerWaste({ container: { ...OPEN_VIAL, bookUg: -500 }, amountUg: 1 })?.code).toBe(
    'insufficient_amount',
  );
});

test('a move to where it is already is refused', () => {
  const container = { ...OPEN_VIAL, state: 'sealed' as const };
  expect(checkMove({ container, toLocationId: 'ROOM1' })?.code).toBe('same_location');
});

test('the state after something was taken', () => {
  expect(stateAfterTaking(KET10, 0)).toBe('empty');
  expect(stateAfterTaking(SPR84, 0)).toBe('empty');
  expect(stateAfterTaking({ ...SPR84, dosing: 'multi_dose' }, 0)).toBe('empty');
  expect(stateAfterTaking(KET50, 0)).toBe('open');
  expect(stateAfterTaking(KET10, 1)).toBe('open');
  expect(stateAfterTaking(KET10, -1)).toBe('open');
});

test('no run of allowed draws takes the book below its floor', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 30 }), (amounts) => {
      let container = { ...OPEN_VIAL, bookUg: OPEN_VIAL.labelUg };
      for (const amountUg of amounts) {
        const refusal = checkDraw({ container, amountUg, onDate: '2026-09-01' });
        expect(refusal === undefined).toBe(container.bookUg - amountUg >= -25_000);
        if (!refusal) container = { ...container, bookUg: container.bookUg - amountUg };
      }
      expect(container.bookUg).toBeGreaterThanOrEqual(-container.overfillAllowanceUg);
    }),
  );
});
