import { sha256 as hash } from '@noble/hashes/sha2.js';

// Stands in for src/domain/log/sha256.ts in a browser: a page from the disk has no secure context, and so no Web Crypto.

/** Length in bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

/** SHA-256 (FIPS 180-4) of the parts, one after the other with nothing between them. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  const hasher = hash.create();
  for (const part of parts) hasher.update(part);
  return hasher.digest();
}
