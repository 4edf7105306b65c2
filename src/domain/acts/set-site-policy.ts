import type { Outcome } from '../ledger/outcome.js';
import type { Json } from '../ledger/record.js';
import type { LedgerState } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { mergeSitePolicy } from '../site-policy.js';

export interface PolicyChange {
  readonly change: unknown;
  /** Whether the one who changes it is logged in with a second factor. */
  readonly withSecondFactor: boolean;
}

/**
 * Changes some rules of a site; the others stay (regulations.md section 6, "Policy object"). Past records keep the rules
 * under which they were made. Refuses `request_invalid` with the field; `second_factor_enrolment_required` to who would
 * ask of everybody what they do not have themselves, and be shut out with them.
 */
export function setSitePolicy({ change, withSecondFactor }: PolicyChange): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const { id, policy: before } = state.site;
    const policy = mergeSitePolicy(before, change);
    if (isRefusal(policy)) return policy;
    if (policy.wasteWitnesses === 1 && policy.performerMayWitness) {
      return refuse('request_invalid', {
        detail: said('performer_cannot_be_only_witness'),
        field: 'policy.performerMayWitness',
      });
    }
    if (policy.requireSecondFactor && !before.requireSecondFactor && !withSecondFactor) {
      return refuse('second_factor_enrolment_required', {
        detail: said('own_second_factor_first'),
        field: 'policy.requireSecondFactor',
      });
    }
    const rules = { ...policy, secondPersonFor: { ...policy.secondPersonFor } };
    return {
      act: { before: before as unknown as Json },
      changes: [{ table: 'site', id, policy: rules }],
      answer: { policy: rules },
    };
  };
}
