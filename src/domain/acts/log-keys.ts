import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';

/** A key of a log, as its verifier key (c2sp.org/signed-note). */
export interface LogKey {
  readonly logKeyId: string;
  readonly vkey: string;
}

/** What the two acts must see. */
export function readsOfLogKey({ vkey }: Pick<LogKey, 'vkey'>): Read[] {
  return [{ table: 'log_key', column: 'vkey', values: [vkey] }];
}

/** From now on this key signs too. Refuses `already_exists`. */
export function rotateLogKey({ logKeyId, vkey }: LogKey): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    if (state.find('log_key', 'vkey', vkey)) return refuse('already_exists', { detail: said('log_key_recorded') });
    return {
      act: { vkey },
      changes: [{ table: 'log_key', logKeyId, vkey, addedAt: state.recordedAt }],
      answer: { logKeyId },
    };
  };
}

/**
 * From now on this key signs no more; what it signed stays signed. The first key of a log has no row yet, and gets one now.
 * Refuses `already_exists`.
 */
export function retireLogKey({ logKeyId, vkey }: LogKey): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const row = state.find('log_key', 'vkey', vkey);
    if (row && row.retiredAt !== null) return refuse('already_exists', { detail: said('log_key_retired') });
    const known = row ? { logKeyId: row.logKeyId } : { logKeyId, vkey, addedAt: state.recordedAt };
    return {
      act: { vkey },
      changes: [{ table: 'log_key', ...known, retiredAt: state.recordedAt }],
      answer: { logKeyId: known.logKeyId },
    };
  };
}
