import { QueryClient } from '@tanstack/react-query';
import { LineLost } from './problem.js';

/** What was read stays for a moment; a changed head of the log (api/head.ts) makes all of it old at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (count, error) => error instanceof LineLost && count < 3,
      refetchOnWindowFocus: true,
    },
  },
});

/** What a site knows of itself, by the first word of its key: rules, places, products, partners, people. */
const REFERENCE: ReadonlySet<unknown> = new Set([
  'site',
  'products',
  'locations',
  'suppliers',
  'prescribers',
  'people',
  'own-keys',
  'log-keys',
]);

/** Reads again what is in sight and makes the rest old: what acts move, and what a site knows of itself. */
export function renew(queries: QueryClient, what: { readonly moving: boolean; readonly reference: boolean }): void {
  void queries.invalidateQueries({
    predicate: (query) => (REFERENCE.has(query.queryKey[0]) ? what.reference : what.moving),
  });
}
