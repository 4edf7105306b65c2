import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor } from '../ledger/record.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import type { Role } from '../roles.js';
import { confirmationChanges, type ConfirmedByKey } from './sign.js';
import { managedPerson, type ManagePerson } from './manage-person.js';

export interface InvitePerson extends ManagePerson {
  readonly invitationId: string;
  /** Using the link also takes keys and authenticator away. */
  readonly removeSecondFactor: boolean;
  /** Who authenticated beside the administrator. */
  readonly approval:
    | { readonly actor: RecordActor; readonly roles: readonly Role[]; readonly confirmed?: ConfirmedByKey | undefined }
    | undefined;
}

/** Who may approve that somebody's keys and authenticator are taken away. */
const APPROVING: readonly Role[] = ['administrator', 'compliance_officer'];

/**
 * A new link for somebody who lost their password or never chose one. Refuses `unknown_reference` for a disabled person;
 * where keys and authenticator go too, `second_person_is_performer`, `second_person_missing`, `signer_not_eligible`.
 */
export function invitePerson(of: InvitePerson): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const person = managedPerson(of, state);
    if (isRefusal(person)) return person;
    if (person.disabled) return refuse('unknown_reference', { detail: said('person_disabled'), field: 'personId' });
    const refusal = againstApproval(of);
    if (refusal) return refusal;
    const { personId } = person;
    const { invitationId, removeSecondFactor, approval } = of;
    return {
      act: { personId, invitationId, removeSecondFactor },
      ...(approval?.confirmed
        ? { changes: confirmationChanges(approval.actor, approval.confirmed, state.recordedAt) }
        : {}),
      cosigners: approval ? [approval.actor] : [],
      subjects: [personId],
      answer: { personId, invitationId },
    };
  };
}

function againstApproval({ personId, actorId, removeSecondFactor, approval }: InvitePerson): Refusal | undefined {
  const field = 'approver';
  if (!approval) {
    if (!removeSecondFactor) return undefined;
    const detail = said('approval_needed');
    return refuse('second_person_missing', { detail, field });
  }
  if (approval.actor.id === actorId) return refuse('second_person_is_performer', { field });
  if (approval.actor.id === personId || !approval.roles.some((role) => APPROVING.includes(role)))
    return refuse('signer_not_eligible', {
      detail: said('approver_other_administrator'),
      field,
    });
  return undefined;
}
