import { useInfiniteQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';

/** All records about something, the oldest first. */
export function useStory(subject: string) {
  const { siteId } = useSite();
  return useInfiniteQuery({
    queryKey: ['story', siteId, subject],
    enabled: subject !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { subject, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) };
      return answer(api.GET('/api/v1/sites/{siteId}/log', { params: { path: { siteId }, query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
