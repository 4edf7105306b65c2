import { ed25519 } from '@noble/curves/ed25519.js';

// Stands in for src/domain/log/ed25519.ts in a browser. Nothing signs here.

/** Lengths in bytes of an Ed25519 public key, private key (seed) and signature (RFC 8032, section 5.1). */
export const PUBLIC_KEY_BYTES = 32;
export const PRIVATE_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/**
 * Whether `signature` is that of `message` by the key with this 32-byte public key (RFC 8032, strictly: no key of small
 * order, no encoding but the canonical one). Wrong lengths are false, not errors.
 */
export function verifyEd25519(of: { publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }): boolean {
  const { publicKey, message, signature } = of;
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

export function signEd25519(_of: { privateKey: Uint8Array; message: Uint8Array }): Uint8Array {
  throw new Error('The verifier signs nothing.');
}

export function publicKeyOf(_privateKey: Uint8Array): Uint8Array {
  throw new Error('The verifier has no private key.');
}
