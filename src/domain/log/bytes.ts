import { LogError } from './log-error.js';

const encoder = new TextEncoder();
// `ignoreBOM` keeps a byte order mark as a character: what is decoded can always be encoded back to the same bytes.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Whether a string is Unicode: no surrogate stands alone. (With the `u` flag a pair is one character, so only a lone
 * one matches.)
 */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** UTF-8 of a string. A lone surrogate is refused (`badString`), because it would silently become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  if (!isWellFormed(text))
    throw new LogError('badString', 'A string holds a lone surrogate, which UTF-8 cannot carry.');
  return encoder.encode(text);
}

/** The string that these bytes are the UTF-8 of; encoding it again gives the same bytes. Anything else is `notUtf8`. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new LogError('notUtf8', 'The bytes are not valid UTF-8.');
  }
}

/** Whether two byte strings are the same. Not constant in time: nothing compared here is a secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The parts, one after the other. */
export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
