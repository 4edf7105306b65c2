import type { Outcome } from '../../domain/ledger/outcome.js';
import type { JsonObject, RecordActor } from '../../domain/ledger/record.js';
import type { AttemptType, RecordType } from '../../domain/ledger/record-types.js';
import type { LedgerState, Read } from '../../domain/ledger/state.js';
import type { Refusal } from '../../domain/refusal.js';

/**
 * An act handed to the door: data and a pure decision, never a connection. Because it is data, the door may run it
 * again after a conflict, or together with others in one transaction.
 */
export interface Command extends Attempted {
  /** The type of the record; for an entry of the ledger its EntryType. */
  readonly type: RecordType;
}

/** What waits at the door: a command, or an attempt that was refused before there was one. */
export interface Attempted {
  readonly siteId: string;
  readonly type: AttemptType;
  /** Who does it, authenticated. */
  readonly actor: RecordActor;
  /** Absent only for acts that are no request: the record then gets an id of its own. */
  readonly idempotencyKey?: string;
  /** Digest of who asks for what: same key and digest, same answer. */
  readonly requestDigest?: Uint8Array;
  /** Digest, base64, of what signers sign: the request without its signatures. */
  readonly intent?: string;
  /** Rows the decision must see, locked. */
  readonly reads: readonly Read[];
  decide(state: LedgerState): Outcome | Refusal;
}

/** An answer that means: committed. */
export interface Posted {
  /** The site in whose log the record is. */
  readonly siteId: string;
  readonly status: number;
  /** The act was recorded by an earlier request with this key; this is its answer. */
  readonly replayed: boolean;
  readonly body: JsonObject & { readonly seq: number; readonly leafHash: string; readonly recordedAt: string };
}
