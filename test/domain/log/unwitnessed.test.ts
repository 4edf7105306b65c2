import { describe, expect, test } from '@jest/globals';
import {
  headSigned,
  headWitnessed,
  NOTHING_SIGNED,
  UNWITNESSED_PATIENCE_MS,
  unwitnessedMs,
} from '../../../src/domain/log/unwitnessed.js';

describe('how long a log has gone without its witnesses', () => {
  test('counts from the oldest head that too few confirmed', () => {
    let log = headSigned(NOTHING_SIGNED, { size: 5, atMs: 1000 });
    log = headSigned(log, { size: 9, atMs: 4000 });
    expect(unwitnessedMs(NOTHING_SIGNED, 9000)).toBe(0);
    expect(unwitnessedMs(log, 9000)).toBe(8000);
    expect(unwitnessedMs(headWitnessed(log, 5), 9000)).toBe(5000);
    expect(unwitnessedMs(headWitnessed(log, 9), 9000)).toBe(0);
  });

  test('a later head that is confirmed confirms what it grew out of; an earlier one changes nothing', () => {
    const log = headWitnessed(headSigned(headSigned(NOTHING_SIGNED, { size: 1, atMs: 0 }), { size: 2, atMs: 1 }), 2);
    expect(log.pending).toEqual([]);
    expect(headWitnessed(log, 1)).toBe(log);
    expect(headSigned(log, { size: 2, atMs: 7 })).toBe(log);
  });

  test('a long outage is remembered from its beginning, in bounded memory', () => {
    let log = NOTHING_SIGNED;
    for (let size = 1; size <= 5000; size += 1) log = headSigned(log, { size, atMs: size * 1000 });
    expect(log.pending.length).toBeLessThanOrEqual(1000);
    expect(unwitnessedMs(log, 5_000_000)).toBe(4_999_000);
    expect(headWitnessed(log, 4999).pending).toEqual([{ size: 5000, atMs: 5_000_000 }]);
  });

  test('people are told after five minutes', () => {
    expect(UNWITNESSED_PATIENCE_MS).toBe(300_000);
  });
});
