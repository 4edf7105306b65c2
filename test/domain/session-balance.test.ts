import { describe, expect, test } from '@jest/globals';
import { ugFromMg } from '../../src/domain/amounts.js';
import { checkInHand, checkSessionEnd, sessionBalance } from '../../src/domain/session-balance.js';
import { domainVectors } from '../support/domain-vectors.js';

describe('session balance', () => {
  test.each(domainVectors.session_balance)('$note', (vector) => {
    const found = sessionBalance({
      drawnUg: ugFromMg(vector.drawn_mg),
      administeredUg: ugFromMg(vector.administered_mg),
      wastedUg: ugFromMg(vector.wasted_mg),
      returnedUg: ugFromMg(vector.returned_mg),
    });
    expect(found).toEqual({ unaccountedUg: ugFromMg(vector.expect.unaccounted_mg), status: vector.expect.status });
  });

  test('more accounted for than drawn is over', () => {
    const sums = { drawnUg: 50_000, administeredUg: 50_000, wastedUg: 1, returnedUg: 0 };
    expect(sessionBalance(sums)).toEqual({ unaccountedUg: -1, status: 'over' });
  });
});

test('what is in hand can be given to the last µg, not beyond', () => {
  expect(checkInHand({ inHandUg: 2_000, amountUg: 2_000 })).toBeUndefined();
  expect(checkInHand({ inHandUg: 2_000, amountUg: 2_001, field: 'amountMg' })).toEqual({
    code: 'exceeds_amount_in_hand',
    detail: 'In hand are 2 mg; asked were 2.001 mg.',
    says: { kind: 'in_hand_less', values: { inHandMg: '2', askedMg: '2.001' } },
    field: 'amountMg',
  });
});

test('a session ends when nothing is in hand', () => {
  expect(checkSessionEnd({ inHandUg: 0 })).toBeUndefined();
  expect(checkSessionEnd({ inHandUg: 1_500 })).toMatchObject({
    code: 'session_not_balanced',
    detail: 'Still in hand are 1.5 mg.',
    says: { kind: 'still_in_hand', values: { inHandMg: '1.5' } },
  });
});
