import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { RecordView } from '../../records/record-words.js';

/** So many records are fetched at a time, from numbers that are multiples of it: a block is the same whoever asks. */
const BLOCK = 100;

export interface LogSearch {
  readonly type?: string;
  readonly actor?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A row of the log that may not be there yet. */
export type LogRow = Pick<RecordView, 'seq'> & { readonly record?: RecordView };

/** How many records the log has. */
export function useLogSize(): number | undefined {
  const { siteId } = useSite();
  const { data } = useQuery({
    queryKey: ['head', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/head', { params: { path: { siteId } } })),
  });
  return data?.size;
}

/** The whole log, the newest first, of which only the blocks in sight are fetched: it scrolls however long it is. */
export function useWholeLog(size: number | undefined, shown: readonly [number, number]): readonly LogRow[] {
  const { siteId } = useSite();
  const all = size ?? 0;
  const blocks = size === undefined ? [] : blocksBetween(all - 1 - shown[1], all - 1 - shown[0]);
  const found = useQueries({
    queries: blocks.map((block) => ({
      // The log is append-only: a full block never changes.
      queryKey: ['log-block', siteId, block, Math.min(all, (block + 1) * BLOCK)],
      staleTime: 'static' as const,
      queryFn: () => {
        const query = { limit: BLOCK, ...(block === 0 ? {} : { beyondSeq: block * BLOCK - 1 }) };
        return answer(api.GET('/api/v1/sites/{siteId}/log', { params: { path: { siteId }, query } }));
      },
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => data?.items ?? []).map((one) => [one.seq, one])),
  });
  return useMemo(
    () =>
      Array.from({ length: all }, (_, index): LogRow => {
        const seq = all - 1 - index;
        const record = found.get(seq);
        return record ? { seq, record } : { seq };
      }),
    [all, found],
  );
}

function blocksBetween(firstSeq: number, lastSeq: number): readonly number[] {
  const first = Math.floor(Math.max(0, firstSeq) / BLOCK);
  const last = Math.floor(Math.max(0, lastSeq) / BLOCK);
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

/** What a search finds, the newest first, page after page. */
export function useLogSearch(search: LogSearch, enabled: boolean) {
  const { siteId } = useSite();
  return useInfiniteQuery({
    queryKey: ['log', siteId, search],
    enabled,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { ...search, first: 'newest' as const, limit: BLOCK, ...(pageParam ? { cursor: pageParam } : {}) };
      return answer(api.GET('/api/v1/sites/{siteId}/log', { params: { path: { siteId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
