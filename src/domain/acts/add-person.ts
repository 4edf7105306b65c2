import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { checkUsername } from '../username.js';

export interface NewPerson {
  readonly personId: string;
  /** Normalised: domain/username.ts. */
  readonly username: string;
  readonly displayName: string;
  /** The link with which the person chooses a password. */
  readonly invitationId: string;
}

/** What `addPerson` must see. */
export function readsOfAddPerson({ username }: Pick<NewPerson, 'username'>): Read[] {
  return [{ table: 'person', column: 'username', values: [username] }];
}

/** Somebody new, who is nothing anywhere yet. Refuses `request_invalid`, `already_exists` (the user name). */
export function addPerson(person: NewPerson): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { personId, username, displayName, invitationId } = person;
    const taken = state.find('person', 'username', username);
    const refusal = firstRefusal(
      checkUsername(username),
      taken && refuse('already_exists', { detail: said('username_taken'), field: 'username' }),
    );
    if (refusal) return refusal;
    return {
      act: { invitationId },
      changes: [{ table: 'person', personId, username, displayName, disabled: false }],
      answer: { personId, username, displayName, invitationId },
    };
  };
}
