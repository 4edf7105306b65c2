import { useCallback, useSyncExternalStore } from 'react';
import { currentPersonId } from './session.js';

/**
 * Half-done forms, by person and by form. They live in memory alone: a lock keeps them for their owner, somebody else at the
 * same device starts clean, a reload forgets them, and nothing of a patient reaches the disk.
 */
const drafts = new Map<string, Map<string, unknown>>();
const listeners = new Set<() => void>();

function of(personId: string): Map<string, unknown> {
  const kept = drafts.get(personId) ?? new Map<string, unknown>();
  drafts.set(personId, kept);
  return kept;
}

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** Changes it and says something of the change; `how` is called once, at once. */
  readonly change: <Told>(how: (before: T) => readonly [next: T, told: Told]) => Told;
  /** Changes some fields of it. */
  readonly patch: (some: Partial<T>) => void;
  readonly clear: () => void;
}

/** What somebody has entered in the form `name` so far; `initial` must be the same object from render to render. */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const personId = currentPersonId();
  const read = () => (of(personId).has(name) ? (of(personId).get(name) as T) : initial);
  const value = useSyncExternalStore(subscribe, read);
  const set = useCallback<Draft<T>['set']>(
    (next) => {
      const before = of(personId).has(name) ? (of(personId).get(name) as T) : initial;
      of(personId).set(name, typeof next === 'function' ? (next as (before: T) => T)(before) : next);
      changed();
    },
    [personId, name, initial],
  );
  const change = useCallback<Draft<T>['change']>(
    (how) => {
      const [next, told] = how(of(personId).has(name) ? (of(personId).get(name) as T) : initial);
      set(next);
      return told;
    },
    [personId, name, initial, set],
  );
  const patch = useCallback((some: Partial<T>) => set((before) => ({ ...before, ...some })), [set]);
  const clear = useCallback(() => {
    of(personId).delete(name);
    changed();
  }, [personId, name]);
  return { value, set, change, patch, clear };
}
