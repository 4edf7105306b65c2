import { RECORD_VERSION, type RecordBody } from '../ledger/record.js';
import type { FindingKind } from './finding.js';
import { uuid } from './projection.js';
import { columnTime } from './row-text.js';

/** A row of audit_record with its salt, and what its sealed private values open to. */
export interface StoredRecord {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  /** Times of columns, UTC to the microsecond: `2026-01-02T15:00:00.123456`. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly bytes: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly salt: Uint8Array | undefined;
  /** `unchecked`: nobody gave the key that opens them. */
  readonly privateValues:
    readonly { name: string; salt: string; value: string }[] | 'unopened' | 'unchecked' | undefined;
  /** Whether an idempotency key says that this record answers it, and which record that key names. */
  readonly keySeq: number | undefined;
}

/** What the tables must hold of one record, as text. */
export interface ExpectedRows {
  readonly leafHash: Uint8Array;
  readonly entry: string | undefined;
  readonly signatures: readonly string[];
  readonly lines: readonly string[];
  /** `subject:running number`, sorted, with commas. */
  readonly subjects: string;
}

/** A place in a log from which it has another origin (migrations/0013, log_incarnation). */
export interface OriginChange {
  readonly fromSeq: number;
  readonly origin: string;
  readonly previousOrigin: string;
}

/** Which log is replayed. `origin` is the one it has now; `changes`: where it had another before, in order. */
export interface ReplayedLog {
  readonly siteId: string;
  readonly origin: string;
  readonly changes?: readonly OriginChange[];
}

/** The origin that a record of this number stands under. */
export function originAt({ origin, changes = [] }: ReplayedLog, seq: number): string {
  const later = changes.find(({ fromSeq }) => fromSeq > seq);
  return later ? later.previousOrigin : origin;
}

type Broken = readonly [kind: FindingKind, reason: string];

/** Whether the bytes say where and when the record stands: in this log, at this number, after the record before it. */
export function* brokenByPlace(
  of: ReplayedLog,
  stored: StoredRecord,
  body: RecordBody & { v?: string },
  lastAt: string,
): Generator<Broken> {
  const { seq } = stored;
  if (body.v !== RECORD_VERSION || body.origin !== originAt(of, seq) || body.seq !== seq)
    yield ['wrong_place', `the bytes say they are record ${body.seq} of ${body.origin} (${body.v})`];
  const begins = of.changes?.some(({ fromSeq }) => fromSeq === seq) ?? false;
  if (begins !== (body.type === 'log_incarnation'))
    yield [
      'wrong_place',
      `the log ${begins ? 'has another origin from here on and no record says so' : 'goes on under its origin'}`,
    ];
  if (columnTime(body.recordedAt).slice(0, 23) !== stored.recordedAt.slice(0, 23) || !isTime(body.recordedAt))
    yield ['column_differs', `recorded_at is ${stored.recordedAt}; the bytes say ${body.recordedAt}`];
  if (stored.recordedAt <= lastAt)
    yield ['time_backwards', `recorded at ${stored.recordedAt}, the record before it at ${lastAt}`];
}

/** Whether the columns beside the bytes say the same. */
export function* brokenByColumns(stored: StoredRecord, body: RecordBody): Generator<Broken> {
  const { seq } = stored;
  const columns: readonly (readonly [string, string, string])[] = [
    ['id', stored.id, body.id],
    ['type', stored.type, body.type],
    ['occurred_at', stored.occurredAt, columnTime(body.occurredAt)],
    ['actor_id', stored.actorId, uuid(body.actors[0]?.id ?? '')],
  ];
  for (const [column, found, said] of columns) {
    if (found !== said) yield ['column_differs', `${column} is ${found}; the bytes say ${said}`];
  }
  if (!isTime(body.occurredAt)) yield ['wrong_form', 'occurredAt is not a UTC time with milliseconds'];
  if (stored.keySeq !== undefined && stored.keySeq !== seq)
    yield ['key_differs', `its idempotency key names record ${stored.keySeq}`];
}

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
