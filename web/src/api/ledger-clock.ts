import { useEffect, useState, useSyncExternalStore } from 'react';

/** How far the ledger's clock is ahead of this device's: tablets go wrong, and a demonstration lives in its own month. */
let aheadMs = 0;
let heard = false;
const listeners = new Set<() => void>();

/** What the ledger says the time is, as near as it has just answered. */
export function setLedgerNow(iso: string): void {
  const now = Date.parse(iso);
  if (Number.isNaN(now)) return;
  aheadMs = now - Date.now();
  if (heard) return;
  heard = true;
  for (const listener of listeners) listener();
}

/** Whether the ledger has said what the time is: before, nobody knows which day it is there. */
export function useLedgerClockHeard(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => heard,
  );
}

/** The ledger's time, in milliseconds since 1970. For what is shown: an act without a time gets the ledger's own. */
export function ledgerNow(): number {
  return Date.now() + aheadMs;
}

/** The same, looked at again every `everyMs`. */
export function useLedgerNow(everyMs = 10_000): number {
  const [now, setNow] = useState(ledgerNow);
  useEffect(() => {
    const look = () => setNow(ledgerNow());
    const timer = setInterval(look, everyMs);
    // The first word of the ledger may come after the page: it does not stand on the device's day until the next look.
    listeners.add(look);
    return () => {
      clearInterval(timer);
      listeners.delete(look);
    };
  }, [everyMs]);
  return now;
}
