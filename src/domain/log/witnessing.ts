import { parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint.js';
import { equalBytes } from './bytes.js';
import { isRootPossible, parseAnyCheckpoint, type Checkpoint, type TreeHead } from './checkpoint.js';
import { LogError } from './log-error.js';
import { verifyConsistency } from './merkle-proof.js';
import { sameKeyId, type VerifierKey } from './note-key.js';
import { verifySignatures, type NoteInput, type NoteSignature } from './signed-note.js';

// What a witness answers to add-checkpoint, word for word from c2sp.org/tlog-witness; no clock, no disk and no HTTP.

/** A request whose checkpoint a known log signed; what it says of the tree is not yet checked. */
export interface Submission {
  readonly request: AddCheckpoint;
  readonly checkpoint: Checkpoint;
  /** The signatures of the log that were verified. Those of anybody else are left out. */
  readonly logSignatures: readonly NoteSignature[];
}

/** Why the witness does not cosign, as an HTTP status. `conflict`: the log signed two trees of one size. */
export interface WitnessRefusal {
  readonly status: 400 | 403 | 404 | 422;
  readonly reason: string;
  /** As the request says it; whatever it may be. */
  readonly origin?: string;
  readonly conflict?: true;
}

/** The witness last cosigned another size than the log thinks; this one. */
export interface OtherSize {
  readonly status: 409;
  readonly size: number;
}

/**
 * Reads a request against the keys of the logs that the witness watches, each named by its origin: 400 what cannot be read,
 * 404 an unknown origin, 403 no signature of the log or one that fails.
 */
export function readSubmission(body: NoteInput, logKeys: readonly VerifierKey[]): Submission | WitnessRefusal {
  let request: AddCheckpoint;
  let checkpoint: Checkpoint;
  try {
    request = parseAddCheckpoint(body);
    checkpoint = parseAnyCheckpoint(request.checkpoint);
  } catch (error) {
    return refusal(400, error);
  }
  const keys = logKeys.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0)
    return { status: 404, reason: 'This witness does not watch a log of this origin.', origin: checkpoint.origin };
  try {
    verifySignatures({ note: checkpoint.note, keys });
  } catch (error) {
    return refusal(403, error);
  }
  const logSignatures = checkpoint.note.signatures.filter((line) => keys.some((key) => sameKeyId(key, line)));
  return { request, checkpoint, logSignatures };
}

/**
 * Whether the witness cosigns: undefined, or why not. `last`: the head of this log that it cosigned last. Must be asked, and the
 * answer be persisted, before anybody asks again for the same log.
 */
export function judgeSubmission(
  { request: { oldSize, path }, checkpoint }: Submission,
  last: Pick<TreeHead, 'size' | 'rootHash'> | undefined,
): WitnessRefusal | OtherSize | undefined {
  const { size, rootHash } = checkpoint;
  if (oldSize > size)
    return { status: 400, reason: `The old size ${oldSize} is larger than that of the checkpoint, ${size}.` };
  const lastSize = last?.size ?? 0;
  if (oldSize !== lastSize) return { status: 409, size: lastSize };
  if (!isRootPossible(checkpoint)) return { status: 422, reason: 'The root of an empty tree is SHA-256 of nothing.' };
  if (oldSize === 0 && path.length > 0)
    return { status: 422, reason: 'From the empty tree the consistency proof is empty.' };
  if (last && size === last.size && !equalBytes(rootHash, last.rootHash))
    return { status: 422, reason: `The log signed another tree of ${size} leaves before.`, conflict: true };
  const grown =
    oldSize === 0 ||
    verifyConsistency({ oldSize, newSize: size, oldRoot: (last as TreeHead).rootHash, newRoot: rootHash, path });
  return grown
    ? undefined
    : { status: 422, reason: `It is not proved that the tree of ${size} leaves begins with that of ${oldSize}.` };
}

function refusal(status: 400 | 403, error: unknown): WitnessRefusal {
  if (error instanceof LogError) return { status, reason: error.message };
  throw error;
}
