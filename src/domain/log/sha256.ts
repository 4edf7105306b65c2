import { hash } from 'node:crypto';

/** Length in bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

/**
 * SHA-256 (FIPS 180-4) of the parts, one after the other with nothing between them.
 * The one place where the audit log hashes: a build for browsers swaps this module and no other.
 */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  // The one-shot function: twice as fast as createHash on what a tree hashes, which is short. (And Buffer.concat
  // takes short bytes from a pool: a Uint8Array each would give the garbage collector as much to do as the hashing.)
  const digest = hash('sha256', parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts), 'buffer');
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.byteLength);
}
