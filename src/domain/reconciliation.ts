import type { InsideHolder, OutsideHolder } from './holders.js';

/**
 * What moved between the stock and one outside holder, µg, each direction for itself. A reversal takes off the direction
 * it reverses, so a period that has only the reversal shows less than nothing.
 */
export interface Moved {
  readonly intoStockUg?: number;
  readonly outOfStockUg?: number;
}

/** Sums of one product (or any part of the ledger that no movement crosses unseen) over a period. Absent is zero. */
export interface ReconciliationSums {
  /** Balances just before the period. */
  readonly openingUg: Partial<Readonly<Record<InsideHolder, number>>>;
  readonly movedUg: Partial<Readonly<Record<OutsideHolder, Moved>>>;
  /** What crossed the border of a part of the site (a location) from or to its other parts; none for a whole site. */
  readonly acrossUg?: Moved;
  /** Balances at its end, read independently of the movements: the identity compares the two. */
  readonly closingUg: Partial<Readonly<Record<InsideHolder, number>>>;
}

/** The figures of a reconciliation in µg. Ways out are positive; a reversal takes off what it reverses. */
export interface Reconciliation {
  /** Everything inside before the period: containers, in hand, in suspense, in transit. */
  readonly openingUg: number;
  readonly receivedUg: number;
  readonly overfillGainUg: number;
  readonly transferredInUg: number;
  /** From other locations of the site. */
  readonly movedInUg: number;
  readonly administeredUg: number;
  readonly wastedUg: number;
  readonly brokenUg: number;
  readonly destroyedUg: number;
  readonly sentOutUg: number;
  readonly transferredOutUg: number;
  readonly closeOutShortageUg: number;
  /** To other locations of the site. */
  readonly movedOutUg: number;
  /** Substance written off after an investigation. */
  readonly lostUg: number;
  readonly inTransitUg: number;
  readonly inSuspenseUg: number;
  readonly inHandUg: number;
  /** The book amount of all containers, quarantined ones among them. */
  readonly closingBookUg: number;
  /** Opening and ways in, less ways out and everything inside at the end: 0 where nothing was changed unseen. */
  readonly differenceUg: number;
  readonly holds: boolean;
}

/**
 * opening + received + overfill gain + transferred in + moved in = administered + wasted + broken + destroyed +
 * sent out + transferred out + moved out + close-out shortage + lost + in transit + in suspense + in hand + closing book
 * (daybook/README.md, "Rules"; regulations.md section 8, "Registration").
 */
export function reconcile(sums: ReconciliationSums): Reconciliation {
  const cameFrom = (holder: OutsideHolder) => intoStock(sums, holder) - outOfStock(sums, holder);
  const wentTo = (holder: OutsideHolder) => outOfStock(sums, holder) - intoStock(sums, holder);
  const ways = {
    in: {
      receivedUg: cameFrom('supplier'),
      overfillGainUg: cameFrom('overfill'),
      transferredInUg: intoStock(sums, 'other_registrant'),
      movedInUg: sums.acrossUg?.intoStockUg ?? 0,
    },
    out: {
      administeredUg: wentTo('patient'),
      wastedUg: wentTo('waste'),
      brokenUg: wentTo('breakage'),
      destroyedUg: wentTo('destroyed'),
      sentOutUg: wentTo('reverse_distributor'),
      transferredOutUg: outOfStock(sums, 'other_registrant'),
      closeOutShortageUg: wentTo('close_out_shortage'),
      movedOutUg: sums.acrossUg?.outOfStockUg ?? 0,
      lostUg: wentTo('loss'),
    },
    inside: {
      inTransitUg: sums.closingUg.in_transit ?? 0,
      inSuspenseUg: sums.closingUg.suspense ?? 0,
      inHandUg: sums.closingUg.in_hand ?? 0,
      closingBookUg: sums.closingUg.container ?? 0,
    },
  };
  const openingUg = total(sums.openingUg);
  const differenceUg = openingUg + total(ways.in) - total(ways.out) - total(ways.inside);
  return { openingUg, ...ways.in, ...ways.out, ...ways.inside, differenceUg, holds: differenceUg === 0 };
}

function intoStock(sums: ReconciliationSums, holder: OutsideHolder): number {
  return sums.movedUg[holder]?.intoStockUg ?? 0;
}

function outOfStock(sums: ReconciliationSums, holder: OutsideHolder): number {
  return sums.movedUg[holder]?.outOfStockUg ?? 0;
}

function total(amounts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(amounts).reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}
