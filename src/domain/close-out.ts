import { isExplained, type MeasuredVial, percentText } from './tolerance.js';

/**
 * `overfill_gain` comes from outside, `close_out_shortage` goes outside; a `discrepancy` is held in suspense until it
 * is explained.
 */
export type CloseOutClass = 'exact' | 'overfill_gain' | 'close_out_shortage' | 'discrepancy';

export interface CloseOut {
  /** measured - book, µg: what must be added to the book so that it says what was measured. */
  readonly varianceUg: number;
  /** The same in percent of the label amount, two decimals. */
  readonly percentOfLabel: string;
  readonly class: CloseOutClass;
}

/**
 * How a vial that has given its last drop is closed (daybook/README.md, `close_out`; regulations.md section 8). A gain
 * above the USP excess is no overfill: more came out than was ever in, so it is a discrepancy as a large shortage is.
 * Throws AmountError for a tolerance that is no percentage.
 */
export function closeOut(vial: MeasuredVial): CloseOut {
  const varianceUg = vial.measuredUg - vial.bookUg;
  return { varianceUg, percentOfLabel: percentText(varianceUg, vial.labelUg), class: classOf(vial, varianceUg) };
}

function classOf(vial: MeasuredVial, varianceUg: number): CloseOutClass {
  if (varianceUg === 0) return 'exact';
  if (!isExplained(vial)) return 'discrepancy';
  return varianceUg > 0 ? 'overfill_gain' : 'close_out_shortage';
}
