import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { useMay, useSite } from '../../access/site.js';
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

/** Whose records are asked for. */
export interface About {
  readonly containerId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly personId?: string | undefined;
}

/**
 * The records about a vial, a session or a person within a period, the oldest first: from the log for who may read it, else
 * what may be seen of their history.
 */
export function useEntries(about: About, { from, until }: { from: string; until: string }) {
  const { siteId } = useSite();
  const mayReadLog = useMay()('log:read');
  const { containerId, sessionId, personId } = about;
  return useInfiniteQuery({
    queryKey: ['entries', siteId, about, from, until, mayReadLog],
    enabled: (containerId ?? sessionId ?? personId) !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { from, to: until, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) };
      if (mayReadLog) {
        const subject = containerId ?? sessionId;
        const of = subject === undefined ? { actor: personId as string } : { subject };
        return answer(
          api.GET('/api/v1/sites/{siteId}/log', { params: { path: { siteId }, query: { ...of, ...query } } }),
        );
      }
      if (containerId !== undefined) {
        const params = { path: { siteId, container: containerId }, query };
        return answer(api.GET('/api/v1/sites/{siteId}/containers/{container}/history', { params }));
      }
      if (sessionId !== undefined) {
        const params = { path: { siteId, sessionId }, query };
        return answer(api.GET('/api/v1/sites/{siteId}/sessions/{sessionId}/history', { params }));
      }
      const params = { path: { siteId, personId: personId as string }, query };
      return answer(api.GET('/api/v1/sites/{siteId}/people/{personId}/acts', { params }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
