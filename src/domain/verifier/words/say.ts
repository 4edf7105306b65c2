import type { Language } from '../../bundle/words/languages.js';
import { EN } from './en.js';
import { ES } from './es.js';
import type { Sentence, VerifierWords } from './sentences.js';

const WORDS: Readonly<Record<Language, VerifierWords>> = { en: EN, es: ES };

/** A sentence of a verdict, in a language. */
export function say(sentence: Sentence, language: Language): string {
  const words = WORDS[language][sentence.key] as (of: Sentence) => string;
  return words(sentence);
}
