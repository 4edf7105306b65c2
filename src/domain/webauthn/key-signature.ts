import { createPublicKey, verify } from 'node:crypto';
import type { PublicKey } from './cose-key.js';

/**
 * Whether `signature` is that of `message` by this key, in the forms of WebAuthn level 3, section 6.5.5: ECDSA in DER over
 * SHA-256, Ed25519 as it is, RSASSA-PKCS1-v1_5 over SHA-256. What is no signature at all is false, not an error.
 * The one place where authenticators' signatures are checked: a build for browsers swaps this module and no other.
 */
export function isKeySignature(of: { key: PublicKey; message: Uint8Array; signature: Uint8Array }): boolean {
  const { key, message, signature } = of;
  try {
    const publicKey = createPublicKey({ key: { ...key.jwk }, format: 'jwk' });
    return verify(key.algorithm === -8 ? null : 'sha256', message, publicKey, signature);
  } catch {
    // A point that is not on the curve, a modulus of nothing.
    return false;
  }
}
