import type { RecordBody } from '../ledger/record.js';
import { numberOf, subjectsOf } from '../ledger/subjects.js';
import { encodeBase64 } from '../log/base64.js';
import { HASH_BYTES } from '../log/sha256.js';
import type { TlogPolicy } from '../log/tlog-policy.js';
import { brokenByLines } from '../verify/entry-rules.js';
import { projectLines, type ProjectedLine } from '../verify/projection.js';
import { chained, type BundleRecord } from './format.js';
import { otherNames } from './names-said.js';
import { openBundle, provedHead, type Opened } from './opening.js';
import { asRecord, asSeal, parseLine } from './parse.js';
import { alteredValues, recordProblem } from './record-proof.js';
import { SignaturesUsed } from './signatures.js';
import { summaryRow } from './summary-row.js';
import type { BundleVerdict, Problem, ProvedExport, SummaryRow } from './verdict.js';

export interface VerifyOptions {
  /** How many records the verdict keeps for a reader. Everything is verified, however many there are. */
  readonly keepRows?: number;
}

const PROBLEMS_KEPT = 200;

/**
 * Reads a bundle line by line and says what it proves. Memory: the numbers of the records, and as many rows as asked for.
 * Never throws for what it is given.
 *
 * Without a policy of the verifier's own the keys in the bundle are used, and the best verdict is `keys_not_compared`.
 */
export class BundleVerifier {
  readonly #problems: Problem[] = [];
  #problemCount = 0;
  #line = 0;
  #chain = new Uint8Array(HASH_BYTES);
  #opened: Opened | undefined;
  #unusable = false;
  #sealed = false;
  #recordLines = 0;
  #last: { seq: number; recordedAt: string } | undefined;
  #records = 0;
  #besides = 0;
  #found = false;
  readonly #signatures = new SignaturesUsed();
  readonly #rows: SummaryRow[] = [];

  constructor(
    private readonly policy: TlogPolicy | undefined,
    private readonly options: VerifyOptions = {},
  ) {}

  /** The next line, without its newline. */
  line(text: string): void {
    this.#line += 1;
    const before = this.#chain;
    this.#chain = chained(before, `${isText(text) ? text : ''}\n`);
    if (this.#line === 1) return this.#open(text);
    if (!this.#opened) return;
    if (this.#sealed) return this.#say({ code: 'line_unreadable', line: this.#line });
    const value = parseLine(text);
    const seal = asSeal(value);
    if (seal) {
      this.#sealed = true;
      if (seal.chain !== encodeBase64(before) || seal.records !== this.#recordLines)
        this.#say({ code: 'file_altered' });
      return;
    }
    this.#recordLines += 1;
    const record = asRecord(value);
    if (!record) return this.#say({ code: 'line_unreadable', line: this.#line });
    this.#record(record, this.#opened);
  }

  /** No line comes any more: the verdict. `whole`: the last line ended in its newline. */
  end({ whole }: { readonly whole: boolean }): BundleVerdict {
    if (this.#line === 0) this.#refuseAll('not_a_bundle');
    const opened = this.#opened;
    if (opened) {
      if (!this.#sealed || !whole) this.#say({ code: 'cut_off' });
      this.#complete(opened);
    }
    const bad = this.#problemCount > 0;
    const good = this.policy ? 'verified' : 'keys_not_compared';
    return {
      state: this.#unusable ? 'unusable' : bad ? 'not_verified' : good,
      problems: this.#problems,
      problemCount: this.#problemCount,
      head: opened && provedHead(opened),
      export: opened?.says,
      records: this.#records,
      besides: this.#besides,
      sequence: opened?.sequence?.required,
      incarnations: opened?.incarnations.all ?? [],
      sums: opened?.sums.all ?? [],
      rows: this.#rows,
      names: opened?.names ?? new Map(),
    };
  }

  #say(problem: Problem): void {
    this.#problemCount += 1;
    if (this.#problems.length < PROBLEMS_KEPT) this.#problems.push(problem);
  }

  #refuseAll(code: 'not_a_bundle' | 'not_utf8'): void {
    this.#unusable = true;
    this.#say({ code });
  }

  /** The bytes are not text: nothing of them can be read. */
  notText(): void {
    this.#line += 1;
    this.#opened = undefined;
    this.#refuseAll('not_utf8');
  }

  #open(text: string): void {
    const opening = openBundle(text, this.policy);
    for (const problem of opening.problems) this.#say(problem);
    if (opening.unusable) this.#unusable = true;
    this.#opened = opening.opened;
  }

  #record(of: BundleRecord, opened: Opened): void {
    const { record } = of;
    const seq = Number.isSafeInteger(record.seq) ? record.seq : undefined;
    const problem = recordProblem(of, opened.head);
    if (problem) return this.#say({ code: problem, ...(seq === undefined ? { line: this.#line } : { seq }) });
    this.#order(record);
    try {
      this.#believed(of, opened);
    } catch {
      // The log holds it, and it is no record of ours: a shape nobody here would have written. Whatever it breaks on, it is
      // not believed.
      this.#say({ code: 'record_unreadable', seq: record.seq });
    }
  }

  #order({ seq, recordedAt }: RecordBody): void {
    if (this.#last && seq <= this.#last.seq) this.#say({ code: 'records_out_of_order', seq });
    else if (this.#last && !(recordedAt > this.#last.recordedAt)) {
      // The bytes have milliseconds, the log's clock microseconds.
      if (recordedAt !== this.#last.recordedAt) this.#say({ code: 'time_backwards', seq });
    }
    this.#last = { seq, recordedAt };
  }

  #believed(of: BundleRecord, opened: Opened): void {
    const { record, private: values } = of;
    const { says, sequence, sums } = opened;
    const { selection } = says;
    if (record.nth.length !== subjectsOf(record).length)
      throw new TypeError('its running numbers are not as many as its subjects');
    const lines = record.entry ? projectLines(record) : [];
    const nth = selection.subjectId === undefined ? record.seq : numberOf(record, selection.subjectId);
    const inSequence = sequence !== undefined && nth !== undefined && record.seq < says.seq;
    if (inSequence) sequence.take({ nth, recordedAt: record.recordedAt });
    const chosen =
      selection.kind === 'record' ? record.seq === selection.seq : inSequence && sequence.within(record.recordedAt);
    for (const problem of this.#signatures.take(record)) this.#say(problem);
    opened.incarnations.take(record);
    this.#values(of, says);
    for (const detail of otherNames(record, opened.names)) this.#say({ code: 'name_differs', seq: record.seq, detail });
    if (!chosen) {
      this.#besides += 1;
      return;
    }
    this.#found = true;
    this.#records += 1;
    this.#rules(record, lines);
    sums.take(record, lines);
    if (this.#rows.length < (this.options.keepRows ?? 0)) {
      this.#rows.push(
        summaryRow(record, { nth: selection.subjectId === undefined ? undefined : nth, lines, values: values ?? [] }),
      );
    }
  }

  #values({ record, private: values = [] }: BundleRecord, says: ProvedExport): void {
    for (const name of alteredValues(record, values))
      this.#say({ code: 'value_altered', seq: record.seq, detail: name });
    if (says.shown === 'amounts' && values.length > 0) this.#say({ code: 'more_shown_than_allowed', seq: record.seq });
  }

  #rules(record: RecordBody, lines: readonly ProjectedLine[]): void {
    const { seq } = record;
    if (record.entry)
      for (const detail of brokenByLines(record, lines)) this.#say({ code: 'rule_broken', seq, detail });
    for (const problem of this.#signatures.problems(record)) this.#say(problem);
  }

  #complete({ says, sequence, incarnations }: Opened): void {
    for (const seq of incarnations.unexplained) this.#say({ code: 'record_of_other_log', seq });
    if (says.selection.kind === 'record') {
      if (!this.#found) this.#say({ code: 'record_absent', seq: says.selection.seq as number });
      return;
    }
    const missing = sequence?.missing ?? [];
    if (missing.length > 0) this.#say({ code: 'records_missing', numbers: missing });
    const twice = sequence?.twice ?? [];
    if (twice.length > 0) this.#say({ code: 'number_twice', numbers: twice.map((nth) => ({ first: nth, last: nth })) });
  }
}

const isText = (text: string): boolean => !/\p{Surrogate}/u.test(text);
