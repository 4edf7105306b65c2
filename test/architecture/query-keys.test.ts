import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/**
 * What a page has read lies in one store, under its key. Two queries of one key and two shapes crash whichever page comes second,
 * and no type says so: so a key is written where its query is defined, and begins with a word of its own.
 */
interface Key {
  readonly file: string;
  /** Its first part; undefined where it does not begin with a word. */
  readonly root: string | undefined;
}

function keysIn(file: string, source: string): Key[] {
  return [...source.matchAll(/\b(?:query|mutation)Key:\s*(\[\s*'([^']+)')?/g)].map(([, , root]) => ({ file, root }));
}

/** Keys that cannot be told from another's, each with where it is written. */
function unclear(keys: readonly Key[]): string[] {
  const roots = [...new Set(keys.map(({ root }) => root))];
  return roots.flatMap((root) => {
    const at = keys.filter((key) => key.root === root).map(({ file }) => file);
    return root === undefined || at.length > 1 ? [`${root ?? 'no word'}: ${at.join(', ')}`] : [];
  });
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

test('every query of the pages has a key that no other begins with', () => {
  const keys = sourcesUnder('web/src').flatMap((file) => keysIn(file, readFileSync(file, 'utf8')));
  expect(keys.length).toBeGreaterThan(30);
  expect(unclear(keys)).toEqual([]);
});

test.each([
  {
    comment: 'the same word in two places',
    source: "useQuery({ queryKey: ['site', siteId] }); useQuery({ queryKey: ['site', siteId, 'policy'] })",
    says: ['site: a page, a page'],
  },
  {
    comment: 'a key that is made elsewhere',
    source: 'useQuery({ queryKey: keyOf(siteId) })',
    says: ['no word: a page'],
  },
  { comment: 'words of their own', source: "[{ queryKey: ['site'] }, { queryKey: ['sites'] }]", says: [] },
])('$comment', ({ source, says }) => {
  expect(unclear(keysIn('a page', source))).toEqual(says);
});
