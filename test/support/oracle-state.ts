import { mgFromUg } from '../../src/domain/amounts.js';
import { type ContainerState, stateAfterTaking } from '../../src/domain/container.js';
import type { ProductFacts } from '../../src/domain/product.js';
import { checkSessionEnd } from '../../src/domain/session-balance.js';
import type { OutsideHolder } from '../../src/domain/holders.js';
import { reconcile, type Reconciliation } from '../../src/domain/reconciliation.js';
import type { Conclusions, DayBook } from './daybook.js';

export interface Session {
  readonly patient: string;
  readonly product: string;
  inHandUg: number;
}

/** Everything the oracle remembers. Containers are replaced, never changed: the rules see values. */
export class OracleState {
  readonly containers = new Map<string, ContainerState>();
  readonly sessions = new Map<string, Session>();
  readonly discrepancies = new Map<string, Record<string, string | number>>();
  private readonly moved = new Map<string, { intoStockUg: number; outOfStockUg: number }>();
  private readonly suspenseUg = new Map<string, number>();

  constructor(readonly book: DayBook) {}

  change(label: string, change: Partial<ContainerState>): void {
    this.containers.set(label, { ...(this.containers.get(label) as ContainerState), ...change });
  }

  /** `amountUg` positive: into stock; negative: out of it. */
  move(productId: string, holder: OutsideHolder, amountUg: number): void {
    const key = `${productId} ${holder}`;
    const sums = this.moved.get(key) ?? { intoStockUg: 0, outOfStockUg: 0 };
    if (amountUg > 0) sums.intoStockUg += amountUg;
    else sums.outOfStockUg -= amountUg;
    this.moved.set(key, sums);
  }

  suspend(productId: string, amountUg: number): void {
    this.suspenseUg.set(productId, (this.suspenseUg.get(productId) ?? 0) + amountUg);
  }

  /** Something was drawn or wasted from a container. */
  take(container: ContainerState, product: ProductFacts, amountUg: number): void {
    const bookUg = container.bookUg - amountUg;
    this.change(container.label, { bookUg, state: stateAfterTaking(product, bookUg) });
  }

  /** All of a container went outside. */
  leave(container: ContainerState, to: 'breakage' | 'reverse_distributor'): void {
    this.move(container.productId, to, -container.bookUg);
    this.change(container.label, { bookUg: 0, state: to === 'breakage' ? 'broken' : 'sent_out' });
  }

  openDiscrepancy(
    ref: string,
    kind: 'count' | 'close_out',
    where: Record<string, string | number>,
    { varianceUg }: { varianceUg: number },
  ): void {
    this.discrepancies.set(ref, { ref, kind, ...where, variance_mg: mgFromUg(varianceUg), status: 'open' });
  }

  sealedAt(productId: string, locationId?: string): number {
    return [...this.containers.values()].filter(
      (container) =>
        container.state === 'sealed' &&
        container.productId === productId &&
        (locationId === undefined || container.locationId === locationId),
    ).length;
  }

  reconciliationOf(productId: string): Reconciliation {
    const movedUg: Record<string, { intoStockUg: number; outOfStockUg: number }> = {};
    for (const [key, sums] of this.moved) {
      const [product, holder] = key.split(' ') as [string, string];
      if (product === productId) movedUg[holder] = sums;
    }
    const containers = [...this.containers.values()].filter((container) => container.productId === productId);
    const sessions = [...this.sessions.values()].filter((session) => session.product === productId);
    return reconcile({
      openingUg: {},
      movedUg,
      closingUg: {
        container: containers.reduce((sum, { bookUg }) => sum + bookUg, 0),
        in_hand: sessions.reduce((sum, { inHandUg }) => sum + inHandUg, 0),
        suspense: this.suspenseUg.get(productId) ?? 0,
      },
    });
  }

  conclusions(): Omit<Conclusions, 'rows' | 'accepted' | 'replayed' | 'refused'> {
    return {
      reconciliation: [...this.book.products.keys()].map((product) => this.reconciliationRow(product)),
      openContainers: this.containersIn('open'),
      quarantined: this.containersIn('quarantined'),
      sessions: this.sessions.size,
      sessionsNotBalanced: [...this.sessions]
        .filter(([, session]) => checkSessionEnd(session) !== undefined)
        .map(([ref, { patient, inHandUg }]) => ({ session: ref, patient, in_hand_mg: mgFromUg(inHandUg) })),
      discrepancies: [...this.discrepancies.values()],
    };
  }

  private reconciliationRow(product: string): Record<string, string | number> {
    const figures = this.reconciliationOf(product);
    return {
      product,
      opening_mg: mgFromUg(figures.openingUg),
      received_mg: mgFromUg(figures.receivedUg),
      overfill_gain_mg: mgFromUg(figures.overfillGainUg),
      administered_mg: mgFromUg(figures.administeredUg),
      wasted_mg: mgFromUg(figures.wastedUg),
      broken_mg: mgFromUg(figures.brokenUg),
      sent_out_mg: mgFromUg(figures.sentOutUg),
      close_out_shortage_mg: mgFromUg(figures.closeOutShortageUg),
      in_suspense_mg: mgFromUg(figures.inSuspenseUg),
      in_hand_mg: mgFromUg(figures.inHandUg),
      closing_book_mg: mgFromUg(figures.closingBookUg),
      sealed_containers: this.sealedAt(product),
    };
  }

  private containersIn(state: ContainerState['state']): Record<string, string>[] {
    return [...this.containers.values()]
      .filter((container) => container.state === state)
      .map(({ label, productId, locationId, bookUg }) => ({
        container: label,
        product: productId,
        location: locationId,
        book_mg: mgFromUg(bookUg),
      }));
  }
}
