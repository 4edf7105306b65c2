import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import type { Period } from '../../records/periods.js';

type Schemas = components['schemas'];
export type OpenMatter = Schemas['OpenMatterRow'];
export type LogState = Schemas['LogStateDto'];
export type Alarm = Schemas['AlarmDto'];

const KINDS = ['unbalanced_session', 'pending_waste', 'discrepancy', 'past_use'] as const;
export type Kind = (typeof KINDS)[number];
export { KINDS };

/** Everything that waits for somebody, the oldest first. */
export function useOpenMatters() {
  const { siteId } = useSite();
  const params = { path: { siteId }, query: { limit: 200 } };
  return useQuery({
    queryKey: ['open-matters', siteId],
    queryFn: async () => (await answer(api.GET('/api/v1/sites/{siteId}/reports/open-matters', { params }))).items,
  });
}

/** So many pages of late entries are read and counted; a clinic that has more has another question first. */
const LATE_PAGES = 5;

/** How many entries of a period came late: exactly, unless there are so many that counting them is no help (`more`). */
export function useLate(period: Period) {
  const { siteId } = useSite();
  const params = { path: { siteId }, query: { ...period, limit: 200 } };
  return useQuery({
    queryKey: ['late-of-morning', siteId, period],
    queryFn: async () => {
      let count = 0;
      let cursor: string | undefined;
      for (let nth = 0; nth < LATE_PAGES; nth += 1) {
        const query = { ...params.query, ...(cursor === undefined ? {} : { cursor }) };
        const page = await answer(
          api.GET('/api/v1/sites/{siteId}/reports/late-entries', { params: { ...params, query } }),
        );
        count += page.items.filter(({ late }) => late).length;
        cursor = page.nextCursor;
        if (cursor === undefined) break;
      }
      return { count, more: cursor !== undefined };
    },
  });
}

/** How often somebody was refused what, day by day. */
export function useRefusedByDay(period: Period) {
  const { siteId } = useSite();
  const params = { path: { siteId }, query: { ...period, limit: 200 } };
  return useQuery({
    queryKey: ['refused-by-day', siteId, period],
    queryFn: async () => (await answer(api.GET('/api/v1/sites/{siteId}/reports/refused-by-day', { params }))).items,
  });
}

/** How far the log is signed, the alarms that are open, and what its last verification came to. */
export function useLogState() {
  const { siteId } = useSite();
  const path = { siteId };
  return useQuery({
    queryKey: ['log-state', siteId],
    queryFn: async () => {
      const newest = { type: 'verification', first: 'newest' as const, limit: 1 };
      const [state, alarms, log] = await Promise.all([
        answer(api.GET('/api/v1/sites/{siteId}/log-state', { params: { path } })),
        answer(api.GET('/api/v1/sites/{siteId}/alarms', { params: { path, query: { status: 'open', limit: 50 } } })),
        answer(api.GET('/api/v1/sites/{siteId}/log', { params: { path, query: newest } })),
      ]);
      const [verification] = log.items;
      return { state, alarms: alarms.items, verification };
    },
  });
}
