import { encodeBase64 } from '../../domain/log/base64.js';
import { LogError } from '../../domain/log/log-error.js';
import { parseLogOrigin } from '../../domain/log/log-origin.js';
import { nextHead } from '../../domain/log/next-head.js';
import type { TreeHead } from '../../domain/log/checkpoint.js';
import type { SignedHead } from './signed-heads.js';
import type { LogHead } from './signer-database.js';
import { lookupIn } from './tree-nodes.js';

/** Why a log is not signed on. The words are the kinds of the alarms. */
export type ProblemKind =
  'tree_shrank' | 'tree_differs' | 'log_missing' | 'signed_heads_lost' | 'incarnation_differs' | 'origin_unknown';

/** Something that keeps the signer from signing a log. */
export interface Problem {
  /** Absent where it is of no log that is there: the organisation is told. */
  readonly siteId?: string;
  readonly kind: ProblemKind;
  /** A sentence with numbers, no personal data. */
  readonly detail: string;
}

/** A log that may be signed on, if its tree proves to have grown out of the one signed last. */
export interface Candidate {
  readonly head: LogHead;
  /** Undefined: nothing of this log was ever signed. */
  readonly last: SignedHead | undefined;
}

/**
 * Which logs may be signed on, judged by what the signer remembers and not by what the database says of the past. `grownOnly`:
 * only those that have grown; else all, as at a start.
 */
export function candidatesAmong(
  heads: readonly LogHead[],
  remembered: ReadonlyMap<string, SignedHead>,
  of: { grownOnly: boolean },
): { candidates: Candidate[]; problems: Problem[] } {
  const newestIncarnation = newestBySite(remembered);
  const candidates: Candidate[] = [];
  const problems: Problem[] = missing(heads, newestIncarnation);
  for (const head of heads) {
    const last = remembered.get(head.origin);
    const problem = against(head, { last, remembered, newest: newestIncarnation.get(head.siteId)?.incarnation });
    if (problem) problems.push(problem);
    else if (head.size > (last?.size ?? 0) || (!of.grownOnly && last)) candidates.push({ head, last });
  }
  return { candidates, problems };
}

/** The heads to sign, each proved; and what is wrong with the others. */
export function headsToSign(
  candidates: readonly Candidate[],
  nodes: ReadonlyMap<string, Uint8Array>,
): { signed: { head: TreeHead; siteId: string }[]; problems: Problem[] } {
  const signed: { head: TreeHead; siteId: string }[] = [];
  const problems: Problem[] = [];
  for (const { head, last } of candidates) {
    const { siteId, origin, size } = head;
    try {
      signed.push({ siteId, head: nextHead({ origin, size, last }, lookupIn(nodes, siteId)) });
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      problems.push({ siteId, kind: 'tree_differs', detail: differs(head, last, error) });
    }
  }
  return { signed, problems };
}

interface Remembered {
  readonly last: SignedHead | undefined;
  readonly remembered: ReadonlyMap<string, SignedHead>;
  readonly newest: number | undefined;
}

function against(head: LogHead, { last, remembered, newest }: Remembered): Problem | undefined {
  const { siteId, origin, size } = head;
  const parts = parseLogOrigin(origin);
  if (parts?.siteId !== siteId) {
    return {
      siteId,
      kind: 'origin_unknown',
      detail: 'The origin in the head of this log is none that the program gives.',
    };
  }
  if (newest !== undefined && newest > parts.incarnation) {
    const detail = `The log is back at its incarnation ${parts.incarnation}; incarnation ${newest} of it was signed.`;
    return { siteId, kind: 'tree_shrank', detail };
  }
  if (last && size < last.size) {
    const detail = `The log has ${size} records; ${last.size} were signed, with the root ${encodeBase64(last.rootHash)}.`;
    return { siteId, kind: 'tree_shrank', detail };
  }
  return last ? undefined : againstBeginning(head, remembered);
}

/** A new incarnation must commit to what was signed of the old one, and to nothing less. */
function againstBeginning(
  { siteId, incarnation }: LogHead,
  remembered: ReadonlyMap<string, SignedHead>,
): Problem | undefined {
  const before = incarnation && remembered.get(incarnation.previousOrigin);
  if (!incarnation || !before) return undefined;
  const same =
    before.size === incarnation.previousSize && encodeBase64(before.rootHash) === incarnation.previousRootHash;
  if (same) return undefined;
  const detail = `The new incarnation commits to ${incarnation.previousSize} records of the old log; ${before.size} were signed.`;
  return { siteId, kind: 'incarnation_differs', detail };
}

function newestBySite(remembered: ReadonlyMap<string, SignedHead>): Map<string, { incarnation: number; size: number }> {
  const newest = new Map<string, { incarnation: number; size: number }>();
  for (const [origin, { size }] of remembered) {
    const { siteId, incarnation } = parseLogOrigin(origin) ?? {};
    if (siteId === undefined || incarnation === undefined) continue;
    if (incarnation > (newest.get(siteId)?.incarnation ?? 0)) newest.set(siteId, { incarnation, size });
  }
  return newest;
}

function missing(heads: readonly LogHead[], signed: ReadonlyMap<string, { size: number }>): Problem[] {
  const there = new Set(heads.map(({ siteId }) => siteId));
  return [...signed]
    .filter(([siteId]) => !there.has(siteId))
    .map(([siteId, { size }]) => ({
      kind: 'log_missing',
      detail: `The log of site ${siteId}, of which ${size} records were signed, is not in the database.`,
    }));
}

function differs({ size }: LogHead, last: SignedHead | undefined, error: LogError): string {
  const before = last ? ` ${last.size} records were signed, with the root ${encodeBase64(last.rootHash)}.` : '';
  return `The tree of ${size} records cannot be signed: ${error.message}${before}`;
}
