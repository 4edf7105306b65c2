import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SITE_POLICY, mergeSitePolicy } from '../../src/domain/site-policy.js';

describe('site policy', () => {
  test('nothing said is the strict default', () => {
    expect(mergeSitePolicy(DEFAULT_SITE_POLICY, {})).toEqual({
      lateAfterMinutes: 15,
      wasteWitnesses: 2,
      closeOutWitnesses: 1,
      performerMayWitness: false,
      shortageTolerancePercent: '3',
      observationMinutes: 120,
      secondPersonFor: { receipt: true, move: true, count: true, return: true, correction: true },
      requireSecondFactor: false,
      requireDeviceBoundKeys: false,
      retentionYears: 7,
    });
  });

  test('what is said changes that and nothing else, and the base stays as it was', () => {
    const merged = mergeSitePolicy(DEFAULT_SITE_POLICY, { wasteWitnesses: 1, secondPersonFor: { move: false } });
    expect(merged).toEqual({
      ...DEFAULT_SITE_POLICY,
      wasteWitnesses: 1,
      secondPersonFor: { ...DEFAULT_SITE_POLICY.secondPersonFor, move: false },
    });
    expect(DEFAULT_SITE_POLICY.wasteWitnesses).toBe(2);
    expect(DEFAULT_SITE_POLICY.secondPersonFor.move).toBe(true);
  });

  test('a policy survives being stored', () => {
    expect(mergeSitePolicy(DEFAULT_SITE_POLICY, JSON.parse(JSON.stringify(DEFAULT_SITE_POLICY)))).toEqual(
      DEFAULT_SITE_POLICY,
    );
  });

  test.each([
    [null, 'policy'],
    [[], 'policy'],
    ['strict', 'policy'],
    [{ wasteWitness: 1 }, 'policy.wasteWitness'],
    [JSON.parse('{"__proto__": {"wasteWitnesses": 0}}'), 'policy.__proto__'],
    [{ constructor: 1 }, 'policy.constructor'],
    [{ wasteWitnesses: 0 }, 'policy.wasteWitnesses'],
    [{ wasteWitnesses: 3 }, 'policy.wasteWitnesses'],
    [{ wasteWitnesses: '2' }, 'policy.wasteWitnesses'],
    [{ wasteWitnesses: undefined }, 'policy.wasteWitnesses'],
    [{ closeOutWitnesses: 0 }, 'policy.closeOutWitnesses'],
    [{ lateAfterMinutes: -1 }, 'policy.lateAfterMinutes'],
    [{ lateAfterMinutes: 1.5 }, 'policy.lateAfterMinutes'],
    [{ shortageTolerancePercent: 3 }, 'policy.shortageTolerancePercent'],
    [{ shortageTolerancePercent: '100.001' }, 'policy.shortageTolerancePercent'],
    [{ shortageTolerancePercent: '-1' }, 'policy.shortageTolerancePercent'],
    [{ performerMayWitness: 'no' }, 'policy.performerMayWitness'],
    [{ secondPersonFor: { moves: false } }, 'policy.secondPersonFor'],
    [{ secondPersonFor: { move: 0 } }, 'policy.secondPersonFor'],
  ])('%j is refused', (change, field) => {
    expect(mergeSitePolicy(DEFAULT_SITE_POLICY, change)).toMatchObject({ code: 'request_invalid', field });
  });
});
