import type { Outcome } from '../ledger/outcome.js';
import type { JsonObject } from '../ledger/record.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';

/** What changes of a site; undefined stays. */
export interface SiteChange {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  /** Verified before, or the refusal that came of it. */
  readonly deaNumber?: string | Refusal | undefined;
  /** Of a change of what is registered: the DEA's letter, a clerical error. */
  readonly reason?: string | undefined;
}

/**
 * Corrects what a site is called and how it is registered. Past records keep what they said, and this one says what it was
 * before. A site is one registration at one address (regulations.md section 0, row 6): who changes either says why.
 * Its time zone stays, for days that are past were its days. Refuses what is wrong with the registration, `reason_missing`,
 * and `request_invalid` where nothing changes.
 */
export function changeSite(change: SiteChange): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { id, name, address, deaNumber } = state.site;
    const was: JsonObject = { name, address: address ?? undefined, deaNumber: deaNumber ?? undefined };
    const to = { name: change.name, address: change.address, deaNumber: change.deaNumber };
    const changed = Object.entries(to).filter(([column, value]) => value !== undefined && was[column] !== value);
    const isRegistered = changed.some(([column]) => column !== 'name');
    const refusal = firstRefusal(
      refusalIn(change.deaNumber),
      isRegistered && (change.reason ?? '').trim() === '' ? refuse('reason_missing', { field: 'reason' }) : undefined,
      changed.length === 0 ? refuse('request_invalid', { detail: said('change_empty') }) : undefined,
    );
    if (refusal) return refusal;
    const now = Object.fromEntries(changed) as JsonObject;
    return {
      act: { before: Object.fromEntries(changed.map(([column]) => [column, was[column]])) },
      changes: [{ table: 'site', id, ...now }],
      private: { reason: change.reason },
      answer: now,
    };
  };
}
