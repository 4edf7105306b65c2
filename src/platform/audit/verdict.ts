import type { Finding } from '../../domain/verify/finding.js';
import type { Vault } from '../crypto/vault.js';

/** What the check of one site's log came to. */
export interface Verdict {
  readonly siteId: string;
  readonly origin: string;
  readonly records: number;
  /** Base64 root of all records, as recomputed. */
  readonly rootHash: string;
  readonly milliseconds: number;
  readonly recordsPerSecond: number;
  readonly verified: boolean;
  /** The first record that is wrong. */
  readonly first: Finding | undefined;
  /** How many things are wrong in all; what is wrong early makes more wrong later. */
  readonly findings: number;
}

export interface CheckOptions {
  /** Opens private values, so that their commitments are checked too. */
  readonly vault?: Vault;
  /** Told now and then how many records are checked, of how many. */
  readonly onProgress?: (done: number, size: number) => void;
}

/** A row of site_head; its time in UTC to the microsecond. */
export interface Head {
  readonly site_id: string;
  readonly origin: string;
  readonly size: string;
  readonly last_at: string;
}
