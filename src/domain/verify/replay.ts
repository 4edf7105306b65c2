import { decodeBase64, encodeBase64 } from '../log/base64.js';
import { equalBytes } from '../log/bytes.js';
import { parseCanonical } from '../log/canonical-json.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../log/commitment.js';
import { LogError } from '../log/log-error.js';
import { RECORD_VERSION, type RecordBody } from '../ledger/record.js';
import { subjectsOf } from '../ledger/subjects.js';
import { Balances } from './balances.js';
import { brokenBounds, brokenByLines, isMirror } from './entry-rules.js';
import type { Findings, FindingKind } from './finding.js';
import { projectEntry, projectLines, projectSignatures, uuid, type ProjectedLine } from './projection.js';
import { ErasureRules } from './erasure-rules.js';
import { KeyRules, type EnrolledKey } from './key-rules.js';
import { columnTime, LINE_SHAPE, rowText } from './row-text.js';
import { brokenSignatures, type PendingSigned } from './signature-rules.js';
import { RunningNumbers } from './running-numbers.js';
import type { States } from './states.js';

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

/**
 * Replays a log in order: takes each record's bytes for the truth, checks them by themselves and against what came before,
 * and says which rows they make. Knows nothing of SQL; the rules of migrations/0002 to 0008 stand here a second time, so
 * that an error in one is found by the other.
 */
export class Replay {
  readonly balances = new Balances();
  readonly #used = new Set<string>();
  readonly #pendingSigned = new Map<string, PendingSigned>();
  readonly #reversed = new Map<number, readonly ProjectedLine[] | undefined>();
  readonly #reversedBy = new Map<number, number>();
  readonly #numbers = new RunningNumbers();
  readonly #keys: KeyRules;
  readonly #erasures = new ErasureRules();
  #lastAt = '';

  /** `reversedSeqs`: the entries that later ones reverse; only their lines are remembered. */
  constructor(
    readonly of: ReplayedLog & {
      readonly reversedSeqs: Iterable<number>;
      /** The keys that the organisation's log enrolled, by their ids. */
      readonly enrolledKeys?: ReadonlyMap<string, EnrolledKey>;
    },
    readonly states: States,
    readonly findings: Findings,
  ) {
    for (const seq of of.reversedSeqs) this.#reversed.set(seq, undefined);
    this.#keys = new KeyRules(of.enrolledKeys);
  }

  /** Time of the last record, as its column has it. */
  get lastAt(): string {
    return this.#lastAt;
  }

  /** The next record. Its `seq` is the one expected next: gaps are the caller's to see. */
  take(stored: StoredRecord): ExpectedRows {
    const hash = this.#leaf(stored);
    try {
      const body = parseCanonical(stored.bytes) as RecordBody;
      this.#place(stored, body);
      this.#columns(stored, body);
      this.#privateValues(stored, body);
      return { leafHash: hash, ...this.#project(stored, body) };
    } catch (error) {
      const kind = error instanceof LogError ? 'not_canonical' : 'wrong_form';
      this.#say(stored.seq, kind, `the bytes cannot be read: ${(error as Error).message}`);
      return { leafHash: hash, entry: undefined, signatures: [], lines: [], subjects: '' };
    }
  }

  /** After the last record: private values that are missing, and no record destroyed. */
  end(): void {
    for (const { seq, names } of this.#erasures.unaccounted())
      this.#say(
        seq,
        'private_value_differs',
        `private values are missing (${names}), and no record says that they were erased`,
      );
  }

  #say(seq: number, kind: FindingKind, reason: string): void {
    this.findings.add({ seq, kind, reason });
  }

  #leaf(stored: StoredRecord): Uint8Array {
    const { seq, salt, bytes } = stored;
    if (salt?.length !== 32) {
      this.#say(seq, 'leaf_differs', 'its salt is missing, so its leaf cannot be computed');
      return stored.leafHash;
    }
    const commitment = recordCommitment({ salt, record: bytes });
    const hash = leafHash(leafData({ origin: originAt(this.of, seq), seq, commitment }));
    if (!equalBytes(hash, stored.leafHash)) {
      this.#say(
        seq,
        'leaf_differs',
        `bytes and salt give the leaf ${encodeBase64(hash)}; stored is ${encodeBase64(stored.leafHash)}`,
      );
    }
    return hash;
  }

  #place(stored: StoredRecord, body: RecordBody & { v?: string }): void {
    const { seq } = stored;
    if (body.v !== RECORD_VERSION || body.origin !== originAt(this.of, seq) || body.seq !== seq)
      this.#say(seq, 'wrong_place', `the bytes say they are record ${body.seq} of ${body.origin} (${body.v})`);
    const begins = this.of.changes?.some(({ fromSeq }) => fromSeq === seq) ?? false;
    if (begins !== (body.type === 'log_incarnation'))
      this.#say(
        seq,
        'wrong_place',
        `the log ${begins ? 'has another origin from here on and no record says so' : 'goes on under its origin'}`,
      );
    if (columnTime(body.recordedAt).slice(0, 23) !== stored.recordedAt.slice(0, 23) || !isTime(body.recordedAt))
      this.#say(seq, 'column_differs', `recorded_at is ${stored.recordedAt}; the bytes say ${body.recordedAt}`);
    if (stored.recordedAt <= this.#lastAt)
      this.#say(seq, 'time_backwards', `recorded at ${stored.recordedAt}, the record before it at ${this.#lastAt}`);
    this.#lastAt = stored.recordedAt;
  }

  #columns(stored: StoredRecord, body: RecordBody): void {
    const { seq } = stored;
    const columns: readonly (readonly [string, string, string])[] = [
      ['id', stored.id, body.id],
      ['type', stored.type, body.type],
      ['occurred_at', stored.occurredAt, columnTime(body.occurredAt)],
      ['actor_id', stored.actorId, uuid(body.actors[0]?.id ?? '')],
    ];
    for (const [column, found, said] of columns) {
      if (found !== said) this.#say(seq, 'column_differs', `${column} is ${found}; the bytes say ${said}`);
    }
    if (!isTime(body.occurredAt)) this.#say(seq, 'wrong_form', 'occurredAt is not a UTC time with milliseconds');
    if (stored.keySeq !== undefined && stored.keySeq !== seq)
      this.#say(seq, 'key_differs', `its idempotency key names record ${stored.keySeq}`);
  }

  #privateValues(stored: StoredRecord, body: RecordBody): void {
    const { seq, privateValues } = stored;
    if (privateValues === 'unchecked') return;
    const wanted = { ...body.private };
    // Destroyed, if a later record says so.
    if (privateValues === undefined && Object.keys(wanted).length > 0)
      return this.#erasures.isMissing(seq, Object.keys(wanted));
    if (privateValues === 'unopened')
      return this.#say(
        seq,
        'private_value_differs',
        'its private values do not open: changed, moved, or of another key',
      );
    for (const { name, salt, value } of privateValues ?? []) {
      const commitment = encodeBase64(fieldCommitment({ name, salt: decodeBase64(salt), value }));
      if (wanted[name] !== commitment)
        this.#say(seq, 'private_value_differs', `the private value ${name} is not the one the bytes commit to`);
      delete wanted[name];
    }
    for (const name of Object.keys(wanted))
      this.#say(seq, 'private_value_differs', `the private value ${name} is missing`);
  }

  #project(stored: StoredRecord, body: RecordBody): Omit<ExpectedRows, 'leafHash'> {
    const { seq } = stored;
    const changed = this.states.put(seq, body.changes ?? []);
    const lines = body.entry ? projectLines(body) : [];
    const signedAt = { seq, recordedMs: Date.parse(body.recordedAt) };
    for (const { table, id } of changed) if (table === 'pending_waste_signature') this.#pendingSigned.set(id, signedAt);
    const texts = lines.map((line) => this.#lineText(body, line));
    for (const reason of this.#broken(body, lines, changed)) this.#say(seq, 'rule_broken', reason);
    const subjects = subjectsOf(body);
    for (const reason of this.#numbers.broken(this.states, body, subjects)) this.#say(seq, 'rule_broken', reason);
    for (const reason of this.#erasures.broken(this.states, body, subjects)) this.#say(seq, 'rule_broken', reason);
    return {
      entry: projectEntry(body, stored.recordedAt),
      signatures: projectSignatures(body),
      lines: texts,
      subjects: this.#numbers.take(body, subjects),
    };
  }

  #lineText(body: RecordBody, line: ProjectedLine): string {
    const after = this.balances.move(body.seq, line);
    return rowText(LINE_SHAPE, [
      body.seq,
      line.lineNo,
      body.type,
      line.kind,
      line.holderId,
      line.productId,
      line.locationId,
      line.personId,
      body.entry?.sessionId?.toLowerCase(),
      line.amountUg,
      line.volumeUl,
      line.deviceCount,
      after.holderUg,
      after.placeUg,
      after.personUg,
    ]);
  }

  *#broken(
    body: RecordBody,
    lines: readonly ProjectedLine[],
    changed: readonly { table: string; id: string }[],
  ): Generator<string> {
    if (!body.entry && body.lines) yield 'it has lines and is no entry';
    const containers = changed.filter(({ table }) => table === 'container').map(({ id }) => this.#holderOf(id));
    yield* brokenBounds(this.states, this.balances, unique([...lines, ...containers]));
    yield* this.#unbalancedSessions(changed);
    yield* this.#keys.broken(this.states, body);
    if (!body.entry) return;
    yield* brokenByLines(body, lines);
    yield* brokenSignatures({ states: this.states, used: this.#used, pendingSigned: this.#pendingSigned }, body);
    yield* this.#reversal(body, lines);
  }

  #holderOf(containerId: string): { kind: string; holderId: string; productId: string } {
    const productId = String(this.states.row('container', containerId)?.values.product_id);
    return { kind: 'container', holderId: containerId, productId };
  }

  *#unbalancedSessions(changed: readonly { table: string; id: string }[]): Generator<string> {
    for (const { table, id } of changed) {
      const session = table === 'treatment_session' ? this.states.row(table, id)?.values : undefined;
      if (session?.status !== 'ended') continue;
      const inHand = this.balances.holder('in_hand', id, String(session.product_id));
      if (inHand && inHand.balanceUg !== 0) yield `session ${id} ends with something in hand`;
    }
  }

  *#reversal(body: RecordBody, lines: readonly ProjectedLine[]): Generator<string> {
    const { seq } = body;
    if (this.#reversed.has(seq)) this.#reversed.set(seq, lines);
    const target = body.entry?.reversesSeq;
    if ((target !== undefined) !== (body.type === 'reversal')) yield 'a reversal, and nothing else, points at an entry';
    if (target === undefined) return;
    const before = this.#reversedBy.get(target);
    if (before !== undefined) yield `record ${target} was reversed by record ${before} already`;
    this.#reversedBy.set(target, seq);
    const reversed = this.#reversed.get(target);
    if (!reversed) yield `it reverses record ${target}, which is no earlier entry`;
    else if (!isMirror(lines, reversed)) yield `it is no mirror of record ${target}`;
  }
}

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);

function unique<T extends { kind: string; holderId: string; productId: string }>(touched: readonly T[]): T[] {
  const seen = new Set<string>();
  return touched.filter(({ kind, holderId, productId }) => {
    const key = `${kind}|${holderId}|${productId}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
