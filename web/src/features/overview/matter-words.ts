import { amount } from '../../i18n/format.js';
import type { Kind, OpenMatter } from './reading.js';
import type { useOverviewWords } from './words.js';

/** What is open, in a sentence. */
export function matterWords(matter: OpenMatter, say: ReturnType<typeof useOverviewWords>): string {
  return say(`one_${matter.kind}`, {
    amount: amount(matter.amountMg, 'mg'),
    product: matter.productCode ?? '',
    container: matter.containerLabel ?? '',
  });
}

/** Where somebody goes to do something about it, below the site. */
export function placeOf({ kind, id, containerLabel }: OpenMatter): string {
  if (kind === 'discrepancy') return `discrepancies/${id}`;
  if (kind === 'pending_waste') return `wastes`;
  if (kind === 'unbalanced_session') return `sessions/${id}`;
  return `containers/${encodeURIComponent(containerLabel ?? id)}`;
}

/** A day is the time in which each of them should be closed; three are too many. */
const DAY_MINUTES = 1440;
export const AGE_EDGES_MINUTES = [DAY_MINUTES, 3 * DAY_MINUTES, 7 * DAY_MINUTES] as const;

/** 0 for what is younger than a day, up to 3 for what is older than a week. */
export function ageClass(ageMinutes: number): number {
  const edge = AGE_EDGES_MINUTES.findIndex((minutes) => ageMinutes < minutes);
  return edge === -1 ? AGE_EDGES_MINUTES.length : edge;
}

/** The oldest of a kind. */
export function oldestOf(matters: readonly OpenMatter[], kind: Kind): OpenMatter | undefined {
  return matters
    .filter((matter) => matter.kind === kind)
    .reduce<OpenMatter | undefined>((old, one) => (old && old.ageMinutes >= one.ageMinutes ? old : one), undefined);
}
