import { encodeBase64 } from '../log/base64.js';
import { encodeUtf8 } from '../log/bytes.js';
import { canonicalBytes } from '../log/canonical-json.js';
import { sha256 } from '../log/sha256.js';

const LIST_PREFIX = encodeUtf8('countersign-intents/v1\n');

/**
 * What somebody signs who signs the acts of one list at once: base64 of SHA-256("countersign-intents/v1\n" || canonical JSON of
 * {"intents": […]}), the base64 intents of the acts in the order of the list. No list, one of a single act included, has the
 * digest of an act ("countersign-intent/v1\n"), so an answer to either is none to the other. Throws LogError where the list does
 * not fit a record.
 */
export function intentOfList(intents: readonly string[]): string {
  return encodeBase64(sha256(LIST_PREFIX, canonicalBytes({ intents })));
}
