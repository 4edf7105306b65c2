import type pg from 'pg';
import { encodeBase64 } from '../../domain/log/base64.js';
import { CompactTree } from '../../domain/log/compact-tree.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import type { Findings } from '../../domain/verify/finding.js';
import type { Replay } from '../../domain/verify/replay.js';
import { originAt, type ExpectedRows, type StoredRecord } from '../../domain/verify/stored-record.js';
import { ENTRY_SHAPE, LINE_SHAPE, SIGNATURE_SHAPE } from '../../domain/verify/row-text.js';
import { privateContext, type PrivateValue } from '../ledger/recording.js';
import { RECORDS, STRAY_ROWS, SUBJECTS, TABLES_OF_RANGE } from './checker-sql.js';
import { compareCheckpoint, compareNodes, compareSigned, compareRows, NodeTexts } from './compare-batch.js';
import { compareBalances, compareState } from './compare-state.js';
import { Cursor } from './cursor.js';
import type { CheckOptions, Head, Verdict } from './verdict.js';

const BATCH = 1024;
const EVERYTHING = (2n ** 62n).toString();

type RecordRow = readonly [
  seq: string,
  id: string,
  type: string,
  occurredAt: string,
  recordedAt: string,
  actorId: string,
  record: Buffer,
  leafHash: Buffer,
  salt: Buffer | null,
  privateValues: Buffer | null,
  keySeq: string | null,
];

interface RangeTables {
  readonly entry: string | null;
  readonly entry_signature: string | null;
  readonly line: string | null;
  readonly tree_node: string | null;
  readonly checkpoint: readonly { size: number; note: string }[] | null;
}

const endOf = (rows: readonly RecordRow[], last: boolean): string =>
  last ? EVERYTHING : String(Number(rows.at(-1)?.[0]) + 1);

/** One site's log on its way through the replay, a batch of records at a time. */
export class SiteCheck {
  readonly #tree = new CompactTree();
  readonly #subjects: Cursor<readonly [seq: string, subjects: string]>;
  #subjectRows: (readonly [seq: string, subjects: string])[] = [];
  /** The record that comes next, and the last one seen; they part where one is missing. */
  #next = 0;
  #records = 0;
  /** After a gap no leaf is at its place any more: the tree is not compared further. */
  #gap = false;

  constructor(
    private readonly client: pg.Client,
    private readonly head: Head,
    private readonly replay: Replay,
    private readonly options: CheckOptions & { readonly keys?: readonly VerifierKey[] },
  ) {
    this.#subjects = new Cursor(client, SUBJECTS, [head.site_id], BATCH);
  }

  get #findings(): Findings {
    return this.replay.findings;
  }

  verdict(seconds: number): Verdict {
    const { first, count } = this.#findings;
    return {
      siteId: this.head.site_id,
      origin: this.head.origin,
      records: this.#records,
      rootHash: encodeBase64(this.#tree.root()),
      milliseconds: Math.round(seconds * 1000),
      recordsPerSecond: Math.round(this.#records / seconds),
      verified: count === 0,
      first,
      findings: count,
    };
  }

  async run(): Promise<void> {
    const records = new Cursor<RecordRow>(this.client, RECORDS, [this.head.site_id], BATCH);
    let coming = records.next();
    for (let last = false; !last;) {
      const rows = await coming;
      last = rows.length < BATCH;
      // All are asked for, one after the other, before the batch is computed: the database works while we do.
      const tables = this.#tables({
        from: this.#next === 0 ? `-${EVERYTHING}` : String(this.#next),
        to: endOf(rows, last),
        leaves: rows.length,
        last,
      });
      const subjects = tables.then(() => this.#subjects.next());
      coming = subjects.then(() => (last ? [] : records.next()));
      // Awaited below; the failure of one must not go unheard while another is awaited.
      for (const promise of [tables, subjects, coming]) promise.catch(() => undefined);
      const expected = this.#take(rows);
      const found = { tables: await tables, subjects: await subjects, last };
      await coming; // Nothing is under way now, so comparing may ask for more.
      await this.#compare(expected, found);
      this.options.onProgress?.(this.#records, Number(this.head.size));
    }
    this.replay.end();
    this.#compareHead();
    await this.#strayRows();
    // Balances first: their bounds come from the states, which comparing crosses off.
    await compareBalances(this.client, this.replay);
    await compareState(this.client, this.replay);
  }

  #take(rows: readonly RecordRow[]): { rows: ExpectedRows; seq: number }[] {
    return rows.map((row) => {
      const seq = Number(row[0]);
      if (seq !== this.#next) {
        this.#findings.add({
          seq: this.#next,
          kind: 'record_missing',
          reason: `after record ${this.#next - 1} comes record ${seq}`,
        });
        this.#gap = true;
      }
      this.#next = seq + 1;
      this.#records += 1;
      return { rows: this.replay.take(this.#stored(seq, row)), seq };
    });
  }

  #stored(seq: number, row: RecordRow): StoredRecord {
    const [, id, type, occurredAt, recordedAt, actorId, bytes, leafHash, salt, sealed, keySeq] = row;
    return {
      seq,
      id,
      type,
      occurredAt,
      recordedAt,
      actorId,
      bytes,
      leafHash,
      salt: salt ?? undefined,
      privateValues: this.#opened(seq, sealed),
      keySeq: keySeq === null ? undefined : Number(keySeq),
    };
  }

  #opened(seq: number, sealed: Buffer | null): StoredRecord['privateValues'] {
    const { vault } = this.options;
    if (!sealed) return undefined;
    if (!vault) return 'unchecked';
    try {
      return JSON.parse(vault.open(sealed, privateContext(this.head.site_id, seq))) as PrivateValue[];
    } catch {
      return 'unopened';
    }
  }

  async #tables(of: { from: string; to: string; leaves: number; last: boolean }): Promise<RangeTables> {
    const { rows } = await this.client.query<RangeTables>(TABLES_OF_RANGE, [
      this.head.site_id,
      of.from,
      of.to,
      this.#tree.size,
      of.last ? EVERYTHING : this.#tree.size + of.leaves,
    ]);
    return rows[0] as RangeTables;
  }

  async #compare(
    expected: readonly { rows: ExpectedRows; seq: number }[],
    found: { tables: RangeTables; subjects: (readonly [string, string])[]; last: boolean },
  ): Promise<void> {
    const { tables } = found;
    const rows = expected.map((one) => one.rows);
    const entries = rows.flatMap(({ entry }) => entry ?? []);
    compareRows(ENTRY_SHAPE, entries, tables.entry, this.#findings);
    compareRows(
      SIGNATURE_SHAPE,
      rows.flatMap(({ signatures }) => signatures),
      tables.entry_signature,
      this.#findings,
    );
    compareRows(
      LINE_SHAPE,
      rows.flatMap(({ lines }) => lines),
      tables.line,
      this.#findings,
    );
    this.#grow(rows, tables);
    this.#subjectRows.push(...found.subjects);
    await this.#compareSubjects(expected, found.last);
  }

  #grow(rows: readonly ExpectedRows[], tables: RangeTables): void {
    const nodes = new NodeTexts();
    const checkpoints = [...(tables.checkpoint ?? [])];
    const asked = () => {
      while (checkpoints[0] && checkpoints[0].size === this.#tree.size)
        compareCheckpoint(
          checkpoints.shift() as { size: number; note: string },
          { origin: originAt(this.replay.of, this.#tree.size - 1), tree: this.#tree, keys: this.options.keys },
          this.#findings,
        );
    };
    const signed = this.options.signed?.heads.get(this.head.origin);
    for (const { leafHash } of rows) {
      if (!this.#gap) asked();
      this.#tree.append(leafHash, nodes.add);
      if (!this.#gap && signed?.size === this.#tree.size) compareSigned(signed, this.#tree, this.#findings);
    }
    if (this.#gap) return;
    compareNodes(nodes.all, tables.tree_node, this.#findings);
    asked();
    for (const { size } of checkpoints)
      this.#findings.add({
        seq: this.#tree.size,
        kind: 'checkpoint_differs',
        table: 'checkpoint',
        reason: `a checkpoint covers ${size} records; ${this.#tree.size} are here`,
      });
  }

  async #compareSubjects(expected: readonly { rows: ExpectedRows; seq: number }[], last: boolean): Promise<void> {
    const say = (seq: number, reason: string) =>
      this.#findings.add({ seq, kind: 'row_differs', table: 'record_subject', reason });
    for (const { rows, seq } of expected) {
      while (this.#subjectRows[0] && Number(this.#subjectRows[0][0]) < seq)
        say(Number(this.#subjectRows.shift()?.[0]), 'subjects of no record');
      if (this.#subjectRows.length === 0) this.#subjectRows.push(...(await this.#subjects.next()));
      const found = Number(this.#subjectRows[0]?.[0]) === seq ? this.#subjectRows.shift()?.[1] : '';
      if (found !== rows.subjects)
        say(seq, `the record is about ${rows.subjects}; the table says ${found || 'nothing'}`);
    }
    while (last) {
      for (const [seq] of this.#subjectRows) say(Number(seq), 'subjects of no record');
      this.#subjectRows = await this.#subjects.next();
      if (this.#subjectRows.length === 0) return;
    }
  }

  #compareHead(): void {
    const signed = this.options.signed?.heads.get(this.head.origin);
    if (signed && signed.size > this.#tree.size) {
      const reason = `the signer signed ${signed.size} records; ${this.#tree.size} are here`;
      this.#findings.add({ seq: this.#tree.size, kind: 'signed_head_differs', reason });
    }
    const { size, last_at: lastAt } = this.head;
    if (Number(size) !== this.#next) {
      const seq = Math.min(Number(size), this.#next);
      this.#findings.add({
        seq,
        kind: 'head_differs',
        table: 'site_head',
        reason: `the head counts ${size} records; ${this.#next} are here`,
      });
    } else if (this.#records > 0 && lastAt !== this.replay.lastAt) {
      this.#findings.add({
        seq: this.#next - 1,
        kind: 'head_differs',
        table: 'site_head',
        reason: `the head's last time is ${lastAt}; the last record's ${this.replay.lastAt}`,
      });
    }
  }

  async #strayRows(): Promise<void> {
    const { rows } = await this.client.query<{ table: string; seq: string | null; rows: string }>(STRAY_ROWS, [
      this.head.site_id,
    ]);
    for (const { table, seq, rows: count } of rows) {
      if (seq === null) continue;
      this.#findings.add({
        seq: Number(seq),
        kind: table === 'idempotency_key' ? 'key_differs' : 'row_differs',
        table,
        reason: `${count} rows belong to no record`,
      });
    }
  }
}
