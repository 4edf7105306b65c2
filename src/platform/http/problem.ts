import { REFUSALS, type RefusalCode } from '../../domain/refusal-codes.js';
import { refuse, type Refusal } from '../../domain/refusal.js';

/** One field of a request that is not of the form it should be. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** RFC 9457 problem details, with the closed code, the field at fault and what to do next. */
export interface Problem {
  /** A page that explains the code: docs/errors.md, served under /api/errors. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly field?: string;
  readonly next: string;
  readonly errors?: readonly FieldError[];
  /** The request's id, to tell support; it is in the log beside what happened. */
  readonly instance: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A refusal as the problem a client gets. */
export function problemOf(refusal: Refusal, requestId: string, errors?: readonly FieldError[]): Problem {
  const { status, title, next } = REFUSALS[refusal.code];
  return {
    type: `/api/errors#${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    next,
    ...(errors ? { errors } : {}),
    instance: `urn:request:${requestId}`,
  };
}

/** The refusal that stands for an HTTP status the framework answered with by itself. */
export function refusalOfStatus(status: number): Refusal {
  if (status === 400) return refuse('request_invalid');
  if (status === 401) return refuse('not_authenticated');
  if (status === 403) return refuse('not_permitted');
  if (status === 404) return refuse('not_found');
  if (status === 413) return refuse('payload_too_large');
  if (status === 415) return refuse('request_invalid', { detail: 'Send JSON with Content-Type: application/json.' });
  if (status === 429) return refuse('too_many_requests');
  if (status === 503) return refuse('database_unavailable');
  return refuse(status >= 400 && status < 500 ? 'request_invalid' : 'internal_error');
}
