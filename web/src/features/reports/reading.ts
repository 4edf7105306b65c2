import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { exportedOf, type Exported } from '../../paper/exported.js';
import type { FileFormat } from '../../paper/use-paper.js';
import type { Period } from '../../records/periods.js';
import type { Dimension, Row } from './figures.js';

type Schemas = components['schemas'];
type Told = Pick<
  Schemas['ReconciliationByProductPage'],
  'period' | 'holds' | 'reversals' | 'moreReversals' | 'lateEntries' | 'moreLateEntries'
>;
/** A reconciliation as the ledger answers it, of whatever it is about. */
export type ReconciliationPage = Told & { readonly items: readonly Row[]; readonly nextCursor?: string };

export interface Asked {
  readonly by: Dimension;
  readonly period: Period;
  readonly filters: Readonly<Record<string, string | undefined>>;
}

/** The rows of a reconciliation, page after page. */
export function useReconciliation({ by, period, filters }: Asked, enabled = true) {
  const { siteId } = useSite();
  return useInfiniteQuery({
    queryKey: ['reconciliation', siteId, by, period, filters],
    enabled,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }): Promise<ReconciliationPage> => {
      const query = { by, ...period, ...filters, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { siteId }, query };
      return (await answer(api.GET('/api/v1/sites/{siteId}/reports/reconciliation', { params }))) as ReconciliationPage;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The whole of a reconciliation as a file: a record of the log. */
export function reconciliationFile(
  siteId: string,
  { by, period, filters }: Asked,
  format: FileFormat,
): Promise<Exported> {
  const params = { path: { siteId }, query: { by, ...period, ...filters, format } };
  return exportedOf(api.GET('/api/v1/sites/{siteId}/reports/reconciliation', { params, parseAs: 'text' }));
}

/** The records about something within a period, the oldest first. */
export function useEntries(of: { subject?: string; actor?: string; from?: string; until?: string }) {
  const { siteId } = useSite();
  const { subject, actor, from, until } = of;
  return useInfiniteQuery({
    queryKey: ['entries', siteId, of],
    enabled: from !== undefined && until !== undefined && (subject !== undefined || actor !== undefined),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const about = subject === undefined ? { actor: actor as string } : { subject };
      const query = {
        ...about,
        from: from as string,
        to: until as string,
        limit: 100,
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return answer(api.GET('/api/v1/sites/{siteId}/log', { params: { path: { siteId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
