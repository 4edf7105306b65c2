import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';
import { roleFor, type Permission, type Role } from '../roles.js';
import type { RecordActor } from './record.js';
import type { SignatureRow } from './rows.js';
import type { LedgerState } from './state.js';

/** A signature handed in with an act: who made it, and what, if anything, is against it. */
export interface Signer {
  readonly personId: string;
  readonly actor: RecordActor;
  readonly refusal: Refusal | undefined;
}

/** What the signatures of an act must say. */
export interface Signing {
  readonly intent: string;
  readonly meaning: 'witnessed' | 'checked' | 'approved';
  /** What each signer must have stated seeing. */
  readonly attests?: readonly string[];
  /** What a signer's role must carry: `signature:make` unless said. */
  readonly permission?: Permission;
}

/** What a witness of waste states having seen: regulations.md section 4, `waste`. */
export const WITNESS_ATTESTS = ['label', 'volume', 'act'] as const;

/**
 * The signers behind the tokens of an act, in the tokens' order. A token nobody made gives no signer but a refusal in
 * `unknown`. Each signer carries the first thing against the signature: `signature_invalid` (another act, another
 * meaning), `signature_expired` (two minutes), `signature_already_used`, `signer_not_eligible`, `attestation_missing`.
 */
export function signersOf(
  state: LedgerState,
  tokenHashes: readonly string[],
  signing: Signing,
): { readonly signers: readonly Signer[]; readonly unknown: Refusal | undefined } {
  const signers: Signer[] = [];
  let unknown: Refusal | undefined;
  for (const [index, tokenHash] of tokenHashes.entries()) {
    const signature = state.find('signature', 'tokenHash', tokenHash);
    const field = `signatures.${index}`;
    if (!signature) {
      unknown ??= refuse('signature_invalid', { detail: said('signature_unknown'), field });
      continue;
    }
    signers.push(signerOf(state, signature, signing, field));
  }
  return { signers, unknown };
}

function signerOf(state: LedgerState, signature: SignatureRow, signing: Signing, field: string): Signer {
  const behind = state.signers.find((row) => row.signatureId === signature.signatureId);
  const role = roleFor((behind?.roles ?? []) as Role[], signing.permission ?? 'signature:make');
  return {
    personId: signature.personId,
    actor: {
      id: signature.personId,
      role: role ?? 'none',
      meaning: signature.meaning,
      method: signature.method,
      evidence: signature.evidence,
      signatureId: signature.signatureId,
      signedAt: new Date(signature.madeAt).toISOString(),
      ...(signature.attests.length > 0 ? { attests: signature.attests } : {}),
    },
    refusal: against({ state, signature, signing, field, used: behind?.used ?? false, eligible: eligible() }),
  };

  function eligible(): boolean {
    return behind !== undefined && !behind.disabled && role !== undefined;
  }
}

function against(of: {
  state: LedgerState;
  signature: SignatureRow;
  signing: Signing;
  field: string;
  used: boolean;
  eligible: boolean;
}): Refusal | undefined {
  const { state, signature, signing, field } = of;
  if (signature.intent !== signing.intent) {
    return refuse('signature_invalid', {
      detail: said('signature_of_other_act'),
      field,
    });
  }
  if (signature.meaning !== signing.meaning) {
    return refuse('signature_invalid', {
      detail: said('signature_says_other', { says: signature.meaning, needed: signing.meaning }),
      field,
    });
  }
  if (of.used) return refuse('signature_already_used', { field });
  if (Date.parse(signature.expiresAt) < Date.parse(state.recordedAt)) return refuse('signature_expired', { field });
  if (!of.eligible) return refuse('signer_not_eligible', { field });
  const missing = (signing.attests ?? []).filter((seen) => !signature.attests.includes(seen));
  if (missing.length > 0) {
    return refuse('attestation_missing', {
      detail: said('not_stated_seen', { missing: missing.join(', ') }),
      field,
    });
  }
  return undefined;
}
