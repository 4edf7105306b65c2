import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from './client.js';
import type { components } from './schema.gen.js';

export type Product = components['schemas']['ProductDto'];
export type Location = components['schemas']['LocationDto'];
export type Supplier = components['schemas']['SupplierDto'];

const PAGE = 200;

/** All of a list that is short: what a site uses is tens of products and places, not thousands. */
async function all<Item>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; nextCursor?: string }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor !== undefined);
  return items;
}

const queryOf = (cursor: string | undefined) => ({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });

/** Products of the site, those no longer used too; and each by its id. */
export function useProducts(siteId: string) {
  const { data, isSuccess } = useQuery({
    queryKey: ['products', siteId],
    queryFn: () =>
      all((cursor) =>
        answer(api.GET('/api/v1/sites/{siteId}/products', { params: { path: { siteId }, query: queryOf(cursor) } })),
      ),
  });
  const byId = useMemo(() => new Map((data ?? []).map((one) => [one.productId, one])), [data]);
  return { products: data ?? NONE_OF_THEM, byId, isSuccess };
}

const NONE_OF_THEM: readonly Product[] = [];

export function useLocations(siteId: string) {
  const { data, isSuccess } = useQuery({
    queryKey: ['locations', siteId],
    queryFn: () =>
      all((cursor) =>
        answer(api.GET('/api/v1/sites/{siteId}/locations', { params: { path: { siteId }, query: queryOf(cursor) } })),
      ),
  });
  const byId = useMemo(() => new Map((data ?? []).map((one) => [one.locationId, one])), [data]);
  return { locations: data ?? NOWHERE, byId, isSuccess };
}

const NOWHERE: readonly Location[] = [];

export function useSuppliers(siteId: string) {
  return useQuery({
    queryKey: ['suppliers', siteId],
    queryFn: () =>
      all((cursor) =>
        answer(api.GET('/api/v1/sites/{siteId}/suppliers', { params: { path: { siteId }, query: queryOf(cursor) } })),
      ),
  });
}
