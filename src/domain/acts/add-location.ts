import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { refuse, type Refusal } from '../refusal.js';

export interface NewLocation {
  readonly locationId: string;
  readonly code: string;
  readonly name: string;
}

/** What `addLocation` must see. */
export function newLocationReads({ code }: NewLocation): Read[] {
  return [{ table: 'location', column: 'code', values: [code] }];
}

/** A place of the site where stock is kept or used. Refuses `already_exists` for a code in use. */
export function addLocation({ locationId, code, name }: NewLocation): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    if (state.find('location', 'code', code)) return refuse('already_exists', { field: 'code' });
    return {
      changes: [{ table: 'location', locationId, code, name, active: true }],
      answer: { locationId, code },
    };
  };
}
