import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loggedOut } from './client.js';
import { lineIsUp, setLine } from './connection.js';
import { setLedgerNow } from './ledger-clock.js';
import { renew } from './queries.js';

const EVERY_MS = 5_000;
const WHEN_DOWN_MS = 2_000;

interface Head {
  readonly size: number;
  readonly now: string;
  /** Whether what a site knows of itself has changed since the size asked with. */
  readonly reference?: boolean;
}

/** Of the site that is open: looks now, because of an act of one's own whose record this is. */
let lookAfter: ((seq: number | undefined) => void) | undefined;

/**
 * Looks every few seconds whether the log of a site has grown, and makes what was read old when it has: so two screens at one vial
 * agree. What a site knows of itself is read again only when that has changed. It is also what notices that the line is gone, at once
 * where the device says so, and that it is back. Nothing is asked while the page is hidden.
 */
export function useHeadOf(siteId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    let size: number | undefined;
    // Which of the looks is the newest: of two at once only it goes on.
    let newest = 0;
    const look = async (own?: number) => {
      const nth = (newest += 1);
      clearTimeout(timer);
      const since = size;
      const head = document.hidden ? undefined : await headOf(siteId, since);
      if (stopped || nth !== newest) return;
      if (head !== undefined) {
        size = head.size;
        // An act of one's own has made things old already; if it was the only one, that was all.
        const alone = own !== undefined && own === since && head.size === own + 1;
        if (since !== undefined && head.size !== since)
          renew(queries, { moving: !alone, reference: head.reference !== false });
      }
      clearTimeout(timer);
      timer = setTimeout(() => void look(), lineIsUp() ? EVERY_MS : WHEN_DOWN_MS);
    };
    void look();
    const soon = () => void look();
    lookAfter = (seq) => void look(seq);
    // The ledger may be on this very device: that there is no network is only a reason to ask.
    addEventListener('online', soon);
    addEventListener('offline', soon);
    return () => {
      stopped = true;
      clearTimeout(timer);
      lookAfter = undefined;
      removeEventListener('online', soon);
      removeEventListener('offline', soon);
    };
  }, [siteId, queries]);
}

/** After an act of one's own: what acts move is old at once, and what a site knows of itself if that was changed. */
export function renewAfterAct(queries: QueryClient, answer: unknown): void {
  const { seq } = (answer ?? {}) as { seq?: number };
  renew(queries, { moving: true, reference: lookAfter === undefined });
  lookAfter?.(seq);
}

/** Plain fetch: a lost line is what this is for, and nothing to throw about. */
async function headOf(siteId: string, since: number | undefined): Promise<Head | undefined> {
  try {
    const response = await fetch(`/api/v1/sites/${siteId}/head${since === undefined ? '' : `?since=${since}`}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(4_000),
    });
    setLine(response.status < 502);
    // Ended elsewhere: an administrator takes somebody's access away, and their screen goes within seconds.
    if (response.status === 401) loggedOut();
    if (!response.ok) return undefined;
    const head = (await response.json()) as Head;
    setLedgerNow(head.now);
    return head;
  } catch {
    setLine(false);
    return undefined;
  }
}
