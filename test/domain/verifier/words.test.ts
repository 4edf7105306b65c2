import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LOG_ERROR_CODES } from '../../../src/domain/log/log-error.js';
import { EN } from '../../../src/domain/verifier/words/en.js';
import { ES } from '../../../src/domain/verifier/words/es.js';
import type { Sentence, ZipFault } from '../../../src/domain/verifier/words/sentences.js';
import { say } from '../../../src/domain/verifier/words/say.js';

const SOURCE = 'src/domain/verifier';
/** Something for every place that a sentence can have. */
const FACTS = {
  ...{
    size: 7001,
    seq: 7002,
    newer: 7003,
    older: 7004,
    shown: 7005,
    withheld: 7006,
    lines: 7007,
    count: 7008,
    of: 7009,
  },
  ...{
    path: 7010,
    here: 7011,
    sum: 7012,
    n: 7013,
    level: 7014,
    kind: 'policy',
    kinds: ['proof', 'record'],
    what: 'salt',
  },
  ...{ origin: 'orig.example', saysOrigin: 'says.example', saysSeq: 's1', digest: 'd1', quorum: 'q1', type: 't1' },
  ...{
    occurredAt: 'o1',
    recordedAt: 'r1',
    version: 'v1',
    name: 'n1',
    reason: 'why',
    members: ['m1', 'm2'],
    member: 'm3',
  },
  ...{
    stands: 'st',
    product: 'p1',
    text: 'x1',
    code: 'badProof',
    why: 'cutOff',
    witnesses: [{ name: 'w1', at: 'a1' }],
  },
};
/** Said by names and notions, which every language has its own words for. */
const WORDED = ['proof', 'record', 'policy', 'salt', 'badProof', 'cutOff'];

describe('what a verdict says', () => {
  test.each(Object.keys(EN) as Sentence['key'][])('%s: in both languages, with the same facts', (key) => {
    const [en, es] = (['en', 'es'] as const).map((language) => say({ key, ...FACTS } as never, language));
    const facts = Object.values(FACTS)
      .flatMap((fact) =>
        Array.isArray(fact) ? fact.flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one))) : [fact],
      )
      .map(String)
      .filter((fact) => !WORDED.includes(fact));
    const told = (text: string) => facts.filter((fact) => new RegExp(`(?<!\\w)${fact}(?!\\w)`).test(text));
    expect(told(es!)).toEqual(told(en!));
    if (key !== 'detail') expect(es).not.toBe(en);
    expect(`${en}${es}`).not.toContain('undefined');
  });

  test('every refusal of bytes has a meaning in both', () => {
    for (const code of LOG_ERROR_CODES) {
      const [en, es] = [EN.meaning({ code }), ES.meaning({ code })];
      expect([code, en.length > 10, es.length > 10, en === es]).toEqual([code, true, true, false]);
    }
  });

  test('every fault of a zip folder likewise', () => {
    const source = readFileSync(join(SOURCE, 'zip.ts'), 'utf8');
    const faults = [...source.matchAll(/refuse\('(\w+)'\)/g)].map(([, why]) => why as ZipFault);
    expect(new Set(faults).size).toBe(15);
    for (const why of faults) expect(EN.zipUnusable({ why })).not.toBe(ES.zipUnusable({ why }));
    expect(new Set(faults.map((why) => ES.zipUnusable({ why }))).size).toBe(15);
  });

  test('nothing that the verifier itself finds is said past these words', () => {
    const sources = readdirSync(SOURCE).filter((name) => name.endsWith('.ts'));
    const past = sources.filter((name) => /new LogError\(/.test(readFileSync(join(SOURCE, name), 'utf8')));
    expect(past).toEqual([]);
  });
});
