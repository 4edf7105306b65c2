import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';

export interface Found {
  readonly container: components['schemas']['ContainerDto'];
  readonly product: components['schemas']['ProductDto'] | undefined;
}

/** A container by its label, and its product. */
export function useContainer(label: string) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['container-and-product', siteId, label],
    queryFn: async (): Promise<Found> => {
      const [container, products] = await Promise.all([
        answer(
          api.GET('/api/v1/sites/{siteId}/containers/{container}', { params: { path: { siteId, container: label } } }),
        ),
        answer(api.GET('/api/v1/sites/{siteId}/products', { params: { path: { siteId }, query: { limit: 200 } } })),
      ]);
      return { container, product: products.items.find(({ productId }) => productId === container.productId) };
    },
  });
}

export function usePolicy() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['site-policy', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}', { params: { path: { siteId } } })),
    select: ({ policy }) => policy,
  });
}
