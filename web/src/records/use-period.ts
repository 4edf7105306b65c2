import { useSite } from '../access/site.js';
import { useLedgerClockHeard } from '../api/ledger-clock.js';
import { lastDays, type Period } from './periods.js';

/** The period that an address names, or else the last thirty days, as soon as the ledger has said which day it is. */
export function usePeriod(state: { readonly from?: string; readonly to?: string }): Period | undefined {
  const { timeZone } = useSite();
  const heard = useLedgerClockHeard();
  if (state.from !== undefined && state.to !== undefined) return { from: state.from, to: state.to };
  return heard ? lastDays(30, timeZone) : undefined;
}
