import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { locationsOf, prescribersOf, productsOf, suppliersOf } from './reads.js';
import type { components } from './schema.gen.js';

export type Product = components['schemas']['ProductDto'];
export type Location = components['schemas']['LocationDto'];
export type Supplier = components['schemas']['SupplierDto'];
export type Prescriber = components['schemas']['PrescriberDto'];

/** Products of the site, those no longer used too; those that are; and each by its id. */
export function useProducts(siteId: string) {
  const { items: products, ...rest } = useListed(useQuery(productsOf(siteId)), productIdOf);
  return { products, ...rest };
}

/** Rooms, safes and cabinets of the site, in the same way. */
export function useLocations(siteId: string) {
  const { items: locations, ...rest } = useListed(useQuery(locationsOf(siteId)), locationIdOf);
  return { locations, ...rest };
}

/** Who sends stock, in the same way. */
export function useSuppliers(siteId: string) {
  const { items: suppliers, ...rest } = useListed(useQuery(suppliersOf(siteId)), supplierIdOf);
  return { suppliers, ...rest };
}

/** Who orders doses at the site, in the same way. */
export function usePrescribers(siteId: string) {
  const { items: prescribers, ...rest } = useListed(useQuery(prescribersOf(siteId)), prescriberIdOf);
  return { prescribers, ...rest };
}

const productIdOf = ({ productId }: Product) => productId;
const locationIdOf = ({ locationId }: Location) => locationId;
const supplierIdOf = ({ supplierId }: Supplier) => supplierId;
const prescriberIdOf = ({ prescriberId }: Prescriber) => prescriberId;
const NONE: readonly never[] = [];

function useListed<Item extends { readonly active: boolean }>(
  { data = NONE, isSuccess }: { readonly data: readonly Item[] | undefined; readonly isSuccess: boolean },
  idOf: (one: Item) => string,
) {
  const listed = useMemo(
    () => ({
      items: data,
      inUse: data.filter(({ active }) => active),
      byId: new Map(data.map((one) => [idOf(one), one])),
    }),
    [data, idOf],
  );
  return { ...listed, isSuccess };
}
