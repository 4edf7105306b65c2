/** Papers that labels are printed on. The measures are in labels.css, whose `@page` rules bear these names. */
export const LABEL_SIZES = ['roll57x32', 'roll62x29', 'roll50x25', 'letter30', 'a4x21'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];

/** Labels on a sheet; a roll has one after the other. */
export const ON_A_SHEET: Readonly<Partial<Record<LabelSize, number>>> = { letter30: 30, a4x21: 21 };

const KEPT_UNDER = 'countersign.labels';

/** The paper last used on this device: it is a fact about a printer. */
export function keptSize(): LabelSize {
  const kept = localStorage.getItem(KEPT_UNDER);
  return LABEL_SIZES.find((size) => size === kept) ?? 'roll57x32';
}

export function keepSize(size: LabelSize): void {
  localStorage.setItem(KEPT_UNDER, size);
}
