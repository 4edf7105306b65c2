import { LogError } from '../log/log-error.js';
import { sha256 } from '../log/sha256.js';
import { parseTlogPolicy, type TlogPolicy } from '../log/tlog-policy.js';
import type { VerifiedCheckpoint } from '../log/verify-checkpoint.js';
import { UnusableInput } from './verdict.js';
import type { Sentence } from './words/sentences.js';

/** A policy as the verifier was given it. It is the root of all trust: whoever can change it decides the verdict. */
export interface TrustedPolicy {
  readonly policy: TlogPolicy;
  /** Hex SHA-256 of the file, to compare with the one handed over on another way. */
  readonly digest: string;
}

/** Reads a policy file. Throws UnusableInput `policyUnusable`: with a policy that is none, nothing can be said. */
export function readPolicy(bytes: Uint8Array): TrustedPolicy {
  try {
    const digest = Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { policy: parseTlogPolicy(bytes), digest };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    throw new UnusableInput('policyUnusable', { key: 'policyUnusable', reason: error.message });
  }
}

/** Which log a verified head is of, how long, and who vouches for it and when. */
export function headSentences(head: VerifiedCheckpoint, { policy, digest }: TrustedPolicy): Sentence[] {
  const { size, origin } = head;
  const witnesses = head.cosigners.map(({ name, timestamp }) => ({ name, at: utc(timestamp) }));
  return [
    { key: 'headSigned', size, origin },
    { key: 'confirmedBy', witnesses },
    policy.quorum === undefined
      ? { key: 'noQuorumAsked' }
      : { key: 'quorumMet', quorum: policy.quorum, of: policy.witnesses.length },
    { key: 'policyDigest', digest },
  ];
}

/** POSIX seconds as UTC; a number where no calendar reaches. */
function utc(seconds: bigint): string {
  if (seconds > 253_402_300_799n) return `second ${seconds}`;
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
