import { useQueries } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import type { Product } from '../../api/catalog.js';
import { containerOf, productsOf } from '../../api/reads.js';
import type { components } from '../../api/schema.gen.js';

export type PendingWaste = components['schemas']['PendingWasteListedDto'];

export interface Found {
  readonly container: components['schemas']['ContainerDto'];
  readonly product: Product | undefined;
}

/** A container by its label, and its product; `found` when both have been read. */
export function useContainer(label: string) {
  const { siteId } = useSite();
  const [container, products] = useQueries({ queries: [containerOf(siteId, label), productsOf(siteId)] });
  const found: Found | undefined = container.data &&
    products.data && {
      container: container.data,
      product: products.data.find(({ productId }) => productId === container.data.productId),
    };
  return {
    found,
    isError: found === undefined && (container.isError || products.isError),
    refetch: () => Promise.all([container.refetch(), products.refetch()]),
  };
}
