import { describe, expect, test } from '@jest/globals';
import { readBook } from '../../src/cli/demo/book.js';
import { compareConclusions } from '../../src/cli/demo/compare.js';
import { leftOutOf } from '../../src/cli/demo/left-out.js';
import type { Conclusions } from '../../src/interop/daybook.js';

const core = await readBook('examples/daybook');
const full = await readBook('examples/daybook-full');
const nothing = leftOutOf(core, () => true);
const LATER = ['breakage', 'quarantine', 'send_out', 'resolve'];
const later = leftOutOf(full, (event) => !LATER.includes(event));

/** What is expected, with something done to it. */
const changed = (expected: Conclusions | undefined, change: (copy: Conclusions) => unknown): Conclusions => {
  const copy = structuredClone(expected!);
  change(copy);
  return copy;
};
const compareCore = (change: (copy: Conclusions) => unknown) =>
  compareConclusions({ book: core, found: changed(core.expected, change), leftOut: nothing });
const compareFull = (change: (copy: Conclusions) => unknown) =>
  compareConclusions({ book: full, found: changed(full.expected, change), leftOut: later });

describe('a ledger that concludes', () => {
  test('what is expected agrees in every value', () => {
    const { disagreements, compared, leftOut } = compareCore(() => {});
    expect(disagreements).toEqual([]);
    // 3 counts, 2 replays, 55 refusals of 2 values, 5 products of 12 figures, 5 containers, 1 session, 8 discrepancies.
    expect([compared, leftOut]).toEqual([3 + 2 + 55 * 2 + 5 * 12 + 5 * 3 + 1 * 2 + 8 * 6, 0]);
  });

  test('the same in another order and with other zeros agrees', () => {
    const { disagreements } = compareCore((copy) => {
      copy.refused.reverse();
      copy.discrepancies.reverse();
      copy.reconciliation[0]!.received_mg = '15000.000';
      copy.discrepancies[0]!.variance_mg = `${copy.discrepancies[0]!.variance_mg}.0`;
    });
    expect(disagreements).toEqual([]);
  });

  type Case = [name: string, change: (copy: Conclusions) => unknown, about: string, expected: string, found: string];
  const cases: Case[] = [
    ['another code', (c) => (c.refused[0]!.code = 'not_found'), 'refused line 53 code', 'witness_missing', 'not_found'],
    [
      'no refusal',
      (c) => c.refused.shift(),
      'refused line 53',
      'line 53, ref 20260831-0052, code witness_missing',
      '-',
    ],
    [
      'a refusal of its own',
      (c) => c.refused.push({ line: 2, ref: 'a', code: 'not_found' }),
      'refused line 2',
      '-',
      'line 2, ref a, code not_found',
    ],
    ['no replay', (c) => c.replayed.shift(), 'replayed line 557', 'line 557, ref 20260915-0005', '-'],
    ['one row less', (c) => (c.accepted -= 1), 'accepted', '1025', '1024'],
    ['one session more', (c) => (c.sessions += 1), 'sessions', '175', '176'],
    [
      'a thousandth of a milligram',
      (c) => (c.reconciliation[0]!.in_hand_mg = '1.501'),
      'reconciliation product KET50 in_hand_mg',
      '1.5',
      '1.501',
    ],
    [
      'one sealed container more',
      (c) => (c.reconciliation[0]!.sealed_containers = 22),
      'reconciliation product KET50 sealed_containers',
      '21',
      '22',
    ],
    [
      'another place',
      (c) => (c.openContainers[0]!.location = 'SAFE'),
      'openContainers container 20260831-0001-03 location',
      'ROOM2',
      'SAFE',
    ],
    [
      'another variance',
      (c) => (c.discrepancies[0]!.variance_mg = '34'),
      'discrepancies ref 20260831-0059 variance_mg',
      '-34',
      '34',
    ],
    [
      'no count of containers',
      (c) => delete c.discrepancies.find(({ ref }) => ref === '20260911-0034')!.variance_containers,
      'discrepancies ref 20260911-0034 variance_containers',
      '-1',
      '-',
    ],
    [
      'something that is no amount',
      (c) => (c.reconciliation[0]!.opening_mg = 'none'),
      'reconciliation product KET50 opening_mg',
      '0',
      'none',
    ],
  ];
  test.each(cases)('%s disagrees, and is named', (_, change, about, expected, found) => {
    expect(compareCore(change).disagreements).toEqual([{ about, expected, found }]);
  });

  test('the same thing twice disagrees', () => {
    const { disagreements } = compareCore((copy) => copy.discrepancies.push(copy.discrepancies[0]!));
    expect(disagreements).toMatchObject([{ about: 'discrepancies ref 20260831-0059' }]);
  });
});

describe('what rows not known yet touch', () => {
  test('is read off the book', () => {
    expect(later.lines.size).toBe(20);
    expect([...later.containers].sort()).toEqual([
      '20260601-0001-06',
      '20260601-0001-07',
      '20260601-0001-12',
      '20260601-0002-04',
      '20260601-0002-05',
      '20260601-0004-02',
      '20260601-0004-03',
    ]);
    expect([...later.sealedFromLine]).toEqual([
      ['KET50', 905],
      ['KET100', 1000],
    ]);
    expect([...later.resolved]).toEqual(['20260713-0045']);
  });

  test('is on neither side', () => {
    const { disagreements, leftOut } = compareFull((copy) => {
      copy.accepted -= full.rows.filter((row) => LATER.includes(row.event!) && row.expect === 'ok').length;
      copy.refused = copy.refused.filter(({ line }) => !LATER.includes(full.rows[line - 2]!.event!));
      for (const figure of ['broken_mg', 'sent_out_mg', 'closing_book_mg']) copy.reconciliation[0]![figure] = '0';
      copy.quarantined = [];
      copy.discrepancies.find(({ ref }) => ref === '20260713-0045')!.status = 'open';
      copy.discrepancies.push({ ref: '20260724-0050', kind: 'count', product: 'KET50', variance_containers: -3 });
    });
    expect(disagreements).toEqual([]);
    expect(leftOut).toBeGreaterThan(0);
  });

  test('and nothing else is left out', () => {
    const { disagreements } = compareFull((copy) => {
      copy.accepted -= full.rows.filter((row) => LATER.includes(row.event!) && row.expect === 'ok').length;
      copy.reconciliation[0]!.wasted_mg = '0';
      copy.discrepancies.find(({ ref }) => ref === '20260713-0045')!.variance_mg = '-57';
      copy.discrepancies.push({ ref: '20260601-0049', kind: 'count', product: 'KET50', variance_containers: -3 });
    });
    expect(disagreements.map(({ about }) => about)).toEqual([
      'reconciliation product KET50 wasted_mg',
      'discrepancies ref 20260713-0045 variance_mg',
      'discrepancies ref 20260601-0049',
    ]);
  });
});
