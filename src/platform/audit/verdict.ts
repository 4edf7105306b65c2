import type { Finding } from '../../domain/verify/finding.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import type { SignedHead } from '../signer/signed-heads.js';
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

/** What the signer keeps outside the database, to hold the database against. */
export interface SignedOutside {
  /** Public halves of all keys that ever signed; read after the database, which has no head that they have not signed. */
  readonly keys: () => Promise<readonly VerifierKey[]>;
  /** Origin → the last head that was signed of it. */
  readonly heads: ReadonlyMap<string, SignedHead>;
}

export interface CheckOptions {
  /** Opens private values, so that their commitments are checked too. */
  readonly vault?: Vault;
  /** What the signer keeps outside the database; absent: only the tree behind stored heads is compared. */
  readonly signed?: SignedOutside;
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
