import { ugFromMg } from './amounts.js';

export interface MeasuredVial {
  /** What the ledger says is left, µg; below zero where overfill was drawn. */
  readonly bookUg: number;
  readonly measuredUg: number;
  readonly labelUg: number;
  /** USP <1151> excess of the label size, µg. */
  readonly overfillAllowanceUg: number;
  /** Site policy, percent of the label amount as a decimal text with at most three decimals: `"3"`. */
  readonly shortageTolerancePercent: string;
}

/**
 * Whether measured minus book is what overfill and the syringes' hubs explain: at most the USP excess above, at most
 * the tolerance below (daybook/README.md, "Rules"; regulations.md section 8, "Recommended rule"). Both limits are
 * inside. Throws AmountError for a percentage that is none.
 */
export function isExplained(vial: MeasuredVial): boolean {
  const varianceUg = vial.measuredUg - vial.bookUg;
  if (varianceUg >= 0) return varianceUg <= vial.overfillAllowanceUg;
  // Thousandths of a percent, so that the comparison is one of integers.
  const tolerance = BigInt(ugFromMg(vial.shortageTolerancePercent));
  return BigInt(-varianceUg) * 100_000n <= BigInt(vial.labelUg) * tolerance;
}

/** `partUg` in percent of `wholeUg` with two decimals, halves away from zero: `"-4.00"`. `wholeUg` is positive. */
export function percentText(partUg: number, wholeUg: number): string {
  const magnitude = BigInt(Math.abs(partUg));
  const whole = BigInt(wholeUg);
  const hundredths = (magnitude * 20_000n + whole) / (2n * whole);
  const digits = hundredths.toString().padStart(3, '0');
  return `${partUg < 0 && hundredths > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
