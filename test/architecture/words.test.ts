import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const notOurs = /^(node_modules|\.git|dist(\..*)?|\.data|coverage)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notOurs.test(entry.name) && !entry.name.startsWith('.prepare.lock'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Where `pattern` stands in `text`: `file:line: the words`. */
function places(pattern: RegExp, file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const match = pattern.exec(line);
    return match ? [`${file}:${index + 1}: ${match[0]}`] : [];
  });
}

// Written so that this file, which is read too, does not match itself.
const rules = [
  {
    comment: 'no package registry is named: a clone uses the one its machine is set up for',
    pattern:
      /\b(?:registry|pypi|deb|proxy|static|index)[.](?:[a-z0-9-]+[.])+(?:org|com|io|dev)\b|\bnpmjs[.](?:com|org)\b/i,
    files: /./,
    bad: ['https://registry', '.example', '.org/x.tgz'].join(''),
  },
  {
    comment: 'no path of the machine it was written on is named',
    pattern: /(?<![\w.~$}-])\/(?:work|home|Users|root)\/[\w.]/,
    files: /./,
    bad: ['see /home', '/me/clone'].join(''),
  },
  {
    comment: 'no test is skipped, or runs alone',
    pattern: /\b(?:test|it|describe)[.](?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*[(]/,
    files: /^test\/.*\.(ts|mjs)$/,
    bad: ['test', '.skip("x")'].join(''),
  },
  {
    comment: 'nothing is put off, and no checker is told to look away',
    pattern:
      /\b(?:TO[D]O|FIX[M]E|HA[C]K|XX[X])\b|@ts-(?:ignore|nocheck|expect-error)|(?:es)lint-disable|prettier-(?:ignore)/,
    files: /\.(ts|tsx|mjs|cjs|js)$/,
    bad: ['// TO', 'DO'].join(''),
  },
];

describe('words that no file may hold', () => {
  const files = filesUnder('.');

  test.each(rules)('$comment', ({ pattern, files: which, bad }) => {
    expect(places(pattern, 'example', bad)).toHaveLength(1);
    const looked = files.filter((file) => which.test(file));
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.flatMap((file) => places(pattern, file, readFileSync(file, 'utf8')))).toEqual([]);
  });
});
