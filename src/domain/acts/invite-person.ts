import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState } from '../ledger/state.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { managedPerson, type ManagePerson } from './manage-person.js';

export interface InvitePerson extends ManagePerson {
  readonly invitationId: string;
  readonly removeSecondFactor: boolean;
}

/** A new link for somebody who lost their password or never chose one. Refuses `unknown_reference` for a disabled person. */
export function invitePerson(of: InvitePerson): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const person = managedPerson(of, state);
    if (isRefusal(person)) return person;
    if (person.disabled)
      return refuse('unknown_reference', { detail: 'The person is disabled; enable them first.', field: 'personId' });
    const { personId } = person;
    const { invitationId, removeSecondFactor } = of;
    return {
      act: { personId, invitationId, removeSecondFactor },
      subjects: [personId],
      answer: { personId, invitationId },
    };
  };
}
