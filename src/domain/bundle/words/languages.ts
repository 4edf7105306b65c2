import { EN } from './en.js';
import { ES } from './es.js';
import type { Words } from './words.js';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of a language. */
export const wordsOf = (language: Language): Words => ({ en: EN, es: ES })[language];
