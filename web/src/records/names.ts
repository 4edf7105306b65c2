import { useQuery } from '@tanstack/react-query';
import { useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.gen.js';

type Product = components['schemas']['ProductDto'];
type Location = components['schemas']['LocationDto'];
type Person = components['schemas']['PersonOfSite'];

/** What a site's few things and people are called. */
export interface Names {
  readonly products: readonly Product[];
  readonly locations: readonly Location[];
  readonly people: readonly Person[];
  /** Code or name of an id; the id itself as long as it is not known. */
  readonly of: (id: string | undefined) => string;
}

const ALL = { limit: 200 };
const NOTHING: readonly never[] = [];

/** The names of the open site's products, locations and people. */
export function useNames(): Names {
  const { siteId } = useSite();
  const params = { path: { siteId }, query: ALL };
  const { data } = useQuery({
    queryKey: ['names', siteId],
    queryFn: async () => {
      const [products, locations, people] = await Promise.all([
        answer(api.GET('/api/v1/sites/{siteId}/products', { params })),
        answer(api.GET('/api/v1/sites/{siteId}/locations', { params })),
        answer(api.GET('/api/v1/sites/{siteId}/people', { params })),
      ]);
      const names = new Map<string, string>([
        ...products.items.map(({ productId, code }) => [productId, code] as const),
        ...locations.items.map(({ locationId, code }) => [locationId, code] as const),
        ...people.items.map(({ personId, displayName }) => [personId, displayName] as const),
      ]);
      return { products: products.items, locations: locations.items, people: people.items, names };
    },
  });
  return {
    products: data?.products ?? NOTHING,
    locations: data?.locations ?? NOTHING,
    people: data?.people ?? NOTHING,
    of: (id) => (id === undefined ? '' : (data?.names.get(id) ?? id)),
  };
}
