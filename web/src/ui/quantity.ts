import { mlFromUl, ugFromMg, volumeOfUg } from '../../../src/domain/amounts.js';
import { amount } from '../i18n/format.js';

/** An amount as an act or an answer has it. */
export interface Quantity {
  readonly amountMg: string;
  readonly volumeMl?: string;
  readonly deviceCount?: number;
}

/** `34 mg · 0.68 mL`, or `56 mg` where it was counted; `devices` says how many. */
export function quantity({ amountMg, volumeMl }: Quantity, devices?: string): string {
  const parts = [amount(amountMg, 'mg'), ...(volumeMl === undefined ? [] : [amount(volumeMl, 'mL')])];
  return [...parts, ...(devices === undefined ? [] : [devices])].join(' · ');
}

/** µg of a decimal text in mg; undefined for what is none (yet): somebody is typing. */
export function ugOrUndefined(mg: string): number | undefined {
  try {
    return ugFromMg(mg);
  } catch {
    return undefined;
  }
}

/** The volume that holds an amount, where that is exact. */
export function mlOfMg(mg: string, strengthMgPerMl: string | undefined): string | undefined {
  if (strengthMgPerMl === undefined) return undefined;
  try {
    return mlFromUl(volumeOfUg({ amountUg: ugFromMg(mg), strengthUgPerMl: ugFromMg(strengthMgPerMl) }));
  } catch {
    return undefined;
  }
}
