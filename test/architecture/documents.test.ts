import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('what npm run docs writes is what lies in docs/ and web/src/api', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
