import { api } from '../api/client.js';
import { Refused } from '../api/problem.js';

const TOLD_WITHIN_MS = 5_000;
const AGAIN_MS = 2_000;
/** A session of this browser is over for its person, and the ledger has not heard of it yet. Kept, since a reload forgets all else. */
const ENDING = 'countersign.ending';

/** Which end is being told; a log-in ends the telling, since the cookie is another then. */
let telling = 0;
let turn: Promise<unknown> = Promise.resolve();

/** The end of one session and the beginning of another never cross: the answer to the one would take the cookie of the other. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}

/**
 * Tells the ledger that this browser's session is over, until it has heard: if the line is down now, whoever reloads the page when
 * it is up again does not find it open. Resolves when it was heard, or somebody has logged in.
 */
export async function endOnServer(csrfToken: string | undefined): Promise<void> {
  localStorage.setItem(ENDING, '1');
  const own = (telling += 1);
  const headers = csrfToken === undefined ? {} : { 'X-CSRF-Token': csrfToken };
  const tell = async () => {
    if (own !== telling) return true;
    try {
      await api.POST('/api/v1/auth/logout', { headers, signal: AbortSignal.timeout(TOLD_WITHIN_MS) });
      return true;
    } catch (error) {
      // Refused: it had ended already.
      return error instanceof Refused;
    }
  };
  while (!(await inTurn(tell))) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  if (own === telling) localStorage.removeItem(ENDING);
}

export function isEnding(): boolean {
  return localStorage.getItem(ENDING) !== null;
}

/** Somebody has logged in: what was to be told is of a session that nobody holds any more. */
export function begun(): void {
  telling += 1;
  localStorage.removeItem(ENDING);
}
