import { mgFromUg, mlFromUl, AmountError, volumeOfUg } from '../amounts.js';
import { findContainer } from '../ledger/container-ref.js';
import type { Outcome } from '../ledger/outcome.js';
import type { ProductRow } from '../ledger/rows.js';
import type { LedgerState } from '../ledger/state.js';
import { refuse, type Refusal } from '../refusal.js';

/**
 * Somebody looks at the book amount of a container. Counts are blind (design.md section 1; regulations.md section 4,
 * `count`): no list carries it, only who reads reports may ask, and each look is a record about the container, so that
 * whoever audits a count sees who had looked before it. Must see the container and its product. Refuses `not_found`.
 */
export function readBook(labelOrId: string): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const container = findContainer(state, labelOrId);
    if (!container) return refuse('not_found', { field: 'container' });
    const { containerId, label, productId } = container;
    const bookUg = state.bookUg(containerId);
    return {
      act: { container: label },
      subjects: [containerId],
      answer: {
        containerId,
        label,
        state: container.state,
        bookAmountMg: mgFromUg(bookUg),
        ...measured(state.find('product', 'productId', productId), bookUg),
      },
    };
  };
}

/** The same in what is drawn: mL where that is exact, whole devices. */
function measured(
  product: ProductRow | undefined,
  bookUg: number,
): { bookVolumeMl?: string; bookDeviceCount?: number } {
  if (product?.deviceAmountUg) return { bookDeviceCount: bookUg / product.deviceAmountUg };
  if (!product?.strengthUgPerMl) return {};
  try {
    return { bookVolumeMl: mlFromUl(volumeOfUg({ amountUg: bookUg, strengthUgPerMl: product.strengthUgPerMl })) };
  } catch (error) {
    if (error instanceof AmountError) return {};
    throw error;
  }
}
