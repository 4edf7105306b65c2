import { isExplained, type MeasuredVial } from './tolerance.js';

/** What a count found: counts move no stock, they open discrepancies (daybook/README.md, "Rules"). */
export interface CountResult {
  /** Counted or measured minus book, µg. */
  readonly varianceUg: number;
  readonly isDiscrepancy: boolean;
}

/** Sealed containers of a product at a location: any difference is a discrepancy. `labelUg` is that of one container. */
export function countSealed(of: {
  readonly countedContainers: number;
  readonly bookContainers: number;
  readonly labelUg: number;
}): CountResult & { readonly varianceContainers: number } {
  const varianceContainers = of.countedContainers - of.bookContainers;
  return { varianceContainers, varianceUg: varianceContainers * of.labelUg, isDiscrepancy: varianceContainers !== 0 };
}

/**
 * An open vial that was measured: a discrepancy when it is more than the USP excess above the book, or more than the
 * tolerance below it. Throws AmountError for a tolerance that is no percentage.
 */
export function countOpenVial(vial: MeasuredVial): CountResult {
  return { varianceUg: vial.measuredUg - vial.bookUg, isDiscrepancy: !isExplained(vial) };
}
