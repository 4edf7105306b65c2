import type { RecordBody } from '../ledger/record.js';
import { decodeBase64, encodeBase64 } from '../log/base64.js';
import { canonicalBytes } from '../log/canonical-json.js';
import type { TreeHead } from '../log/checkpoint.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../log/commitment.js';
import { LogError } from '../log/log-error.js';
import { verifyInclusion } from '../log/merkle-proof.js';
import type { BundleRecord, DisclosedValue } from './format.js';
import type { ProblemCode } from './verdict.js';

/**
 * What keeps a record from being believed: undefined when the log of this head holds exactly these bytes at the place that
 * they name themselves.
 */
export function recordProblem(of: BundleRecord, head: TreeHead): ProblemCode | undefined {
  const { origin, seq } = of.record;
  if (typeof origin !== 'string') return 'record_not_in_log';
  try {
    const commitment = recordCommitment({ salt: decodeBase64(of.salt), record: canonicalBytes(of.record) });
    const hash = leafHash(leafData({ origin, seq, commitment }));
    const claim = { index: seq, size: head.size, leafHash: hash, path: of.path.map(decodeBase64), root: head.rootHash };
    return verifyInclusion(claim) ? undefined : 'record_not_in_log';
  } catch (error) {
    if (error instanceof LogError) return 'record_not_in_log';
    throw error;
  }
}

/** Names of the disclosed values that are not those the record commits to. */
export function alteredValues(record: RecordBody, values: readonly DisclosedValue[]): string[] {
  const seen = new Set<string>();
  return values
    .filter((value) => {
      const again = seen.has(value.name);
      seen.add(value.name);
      return again || record.private?.[value.name] !== commitmentOf(value);
    })
    .map(({ name }) => name);
}

function commitmentOf({ name, salt, value }: DisclosedValue): string | undefined {
  try {
    return encodeBase64(fieldCommitment({ name, salt: decodeBase64(salt), value }));
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
