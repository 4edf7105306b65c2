import type { PersonRow } from '../ledger/rows.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { rolesOf } from '../role-grants.js';

/** Who does something about somebody else's account. */
export interface ManagePerson {
  readonly personId: string;
  readonly actorId: string;
  /**
   * Why the actor may: `organisation`, as an administrator of it, which is looked at again here; `sites`, as the
   * administrator of every site at which the person is anything; `nothing`.
   */
  readonly by: 'organisation' | 'sites' | 'nothing';
}

/** What `managedPerson` must see, locked: of two administrators who disable each other, one comes first. */
export function readsOfManagePerson({ personId, actorId }: ManagePerson): Read[] {
  return [
    { table: 'person', values: [personId, actorId] },
    { table: 'role_grant', column: 'person_id', values: [actorId] },
  ];
}

/**
 * The person an administrator may do something about: never themselves (`own_act`), never somebody who is something
 * where the administrator is not one (`not_permitted`), and only as long as the administrator is one.
 */
export function managedPerson(of: ManagePerson, state: LedgerState): PersonRow | Refusal {
  const { personId, actorId, by } = of;
  const actor = state.find('person', 'personId', actorId);
  const administers = rolesOf(state.rows('role_grant'), actorId, state.recordedAt).includes('administrator');
  if (!actor || actor.disabled || by === 'nothing' || (by === 'organisation' && !administers))
    return refuse('not_permitted');
  const person = state.find('person', 'personId', personId);
  if (!person) return refuse('not_found', { detail: said('no_person'), field: 'personId' });
  if (personId === actorId) return refuse('own_act', { detail: said('own_account'), field: 'personId' });
  return person;
}
