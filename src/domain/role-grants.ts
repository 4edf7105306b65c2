import type { RoleGrantRow } from './ledger/rows.js';
import type { Role } from './roles.js';

/** True while a grant holds: from its first moment, until its end or its withdrawal. `at` is ISO 8601. */
export function grantHolds(grant: RoleGrantRow, at: string): boolean {
  const now = Date.parse(at);
  return (
    grant.withdrawnAt === null &&
    Date.parse(grant.validFrom) <= now &&
    (grant.validUntil === null || Date.parse(grant.validUntil) > now)
  );
}

/** True while a grant holds or is still to begin. */
export function grantIsLive(grant: RoleGrantRow, at: string): boolean {
  return grant.withdrawnAt === null && (grant.validUntil === null || Date.parse(grant.validUntil) > Date.parse(at));
}

/** What a person is by these grants at a moment. */
export function rolesOf(grants: readonly RoleGrantRow[], personId: string, at: string): Role[] {
  return grants.filter((grant) => grant.personId === personId && grantHolds(grant, at)).map((grant) => grant.role);
}
