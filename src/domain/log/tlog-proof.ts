import { decodeBase64, encodeBase64 } from './base64.js';
import { parseDecimal } from './checkpoint.js';
import { LogError } from './log-error.js';
import { verifyInclusion } from './merkle-proof.js';
import { HASH_BYTES } from './sha256.js';
import { readNoteInput, type NoteInput } from './signed-note.js';
import type { TlogPolicy } from './tlog-policy.js';
import { verifyCheckpoint, type VerifiedCheckpoint } from './verify-checkpoint.js';

/**
 * A `.tlog-proof`, taken apart. Nothing in it is to be believed before `verifyTlogProof`, and `extra` not even then.
 */
export interface TlogProof {
  /** The leaf's number in the log, from 0. */
  index: number;
  /** From the leaf's sibling up to the root's child. */
  path: Uint8Array[];
  /** The signed checkpoint, verbatim. */
  checkpoint: string;
  /** Opaque, of the application, not authenticated. */
  extra?: Uint8Array | undefined;
}

const HEADER = 'c2sp.org/tlog-proof@v1';

/**
 * Takes a proof apart (c2sp.org/tlog-proof, "Format"); the checkpoint is left as it is. Throws `badProof`,
 * `badBase64`, those of notes.
 */
export function parseTlogProof(input: NoteInput): TlogProof {
  const text = readNoteInput(input);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new LogError('badProof', 'A proof has an empty line before its checkpoint.');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (header !== HEADER) throw new LogError('badProof', `A proof starts with the line ${HEADER}.`);
  const extra = lines[0]?.startsWith('extra ') ? parseExtra(lines.shift() as string) : undefined;
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : undefined;
  if (index === undefined)
    throw new LogError('badProof', 'A proof says: index, space, decimal digits with no leading zero.');
  return { index, path: lines.map(parseHash), checkpoint: text.slice(end + 2), extra };
}

/** The proof as text, as `parseTlogProof` reads it. Throws `badProof` if it would not. */
export function formatTlogProof({ index, path, checkpoint, extra }: TlogProof): string {
  const extraLine = extra === undefined ? '' : `extra ${encodeBase64(extra)}\n`;
  const hashes = path.map((hash) => `${encodeBase64(hash)}\n`).join('');
  const proof = `${HEADER}\n${extraLine}index ${index}\n${hashes}\n${checkpoint}`;
  parseTlogProof(proof);
  return proof;
}

/** What a proof proved: that the leaf stands at `index` of the log and the tree of the checkpoint. */
export interface ProvedInclusion {
  index: number;
  checkpoint: VerifiedCheckpoint;
  /** Not authenticated. */
  extra: Uint8Array | undefined;
}

/**
 * Verifies that a leaf is in the log (c2sp.org/tlog-proof, "Verifying a tlog proof", steps 2 to 4). Step 1 is the
 * caller's: `leafHash` must be computed from the record itself (commitment.ts), never taken from whoever brought the
 * proof.
 *
 * Throws LogError: `notIncluded`, and those of `parseTlogProof` and `verifyCheckpoint`.
 */
export function verifyTlogProof(of: { proof: NoteInput; leafHash: Uint8Array; policy: TlogPolicy }): ProvedInclusion {
  const { index, path, extra, checkpoint: note } = parseTlogProof(of.proof);
  const checkpoint = verifyCheckpoint({ checkpoint: note, policy: of.policy });
  if (!verifyInclusion({ index, size: checkpoint.size, leafHash: of.leafHash, path, root: checkpoint.rootHash })) {
    throw new LogError(
      'notIncluded',
      `It is not proved that the leaf is number ${index} of the ${checkpoint.size} leaves.`,
    );
  }
  return { index, checkpoint, extra };
}

function parseExtra(line: string): Uint8Array {
  const extra = decodeBase64(line.slice('extra '.length));
  if (extra.length === 0) throw new LogError('badProof', 'With no extra data, the extra line is left out.');
  return extra;
}

function parseHash(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash.length !== HASH_BYTES)
    throw new LogError('badProof', `A line of the path is a hash of ${HASH_BYTES} bytes.`);
  return hash;
}
