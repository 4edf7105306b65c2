import type { Outcome } from '../ledger/outcome.js';
import { isTimeZone } from '../local-date.js';
import { firstRefusal, refusalIn, refuse, type Refusal } from '../refusal.js';
import { DEFAULT_SITE_POLICY } from '../site-policy.js';
import type { LedgerState } from '../ledger/state.js';

export interface NewSite {
  readonly siteId: string;
  readonly name: string;
  /** Verified before, or the refusal that came of it. */
  readonly deaNumber: string | Refusal;
  readonly address: string;
  /** IANA name: days, expiry and beyond-use dates are those of the clinic. */
  readonly timeZone: string;
  /** The grant that makes the creator its first administrator. */
  readonly grantId: string;
  readonly creatorId: string;
}

/** What is against a new site. Refuses `invalid_dea_number`, `invalid_time_zone`. */
export function checkNewSite(site: Pick<NewSite, 'deaNumber' | 'timeZone'>): Refusal | undefined {
  return firstRefusal(
    refusalIn(site.deaNumber),
    isTimeZone(site.timeZone) ? undefined : refuse('invalid_time_zone', { field: 'timeZone' }),
  );
}

/** The first record of a site's log: the site, with the strict policy, and its first administrator. */
export function createSite(site: NewSite): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const refusal = checkNewSite(site);
    if (refusal) return refusal;
    const { siteId, name, deaNumber, address, timeZone, grantId, creatorId } = site;
    return {
      changes: [
        {
          table: 'site',
          id: siteId,
          kind: 'clinic',
          name,
          deaNumber: deaNumber as string,
          address,
          timeZone,
          policy: { ...DEFAULT_SITE_POLICY, secondPersonFor: { ...DEFAULT_SITE_POLICY.secondPersonFor } },
        },
        {
          table: 'role_grant',
          grantId,
          personId: creatorId,
          role: 'administrator',
          validFrom: state.recordedAt,
          grantedBy: creatorId,
        },
      ],
      answer: { siteId },
    };
  };
}
