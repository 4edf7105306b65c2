import { decodeBase64, encodeBase64 } from './base64.js';
import { concatBytes, decodeUtf8, encodeUtf8, isWellFormed } from './bytes.js';
import { cosignText, verifyCosignature } from './cosignature.js';
import { signEd25519, verifyEd25519 } from './ed25519.js';
import { LogError } from './log-error.js';
import { isKeyName, keyIdBytes, readKeyId, sameKeyId, SIGNATURE_TYPES, verifierKeyOf } from './note-key.js';
import type { NoteSigner, VerifierKey } from './note-key.js';

/** What a note, checkpoint or proof is read from: its text, or the bytes of a file, which must be valid UTF-8. */
export type NoteInput = string | Uint8Array;

/** A signature line: who, and the bytes that follow the key ID. */
export interface NoteSignature {
  name: string;
  keyId: number;
  signature: Uint8Array;
}

/** A note, taken apart. Nothing in it is to be believed before `verifySignatures`. */
export interface SignedNote {
  /** What is signed; ends in a newline. */
  text: string;
  signatures: NoteSignature[];
}

/** A trusted key that did sign, and when, if its signature says (cosignatures do), in POSIX seconds. */
export interface VerifiedSignature {
  key: VerifierKey;
  timestamp: bigint | undefined;
}

/** Limits on what is read, which c2sp.org/signed-note asks for (at least 16 signatures must be accepted). */
export const MAX_NOTE_LENGTH = 1_000_000;
export const MAX_SIGNATURES = 100;

const SIGNATURE_START = '\u2014 ';
// Not a newline, and below U+0020.
const CONTROL = /[^\n\u{20}-\u{10ffff}]/u;

/**
 * The text of an input. Throws `tooLarge`, `notUtf8`, and `badNote` for lone surrogates and control characters other
 * than newline.
 */
export function readNoteInput(input: NoteInput): string {
  if (input.length > MAX_NOTE_LENGTH)
    throw new LogError('tooLarge', `A note of more than ${MAX_NOTE_LENGTH} bytes is not read.`);
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (!isWellFormed(text) || CONTROL.test(text)) {
    throw new LogError('badNote', 'A note is UTF-8 with no control characters but newline.');
  }
  return text;
}

/** Takes a note apart (c2sp.org/signed-note, "Format"). Throws `badNote`, `badBase64` and those of `readNoteInput`. */
export function parseNote(input: NoteInput): SignedNote {
  const note = readNoteInput(input);
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n'))
    throw new LogError('badNote', 'A note is text, an empty line, and signature lines.');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES)
    throw new LogError('tooLarge', `A note with more than ${MAX_SIGNATURES} signatures is not read.`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/** The note as text, as `parseNote` reads it. Throws `badNote` if it would not. */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n')) throw new LogError('badNote', 'The text of a note ends in a newline.');
  const note = `${text}\n${signatureLines(signatures)}`;
  parseNote(note);
  return note;
}

/** Signatures as the lines of a note, each with its newline. */
export function signatureLines(signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `${SIGNATURE_START}${name} ${encodeBase64(concatBytes(keyIdBytes(keyId), signature))}\n`;
  });
  return lines.join('');
}

/** An Ed25519 signature (type 0x01) of a text. Throws `badKeyFormat`. */
export function signText({ text, signer }: { text: string; signer: NoteSigner }): NoteSignature {
  const { name, keyId } = verifierKeyOf(signer, SIGNATURE_TYPES.ed25519);
  return { name, keyId, signature: signEd25519({ privateKey: signer.privateKey, message: encodeUtf8(text) }) };
}

/**
 * A timestamped cosignature/v1 (type 0x04) of a checkpoint's text, at `timestamp` POSIX seconds. Throws
 * `badKeyFormat`, `badSignature`.
 */
export function cosign({
  text,
  signer,
  timestamp,
}: {
  text: string;
  signer: NoteSigner;
  timestamp: bigint;
}): NoteSignature {
  const { name, keyId } = verifierKeyOf(signer, SIGNATURE_TYPES.cosignatureV1);
  return { name, keyId, signature: cosignText({ privateKey: signer.privateKey, text, timestamp }) };
}

/**
 * Which of the trusted keys signed the note, each once, by its first signature, however often it signed (c2sp.org/signed-note, "Signatures").
 * Signatures of other keys are ignored, also those that share a name or a key ID, but not both, with a trusted one.
 *
 * Throws `badSignature` if any signature of a trusted key fails: the whole note is refused; `noKnownSignature` if
 * there is none.
 */
export function verifySignatures(of: { note: SignedNote; keys: readonly VerifierKey[] }): VerifiedSignature[] {
  const verified = new Map<VerifierKey, VerifiedSignature>();
  for (const signature of of.note.signatures) {
    for (const key of of.keys.filter((known) => sameKeyId(known, signature))) {
      const result = verifyOne({ key, text: of.note.text, signature: signature.signature });
      if (!verified.has(key)) verified.set(key, result);
    }
  }
  if (verified.size === 0) throw new LogError('noKnownSignature', 'No trusted key signed the note.');
  return [...verified.values()];
}

function verifyOne({
  key,
  text,
  signature,
}: {
  key: VerifierKey;
  text: string;
  signature: Uint8Array;
}): VerifiedSignature {
  const { publicKey } = key;
  if (key.type === SIGNATURE_TYPES.cosignatureV1) {
    const timestamp = verifyCosignature({ publicKey, text, signature });
    if (timestamp !== undefined) return { key, timestamp };
  } else if (verifyEd25519({ publicKey, message: encodeUtf8(text), signature })) {
    return { key, timestamp: undefined };
  }
  throw new LogError('badSignature', `The signature of ${key.name} does not verify.`);
}

function parseSignatureLine(line: string): NoteSignature {
  const space = line.indexOf(' ', SIGNATURE_START.length);
  const name = line.slice(SIGNATURE_START.length, space);
  if (!line.startsWith(SIGNATURE_START) || space < 0 || !isKeyName(name)) {
    throw new LogError('badNote', 'A signature line reads: em dash, space, key name, space, base64.');
  }
  const bytes = decodeBase64(line.slice(space + 1));
  if (bytes.length <= 4) throw new LogError('badNote', 'A signature is a key ID of 4 bytes and at least one more.');
  return { name, keyId: readKeyId(bytes), signature: bytes.subarray(4) };
}
