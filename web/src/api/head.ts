import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loggedOut } from './client.js';
import { lineIsUp, setLine } from './connection.js';
import { setLedgerNow } from './ledger-clock.js';

const EVERY_MS = 5_000;
const WHEN_DOWN_MS = 2_000;

/**
 * Looks every few seconds whether the log of a site has grown, and makes all that was read old when it has: so two screens at one
 * vial agree. It is also what notices that the line is gone, at once where the device says so, and that it is back. Nothing is
 * asked while the page is hidden.
 */
export function useHeadOf(siteId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    let size: number | undefined;
    // Which of the looks is the newest: of two at once only it goes on.
    let newest = 0;
    const look = async () => {
      const own = (newest += 1);
      if (!document.hidden) {
        const now = await sizeOf(siteId);
        if (stopped || own !== newest) return;
        if (now !== undefined && size !== undefined && now !== size) void queries.invalidateQueries();
        size = now ?? size;
      }
      timer = setTimeout(() => void look(), lineIsUp() ? EVERY_MS : WHEN_DOWN_MS);
    };
    void look();
    const soon = () => {
      clearTimeout(timer);
      void look();
    };
    // The ledger may be on this very device: that there is no network is only a reason to ask.
    addEventListener('online', soon);
    addEventListener('offline', soon);
    return () => {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', soon);
      removeEventListener('offline', soon);
    };
  }, [siteId, queries]);
}

/** Plain fetch: a lost line is what this is for, and nothing to throw about. */
async function sizeOf(siteId: string): Promise<number | undefined> {
  try {
    const response = await fetch(`/api/v1/sites/${siteId}/head`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(4_000),
    });
    setLine(response.status < 502);
    // Ended elsewhere: an administrator takes somebody's access away, and their screen goes within seconds.
    if (response.status === 401) loggedOut();
    if (!response.ok) return undefined;
    const { size, now } = (await response.json()) as { size: number; now: string };
    setLedgerNow(now);
    return size;
  } catch {
    setLine(false);
    return undefined;
  }
}
