import { beforeAll, describe, expect, test } from '@jest/globals';
import { ugFromMg } from '../../src/domain/amounts.js';
import { type Conclusions, type DayBook, readDayBook } from '../support/daybook.js';
import { playDayBook } from '../support/oracle.js';
import type { OracleState } from '../support/oracle-state.js';

// Amounts are compared as numbers, lists as sets (daybook/README.md, "Expected").
function comparable(list: readonly object[]): unknown[] {
  const rows = list.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        key.endsWith('_mg') ? ugFromMg(value as string, { allowNegative: true }) : (value as unknown),
      ]),
    ),
  );
  const keyed = rows.map((row) => [JSON.stringify(Object.entries(row).sort()), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

describe.each(['daybook', 'daybook-full'])('the rules alone conclude from examples/%s', (name) => {
  let book: DayBook;
  let found: Conclusions;
  let state: OracleState;
  beforeAll(() => {
    book = readDayBook(name);
    ({ conclusions: found, state } = playDayBook(book));
  });

  test('every refusal with its code and line', () => {
    expect(comparable(found.refused)).toEqual(comparable(book.expected.refused));
  });

  test('every replay, and how many rows were accepted', () => {
    expect(comparable(found.replayed)).toEqual(comparable(book.expected.replayed));
    expect([found.rows, found.accepted]).toEqual([book.expected.rows, book.expected.accepted]);
  });

  test('every figure of the reconciliation', () => {
    expect(comparable(found.reconciliation)).toEqual(comparable(book.expected.reconciliation));
  });

  test('the identity, for each product', () => {
    for (const product of book.products.keys()) {
      expect(state.reconciliationOf(product)).toMatchObject({ differenceUg: 0, holds: true });
    }
  });

  test.each(['openContainers', 'quarantined', 'sessionsNotBalanced', 'discrepancies'] as const)('%s', (list) => {
    expect(comparable(found[list])).toEqual(comparable(book.expected[list]));
  });

  test('how many sessions there were', () => expect(found.sessions).toBe(book.expected.sessions));
});
