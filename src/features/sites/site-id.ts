import { createHash } from 'node:crypto';

/**
 * The id of the site that a request makes: the same for the same idempotency key, so that a client who asks twice finds
 * the log that the first request opened, and its answer in it. A UUID of version 8 (RFC 9562 section 5.8).
 */
export function siteIdOf(of: { readonly organisationId: string; readonly idempotencyKey: string }): string {
  const hash = createHash('sha256').update(`countersign-site/v1\n${of.organisationId}\n${of.idempotencyKey}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
