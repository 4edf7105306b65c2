import { mgFromUg, ugFromMg } from '../../../src/domain/amounts.js';

/** The exact sum of amounts in mg, each with its sign. */
export function addMg(amounts: readonly string[]): string {
  return mgFromUg(amounts.reduce((sum, mg) => sum + signedUg(mg), 0));
}

/** µg of an amount that may be below zero. */
export function signedUg(mg: string): number {
  return mg.startsWith('-') ? -ugFromMg(mg.slice(1)) : ugFromMg(mg);
}
