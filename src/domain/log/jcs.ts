import { isWellFormed } from './bytes.js';
import { LogError } from './log-error.js';

/** How deep a value may nest. Far above any record; keeps hostile input, and a cycle, from exhausting the stack. */
export const MAX_DEPTH = 64;

/**
 * The JSON Canonicalization Scheme, RFC 8785, of any JSON value: no white space (3.2.1), literals and strings as
 * ECMAScript's JSON.stringify writes them (3.2.2.1, 3.2.2.2), numbers as Number::toString writes them (3.2.2.3),
 * members sorted by the UTF-16 code units of their names (3.2.3). What JSON cannot carry is refused: NaN and
 * infinities (`badNumber`), lone surrogates (`badString`), undefined, functions, bigints and objects of a class
 * (`badValue`).
 */
export function jcs(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new LogError('tooDeep', `A value nests deeper than ${MAX_DEPTH} levels.`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return jcsNumber(value);
  if (typeof value === 'string') return jcsString(value);
  // Not `value.map`: it would skip the holes of a sparse array.
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => jcs(item, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${jcsString(name)}:${jcs(value[name], depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw new LogError(
    'badValue',
    `JSON cannot carry a ${value === undefined ? 'undefined' : typeof value} of this kind.`,
  );
}

/** An object literal or what JSON.parse makes, of any realm; not a Date, a Map or an instance of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function jcsNumber(value: number): string {
  if (!Number.isFinite(value)) throw new LogError('badNumber', `JSON has no ${value}.`);
  return JSON.stringify(value);
}

function jcsString(value: string): string {
  if (!isWellFormed(value)) throw new LogError('badString', 'A string holds a lone surrogate.');
  return JSON.stringify(value);
}
