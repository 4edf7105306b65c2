import { expect, test } from '@jest/globals';
import { formatLogOrigin, nextIncarnationOrigin, parseLogOrigin } from '../../../src/domain/log/log-origin.js';

const siteId = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';

test('an origin names its incarnation from the second on', () => {
  const first = formatLogOrigin({ domain: 'clinic.example', siteId, incarnation: 1 });
  expect(first).toBe(`clinic.example/countersign/site/${siteId}`);
  const second = nextIncarnationOrigin(first);
  expect(second).toBe(`clinic.example/countersign/incarnation/2/site/${siteId}`);
  expect(parseLogOrigin(nextIncarnationOrigin(second))).toEqual({ domain: 'clinic.example', siteId, incarnation: 3 });
});

test.each([
  `../countersign/site/${siteId}`,
  `a/../../countersign/site/${siteId}`,
  `clinic.example/countersign/incarnation/1/site/${siteId}`,
  `clinic.example/countersign/incarnation/02/site/${siteId}`,
  `clinic.example/countersign/site/${siteId}/`,
  `clinic.example/countersign/site/${siteId.toUpperCase()}`,
  `clinic.example/countersign/site/${siteId}\n`,
])('%j is no origin of ours, and no path', (origin) => {
  expect(parseLogOrigin(origin)).toBeUndefined();
  expect(() => nextIncarnationOrigin(origin)).toThrow(RangeError);
});
