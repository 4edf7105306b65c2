import { instantMs, type Instant } from './local-date.js';
import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

const MS_PER_MINUTE = 60_000;
/** Clocks of a clinic's devices differ: this much ahead of ours is not yet the future. */
const CLOCK_SKEW_MS = 60_000;

export interface Occurrence {
  /** When the person says it happened. */
  readonly occurredAt: Instant;
  /** The database's clock. */
  readonly recordedAt: Instant;
  /** Site policy: an entry more than this after the act is late. */
  readonly lateAfterMinutes: number;
  readonly lateReason: string | undefined;
}

/**
 * Whether an entry is late, which shows for ever (design.md section 1, "Two times"). A late entry gives its reason.
 * Refuses `occurred_in_future` (more than 60 s ahead of our clock), `late_entry_needs_reason`, and `request_invalid`
 * for what is no moment.
 */
export function checkOccurredAt(entry: Occurrence): Refusal | { readonly late: boolean } {
  let delayMs: number;
  try {
    delayMs = instantMs(entry.recordedAt) - instantMs(entry.occurredAt);
  } catch {
    return refuse('request_invalid', {
      detail: said('time_form'),
      field: 'occurredAt',
    });
  }
  if (delayMs < -CLOCK_SKEW_MS) return refuse('occurred_in_future', { field: 'occurredAt' });
  const late = delayMs > entry.lateAfterMinutes * MS_PER_MINUTE;
  if (late && (entry.lateReason ?? '').trim() === '') return refuse('late_entry_needs_reason', { field: 'lateReason' });
  return { late };
}

export interface Observation {
  /** The end of the session's last dose. */
  readonly lastDoseEndedAt: Instant;
  /** Site policy, at least two hours for esketamine (regulations.md section 7.1, "Supervision"). */
  readonly observationMinutes: number;
}

/** When the patient may leave: ISO 8601 in UTC with milliseconds. Throws RangeError for what is no moment. */
export function observationEndsAt({ lastDoseEndedAt, observationMinutes }: Observation): string {
  return new Date(instantMs(lastDoseEndedAt) + observationMinutes * MS_PER_MINUTE).toISOString();
}

/**
 * A discharge before the observation ends is early: it needs a reason and is flagged. Refuses `observation_incomplete`.
 * Throws RangeError for what is no moment.
 */
export function checkDischarge(
  of: Observation & { readonly dischargedAt: Instant; readonly earlyReason: string | undefined },
): Refusal | { readonly early: boolean } {
  const endsAt = observationEndsAt(of);
  const early = instantMs(of.dischargedAt) < instantMs(endsAt);
  if (early && (of.earlyReason ?? '').trim() === '') {
    return refuse('observation_incomplete', { detail: said('observed_until', { endsAt }), field: 'earlyReason' });
  }
  return { early };
}
