import { randomUUID } from 'node:crypto';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

/** A problem, a page or an object; fields are read by name. */
export type Body = Record<string, unknown> & { code?: string; items?: Record<string, unknown>[] };

/** Speaks to the interface as somebody: with a bearer token, with whatever headers are given, or as nobody. */
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

  async send(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...this.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Body,
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
