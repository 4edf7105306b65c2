import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { instantMs } from '../local-date.js';
import { said } from '../refusal-details.js';
import { firstRefusal, isRefusal, refuse, type Refusal } from '../refusal.js';
import { grantIsLive } from '../role-grants.js';
import { rolesConflict, type Role } from '../roles.js';

export interface GrantRole {
  readonly grantId: string;
  readonly personId: string;
  readonly role: Role;
  /** ISO 8601 with an offset; left out: now, and without an end. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly actorId: string;
  /** Whether there is such a person, not disabled. */
  readonly personKnown: boolean;
}

/** What `grantRole` must see. */
export function readsOfGrantRole({ personId }: Pick<GrantRole, 'personId'>): Read[] {
  return [{ table: 'role_grant', column: 'person_id', values: [personId] }];
}

/**
 * Makes somebody something at a site. Refuses `request_invalid` (times; an inspector without an end),
 * `unknown_reference`, `already_exists`, `own_act`, `roles_conflict` (separation of duties).
 */
export function grantRole(of: GrantRole): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const times = validity(of, state.recordedAt);
    if (isRefusal(times)) return times;
    const refusal = firstRefusal(againstPerson(of), againstRole(of, state));
    if (refusal) return refusal;
    const { grantId, personId, role, actorId } = of;
    return {
      changes: [{ table: 'role_grant', grantId, personId, role, ...times, grantedBy: actorId }],
      subjects: [personId],
      answer: { grantId, personId, role, from: times.validFrom, until: times.validUntil },
    };
  };
}

function againstPerson({ personId, actorId, personKnown }: GrantRole): Refusal | undefined {
  if (personId === actorId) return refuse('own_act', { detail: said('own_role'), field: 'personId' });
  if (!personKnown) return refuse('unknown_reference', { detail: said('nobody_enabled'), field: 'personId' });
  return undefined;
}

function againstRole({ personId, role }: GrantRole, state: LedgerState): Refusal | undefined {
  const held = state
    .rows('role_grant')
    .filter((grant) => grant.personId === personId && grantIsLive(grant, state.recordedAt));
  if (held.some((grant) => grant.role === role))
    return refuse('already_exists', { detail: said('role_held'), field: 'role' });
  const other = held.find((grant) => rolesConflict(grant.role, role));
  if (other)
    return refuse('roles_conflict', {
      detail: said('role_beside', { role: other.role.replace('_', ' ') }),
      field: 'role',
    });
  return undefined;
}

function validity(of: GrantRole, recordedAt: string): { validFrom: string; validUntil?: string } | Refusal {
  const now = instantMs(recordedAt);
  const from = instantIn(of.from) ?? now;
  const until = instantIn(of.until);
  if (Number.isNaN(from)) return badTime('from');
  if (until !== undefined && Number.isNaN(until)) return badTime('until');
  if (from < now) return refuse('request_invalid', { detail: said('role_in_past'), field: 'from' });
  if (until !== undefined && until <= from)
    return refuse('request_invalid', { detail: said('role_backwards'), field: 'until' });
  if (until === undefined && of.role === 'inspector')
    return refuse('request_invalid', { detail: said('inspector_until'), field: 'until' });
  return {
    validFrom: new Date(from).toISOString(),
    ...(until === undefined ? {} : { validUntil: new Date(until).toISOString() }),
  };
}

function badTime(field: string): Refusal {
  return refuse('request_invalid', { detail: said('time_seconds_offset'), field });
}

/** NaN for what names no moment. */
function instantIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    return instantMs(text);
  } catch {
    return Number.NaN;
  }
}
