import { decodeBase64 } from '../log/base64.js';
import { decodeUtf8 } from '../log/bytes.js';
import { parseAddCheckpoint } from '../log/add-checkpoint.js';
import { requireGrowth, verifyCheckpoint, type VerifiedCheckpoint } from '../log/verify-checkpoint.js';
import { headSentences, type TrustedPolicy } from './trusted-policy.js';
import { NotVerified } from './verdict.js';
import type { Sentence } from './words/sentences.js';

/** Verifies one head against the policy. Gives sentences; throws LogError. */
export function verifyHead(checkpoint: Uint8Array, trusted: TrustedPolicy): Sentence[] {
  return headSentences(verifyCheckpoint({ checkpoint, policy: trusted.policy }), trusted);
}

/**
 * Verifies that of two heads, given in any order, the larger begins with all of the smaller. `path`: a consistency path as
 * lines of base64, from the smaller to the larger. Gives sentences; throws LogError.
 */
export function verifyHeads(of: {
  readonly heads: readonly [Uint8Array, Uint8Array];
  readonly path: Uint8Array;
  readonly trusted: TrustedPolicy;
}): Sentence[] {
  const [a, b] = of.heads.map((checkpoint) => verifyCheckpoint({ checkpoint, policy: of.trusted.policy }));
  const [older, newer] = (a as VerifiedCheckpoint).size <= (b as VerifiedCheckpoint).size ? [a, b] : [b, a];
  return grown(older as VerifiedCheckpoint, newer as VerifiedCheckpoint, readPath(of.path), of.trusted);
}

/**
 * The same for a head that was kept and one that came with its path in one file: `old <size>`, the path, an empty line and
 * the newer checkpoint, as c2sp.org/tlog-witness sends it.
 */
export function verifyGrowth(of: {
  readonly older: Uint8Array;
  readonly growth: Uint8Array;
  readonly trusted: TrustedPolicy;
}): Sentence[] {
  const { policy } = of.trusted;
  const growth = parseAddCheckpoint(of.growth);
  const older = verifyCheckpoint({ checkpoint: of.older, policy });
  const newer = verifyCheckpoint({ checkpoint: growth.checkpoint, policy });
  if (growth.oldSize !== older.size) {
    throw new NotVerified('inconsistent', {
      key: 'pathBeginsElsewhere',
      path: growth.oldSize,
      older: older.size,
    });
  }
  return grown(older, newer, growth.path, of.trusted);
}

function grown(
  older: VerifiedCheckpoint,
  newer: VerifiedCheckpoint,
  path: readonly Uint8Array[],
  trusted: TrustedPolicy,
): Sentence[] {
  requireGrowth({ older, newer, path });
  return [{ key: 'nothingRewritten', newer: newer.size, older: older.size }, ...headSentences(newer, trusted)];
}

/** Lines of base64, each ended by a newline. Throws LogError `badProof`, `badBase64`. */
function readPath(bytes: Uint8Array): Uint8Array[] {
  const text = decodeUtf8(bytes);
  if (text !== '' && !text.endsWith('\n')) throw new NotVerified('badProof', { key: 'pathLineEnd' });
  return text.split('\n').slice(0, -1).map(decodeBase64);
}
