import type { Outcome } from '../ledger/outcome.js';
import type { RecordActor, RecordChange } from '../ledger/record.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { rolesOf } from '../role-grants.js';
import { permissionToSign, roleFor } from '../roles.js';
import type { KeySignature } from '../webauthn/signed-by-key.js';

/** How long a signature waits for its act: design.md section 1, "Two persons". */
const SIGNATURE_SECONDS = 120;

/** A signature that an authentication makes: of one act. */
export interface NewSignature {
  readonly signatureId: string;
  /** Base64 digest of the act. */
  readonly intent: string;
  /** Base64 SHA-256 of the token that stands for the signature. */
  readonly tokenHash: string;
}

/** Who has just authenticated, for what. */
export interface Sign {
  readonly signatures: readonly [NewSignature, ...NewSignature[]];
  /** The signer, with the meaning, the method and the evidence of having authenticated; the role is found here. */
  readonly signer: RecordActor;
  /** Whose act it is, at whose terminal. */
  readonly performerId: string;
  /** Base64 digest of exactly what was authenticated for: the intent of the act, or `intentOfList` of the acts. */
  readonly intent: string;
  /** The acts are the lines of one list, were it one line, and signed with one authentication. */
  readonly isOfList: boolean;
  /** Last part of the act's address. */
  readonly act: string;
  readonly attests: readonly string[];
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
 * Somebody authenticated for one intent, or for those of a list: each gets a signature of its own. Refuses `not_permitted` to whoever may not sign at this site,
 * `second_factor_enrolment_required` where the site asks for a second factor and the signer has none,
 * `device_bound_key_required` to whoever signs without one where the site asks for it, and `signature_already_used` to a key
 * that does not count and has signed the act before: the question was the same, so the answer may be the old one.
 */
export function sign(of: Sign, state: LedgerState): Outcome | Refusal {
  const { signer, attests, signatures } = of;
  const role = roleFor(rolesOf(state.rows('role_grant'), signer.id, state.recordedAt), permissionToSign(of.act));
  if (!role) return refuse('not_permitted', { detail: said('signer_not_of_site'), field: 'username' });
  const refusal = againstMethod(of, state);
  if (refusal) return refusal;
  const expiresAt = secondsAfter(state.recordedAt, SIGNATURE_SECONDS);
  const own = of.isOfList ? {} : { signatureId: signatures[0].signatureId };
  const together = of.isOfList ? signatures.length : undefined;
  return {
    performer: { ...signer, role, ...own, ...(attests.length > 0 ? { attests } : {}) },
    act: { act: of.act, performerId: of.performerId, intent: of.intent, together },
    changes: signatureChanges(of, { madeAt: state.recordedAt, expiresAt }),
    subjects: [of.performerId],
    answer: {
      signatureIds: signatures.map(({ signatureId }) => signatureId),
      personId: signer.id,
      meaning: signer.meaning,
      expiresAt,
    },
  };
}

/** The rows of the signatures that were made, and of the answer of the key that made them. */
function signatureChanges(
  { signatures, signer, isOfList, act, attests, key }: Omit<Sign, 'performerId' | 'intent'>,
  times: { readonly madeAt: string; readonly expiresAt: string },
): RecordChange[] {
  const common = {
    table: 'signature',
    personId: signer.id,
    meaning: signer.meaning,
    method: signer.method,
    act,
    attests,
    evidence: signer.evidence,
    ...times,
  };
  return [
    isOfList ? { ...common, each: listed(signatures) } : { ...common, ...signatures[0] },
    ...(key ? [{ table: 'passkey_signature', ...key }] : []),
  ];
}

/** What somebody confirmed with a key beside whoever changes an account: a signature that this record makes and uses. */
export interface ConfirmedByKey {
  /** The name of what is confirmed. */
  readonly act: string;
  /** Of a token that nobody has: this signature is for this record alone. */
  readonly tokenHash: string;
  readonly key: KeySignature;
}

/** The rows of a confirmation by key, whose actor carries its `signatureId`. None where it was by password. */
export function confirmationChanges(
  signer: RecordActor,
  confirmed: ConfirmedByKey | undefined,
  recordedAt: string,
): RecordChange[] {
  if (!confirmed) return [];
  const { act, tokenHash, key } = confirmed;
  const { signatureId, intent } = key;
  return signatureChanges(
    { signatures: [{ signatureId, intent, tokenHash }], signer, isOfList: false, act, attests: [], key },
    { madeAt: recordedAt, expiresAt: secondsAfter(recordedAt, SIGNATURE_SECONDS) },
  );
}

function secondsAfter(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * 1000).toISOString();
}

/** One list a column: sixty signatures of one authentication fit a record. */
function listed(signatures: readonly NewSignature[]): NonNullable<RecordChange['each']> {
  return {
    signatureId: signatures.map(({ signatureId }) => signatureId),
    intent: signatures.map(({ intent }) => intent),
    tokenHash: signatures.map(({ tokenHash }) => tokenHash),
  };
}

function againstMethod({ signer, key }: Sign, state: LedgerState): Refusal | undefined {
  const { requireSecondFactor, requireDeviceBoundKeys } = state.site.policy;
  if (requireSecondFactor && !key && !signer.method.endsWith('+totp'))
    return refuse('second_factor_enrolment_required', { field: 'totp' });
  if (requireDeviceBoundKeys && key?.deviceBound !== true)
    return refuse('device_bound_key_required', { field: key ? 'assertion' : 'password' });
  if (
    key &&
    state.rows('passkey_signature').some((row) => row.passkeyId === key.passkeyId && row.signCount === key.signCount)
  )
    return refuse('signature_already_used', {
      detail: said('key_signed_before'),
      field: 'assertion',
    });
  return undefined;
}
