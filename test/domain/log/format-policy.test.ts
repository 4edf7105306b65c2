import { expect, test } from '@jest/globals';
import { formatTlogPolicy } from '../../../src/domain/log/format-policy.js';
import { parseTlogPolicy } from '../../../src/domain/log/tlog-policy.js';
import { MemoryLog } from '../../support/memory-log.js';

test('a policy written is the policy read', () => {
  const text = new MemoryLog().policyText.replace('\nwitness west', ' https://log.example/\nwitness west');
  for (const policy of [parseTlogPolicy(text), parseTlogPolicy('quorum none\n')]) {
    expect(parseTlogPolicy(formatTlogPolicy(policy))).toEqual(policy);
  }
});
