import { decodeUtf8, encodeUtf8, equalBytes, isWellFormed } from './bytes.js';
import { plainCanonicalText } from './canonical-fast.js';
import { isPlainObject, jcs, MAX_DEPTH } from './jcs.js';
import { LogError } from './log-error.js';

/** The most a record may take, in bytes (docs/audit-log.md, "Record"). */
export const MAX_RECORD_BYTES = 16 * 1024;

const KEY = /^[a-z][A-Za-z0-9]*$/;

/**
 * The bytes of a record: RFC 8785 in UTF-8, in the profile of docs/audit-log.md ("Record"): ASCII camelCase keys, NFC
 * strings of well-formed Unicode, integers within ±(2^53 - 1), no null, no float, at most 16 KiB. Equal values give
 * equal bytes.
 *
 * Throws LogError: `badKey`, `badString`, `badNumber`, `badValue` (null, undefined, and whatever is not JSON; leave
 * out a member that has no value), `tooDeep`, `tooLarge`. The message says where, never the value itself, which may
 * be private.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  requireProfile(value, '$', 0);
  const bytes = encodeUtf8(jcs(value));
  requireSize(bytes);
  return bytes;
}

/**
 * The value that these bytes are the record of; accepted only if `canonicalBytes(parse(bytes))` is `bytes`. So
 * another order of keys, white space, another escape or spelling of a number, and a key given twice are all refused
 * (`notCanonical`).
 *
 * Throws LogError: `tooLarge`, `notUtf8`, `notJson`, `notCanonical`, and those of `canonicalBytes`.
 */
export function parseCanonical(bytes: Uint8Array): unknown {
  requireSize(bytes);
  const text = decodeUtf8(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LogError('notJson', 'The record is not JSON.');
  }
  // A text decodes from one string of bytes only, so where the texts are the same, the bytes are.
  if (plainCanonicalText(value) === text) return value;
  if (!equalBytes(canonicalBytes(value), bytes)) {
    throw new LogError('notCanonical', 'The record is JSON, but not the canonical bytes of its value.');
  }
  return value;
}

function requireSize(bytes: Uint8Array): void {
  if (bytes.length <= MAX_RECORD_BYTES) return;
  throw new LogError('tooLarge', `The record takes ${bytes.length} bytes; at most ${MAX_RECORD_BYTES} are allowed.`);
}

function requireProfile(value: unknown, where: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new LogError('tooDeep', `The record nests deeper than ${MAX_DEPTH} levels.`);
  if (typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new LogError('badNumber', `${where}: a number must be an integer within 2^53 - 1.`);
  } else if (typeof value === 'string') {
    if (!isWellFormed(value)) throw new LogError('badString', `${where}: a string holds a lone surrogate.`);
    if (value.normalize('NFC') !== value)
      throw new LogError('badString', `${where}: a string must be in Unicode form NFC.`);
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) requireProfile(item, `${where}[${i}]`, depth + 1);
  } else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!KEY.test(key)) throw new LogError('badKey', `${where}: every key must be ASCII camelCase.`);
      requireProfile(item, `${where}.${key}`, depth + 1);
    }
  } else {
    throw new LogError('badValue', `${where}: a record holds objects, arrays, strings, integers and booleans only.`);
  }
}
