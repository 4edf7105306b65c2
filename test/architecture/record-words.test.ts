import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RECORD_TYPES } from '../../src/domain/ledger/record-types.js';
import en from '../../web/src/records/strings.en.js';
import es from '../../web/src/records/strings.es.js';

const languages: [string, Readonly<Record<string, string>>][] = [
  ['English', en],
  ['Spanish', es],
];

/** What the program writes as a type of record: `type: '…'` of a command, an outcome or an attempt. */
function typesWritten(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return typesWritten(path);
    return [...readFileSync(path, 'utf8').matchAll(/^\s*type: '([a-z_]+)',$/gm)].map(([, type]) => String(type));
  });
}

describe('the types of record', () => {
  test.each(languages)('each has a name and a sentence in %s, and nothing else has', (_, words) => {
    const named = (prefix: string) => Object.keys(words).filter((key) => key.startsWith(prefix));
    const besides = ['did_request', 'did_unknown'];
    expect(named('type_').sort()).toEqual(RECORD_TYPES.map((type) => `type_${type}`).sort());
    expect(named('did_').sort()).toEqual([...RECORD_TYPES.map((type) => `did_${type}`), ...besides].sort());
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(languages)('no two are called the same in %s: one chooses among them', (_, words) => {
    const names = RECORD_TYPES.map((type) => words[`type_${type}`]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('what the program writes is of the list', () => {
    const written = [
      ...typesWritten('src/domain/acts'),
      ...typesWritten('src/features'),
      ...typesWritten('src/platform'),
    ];
    const others = ['object', 'string', 'integer', 'postgres', 'boolean', 'number'];
    expect(written).toContain('waste_witnessed');
    expect(written.filter((type) => !others.includes(type) && !RECORD_TYPES.some((one) => one === type))).toEqual([]);
  });
});
