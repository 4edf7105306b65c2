import { useSyncExternalStore } from 'react';

/** Whether the last request reached the ledger. Pages say at once when it did not, and again when it does. */
let up = true;
const listeners = new Set<() => void>();

export function setLine(now: boolean): void {
  if (up === now) return;
  up = now;
  for (const listener of listeners) listener();
}

export function lineIsUp(): boolean {
  return up;
}

export function onLineChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLine(): boolean {
  return useSyncExternalStore(onLineChange, lineIsUp);
}
