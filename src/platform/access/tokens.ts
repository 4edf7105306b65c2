import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A token nobody can guess: 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token: SHA-256. Enough, since a token of 256 random bits cannot be tried out. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * A token made of what it is for, so that the same caller can be given it again without it being stored:
 * base64url HMAC-SHA-256 under the token key, which lies outside the database. `purpose` keeps kinds of token apart.
 */
export function derivedToken(tokenKey: Uint8Array, purpose: string, ...ids: readonly string[]): string {
  return createHmac('sha256', tokenKey)
    .update([`countersign-${purpose}/v1`, ...ids].join('\n'))
    .digest('base64url');
}

/** A keyed hash of something that is looked up but not to be read: a user name that was tried, an address. */
export function keyedHash(tokenKey: Uint8Array, purpose: string, value: string): Buffer {
  return createHmac('sha256', tokenKey).update(`countersign-${purpose}/v1\n${value}`).digest();
}

/** Compares without telling by the time it takes how much was right. */
export function sameToken(one: string, other: string): boolean {
  return timingSafeEqual(hashOfToken(one), hashOfToken(other));
}
