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
