import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { errorsMarkdown } from '../../src/platform/http/errors-page.js';

test('docs/errors.md says what the code says (npm run docs)', () => {
  expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorsMarkdown());
});
