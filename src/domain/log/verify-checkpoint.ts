import { parseCheckpoint, type TreeHead } from './checkpoint.js';
import { LogError } from './log-error.js';
import { verifyConsistency } from './merkle-proof.js';
import { sameKeyId } from './note-key.js';
import { verifySignatures, type NoteInput } from './signed-note.js';
import { isQuorum, type TlogPolicy } from './tlog-policy.js';

/** A tree head that the policy vouches for. */
export interface VerifiedCheckpoint extends TreeHead {
  extensionLines: string[];
  /** The witnesses of the policy that cosigned: their names in the policy, and when, in POSIX seconds. */
  cosigners: { name: string; timestamp: bigint }[];
}

/**
 * Verifies a checkpoint against a policy: signed by a log of the policy whose key name is the origin, and cosigned by
 * a quorum (c2sp.org/tlog-proof, "Verifying a tlog proof", steps 2 and 3; c2sp.org/tlog-policy). A witness counts
 * once however often it cosigned.
 *
 * Throws LogError: `unknownOrigin`, `badSignature`, `notSignedByLog`, `quorumNotMet`, and those of `parseCheckpoint`.
 */
export function verifyCheckpoint({
  checkpoint,
  policy,
}: {
  checkpoint: NoteInput;
  policy: TlogPolicy;
}): VerifiedCheckpoint {
  const { note, origin, size, rootHash, extensionLines } = parseCheckpoint(checkpoint);
  if (!policy.logs.some(({ key }) => key.name === origin)) {
    throw new LogError('unknownOrigin', 'The policy has no log of this origin.');
  }
  const keys = [...policy.logs, ...policy.witnesses].map(({ key }) => key);
  const verified = verifySignatures({ note, keys });
  const signed = policy.logs.some(({ key }) => key.name === origin && verified.some((by) => sameKeyId(by.key, key)));
  if (!signed) throw new LogError('notSignedByLog', 'The checkpoint is not signed by a key of its log.');
  const cosigners = policy.witnesses.flatMap(({ name, key }) => {
    const timestamp = verified.find((by) => sameKeyId(by.key, key))?.timestamp;
    return timestamp === undefined ? [] : [{ name, timestamp }];
  });
  if (!isQuorum(policy, new Set(cosigners.map(({ name }) => name)))) {
    const count = `${cosigners.length} of ${policy.witnesses.length}`;
    throw new LogError('quorumNotMet', `Only ${count} witnesses of the policy cosigned, which is no quorum.`);
  }
  return { origin, size, rootHash, extensionLines, cosigners };
}

/**
 * Throws `inconsistent` unless the path (RFC 6962, section 2.1.2) proves that the newer tree is of the same log and
 * begins with all of the older: what a signer checks before it signs, and a reader who kept an old checkpoint before
 * believing a new one. Both heads must be verified already, or be one's own.
 */
export function requireGrowth(of: { older: TreeHead; newer: TreeHead; path: readonly Uint8Array[] }): void {
  const { older, newer, path } = of;
  if (older.origin !== newer.origin) throw new LogError('inconsistent', 'The two checkpoints are of different logs.');
  if (older.size > newer.size)
    throw new LogError('inconsistent', `The log shrank from ${older.size} leaves to ${newer.size}.`);
  const roots = { oldRoot: older.rootHash, newRoot: newer.rootHash };
  if (verifyConsistency({ oldSize: older.size, newSize: newer.size, ...roots, path })) return;
  throw new LogError(
    'inconsistent',
    `It is not proved that the tree of ${newer.size} leaves begins with that of ${older.size}.`,
  );
}
