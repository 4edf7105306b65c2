import type { Outcome } from '../ledger/outcome.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';

/** Something the program found that a person must look into. */
export interface NewAlarm {
  readonly alarmId: string;
  /** A word such as `tree_shrank`; one alarm of a kind is open at a site at a time. */
  readonly kind: string;
  /** A sentence with numbers and hashes; no personal data. */
  readonly detail: string;
  /** Evidence to be kept in the record beside it. */
  readonly evidence?: Readonly<Record<string, string | number>>;
}

/** What `raiseAlarm` must see. */
export function readsOfAlarm({ kind }: Pick<NewAlarm, 'kind'>): Read[] {
  return [{ table: 'alarm', column: 'kind', values: [kind] }];
}

/** Raises an alarm; one that is open already is not raised again, and the record says which one it belongs to. */
export function raiseAlarm(alarm: NewAlarm): (state: LedgerState) => Outcome {
  const { alarmId, kind, detail, evidence } = alarm;
  return (state) => {
    const open = state.rows('alarm').find((row) => row.kind === kind && row.closedAt === null);
    return {
      act: { kind, detail, ...(evidence ? { evidence } : {}) },
      changes: open ? [] : [{ table: 'alarm', alarmId, kind, detail, raisedAt: state.recordedAt }],
      subjects: [open?.alarmId ?? alarmId],
      answer: { alarmId: open?.alarmId ?? alarmId },
    };
  };
}

/**
 * Closes an alarm that somebody looked into; what they found is kept as a private text. Refuses `not_found`, and
 * `already_exists` for one that is closed.
 */
export function closeAlarm(of: {
  readonly alarmId: string;
  readonly closedBy: string;
  readonly reason: string;
}): (state: LedgerState) => Outcome | Refusal {
  return (state) => {
    const alarm = state.find('alarm', 'alarmId', of.alarmId);
    if (!alarm) return refuse('not_found', { detail: said('no_alarm') });
    if (alarm.closedAt !== null) return refuse('already_exists', { detail: said('alarm_closed') });
    return {
      act: { kind: alarm.kind },
      changes: [{ table: 'alarm', alarmId: of.alarmId, closedAt: state.recordedAt, closedBy: of.closedBy }],
      private: { reason: of.reason },
      answer: { alarmId: of.alarmId },
    };
  };
}
