import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import type { Period } from '../../records/periods.js';

type Schemas = components['schemas'];

/** A chart is small: all its pages are read. */
async function all<Row>(
  page: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor?: string }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    rows.push(...items);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return rows;
}

const asked = (siteId: string, period: Period, cursor: string | undefined, more: object = {}) => ({
  params: { path: { siteId }, query: { ...period, ...more, limit: 200, ...(cursor ? { cursor } : {}) } },
});

export function useStockByDay(period: Period) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['stock-by-day', siteId, period],
    queryFn: () =>
      all<Schemas['StockOfDayRow']>((cursor) =>
        answer(api.GET('/api/v1/sites/{siteId}/reports/stock-by-day', asked(siteId, period, cursor))),
      ),
  });
}

export function useWasteByPerson(period: Period) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['waste-by-person', siteId, period],
    queryFn: () =>
      all<Schemas['WasteOfPersonRow']>((cursor) =>
        answer(api.GET('/api/v1/sites/{siteId}/reports/waste-by-person', asked(siteId, period, cursor))),
      ),
  });
}
