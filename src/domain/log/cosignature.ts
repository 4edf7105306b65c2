import { concatBytes, encodeUtf8 } from './bytes.js';
import { signEd25519, SIGNATURE_BYTES, verifyEd25519 } from './ed25519.js';
import { LogError } from './log-error.js';

// cosignature/v1 of c2sp.org/tlog-cosignature: the Ed25519 kind, signature type 0x04. A `timestamped_signature` is a
// big-endian u64 of POSIX seconds, then 64 bytes of signature.

const TIMESTAMP_BYTES = 8;
const MAX_TIMESTAMP = 2n ** 63n - 1n;

/**
 * When the cosigner signed this checkpoint text, in POSIX seconds, if `signature` (without its key ID) is its
 * timestamped signature; otherwise undefined. `text` is the note's text with its last newline.
 */
export function verifyCosignature(of: {
  publicKey: Uint8Array;
  text: string;
  signature: Uint8Array;
}): bigint | undefined {
  const { publicKey, text, signature } = of;
  if (signature.length !== TIMESTAMP_BYTES + SIGNATURE_BYTES) return undefined;
  const timestamp = new DataView(signature.buffer, signature.byteOffset, signature.byteLength).getBigUint64(0);
  if (timestamp > MAX_TIMESTAMP) return undefined;
  const message = cosignedMessage({ text, timestamp });
  return verifyEd25519({ publicKey, message, signature: signature.subarray(TIMESTAMP_BYTES) }) ? timestamp : undefined;
}

/**
 * The timestamped signature of a checkpoint text, without key ID. `timestamp` is in POSIX seconds. Throws
 * `badSignature`, `badKeyFormat`.
 */
export function cosignText(of: { privateKey: Uint8Array; text: string; timestamp: bigint }): Uint8Array {
  const { privateKey, text, timestamp } = of;
  if (timestamp < 0n || timestamp > MAX_TIMESTAMP)
    throw new LogError('badSignature', 'A cosignature time is from 0 to 2^63 - 1.');
  const bytes = new Uint8Array(TIMESTAMP_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, timestamp);
  return concatBytes(bytes, signEd25519({ privateKey, message: cosignedMessage({ text, timestamp }) }));
}

/** "Ed25519 signed message": a header line that separates domains, the time, and the whole text of the checkpoint. */
function cosignedMessage({ text, timestamp }: { text: string; timestamp: bigint }): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${timestamp}\n${text}`);
}
