import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { DEFAULT_SITE_POLICY } from '../site-policy.js';

export interface SetUpOrganisation {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  readonly grantId: string;
}

/** What `setUpOrganisation` must see. */
export function readsOfSetUp({ organisationId }: { organisationId: string }): Read[] {
  return [{ table: 'site', values: [organisationId] }];
}

/** The first record of all: the organisation and its first administrator. Refuses `token_invalid` when it is there. */
export function setUpOrganisation(of: SetUpOrganisation, state: LedgerState): Outcome | Refusal {
  if (state.rows('site').length > 0) return refuse('token_invalid', { detail: said('organisation_made') });
  const { organisationId, organisationName, personId, username, displayName, grantId } = of;
  return {
    act: { organisationName },
    changes: [
      {
        table: 'site',
        id: organisationId,
        kind: 'organisation',
        name: organisationName,
        timeZone: 'UTC',
        policy: { ...DEFAULT_SITE_POLICY },
      },
      { table: 'person', personId, username, displayName, disabled: false },
      {
        table: 'role_grant',
        grantId,
        personId,
        role: 'administrator',
        validFrom: state.recordedAt,
        grantedBy: personId,
      },
    ],
    answer: { organisationId, personId, username, displayName },
  };
}
