import { decodeBase64, encodeBase64 } from './base64.js';
import { concatBytes, encodeUtf8 } from './bytes.js';
import { PUBLIC_KEY_BYTES, publicKeyOf } from './ed25519.js';
import { LogError } from './log-error.js';
import { sha256 } from './sha256.js';

/**
 * Signature types of c2sp.org/signed-note that are understood here: plain Ed25519, and the timestamped
 * cosignature/v1.
 */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignatureV1: 0x04 } as const;

export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

/** A public key that is trusted to sign notes. Name and key ID together say which key and which kind of signature. */
export interface VerifierKey {
  name: string;
  keyId: number;
  type: SignatureType;
  publicKey: Uint8Array;
}

/** Who signs: a key name, and the 32 bytes of an Ed25519 private key (RFC 8032). */
export interface NoteSigner {
  name: string;
  privateKey: Uint8Array;
}

const KEY_NAME = /^[^+\p{White_Space}]+$/u;
const VKEY = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su;

/** Whether this may be a key name: not empty, with no Unicode space and no plus (c2sp.org/signed-note, "Format"). */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}

/**
 * The key of this name, public key and type, with its key ID: SHA-256(name || 0x0A || type || public key)[:4], as a
 * number.
 */
export function verifierKey(of: { name: string; type: SignatureType; publicKey: Uint8Array }): VerifierKey {
  if (!isKeyName(of.name))
    throw new LogError('badKeyFormat', 'A key name must not be empty, nor hold a space or a plus.');
  if (of.publicKey.length !== PUBLIC_KEY_BYTES) {
    throw new LogError('badKeyFormat', `An Ed25519 public key is ${PUBLIC_KEY_BYTES} bytes.`);
  }
  const digest = sha256(encodeUtf8(`${of.name}\n`), Uint8Array.of(of.type), of.publicKey);
  return { ...of, keyId: readKeyId(digest) };
}

/** The key that verifies what this signer signs. */
export function verifierKeyOf(signer: NoteSigner, type: SignatureType): VerifierKey {
  return verifierKey({ name: signer.name, type, publicKey: publicKeyOf(signer.privateKey) });
}

/**
 * Reads a vkey, `<name>+<hex of key ID>+<base64 of type and public key>` (c2sp.org/signed-note, "Verifier keys").
 * Throws `badKeyFormat`, also when the key ID is not that of the key; `unsupportedKeyType` for types other than the
 * two above.
 */
export function parseVerifierKey(vkey: string): VerifierKey {
  const [, name, keyIdHex, base64] = VKEY.exec(vkey) ?? [];
  if (name === undefined || keyIdHex === undefined || base64 === undefined) {
    throw new LogError('badKeyFormat', 'A verifier key reads <name>+<8 hex digits>+<base64>.');
  }
  const [type, ...publicKey] = decodeBase64(base64);
  if (type !== SIGNATURE_TYPES.ed25519 && type !== SIGNATURE_TYPES.cosignatureV1) {
    throw new LogError('unsupportedKeyType', `The key of ${name} has a signature type that is not supported.`);
  }
  const key = verifierKey({ name, type, publicKey: Uint8Array.from(publicKey) });
  if (keyIdText(key.keyId) !== keyIdHex)
    throw new LogError('badKeyFormat', `The key ID of ${name} is not that of its key.`);
  return key;
}

/** The vkey of a key, as `parseVerifierKey` reads it. */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  return `${name}+${keyIdText(keyId)}+${encodeBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}

/** Whether two keys answer to the same signature lines. */
export function sameKeyId(a: { name: string; keyId: number }, b: { name: string; keyId: number }): boolean {
  return a.name === b.name && a.keyId === b.keyId;
}

/** The first four bytes as a big-endian number. */
export function readKeyId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
}

/** A key ID as four big-endian bytes. */
export function keyIdBytes(keyId: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, keyId);
  return bytes;
}

function keyIdText(keyId: number): string {
  return keyId.toString(16).padStart(8, '0');
}
