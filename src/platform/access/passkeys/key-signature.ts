import type { KeySignature } from '../../../domain/webauthn/signed-by-key.js';
import type { KeyAuthenticated, KeyCredentials } from './key-authentication.js';

/** Somebody who has just signed with a key, and the answer of the key. */
export type SignedByKey = KeyAuthenticated & { readonly response: KeyCredentials['assertion']['response'] };

/** The evidence that stays with the record: standard base64, as everything in the log. */
export function keySignature(signatureId: string, intent: string, who: SignedByKey): KeySignature {
  const { passkeyId, personId, publicKey, rpId, deviceBound, signCount, response } = who;
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return {
    signatureId,
    passkeyId,
    personId,
    intent,
    publicKey,
    rpId,
    deviceBound,
    signCount,
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  };
}
