import type { LedgerState } from '../ledger/state.js';
import { instantMs } from '../local-date.js';
import type { Refusal } from '../refusal.js';
import { checkOccurredAt } from '../timing.js';

/** The fields of a request that say when it happened. */
export interface OccurrenceGiven {
  /** ISO 8601 with an offset; left out: now. */
  readonly occurredAt?: string;
  readonly lateReason?: string;
}

export interface Occurred {
  /** UTC with milliseconds, as a record has it. */
  readonly occurredAt: string;
  /** Shows for ever. */
  readonly late: boolean;
  /** For Outcome.private: a reason is free text. */
  readonly lateReason: string | undefined;
}

/**
 * When an act happened, by the person's word and the site's policy (design.md section 1, "Two times"). Without a time
 * it is the record's own. Refuses `request_invalid`, `occurred_in_future`, `late_entry_needs_reason`.
 */
export function occurrence(state: LedgerState, given: OccurrenceGiven): Refusal | Occurred {
  const { occurredAt = state.recordedAt, lateReason } = given;
  const checked = checkOccurredAt({
    occurredAt,
    recordedAt: state.recordedAt,
    lateAfterMinutes: state.site.policy.lateAfterMinutes,
    lateReason,
  });
  if ('code' in checked) return checked;
  return { occurredAt: new Date(instantMs(occurredAt)).toISOString(), late: checked.late, lateReason };
}
