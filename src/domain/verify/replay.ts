import { decodeBase64, encodeBase64 } from '../log/base64.js';
import { equalBytes } from '../log/bytes.js';
import { parseCanonical } from '../log/canonical-json.js';
import { fieldCommitment, leafData, leafHash, recordCommitment } from '../log/commitment.js';
import { LogError } from '../log/log-error.js';
import type { RecordBody } from '../ledger/record.js';
import { subjectsOf } from '../ledger/subjects.js';
import { Balances } from './balances.js';
import { brokenBounds, brokenByLines, isMirror } from './entry-rules.js';
import type { Findings, FindingKind } from './finding.js';
import { projectEntry, projectLines, projectSignatures, type ProjectedLine } from './projection.js';
import { ErasureRules } from './erasure-rules.js';
import { KeyRules, type EnrolledKey } from './key-rules.js';
import { LINE_SHAPE, rowText } from './row-text.js';
import { brokenSignatures, type PendingSigned } from './signature-rules.js';
import { RunningNumbers } from './running-numbers.js';
import type { States } from './states.js';
import {
  brokenByColumns,
  brokenByPlace,
  originAt,
  type ExpectedRows,
  type ReplayedLog,
  type StoredRecord,
} from './stored-record.js';

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
      for (const [kind, reason] of brokenByPlace(this.of, stored, body, this.#lastAt))
        this.#say(stored.seq, kind, reason);
      this.#lastAt = stored.recordedAt;
      for (const [kind, reason] of brokenByColumns(stored, body)) this.#say(stored.seq, kind, reason);
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

function unique<T extends { kind: string; holderId: string; productId: string }>(touched: readonly T[]): T[] {
  const seen = new Set<string>();
  return touched.filter(({ kind, holderId, productId }) => {
    const key = `${kind}|${holderId}|${productId}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
