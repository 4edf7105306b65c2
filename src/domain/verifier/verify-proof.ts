import type { RecordBody } from '../ledger/record.js';
import { decodeBase64 } from '../log/base64.js';
import { parseCheckpoint } from '../log/checkpoint.js';
import { SALT_BYTES } from '../log/commitment.js';
import { LogError } from '../log/log-error.js';
import { HASH_BYTES } from '../log/sha256.js';
import { parseTlogProof, verifyTlogProof } from '../log/tlog-proof.js';
import { shownLeaf, type ShownRecord } from './shown-record.js';
import { headSentences, type TrustedPolicy } from './trusted-policy.js';
import { UnusableInput } from './verdict.js';
import type { Sentence } from './words/sentences.js';

/**
 * What the proof should be about: a record with its salt, or a leaf hash that was kept (each acknowledged write answers
 * with one). It must come from whoever asks, never out of the proof.
 */
export type LeafGiven = { readonly record: ShownRecord } | { readonly leafHash: Uint8Array };

/**
 * Verifies that a record, or a leaf, is in the log by its `.tlog-proof`. Gives sentences; throws LogError, and
 * UnusableInput.
 */
export function verifyProof(of: {
  readonly proof: Uint8Array;
  readonly leaf: LeafGiven;
  readonly trusted: TrustedPolicy;
}): Sentence[] {
  const { proof, leaf, trusted } = of;
  const { index, checkpoint } = parseTlogProof(proof);
  const place = { origin: parseCheckpoint(checkpoint).origin, seq: index };
  const shown = 'record' in leaf ? shownLeaf(leaf.record, place) : { hash: leaf.leafHash, body: undefined };
  const proved = verifyTlogProof({ proof, leafHash: shown.hash, policy: trusted.policy });
  const { body } = shown;
  const { origin } = proved.checkpoint;
  return [
    { key: body ? 'recordAt' : 'leafAt', seq: index, origin },
    ...(body ? [whatItSays(body)] : []),
    ...(body && body.origin !== place.origin ? [{ key: 'otherNameThen', origin: body.origin } as const] : []),
    ...headSentences(proved.checkpoint, trusted),
  ];
}

function whatItSays({ type, occurredAt, recordedAt }: RecordBody): Sentence {
  return { key: 'recordSays', type, occurredAt, recordedAt };
}

/** A leaf hash or a salt as a person types it: base64 of 32 bytes. Throws UnusableInput `badOption`. */
export function readHash(text: string, what: 'salt' | 'leafHash'): Uint8Array {
  try {
    const bytes = decodeBase64(text);
    if (bytes.length === HASH_BYTES && HASH_BYTES === SALT_BYTES) return bytes;
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
  }
  throw new UnusableInput('badOption', { key: 'hashUnreadable', what });
}
