import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { isRefusal, type Refusal } from '../refusal.js';
import { managedPerson, type ManagePerson } from './manage-person.js';

/** Takes somebody's access away at once, everywhere, or gives it back; what they did stays theirs. */
export function setPersonDisabled(
  of: ManagePerson & { readonly disabled: boolean },
): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const person = managedPerson(of, state);
    if (isRefusal(person)) return person;
    const { personId } = person;
    return {
      changes: [{ table: 'person', personId, disabled: of.disabled }],
      answer: { personId, disabled: of.disabled },
    };
  };
}
