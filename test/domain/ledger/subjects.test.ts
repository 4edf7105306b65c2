import { describe, expect, test } from '@jest/globals';
import type { RecordBody } from '../../../src/domain/ledger/record.js';
import {
  numbered,
  numberOf,
  subjectsOf,
  type SubjectFacts,
  type UnnumberedBody,
} from '../../../src/domain/ledger/subjects.js';
import { RunningNumbers } from '../../../src/domain/verify/running-numbers.js';
import { States } from '../../../src/domain/verify/states.js';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [NURSE, VIAL, VIAL2, PRODUCT, LOT, SESSION, PLACE] = [1, 2, 3, 4, 5, 6, 7].map(id) as [string, ...string[]] &
  string[];

const actor = { id: NURSE!, role: 'nurse', meaning: 'performed', method: 'session:password', evidence: 'e' } as const;
const draw: UnnumberedBody = {
  origin: 'clinic.example/countersign/site/x',
  seq: 9,
  id: 'k',
  type: 'draw',
  occurredAt: '2026-01-02T15:00:00.000Z',
  recordedAt: '2026-01-02T15:00:00.000Z',
  actors: [actor],
  entry: { locationId: PLACE!, sessionId: SESSION!, intent: 'i' },
  lines: [
    { holder: 'container', ids: [VIAL!.toUpperCase()], productId: PRODUCT!, locationId: PLACE!, amountMg: '-5' },
    { holder: 'in_hand', ids: [SESSION!], productId: PRODUCT!, locationId: PLACE!, amountMg: '5' },
  ],
};

describe('what a record is about', () => {
  test('actors, holders, products of lines and the session, lower case, sorted, once', () => {
    expect(subjectsOf(draw)).toEqual([NURSE, VIAL, PRODUCT, SESSION]);
  });

  test('holders outside are named by their product', () => {
    const waste = { holder: 'waste', productId: PRODUCT!, locationId: PLACE!, amountMg: '5' } as const;
    expect(subjectsOf({ ...draw, entry: undefined, lines: [waste] })).toEqual([NURSE, PRODUCT]);
  });

  test('every id a change gives, under each as well, and no text that is no id', () => {
    const changes = [
      {
        table: 'container',
        lotId: LOT!,
        label: SESSION!,
        externalId: 'not an id',
        each: { containerId: [VIAL!, VIAL2!] },
      },
    ];
    expect(subjectsOf({ ...draw, entry: undefined, lines: undefined, changes })).toEqual([NURSE, VIAL, VIAL2, LOT]);
  });
});

describe('running numbers', () => {
  const known = new Map<string, SubjectFacts>([
    [NURSE!, { n: 40, of: [] }],
    [VIAL!, { n: 2, of: [PRODUCT!, LOT!] }],
    [PRODUCT!, { n: 30, of: [] }],
    [SESSION!, { n: 0, of: [PRODUCT!] }],
  ]);

  test('what is not known yet is asked for, also what others imply', () => {
    expect(numbered(draw, known)).toEqual({ unknown: [LOT] });
  });

  test('stand in the order of the subjects, and what is implied is named', () => {
    const made = numbered(draw, new Map([...known, [LOT!, { n: 7, of: [] }]]));
    expect(made).toMatchObject({ body: { subjects: [LOT], nth: [41, 3, 31, 8, 1] } });
    const { body } = made as { body: RecordBody };
    expect([VIAL, LOT, SESSION, PLACE].map((subject) => numberOf(body, subject!))).toEqual([3, 8, 1, undefined]);
  });

  test('the checker says which are wrong, and measures the next record by what was said', () => {
    const numbers = new RunningNumbers();
    const states = new States([]);
    const record = (nth: number[]): RecordBody => ({ ...draw, entry: undefined, lines: undefined, nth });
    const look = (nth: number[]) => {
      const broken = [...numbers.broken(states, record(nth), [NURSE!])];
      return [broken.length, numbers.take(record(nth), [NURSE!])];
    };
    expect(look([1])).toEqual([0, `${NURSE}:1`]);
    expect(look([3])).toEqual([1, `${NURSE}:3`]);
    expect(look([4])).toEqual([0, `${NURSE}:4`]);
    expect(look([4])).toEqual([1, `${NURSE}:4`]);
    expect(look([])).toEqual([1, `${NURSE}:5`]);
  });
});
