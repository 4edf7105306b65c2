import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';

export type Receipt = components['schemas']['ReceiptListedDto'];
export type ReceiptDetails = components['schemas']['ReceiptDetailsDto'];

export interface ReceiptFilter {
  readonly supplierId?: string;
  readonly invoice?: string;
  readonly counted?: 'agrees' | 'differs';
}

/** Receipts, the last first, a page after the other. */
export function useReceipts(siteId: string, filter: ReceiptFilter) {
  return useInfiniteQuery({
    queryKey: ['receipts', siteId, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/sites/{siteId}/receipts', {
          params: { path: { siteId }, query: { limit: 100, ...filter, ...(cursor === undefined ? {} : { cursor }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** A delivery: all receipts under one invoice of one supplier, with their containers. */
export function useDelivery(siteId: string, receiptId: string) {
  return useQuery({
    queryKey: ['delivery', siteId, receiptId],
    queryFn: async (): Promise<ReceiptDetails[]> => {
      const one = await receipt(siteId, receiptId);
      const { supplierId, invoice } = one;
      const query = { supplierId, invoice, limit: 200 };
      const { items } = await answer(
        api.GET('/api/v1/sites/{siteId}/receipts', { params: { path: { siteId }, query } }),
      );
      const others = items.filter((other) => other.receiptId !== receiptId);
      const all = [one, ...(await Promise.all(others.map((other) => receipt(siteId, other.receiptId))))];
      return all.sort((a, b) => a.seq - b.seq);
    },
  });
}

function receipt(siteId: string, receiptId: string): Promise<ReceiptDetails> {
  return answer(api.GET('/api/v1/sites/{siteId}/receipts/{receiptId}', { params: { path: { siteId, receiptId } } }));
}
