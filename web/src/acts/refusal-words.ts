import type { Problem } from '../api/problem.js';
import { currentLanguage } from '../i18n/strings.js';
import { REFUSALS_ES } from './refusals.es.js';

/** A refusal in the language of the page: English as the ledger says it, other languages by its code. */
export function refusalWords(problem: Problem): { readonly detail: string; readonly next: string } {
  const spanish = currentLanguage() === 'es' ? REFUSALS_ES[problem.code] : undefined;
  if (spanish) return { detail: spanish.title, next: spanish.next };
  return { detail: problem.detail, next: problem.next };
}

/** The sentence of one field of a refused act, if the refusal is about it. */
export function fieldWords(problem: Problem | undefined, field: string): string | undefined {
  if (!problem) return undefined;
  const named = problem.errors?.find((error) => error.field === field)?.detail;
  if (named !== undefined) return named;
  return problem.field === field ? refusalWords(problem).detail : undefined;
}
