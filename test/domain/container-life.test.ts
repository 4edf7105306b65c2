import { expect, test } from '@jest/globals';
import { momentsOf, type RecordView } from '../../web/src/features/storage/life.js';

const VIAL = 'v-1';
const record = (type: string, change: Partial<RecordView> = {}): RecordView => ({
  seq: 7,
  id: 'k',
  type,
  occurredAt: '2026-08-31T14:00:00.000Z',
  recordedAt: '2026-08-31T14:00:01.000Z',
  leafHash: '7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=',
  late: false,
  actors: [],
  ...change,
});
const line = (holder: 'container' | 'in_hand' | 'supplier', ids: string[], amountMg: string) => ({
  holder,
  ids,
  productId: 'p',
  locationId: 'l',
  amountMg,
});

test('a life tells what came and went, as a part of the label, and never what is left', () => {
  const moments = momentsOf(
    [
      record('receipt', { lines: [line('supplier', [], '-1000'), line('container', [VIAL, 'v-2'], '500')] }),
      record('move', { lines: [line('container', [VIAL], '-500'), line('container', [VIAL], '500')] }),
      record('draw', { lines: [line('container', [VIAL], '-34'), line('in_hand', ['s'], '34')], sessionId: 's' }),
      record('count', { act: { bookMg: '466', countedMg: '460', withinTolerance: false } }),
      record('later_kind'),
    ],
    VIAL,
    '500',
  );
  expect(moments.map(({ kind, amountMg, part }) => [kind, amountMg, part])).toEqual([
    ['receipt', '500', 1],
    ['move', undefined, 0],
    ['draw', '-34', 0.068],
    ['count', undefined, 0],
    ['any', undefined, 0],
  ]);
  expect(moments[3]).toMatchObject({ agrees: false });
  expect(JSON.stringify(moments)).not.toMatch(/466|460/);
});
