import { LogError } from './log-error.js';

/** Standard base64 with padding (RFC 4648, section 4), the only one in the log and in the C2SP formats. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The bytes that `text` is the base64 of. Strict: missing padding, white space, the URL alphabet and stray bits in
 * the last character are all `badBase64`, so that a proof has one spelling and cannot be varied without being
 * noticed.
 */
export function decodeBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new LogError('badBase64', 'Not standard base64.');
  }
  if (btoa(binary) !== text) throw new LogError('badBase64', 'Not standard base64 with padding.');
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
