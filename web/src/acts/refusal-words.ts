import type { RefusalCode } from '../../../src/domain/refusal-codes.js';
import type { Problem } from '../api/problem.js';
import { currentLanguage } from '../i18n/strings.js';
import { detailWords } from './detail-words.js';
import { REFUSALS_ES } from './refusals.es.js';

/** A refusal in the language of the page: what it says of this case by its kind, and what to do by its code. */
export function refusalWords(problem: Problem): { readonly detail: string; readonly next: string } {
  const detail = ofField(problem, detailWords(problem));
  const spanish = currentLanguage() === 'es' ? REFUSALS_ES[problem.code] : undefined;
  if (spanish) return { detail: detail ?? spanish.title, next: spanish.next };
  return HERE_EN[problem.code] ?? { detail: detail ?? problem.detail, next: problem.next };
}

/** Which field a sentence is about, where it stands beside none: it says only that something is missing. */
function ofField({ kind, field }: Problem, words: string | undefined): string | undefined {
  return words !== undefined && field !== undefined && kind?.startsWith('field_') ? `${field}: ${words}` : words;
}

/** Refusals that the ledger words for who writes programs, said for who uses the pages. */
const HERE_EN: Partial<Record<RefusalCode, { readonly detail: string; readonly next: string }>> = {
  idempotency_key_reused: {
    detail: 'This is recorded already, as it was first sent: only the answer was lost.',
    next: 'Look at what is recorded now. If it is wrong, correct it; do not enter it again.',
  },
};

/** The sentence of one field of a refused act, if the refusal is about it. */
export function fieldWords(problem: Problem | undefined, field: string): string | undefined {
  if (!problem) return undefined;
  const named = problem.errors?.find((error) => error.field === field);
  if (named) return detailWords(named) ?? named.detail;
  return problem.field === field ? (detailWords(problem) ?? refusalWords(problem).detail) : undefined;
}

/** Why an attempt that stands in the log was refused: its own sentence, or its code's in the language of the page. */
export function refusalOf(refusal: { readonly code: string; readonly detail?: string } | undefined): string {
  if (!refusal) return '';
  const code = refusal.code as RefusalCode;
  if (currentLanguage() === 'es') return REFUSALS_ES[code]?.title ?? refusal.detail ?? refusal.code;
  return refusal.detail ?? refusal.code;
}
