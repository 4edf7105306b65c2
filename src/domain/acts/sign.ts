import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor } from '../ledger/record.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { refuse, type Refusal } from '../refusal.js';
import { rolesOf } from '../role-grants.js';
import { roleFor } from '../roles.js';

/** How long a signature waits for its act: design.md section 1, "Two persons". */
const SIGNATURE_SECONDS = 120;

/** Who has just authenticated, for what. */
export interface Sign {
  readonly signatureId: string;
  /** The signer, with the meaning, the method and the evidence of having authenticated; the role is found here. */
  readonly signer: RecordActor;
  /** Whose act it is, at whose terminal. */
  readonly performerId: string;
  /** Base64 digest of exactly what is signed. */
  readonly intent: string;
  /** Last part of the act's address. */
  readonly act: string;
  readonly attests: readonly string[];
  /** Base64 SHA-256 of the token that stands for the signature. */
  readonly tokenHash: string;
  /** How many acts were signed with the one authentication; absent: this one alone. */
  readonly together?: number | undefined;
}

/** What `sign` must see. */
export function readsOfSign({ signer }: Pick<Sign, 'signer'>): Read[] {
  return [{ table: 'role_grant', column: 'person_id', values: [signer.id] }];
}

/**
 * Somebody authenticated for one intent. Refuses `not_permitted` to whoever may not sign at this site, and
 * `second_factor_enrolment_required` where the site asks for a second factor and the signer has none.
 */
export function sign(of: Sign, state: LedgerState): Outcome | Refusal {
  const { signer, signatureId, attests } = of;
  const role = roleFor(rolesOf(state.rows('role_grant'), signer.id, state.recordedAt), 'signature:make');
  if (!role) return refuse('not_permitted', { detail: 'The signer may not sign at this site.', field: 'username' });
  if (state.site.policy.requireSecondFactor && !signer.method.endsWith('+totp')) {
    return refuse('second_factor_enrolment_required', { field: 'totp' });
  }
  const expiresAt = new Date(Date.parse(state.recordedAt) + SIGNATURE_SECONDS * 1000).toISOString();
  return {
    performer: { ...signer, role, signatureId, ...(attests.length > 0 ? { attests } : {}) },
    act: { act: of.act, performerId: of.performerId, intent: of.intent, together: of.together },
    changes: [
      {
        table: 'signature',
        signatureId,
        personId: signer.id,
        meaning: signer.meaning,
        method: signer.method,
        intent: of.intent,
        act: of.act,
        attests,
        tokenHash: of.tokenHash,
        evidence: signer.evidence,
        madeAt: state.recordedAt,
        expiresAt,
      },
    ],
    subjects: [of.performerId],
    answer: { signatureId, personId: signer.id, meaning: signer.meaning, expiresAt },
  };
}
