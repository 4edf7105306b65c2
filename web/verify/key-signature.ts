import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { PublicKey } from '../../src/domain/webauthn/cose-key.js';

// Stands in for src/domain/webauthn/key-signature.ts in a browser.

/** Whether `signature` is that of `message` by this key: ES256 in DER, Ed25519 as it is, RS256. What is none is false. */
export function isKeySignature(of: { key: PublicKey; message: Uint8Array; signature: Uint8Array }): boolean {
  const { key, message, signature } = of;
  const field = (name: string): Uint8Array => fromBase64Url(key.jwk[name] ?? '');
  try {
    switch (key.algorithm) {
      case -8:
        return ed25519.verify(signature, message, field('x'), { zip215: false });
      case -7:
        return p256.verify(signature, message, Uint8Array.of(4, ...field('x'), ...field('y')), {
          format: 'der',
          lowS: false,
          prehash: true,
        });
      case -257:
        return isRsaSignature({ n: field('n'), e: field('e'), message, signature });
    }
  } catch {
    // A point that is not on the curve, a signature that is not DER.
    return false;
  }
}

// DigestInfo of SHA-256 (RFC 8017, section 9.2, note 1).
const SHA256_INFO = Uint8Array.of(
  ...[0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
);

/** RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017, section 8.2.2): the encoded message is made and compared, never parsed. */
function isRsaSignature(of: { n: Uint8Array; e: Uint8Array; message: Uint8Array; signature: Uint8Array }): boolean {
  const { n, e, message, signature } = of;
  const [modulus, exponent, s] = [n, e, signature].map(toNumber) as [bigint, bigint, bigint];
  const digestInfo = [...SHA256_INFO, ...sha256(message)];
  const padding = n.length - digestInfo.length - 3;
  if (signature.length !== n.length || s >= modulus || modulus % 2n === 0n || padding < 8) return false;
  if (exponent < 3n || exponent >= 1n << 64n) return false;
  const expected = Uint8Array.of(0, 1, ...new Uint8Array(padding).fill(0xff), 0, ...digestInfo);
  return power(s, exponent, modulus) === toNumber(expected);
}

const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = (square * square) % modulus) {
    if (exponent % 2n === 1n) result = (result * square) % modulus;
  }
  return result;
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
