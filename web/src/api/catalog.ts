import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { all, queryOf } from './all.js';
import { answer, api } from './client.js';
import type { components } from './schema.gen.js';

export type Product = components['schemas']['ProductDto'];
export type Location = components['schemas']['LocationDto'];
export type Supplier = components['schemas']['SupplierDto'];

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
