import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What an address says of a page's state, as texts. Ids and codes only: nothing of a patient belongs in an address. */
export type UrlState<Key extends string> = Readonly<Partial<Record<Key, string>>>;

/**
 * The state of a page that its address keeps, so that it can be sent to a colleague, printed and come back to. `set` changes
 * some of it; undefined takes a key out. `push` makes it a step of its own, to which Back returns.
 */
export function useUrlState<Key extends string>(
  keys: readonly Key[],
): [UrlState<Key>, (some: UrlState<Key>, how?: { push?: boolean }) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const state = Object.fromEntries(
    keys.flatMap((key) => (search[key] === undefined ? [] : [[key, String(search[key])]])),
  ) as UrlState<Key>;
  const set = useCallback(
    (some: UrlState<Key>, { push = false } = {}) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...some }),
        replace: !push,
        resetScroll: push,
      } as never),
    [navigate],
  );
  return [state, set];
}
