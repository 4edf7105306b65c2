import createClient, { type Middleware } from 'openapi-fetch';
import { setLine } from './connection.js';
import { LineLost, Refused, type Problem } from './problem.js';
import type { paths } from './schema.gen.js';

/** The token that shows a write comes from our own page; the log-in answers with it (see access/session.ts). */
let csrfToken: string | undefined;
let onLoggedOut: () => void = () => {};

export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Called when the ledger says that nobody is logged in any more. */
export function whenLoggedOut(then: () => void): void {
  onLoggedOut = then;
}

/** For what asks without the client (api/head.ts): the session has ended, and this page is nobody's. */
export function loggedOut(): void {
  onLoggedOut();
}

const middleware: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken !== undefined) request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  onError({ error }) {
    setLine(false);
    return new LineLost(error);
  },
  async onResponse({ response, schemaPath }) {
    // A proxy that cannot reach the ledger answers in its place; 503 is the ledger without its database.
    if (response.status === 502 || response.status === 503 || response.status === 504) {
      setLine(false);
      throw new LineLost(response.status);
    }
    setLine(true);
    if (response.ok) return response;
    const problem = (await response
      .clone()
      .json()
      .catch(() => undefined)) as Problem | undefined;
    if (!problem?.code) throw new LineLost(response.status);
    if (problem.code === 'not_authenticated' && !schemaPath.startsWith('/api/v1/auth/')) onLoggedOut();
    throw new Refused(problem);
  },
};

/** The ledger's interface, typed. Every call resolves with an answer or throws Refused or LineLost. */
export const api = createClient<paths>({ baseUrl: '/' });
api.use(middleware);

/** The body of an answer; `Refused` and `LineLost` pass through. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
