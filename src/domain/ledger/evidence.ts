import { encodeBase64 } from '../log/base64.js';
import { encodeUtf8 } from '../log/bytes.js';
import { canonicalBytes } from '../log/canonical-json.js';
import { sha256 } from '../log/sha256.js';
import type { JsonObject } from './record.js';

const EVIDENCE_PREFIX = encodeUtf8('countersign-evidence/v1\n');

/**
 * What an actor of a record points at as evidence of having authenticated: base64 of
 * SHA-256("countersign-evidence/v1\n" || canonical JSON of the facts). The facts are ids, method and time, never a secret.
 */
export function evidenceOf(facts: JsonObject): string {
  return encodeBase64(sha256(EVIDENCE_PREFIX, canonicalBytes(facts)));
}
