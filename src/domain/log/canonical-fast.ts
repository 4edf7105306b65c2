import { isPlainObject } from './jcs.js';

/** Printable ASCII but for the quote and the backslash: the same in JSON, in Unicode form NFC, and well formed. */
const PLAIN = /^[ !#-[\]-~]*$/;
const KEY = /^[a-z][A-Za-z0-9]*$/;
/** Keys seen to be keys. Records share some hundred; a hostile log shall not fill memory. */
const KEYS = new Set<string>();
const MOST_KEYS = 4096;
/** Less than the depth that the full check allows. */
const MAX_DEPTH = 32;

/**
 * The canonical text of a value as JSON.parse made it, where that is plain to see: strings of printable ASCII, integers,
 * keys in their order. Undefined for everything else, right or wrong, which is then for the full check (canonical-json.ts).
 * What it costs decides how many records a second are verified.
 */
export function plainCanonicalText(value: unknown, depth = 0): string | undefined {
  switch (typeof value) {
    case 'string':
      return PLAIN.test(value) ? `"${value}"` : undefined;
    case 'number':
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
  }
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return plainList(value, depth);
  return isPlainObject(value) ? plainObject(value, depth) : undefined;
}

function plainList(list: readonly unknown[], depth: number): string | undefined {
  let text = '[';
  for (let at = 0; at < list.length; at += 1) {
    const item = plainCanonicalText(list[at], depth + 1);
    if (item === undefined) return undefined;
    text += at === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function plainObject(object: Readonly<Record<string, unknown>>, depth: number): string | undefined {
  let text = '{';
  let before = '';
  for (const key of Object.keys(object)) {
    if (key <= before || !isKey(key)) return undefined;
    const member = plainCanonicalText(object[key], depth + 1);
    if (member === undefined) return undefined;
    text += before === '' ? `"${key}":${member}` : `,"${key}":${member}`;
    before = key;
  }
  return `${text}}`;
}

function isKey(key: string): boolean {
  if (KEYS.has(key)) return true;
  if (!KEY.test(key)) return false;
  if (KEYS.size < MOST_KEYS) KEYS.add(key);
  return true;
}
