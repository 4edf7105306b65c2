import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { concatBytes } from './bytes.js';
import { LogError } from './log-error.js';

/** Lengths in bytes of an Ed25519 public key, private key (seed) and signature (RFC 8032, section 5.1). */
export const PUBLIC_KEY_BYTES = 32;
export const PRIVATE_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

// What stands before the raw key in its DER form (RFC 8410, sections 4 and 7); node:crypto takes no raw keys.
const SPKI_PREFIX = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);
const PKCS8_PREFIX = Uint8Array.of(
  0x30,
  0x2e,
  0x02,
  0x01,
  0x00,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x04,
  0x22,
  0x04,
  0x20,
);

/**
 * Whether `signature` is that of `message` by the key with this 32-byte public key (RFC 8032). Wrong lengths are
 * false, not errors.
 */
export function verifyEd25519(of: { publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }): boolean {
  if (of.publicKey.length !== PUBLIC_KEY_BYTES || of.signature.length !== SIGNATURE_BYTES) return false;
  const der = Buffer.from(concatBytes(SPKI_PREFIX, of.publicKey));
  return verify(null, of.message, createPublicKey({ key: der, format: 'der', type: 'spki' }), of.signature);
}

/**
 * The 64-byte signature of `message` by a 32-byte private key (RFC 8032); the same every time. Throws `badKeyFormat`.
 */
export function signEd25519({ privateKey, message }: { privateKey: Uint8Array; message: Uint8Array }): Uint8Array {
  return Uint8Array.from(sign(null, message, privateKeyObject(privateKey)));
}

/** The 32-byte public key that belongs to a 32-byte private key. Throws `badKeyFormat`. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKeyObject(privateKey)).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(SPKI_PREFIX.length));
}

function privateKeyObject(privateKey: Uint8Array): KeyObject {
  if (privateKey.length !== PRIVATE_KEY_BYTES) {
    throw new LogError('badKeyFormat', `An Ed25519 private key is ${PRIVATE_KEY_BYTES} bytes.`);
  }
  const der = Buffer.from(concatBytes(PKCS8_PREFIX, privateKey));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
