import type { RecordBody } from '../ledger/record.js';
import type { States } from './states.js';

/** How many records were about each subject, while a log is replayed (docs/audit-log.md, "Completeness"). */
export class RunningNumbers {
  readonly #counts = new Map<string, number>();

  /** What is wrong with a record's running numbers, and what it is about and does not name. Each is a sentence. */
  *broken(states: States, body: RecordBody, subjects: readonly string[]): Generator<string> {
    const named = new Set(subjects);
    for (const id of subjects) {
      for (const implied of impliedBy(states, id)) {
        if (!named.has(implied)) yield `it is about ${id} and does not name ${implied}`;
      }
    }
    const expected = subjects.map((id) => (this.#counts.get(id) ?? 0) + 1).join(', ');
    const said = Array.isArray(body.nth) ? body.nth.join(', ') : 'missing';
    if (said !== expected) yield `its running numbers are ${said}; the records before it make them ${expected}`;
  }

  /** Takes the record in, and gives its rows of `record_subject` as text. */
  take(body: RecordBody, subjects: readonly string[]): string {
    return subjects
      .map((id, at) => {
        // After a wrong number its followers are measured by it, so that one record is wrong and not all after it.
        const nth = Number.isSafeInteger(body.nth?.[at]) ? (body.nth[at] as number) : (this.#counts.get(id) ?? 0) + 1;
        this.#counts.set(id, nth);
        return `${id}:${nth}`;
      })
      .join(',');
  }
}

/** What a record about this must name besides (migrations/0008, `subjects_implied`). */
function impliedBy(states: States, id: string): string[] {
  const container = states.row('container', id)?.values;
  if (container) return ids(container.product_id, container.lot_id);
  const session = states.row('treatment_session', id)?.values;
  if (session) return ids(session.product_id, session.patient_id);
  const about = (states.row('pending_waste', id) ?? states.row('discrepancy', id))?.values;
  if (!about) return [];
  const named = ids(about.container_id, about.session_id, about.product_id);
  return [...named, ...named.flatMap((one) => (one === id ? [] : impliedBy(states, one)))];
}

const ids = (...found: readonly unknown[]): string[] => found.filter((id): id is string => typeof id === 'string');
