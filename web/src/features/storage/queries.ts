import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { usePagesInSight } from '../../api/pages-in-sight.js';
import type { components } from '../../api/schema.gen.js';

export type Container = components['schemas']['ContainerDto'];

export const SHOWN = ['in_stock', 'sealed', 'open', 'soon', 'unusable', 'ever'] as const;
export type Shown = (typeof SHOWN)[number];

export interface StockFilter {
  readonly show: Shown;
  readonly location?: string;
  readonly product?: string;
  /** The list begins with this last day. */
  readonly from?: string;
}

/** A page holds as many as the interface gives: whoever scrolls through a hundred thousand waits less often. */
const PAGE = 200;

/** Containers by their last day; of a long list, those in sight. */
export function useContainers(siteId: string, filter: StockFilter, soonBefore: string) {
  const { show, location, product, from } = filter;
  const shown = {
    in_stock: { show: 'in_stock' },
    sealed: { state: 'sealed' },
    open: { state: 'open' },
    soon: { show: 'in_stock', expiringBefore: soonBefore },
    unusable: { show: 'unusable' },
    ever: {},
  } as const;
  return usePagesInSight({
    size: PAGE,
    page: (cursor) => ({
      queryKey: ['containers', siteId, show, location, product, from, soonBefore, cursor],
      queryFn: () =>
        answer(
          api.GET('/api/v1/sites/{siteId}/containers', {
            params: {
              path: { siteId },
              query: {
                limit: PAGE,
                ...shown[show],
                ...(location === undefined ? {} : { locationId: location }),
                ...(product === undefined ? {} : { productId: product }),
                ...(from === undefined ? {} : { lastDayFrom: from }),
                ...(cursor === undefined ? {} : { cursor }),
              },
            },
          }),
        ),
    }),
  });
}

/** All that was recorded of a container, the oldest first. */
export function useLife(siteId: string, container: string) {
  return useQuery({
    queryKey: ['life', siteId, container],
    queryFn: async () => {
      const items: components['schemas']['RecordView'][] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const page = await answer(
          api.GET('/api/v1/sites/{siteId}/containers/{container}/history', {
            params: { path: { siteId, container }, query },
          }),
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return items;
    },
  });
}

/** The first of the two days after which a container may not be used. */
export function lastDayOf({ expiresOn, beyondUseOn }: Container): string {
  return beyondUseOn !== undefined && beyondUseOn < expiresOn ? beyondUseOn : expiresOn;
}

export const IN_USE: readonly Container['state'][] = ['sealed', 'taken', 'open', 'quarantined'];
