import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor } from '../ledger/record.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { refuse, type Refusal } from '../refusal.js';
import { rolesOf } from '../role-grants.js';
import { permissionToSign, roleFor } from '../roles.js';
import type { KeySignature } from '../webauthn/signed-by-key.js';

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
  /** What a key of the signer's answered, where it signed with one. */
  readonly key?: KeySignature | undefined;
}

/** What `sign` must see. */
export function readsOfSign({ signer, key }: Pick<Sign, 'signer' | 'key'>): Read[] {
  return [
    { table: 'role_grant', column: 'person_id', values: [signer.id] },
    { table: 'passkey_signature', column: 'intent', values: key ? [key.intent] : [] },
  ];
}

/**
 * Somebody authenticated for one intent. Refuses `not_permitted` to whoever may not sign at this site,
 * `second_factor_enrolment_required` where the site asks for a second factor and the signer has none,
 * `device_bound_key_required` to a witness without one where the site asks for it, and `signature_already_used` to a key
 * that does not count and has signed the act before: the question was the same, so the answer may be the old one.
 */
export function sign(of: Sign, state: LedgerState): Outcome | Refusal {
  const { signer, signatureId, attests } = of;
  const role = roleFor(rolesOf(state.rows('role_grant'), signer.id, state.recordedAt), permissionToSign(of.act));
  if (!role) return refuse('not_permitted', { detail: 'The signer may not sign at this site.', field: 'username' });
  const refusal = againstMethod(of, state);
  if (refusal) return refusal;
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
      ...(of.key ? [{ table: 'passkey_signature', ...of.key }] : []),
    ],
    subjects: [of.performerId],
    answer: { signatureId, personId: signer.id, meaning: signer.meaning, expiresAt },
  };
}

function againstMethod({ signer, key }: Sign, state: LedgerState): Refusal | undefined {
  const { requireSecondFactor, requireDeviceBoundKeys } = state.site.policy;
  if (requireSecondFactor && !key && !signer.method.endsWith('+totp'))
    return refuse('second_factor_enrolment_required', { field: 'totp' });
  if (requireDeviceBoundKeys && signer.meaning === 'witnessed' && key?.deviceBound !== true)
    return refuse('device_bound_key_required', { field: key ? 'assertion' : 'password' });
  if (
    key &&
    state.rows('passkey_signature').some((row) => row.passkeyId === key.passkeyId && row.signCount === key.signCount)
  )
    return refuse('signature_already_used', {
      detail: 'This key has signed this act before. Begin the act anew, and sign that.',
      field: 'assertion',
    });
  return undefined;
}
