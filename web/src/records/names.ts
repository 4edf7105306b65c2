import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useSite } from '../access/site.js';
import type { Location, Product } from '../api/catalog.js';
import { locationsOf, peopleOf, productsOf } from '../api/reads.js';
import type { components } from '../api/schema.gen.js';

type Person = components['schemas']['PersonOfSite'];

/** What a site's few things and people are called. */
export interface Names {
  readonly products: readonly Product[];
  readonly locations: readonly Location[];
  readonly people: readonly Person[];
  /** Code or name of an id; the id itself as long as it is not known. */
  readonly of: (id: string | undefined) => string;
}

const NOTHING: readonly never[] = [];

/** The names of the open site's products, locations and people. */
export function useNames(): Names {
  const { siteId } = useSite();
  return useQueries({ queries: [productsOf(siteId), locationsOf(siteId), peopleOf(siteId)], combine: namesOf });
}

type Read<Item> = Pick<UseQueryResult<Item[]>, 'data'>;

function namesOf([products, locations, people]: [Read<Product>, Read<Location>, Read<Person>]): Names {
  const names = new Map<string, string>([
    ...(products.data ?? NOTHING).map(({ productId, code }) => [productId, code] as const),
    ...(locations.data ?? NOTHING).map(({ locationId, code }) => [locationId, code] as const),
    ...(people.data ?? NOTHING).map(({ personId, displayName }) => [personId, displayName] as const),
  ]);
  return {
    products: products.data ?? NOTHING,
    locations: locations.data ?? NOTHING,
    people: people.data ?? NOTHING,
    of: (id) => (id === undefined ? '' : (names.get(id) ?? id)),
  };
}
