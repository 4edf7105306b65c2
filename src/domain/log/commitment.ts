import { encodeBase64 } from './base64.js';
import { encodeUtf8 } from './bytes.js';
import { LogError } from './log-error.js';
import { HASH_BYTES, sha256 } from './sha256.js';

/** Length of every salt, in bytes. Each commitment has a salt of its own (docs/audit-log.md, "Record"). */
export const SALT_BYTES = 32;

const LEAF_PREFIX = Uint8Array.of(0x00);
const RECORD_TAG = encodeUtf8('countersign-commit/v1\n');

// docs/audit-log.md, "Record", gives the four formulas of this file. All errors are LogError `badCommitmentInput`,
// unless said.

/**
 * SHA-256("countersign-field/v1\n" || name || "\n" || salt || value): what a record says under `private` in place of
 * personal data. A string value counts as its UTF-8, exactly as given (`badString` if it has a lone surrogate).
 */
export function fieldCommitment(field: { name: string; salt: Uint8Array; value: Uint8Array | string }): Uint8Array {
  requireLine('field name', field.name);
  requireLength('salt', field.salt, SALT_BYTES);
  const value = typeof field.value === 'string' ? encodeUtf8(field.value) : field.value;
  return sha256(encodeUtf8(`countersign-field/v1\n${field.name}\n`), field.salt, value);
}

/**
 * SHA-256("countersign-commit/v1\n" || salt || record bytes); `record` is what `canonicalBytes` gave, and is not
 * looked into.
 */
export function recordCommitment({ salt, record }: { salt: Uint8Array; record: Uint8Array }): Uint8Array {
  requireLength('salt', salt, SALT_BYTES);
  return sha256(RECORD_TAG, salt, record);
}

/** A leaf's place and content: the log's origin, its number in the log (from 0, no gaps), the record's commitment. */
export interface LeafParts {
  origin: string;
  seq: number;
  commitment: Uint8Array;
}

/**
 * "countersign-entry/v1\n" origin "\n" seq "\n" base64(record commitment) "\n". Origin and seq stand in it so that a
 * leaf cannot be replayed in another place or at another site.
 */
export function leafData({ origin, seq, commitment }: LeafParts): Uint8Array {
  requireLine('origin', origin);
  requireLength('commitment', commitment, HASH_BYTES);
  if (!Number.isSafeInteger(seq) || seq < 0)
    throw new LogError('badCommitmentInput', 'seq must be an integer from 0 to 2^53 - 1.');
  return encodeUtf8(`countersign-entry/v1\n${origin}\n${seq}\n${encodeBase64(commitment)}\n`);
}

/** SHA-256(0x00 || leaf data): the leaf of RFC 6962, section 2.1. */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(LEAF_PREFIX, data);
}

function requireLine(what: string, text: string): void {
  // A newline would let one pair of parts be read as another.
  if (text === '' || text.includes('\n'))
    throw new LogError('badCommitmentInput', `The ${what} must be one line, not empty.`);
}

function requireLength(what: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new LogError('badCommitmentInput', `The ${what} must be ${length} bytes.`);
}
