import type { Outcome } from '../ledger/outcome.js';
import type { RoleGrantRow } from '../ledger/rows.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { grantHolds, grantIsLive } from '../role-grants.js';

export interface WithdrawRole {
  readonly grantId: string;
  /** Every grant of the administrator's role at the site that holds, with who holds it. */
  readonly administrators: readonly { readonly grantId: string; readonly personId: string }[];
  /** Those among them who are not disabled. */
  readonly enabledPersonIds: readonly string[];
}

/** What `withdrawRole` must see, locked: of two administrators who withdraw each other, one comes first. */
export function readsOfWithdrawRole({ grantId, administrators }: WithdrawRole): Read[] {
  return [
    { table: 'role_grant', values: [grantId, ...administrators.map((grant) => grant.grantId)] },
    // In the organisation's own log the people themselves can be looked at again.
    { table: 'person', values: administrators.map((grant) => grant.personId) },
  ];
}

/** Takes a role away from now on. Refuses `not_found`, `last_administrator`. */
export function withdrawRole(of: WithdrawRole): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const grant = state.find('role_grant', 'grantId', of.grantId);
    if (!grant || !grantIsLive(grant, state.recordedAt))
      return refuse('not_found', { detail: said('no_role'), field: 'grantId' });
    if (grant.role === 'administrator' && !otherAdministrator(of, grant, state)) return refuse('last_administrator');
    const { grantId, personId, role } = grant;
    return {
      act: { personId, role },
      changes: [{ table: 'role_grant', grantId, withdrawnAt: state.recordedAt }],
      subjects: [personId],
      answer: { grantId, personId, role, withdrawnAt: state.recordedAt },
    };
  };
}

function otherAdministrator(of: WithdrawRole, withdrawn: RoleGrantRow, state: LedgerState): boolean {
  return state
    .rows('role_grant')
    .some(
      (grant) =>
        grant.role === 'administrator' &&
        grant.grantId !== withdrawn.grantId &&
        grant.personId !== withdrawn.personId &&
        grantHolds(grant, state.recordedAt) &&
        of.enabledPersonIds.includes(grant.personId) &&
        state.find('person', 'personId', grant.personId)?.disabled !== true,
    );
}
