import { changedRows, type JsonObject, type RecordBody } from '../ledger/record.js';
import { localDate } from '../local-date.js';
import { DEFAULT_RETENTION_YEARS, erasableFrom } from '../retention.js';
import { uuid } from './projection.js';
import type { States } from './states.js';

interface Group {
  readonly names: readonly string[];
  readonly seqs: readonly number[];
}

/**
 * Values that are not there any more, while a log is replayed: each must have been destroyed by a later record, which two
 * people made after the retention period (migrations/0017, said again).
 */
export class ErasureRules {
  /** Record → names of the private values it commits to and has no more. */
  readonly #missing = new Map<number, string>();
  /** Of each patient, when last something happened with them. */
  readonly #last = new Map<string, string>();
  readonly #policies: { readonly fromMs: number; readonly years: number }[] = [];
  readonly #signaturesUsed = new Set<string>();

  /** A record commits to private values and has none. */
  isMissing(seq: number, names: readonly string[]): void {
    this.#missing.set(seq, namesKey(names));
  }

  /** What no erasure accounts for, at the end of the log. */
  *unaccounted(): Generator<{ readonly seq: number; readonly names: string }> {
    for (const [seq, names] of this.#missing) yield { seq, names };
  }

  /** Takes a record in, whose changes the states hold already, and says what is wrong with it as an erasure. */
  *broken(states: States, body: RecordBody, subjects: readonly string[]): Generator<string> {
    const rows = body.changes?.some(({ table }) => WATCHED.has(table)) ? changedRows(body.changes) : [];
    for (const row of rows) if (row.table === 'erasure') yield* this.#brokenErasure(states, body, row);
    this.#watch(states, body, { rows, subjects });
  }

  *#brokenErasure(states: States, body: RecordBody, row: JsonObject): Generator<string> {
    yield* this.#brokenApproval(states, body, row);
    yield* this.#tooEarly(states, body, uuid(String(row.patientId)));
    for (const { names, seqs } of row.erased as unknown as readonly Group[]) {
      for (const seq of seqs) {
        const missing = this.#missing.get(seq);
        this.#missing.delete(seq);
        if (missing === undefined)
          yield `it says that values of record ${seq} are destroyed, and they were not there or still are`;
        else if (missing !== namesKey(names))
          yield `it names ${namesKey(names)} of record ${seq}, which had ${missing}`;
      }
    }
  }

  *#brokenApproval(states: States, body: RecordBody, row: JsonObject): Generator<string> {
    const [performer, approver, ...others] = body.actors;
    const id = uuid(String(row.signatureId));
    const signature = states.row('signature', id);
    const { values } = signature ?? { values: {} as Record<string, unknown> };
    if (this.#signaturesUsed.has(id)) yield `the signature ${id} has been used before`;
    this.#signaturesUsed.add(id);
    const right =
      body.type === 'patient_erased' &&
      others.length === 0 &&
      approver !== undefined &&
      uuid(approver.id) !== uuid(performer?.id ?? '') &&
      uuid(approver.signatureId ?? '') === id &&
      signature !== undefined &&
      signature.seq < body.seq &&
      values.person_id === uuid(approver.id) &&
      values.meaning === 'approved' &&
      values.act === 'erasures' &&
      values.intent === body.act?.intent &&
      values.evidence === approver.evidence &&
      values.method === approver.method &&
      Date.parse(body.recordedAt) <= Number(values.expires_at) / 1000;
    if (!right) yield 'the erasure is not of two people';
  }

  *#tooEarly(states: States, body: RecordBody, patientId: string): Generator<string> {
    const lastRecordAt = this.#last.get(patientId);
    const timeZone = timeZoneOf(states);
    if (lastRecordAt === undefined || timeZone === undefined) {
      yield `there is no patient ${patientId}`;
      return;
    }
    const retentionYears = this.#yearsSince(Date.parse(lastRecordAt));
    const from = erasableFrom({ lastRecordAt, retentionYears, timeZone });
    if (localDate(body.recordedAt, timeZone) < from) yield `the patient’s values are kept until ${from}`;
  }

  #yearsSince(ms: number): number {
    const inForce = this.#policies.filter((_, nth) => (this.#policies[nth + 1]?.fromMs ?? Infinity) > ms);
    return Math.max(...inForce.map(({ years }) => years));
  }

  #watch(
    states: States,
    body: RecordBody,
    { rows, subjects }: { readonly rows: readonly JsonObject[]; readonly subjects: readonly string[] },
  ): void {
    const happened = (patientId: unknown) => {
      if (typeof patientId === 'string') this.#last.set(patientId, body.recordedAt);
    };
    const ofSession = (id: unknown) => {
      happened(states.row('treatment_session', uuid(String(id)))?.values.patient_id);
    };
    for (const row of rows) {
      if (row.table === 'patient' && row.privateSeq !== undefined) happened(uuid(String(row.patientId)));
      if (row.table === 'treatment_session') ofSession(row.sessionId);
      if (row.table === 'pending_waste')
        ofSession(states.row('pending_waste', uuid(String(row.pendingWasteId)))?.values.session_id);
      if (row.table === 'site' && row.policy !== undefined) {
        const years = Number((row.policy as JsonObject).retentionYears ?? DEFAULT_RETENTION_YEARS);
        this.#policies.push({ fromMs: Date.parse(body.recordedAt), years });
      }
    }
    if (body.entry) for (const id of subjects) if (states.row('patient', id)) happened(id);
  }
}

const WATCHED: ReadonlySet<string> = new Set(['erasure', 'patient', 'treatment_session', 'pending_waste', 'site']);

const namesKey = (names: readonly string[]): string => [...names].sort().join(', ');

function timeZoneOf(states: States): string | undefined {
  for (const [, site] of states.rows('site')) return String(site.values.time_zone);
  return undefined;
}
