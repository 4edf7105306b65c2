import { randomUUID } from 'node:crypto';
import { checkDescribed } from './described.js';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

/** A problem, a page or an object; fields are read by name. */
export type Body = Record<string, unknown> & { code?: string; items?: Record<string, unknown>[] };

/**
 * Speaks to the interface as somebody: with a bearer token, with whatever headers are given, or as nobody. Every answer is
 * held against the description of the interface.
 */
export class Api {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same interface with these headers as well. */
  with(headers: Record<string, string>): Api {
    return new Api(this.url, { ...this.headers, ...headers });
  }

  bearer(token: string): Api {
    return this.with({ authorization: `Bearer ${token}` });
  }

  get(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  /** Every write gets a key of its own unless one is given. */
  post(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<Body>> {
    return this.with({ 'idempotency-key': key }).send('POST', path, body);
  }

  async send(method: string, path: string, sent?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...this.headers },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const text = await response.text();
    const { status } = response;
    const kind = response.headers.get('content-type') ?? '';
    // Heads and proofs are text of their own form.
    const body: unknown = text === '' ? undefined : kind.includes('json') ? JSON.parse(text) : text;
    checkDescribed({ method, path: `/api/v1${path}`, status, kind, body });
    return {
      status,
      body: (body ?? {}) as Body,
      headers: response.headers,
    };
  }
}

/** The body of an answer that must be a success; throws with the problem otherwise. */
export async function done(answer: Answer<Body> | Promise<Answer<Body>>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

export function id(value: unknown): string {
  return String(value);
}
