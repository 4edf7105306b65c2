import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { isRefusal, type Refusal } from '../refusal.js';
import { managedPerson, type ManagePerson } from './manage-person.js';

/** Logs somebody out everywhere, as when a telephone is lost. */
export function endPersonSessions(of: ManagePerson): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const person = managedPerson(of, state);
    if (isRefusal(person)) return person;
    const { personId } = person;
    return { act: { personId }, subjects: [personId], answer: { personId } };
  };
}
