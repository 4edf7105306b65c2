import { nextIncarnationOrigin, parseLogOrigin } from '../log/log-origin.js';
import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { firstRefusal, refuse, type Refusal } from '../refusal.js';
import { secondPerson } from './second-person.js';

/** Two people say that signed entries were lost, and that the log goes on as another. */
export interface NewIncarnation {
  readonly incarnationId: string;
  /** The last head that was signed of the log as it was: what the new one commits to. */
  readonly last: { readonly origin: string; readonly size: number; readonly rootHash: string };
  readonly performerId: string;
  readonly intent: string;
  readonly signatureHashes: readonly string[];
  /** What happened. Kept as a private text. */
  readonly reason: string;
}

/** What `declareIncarnation` must see, besides the signatures. */
export function readsOfIncarnation({ last }: Pick<NewIncarnation, 'last'>): Read[] {
  return [{ table: 'log_incarnation', column: 'previous_origin', values: [last.origin] }];
}

/**
 * The first record of a log's next incarnation (docs/audit-log.md, "Signed heads"). Refuses what `secondPerson` does, and
 * `already_exists` when somebody else has declared it meanwhile.
 */
export function declareIncarnation(of: NewIncarnation): (state: LedgerState) => Outcome | Refusal {
  const { incarnationId, last, performerId, intent, signatureHashes, reason } = of;
  return (state) => {
    const second = secondPerson(state, { performerId, intent, signatureHashes, required: true, meaning: 'approved' });
    const declared = state.origin !== last.origin;
    const refusal = firstRefusal(
      second.refusal,
      declared ? refuse('already_exists', { detail: said('incarnation_declared') }) : undefined,
    );
    if (refusal) return refusal;
    const origin = nextIncarnationOrigin(last.origin);
    const number = parseLogOrigin(origin)?.incarnation ?? 2;
    return {
      nextOrigin: origin,
      changes: [
        {
          table: 'log_incarnation',
          incarnationId,
          number,
          origin,
          fromSeq: state.seq,
          previousOrigin: last.origin,
          previousSize: last.size,
          previousRootHash: last.rootHash,
        },
      ],
      cosigners: second.cosigners,
      private: { reason },
      answer: { incarnation: number, origin, previousSize: last.size, keptRecords: state.seq },
    };
  };
}
