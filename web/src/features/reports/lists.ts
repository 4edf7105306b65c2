import { useInfiniteQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.gen.js';
import { exportedOf, type Exported } from '../../paper/exported.js';
import type { FileFormat } from '../../paper/use-paper.js';
import type { ListName, ListRows } from './list-rows.js';

/** What a list is asked for besides its period. */
export const FILTERS = ['productId', 'locationId', 'personId', 'code'] as const;
export type Filter = (typeof FILTERS)[number];

export interface ListKind {
  readonly name: ListName;
  readonly filters: readonly Filter[];
  /** Of a period; otherwise of now. */
  readonly ofPeriod: boolean;
  /** Reading it is reading patients' data: it is shown when asked for, once, and recorded. */
  readonly ofPatients?: boolean;
}

export const LISTS: readonly ListKind[] = [
  { name: 'stock', filters: ['productId', 'locationId'], ofPeriod: false },
  { name: 'open-vials', filters: ['productId', 'locationId'], ofPeriod: false },
  { name: 'receipts', filters: ['productId', 'locationId'], ofPeriod: true },
  {
    name: 'administration-log',
    filters: ['productId', 'locationId', 'personId'],
    ofPeriod: true,
    ofPatients: true,
  },
  { name: 'wastage-log', filters: ['productId', 'locationId', 'personId'], ofPeriod: true },
  { name: 'counts', filters: ['productId', 'locationId'], ofPeriod: true },
  { name: 'discrepancies', filters: ['productId', 'locationId'], ofPeriod: true },
  { name: 'late-entries', filters: ['locationId', 'personId'], ofPeriod: true },
  { name: 'refused-attempts', filters: ['personId', 'code'], ofPeriod: true },
];

/** A list's name as the words of this feature have it. */
export function wordOf(name: ListName) {
  return `report_${name.replaceAll('-', '_')}` as 'report_wastage_log';
}

type Query = Readonly<Record<string, string | number | undefined>>;
/** All lists of the reports are asked for in the same way; the path alone tells which. */
type ListPath = Extract<keyof paths, '/api/v1/sites/{siteId}/reports/wastage-log'>;

function get(siteId: string, name: ListName, query: Query, more: object = {}) {
  const params = { path: { siteId }, query: query as { from: string; to: string } };
  return api.GET(`/api/v1/sites/{siteId}/reports/${name}` as ListPath, { params, ...more });
}

/**
 * The rows of a list, page after page. One of patients' data is read only when asked (`fetchNextPage`) and never by itself again:
 * each reading is a record.
 */
export function useList<L extends ListName>(kind: ListKind & { name: L }, query: Query) {
  const { siteId } = useSite();
  return useInfiniteQuery({
    queryKey: ['report', siteId, kind.name, query],
    enabled: !kind.ofPatients,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const asked = { ...query, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) };
      return (await answer(get(siteId, kind.name, asked))) as unknown as {
        items: ListRows[L][];
        nextCursor?: string;
      };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The whole of a list as a file: a record of the log. */
export function listFile(siteId: string, name: ListName, query: Query, format: FileFormat): Promise<Exported> {
  return exportedOf(get(siteId, name, { ...query, format }, { parseAs: 'text' }));
}
