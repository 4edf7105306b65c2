import { readdirSync } from 'node:fs';
import { getMetadataStorage } from 'class-validator';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { DETAIL_OF_CHECK } from '../../src/platform/http/validation-details.js';

interface Check {
  readonly type: string;
  readonly name?: string;
  readonly propertyName: string;
  readonly context?: { readonly says?: unknown };
}

/** Every check of every field of every request, as class-validator keeps them. */
function checks(): Check[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Check[]> };
  return [...validationMetadatas.values()].flat();
}

/** Every file that describes what a request may hold. */
function descriptions(): string[] {
  const all = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return all.filter((path) => /(?:\.dto|http\/pagination)\.ts$/.test(path));
}

beforeAll(async () => {
  for (const path of descriptions()) await import(`../../src/${path.replace(/\.ts$/, '.js')}`);
});

describe('the checks of a request’s fields', () => {
  test('each says what is wrong as a kind of the closed list', () => {
    const all = checks();
    expect(all.length).toBeGreaterThan(300);
    const named = all.map(({ type, name }) => name ?? type).filter((name) => !NO_MESSAGE.has(name));
    expect([...new Set(named)].filter((name) => !Object.hasOwn(DETAIL_OF_CHECK, name))).toEqual([]);
  });

  test('a form that a person types says which form it is', () => {
    const silent = checks().filter(({ name, context }) => name === 'matches' && context?.says === undefined);
    expect([...new Set(silent.map(({ propertyName }) => propertyName))].sort()).toEqual(OF_PROGRAMS);
  });
});

// These decide whether others are asked, and never fail.
const NO_MESSAGE = new Set(['conditionalValidation', 'isOptional', 'whitelistValidation']);
// What only a program fills in: no page has a field for it.
const OF_PROGRAMS = ['act', 'idempotencyKey', 'userHandle'];
