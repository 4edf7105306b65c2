import { decodeBase64, encodeBase64 } from './base64.js';
import { equalBytes } from './bytes.js';
import { LogError } from './log-error.js';
import { EMPTY_ROOT, requireHash, requireSize } from './merkle.js';
import { formatNote, parseNote, signText, type NoteInput, type SignedNote } from './signed-note.js';
import { HASH_BYTES } from './sha256.js';

/** A log at one size: which log, how many leaves, and the root of them. */
export interface TreeHead {
  origin: string;
  size: number;
  rootHash: Uint8Array;
}

/** A checkpoint, taken apart. Nothing in it is to be believed before `verifyCheckpoint`. */
export interface Checkpoint extends TreeHead {
  extensionLines: string[];
  note: SignedNote;
}

const DECIMAL = /^(?:0|[1-9][0-9]*)$/;

/**
 * Takes a checkpoint apart (c2sp.org/tlog-checkpoint, "Note text"). A size above 2^53 - 1 is refused, and so is an
 * empty tree with a root that is not the empty one. Throws `badCheckpoint`, `badBase64` and those of `parseNote`.
 */
export function parseCheckpoint(input: NoteInput): Checkpoint {
  const checkpoint = parseAnyCheckpoint(input);
  if (!isRootPossible(checkpoint))
    throw new LogError('badCheckpoint', 'The root of a tree with no leaves is SHA-256 of nothing.');
  return checkpoint;
}

/** Whether there is a tree with this head, as far as that can be seen: the empty one has one root only. */
export function isRootPossible({ size, rootHash }: Pick<TreeHead, 'size' | 'rootHash'>): boolean {
  return size !== 0 || equalBytes(rootHash, EMPTY_ROOT);
}

/** The same as `parseCheckpoint`, whatever root an empty tree is said to have: a witness has another answer for that. */
export function parseAnyCheckpoint(input: NoteInput): Checkpoint {
  const note = parseNote(input);
  const lines = note.text.slice(0, -1).split('\n');
  const [origin, sizeText, rootText, ...extensionLines] = lines;
  if (origin === undefined || sizeText === undefined || rootText === undefined || lines.includes('')) {
    throw new LogError('badCheckpoint', 'A checkpoint has at least three lines, none of them empty.');
  }
  const size = parseDecimal(sizeText);
  if (size === undefined)
    throw new LogError('badCheckpoint', 'The second line is the tree size: decimal digits, no leading zero.');
  const rootHash = decodeBase64(rootText);
  if (rootHash.length !== HASH_BYTES)
    throw new LogError('badCheckpoint', `The third line is a root hash of ${HASH_BYTES} bytes.`);
  return { origin, size, rootHash, extensionLines, note };
}

/**
 * The text of a checkpoint, without extension lines, which Countersign never writes. Throws `badCheckpoint`,
 * `badTreeInput`.
 */
export function checkpointText({ origin, size, rootHash }: TreeHead): string {
  if (origin === '' || origin.includes('\n')) throw new LogError('badCheckpoint', 'An origin is one line, not empty.');
  requireSize(size);
  requireHash(rootHash);
  return `${origin}\n${size}\n${encodeBase64(rootHash)}\n`;
}

/**
 * A signed checkpoint, as text. The key name is the origin, so the origin must be fit for one. Whether this tree may
 * be signed at all is the caller's to know: `nextHead` from what it signed before. Throws `badKeyFormat` and
 * those of `checkpointText`.
 */
export function signCheckpoint({ head, privateKey }: { head: TreeHead; privateKey: Uint8Array }): string {
  return signCheckpointWith({ head, privateKeys: [privateKey] });
}

/** A checkpoint signed by several keys of one log, as it is while one key takes over from another. Throws as `signCheckpoint`. */
export function signCheckpointWith(of: { head: TreeHead; privateKeys: readonly Uint8Array[] }): string {
  const text = checkpointText(of.head);
  const name = of.head.origin;
  const note = formatNote({
    text,
    signatures: of.privateKeys.map((privateKey) => signText({ text, signer: { name, privateKey } })),
  });
  parseCheckpoint(note);
  return note;
}

/** ASCII decimal with no leading zero, up to 2^53 - 1; anything else is undefined. */
export function parseDecimal(text: string): number | undefined {
  const number = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
