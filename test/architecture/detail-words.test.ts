import { describe, expect, test } from '@jest/globals';
import { DETAILS, filled, said, sentenceOf, type DetailKind } from '../../src/domain/refusal-details.js';
import { refuse } from '../../src/domain/refusal.js';
import { DETAILS_HERE_EN } from '../../web/src/acts/details.en.js';
import { DETAILS_ES } from '../../web/src/acts/details.es.js';

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
const KINDS = Object.keys(DETAILS) as DetailKind[];

/** Values that a sentence names and that the ledger does not send with its kind: they would stand there as `{name}`. */
function unknownValues(words: Readonly<Partial<Record<DetailKind, string>>>): string[] {
  return KINDS.flatMap((kind) => {
    const sent = placeholders(DETAILS[kind]);
    return placeholders(words[kind] ?? '')
      .filter((name) => !sent.includes(name))
      .map((name) => `${kind}: ${name}`);
  });
}

describe('what a refusal says of its case', () => {
  test('has words in Spanish for each kind, and no words for what is none', () => {
    expect(Object.keys(DETAILS_ES).sort()).toEqual([...KINDS].sort());
    expect(KINDS.filter((kind) => DETAILS_ES[kind].trim() === '')).toEqual([]);
    expect(Object.keys(DETAILS_HERE_EN).filter((kind) => !Object.hasOwn(DETAILS, kind))).toEqual([]);
  });

  test('the pages name no value that is not sent', () => {
    expect(unknownValues({ still_in_hand: 'Hay {inHandUg} mg.' })).toEqual(['still_in_hand: inHandUg']);
    expect(unknownValues(DETAILS_ES)).toEqual([]);
    expect(unknownValues(DETAILS_HERE_EN)).toEqual([]);
  });

  test('every sentence ends as one, and no two kinds say the same', () => {
    const sentences = Object.entries(DETAILS).filter(([kind]) => !kind.startsWith('head_not_ours'));
    expect(sentences.filter(([, text]) => !/[.}]$/.test(text))).toEqual([]);
    expect(new Set(sentences.map(([, text]) => text)).size).toBe(sentences.length);
  });

  test('a refusal carries the sentence and its kind; without one it says what its code says', () => {
    const detail = said('in_hand_less', { inHandMg: '2', askedMg: '2.001' });
    expect(sentenceOf(detail)).toBe('In hand are 2 mg; asked were 2.001 mg.');
    expect(refuse('exceeds_amount_in_hand', { detail })).toEqual({
      code: 'exceeds_amount_in_hand',
      detail: 'In hand are 2 mg; asked were 2.001 mg.',
      says: { kind: 'in_hand_less', values: { inHandMg: '2', askedMg: '2.001' } },
    });
    expect(refuse('own_act')).toEqual({ code: 'own_act', detail: 'Nobody approves their own act.' });
    expect(filled('{a} and {b}', { a: '1' })).toBe('1 and {b}');
  });
});
