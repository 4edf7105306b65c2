import { decodeBase64, encodeBase64 } from './base64.js';
import { parseDecimal } from './checkpoint.js';
import { LogError } from './log-error.js';
import { HASH_BYTES } from './sha256.js';
import { readNoteInput, type NoteInput } from './signed-note.js';

/** What a log sends a witness (c2sp.org/tlog-witness, "add-checkpoint"), taken apart. Nothing in it is to be believed yet. */
export interface AddCheckpoint {
  /** The size at which the log thinks the witness last cosigned. */
  readonly oldSize: number;
  /** RFC 6962, section 2.1.2, from the old size to that of the checkpoint. */
  readonly path: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

/** The most lines that a consistency proof may have. */
const MAX_PATH = 63;

/** Takes a request apart. Throws `badProof`, `badBase64` and those of `readNoteInput`; the checkpoint is left as it is. */
export function parseAddCheckpoint(input: NoteInput): AddCheckpoint {
  const text = readNoteInput(input);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new LogError('badProof', 'A request has an empty line before its checkpoint.');
  const [oldLine = '', ...lines] = text.slice(0, end).split('\n');
  const oldSize = oldLine.startsWith('old ') ? parseDecimal(oldLine.slice('old '.length)) : undefined;
  if (oldSize === undefined)
    throw new LogError('badProof', 'A request starts with: old, space, decimal digits with no leading zero.');
  if (lines.length > MAX_PATH) throw new LogError('badProof', `A consistency proof has at most ${MAX_PATH} lines.`);
  const path = lines.map(decodeBase64);
  if (path.some(({ length }) => length !== HASH_BYTES))
    throw new LogError('badProof', `A line of the proof is a hash of ${HASH_BYTES} bytes.`);
  return { oldSize, path, checkpoint: text.slice(end + 2) };
}

/** The request as text, as `parseAddCheckpoint` reads it. */
export function formatAddCheckpoint({ oldSize, path, checkpoint }: AddCheckpoint): string {
  return `old ${oldSize}\n${path.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${checkpoint}`;
}
