import { localTime } from './local-time.js';
import type { NumberRange } from './sequence.js';
import type { BundleVerdict, Problem, SummaryRow, VerdictState } from './verdict.js';
import { wordsOf, type Language } from './words/languages.js';
import type { Words } from './words/words.js';

/** A verdict in the words of a language: what the command line prints and the pages show. Plain text throughout. */
export interface BundleReport {
  readonly language: string;
  readonly state: VerdictState;
  readonly title: string;
  readonly meaning: string;
  readonly problems: ReportPart;
  readonly proved: ReportPart;
  readonly limits: ReportPart;
  readonly sums: ReportTable;
  readonly records: ReportTable;
}

export interface ReportPart {
  readonly heading: string;
  readonly sentences: readonly string[];
}

export interface ReportTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is said below it. */
  readonly note?: string;
}

/** Everything a person needs to know of a verdict. */
export function bundleReport(verdict: BundleVerdict, language: Language): BundleReport {
  const words = wordsOf(language);
  const teller = new Teller(verdict, words);
  const { headings, states, limits } = words;
  return {
    language: words.language,
    state: verdict.state,
    ...states[verdict.state],
    problems: { heading: headings.problems, sentences: teller.problems() },
    proved: { heading: headings.proved, sentences: teller.proved() },
    limits: { heading: headings.limits, sentences: verdict.export ? limits : [] },
    sums: teller.sums(),
    records: teller.records(),
  };
}

class Teller {
  constructor(
    private readonly of: BundleVerdict,
    private readonly words: Words,
  ) {}

  problems(): string[] {
    const { problems, problemCount } = this.of;
    const sentences = problems.map((problem) => this.#problem(problem));
    const more = problemCount - problems.length;
    return more > 0 ? [...sentences, this.words.headings.moreProblems(more)] : sentences;
  }

  #problem({ code, seq, line, numbers = [], detail = '' }: Problem): string {
    const person = code === 'signature_record_missing' || code === 'signature_differs';
    return this.words.problems[code]({
      subject: this.#subject(),
      seq: String(seq ?? '?'),
      line: String(line ?? '?'),
      numbers: numbers.map(rangeText).join(', '),
      count: numbers.reduce((count, { first, last }) => count + last - first + 1, 0),
      detail: person ? this.#name(detail) : detail,
    });
  }

  /** Only of what holds: a bundle that is not verified proves single records, and no whole. */
  proved(): string[] {
    const { state, head, export: says, besides, sequence, records } = this.of;
    if (!head || !says || state === 'not_verified' || state === 'unusable') return [];
    const { proved, shown, roles } = this.words;
    const { site, seq, personId, role, recordedAt, selection } = says;
    const { cosigners, witnesses, origin, size } = head;
    const witnessed = cosigners.map(({ name, at }) => `${name} (${at})`).join(', ');
    return [
      proved.site({ ...site, subject: this.#subject() }),
      proved.head({ origin, size }),
      proved.signed({ cosigners: witnessed, count: cosigners.length, witnesses }),
      ...(state === 'keys_not_compared' ? [proved.notCompared] : []),
      proved.exported({
        name: this.#name(personId),
        role: roles[role] ?? role.replaceAll('_', ' '),
        at: this.#time(recordedAt),
        seq,
      }),
      selection.kind === 'record' ? proved.single : this.#whole(sequence, records),
      ...this.of.incarnations.map((one) => proved.beganAnew(one)),
      shown[says.shown],
      ...(besides > 0 ? [proved.besides(besides)] : []),
      ...this.#holds(),
    ];
  }

  #whole(sequence: NumberRange | undefined, count: number): string {
    const { from, to } = this.of.export?.selection ?? {};
    const { proved, beginning, export: theExport } = this.words;
    const subject = this.#subject();
    if (from !== undefined || to !== undefined) {
      const ends = { from: from ? this.#time(from) : beginning, to: to ? this.#time(to) : theExport };
      return proved.wholePeriod({ subject, ...ends, count });
    }
    return proved.whole({ subject, numbers: sequence ? rangeText(sequence) : '', count });
  }

  #holds(): string[] {
    const { sums, export: says } = this.of;
    const { kind, from, to } = says?.selection ?? {};
    if (kind !== 'container' || from !== undefined || to !== undefined || sums.length !== 1) return [];
    return [this.words.proved.holds({ subject: this.#subject(), amountMg: sums[0]?.netMg ?? '0' })];
  }

  sums(): ReportTable {
    const { columns, headings, holders } = this.words;
    return {
      heading: headings.sums,
      columns: [columns.product, columns.holder, columns.in, columns.out, columns.net],
      rows: this.of.sums.map(({ productId, holder, inMg, outMg, netMg }) => [
        this.#name(productId),
        holders[holder] ?? holder,
        inMg,
        outMg,
        netMg,
      ]),
    };
  }

  records(): ReportTable {
    const { columns, headings } = this.words;
    const more = this.of.records - this.of.rows.length;
    return {
      heading: headings.records,
      columns: [
        columns.nth,
        columns.seq,
        columns.recorded,
        columns.happened,
        columns.what,
        columns.who,
        columns.moved,
        columns.values,
      ],
      rows: this.of.rows.map((row) => this.#row(row)),
      ...(more > 0 ? { note: headings.more(more) } : {}),
    };
  }

  #row(row: SummaryRow): string[] {
    const { types, meanings, late, refused, holders, values, withheld } = this.words;
    const wordOf = (type: string) => types[type] ?? type.replaceAll('_', ' ');
    const what = row.refusal ? refused(wordOf(row.refusal.of), row.refusal.code) : wordOf(row.type);
    const moved = row.lines.map(({ holder, holderId, amountMg }) => {
      const where = holder === 'container' ? this.#name(holderId) : (holders[holder] ?? holder);
      return `${amountMg.startsWith('-') ? '' : '+'}${amountMg} ${where}`;
    });
    const stated = row.values.map(({ name, value }) => `${values[name] ?? name}: ${value}`);
    const kept = row.withheld.length > 0 ? [withheld(row.withheld.map((name) => values[name] ?? name).join(', '))] : [];
    return [
      row.nth === undefined ? '' : String(row.nth),
      String(row.seq),
      this.#time(row.recordedAt),
      `${this.#time(row.occurredAt)}${row.late ? ` (${late})` : ''}`,
      what,
      row.actors
        .map(({ id, meaning, method }) => `${this.#name(id)}, ${meanings[meaning] ?? meaning} (${method})`)
        .join('\n'),
      moved.join('\n'),
      [...stated, ...kept].join('\n'),
    ];
  }

  #subject(): string {
    const selection = this.of.export?.selection;
    if (!selection) return '?';
    const { kind, subjectId, seq } = selection;
    const kindWord = this.words.kinds[kind];
    if (kind === 'record') return `${kindWord} ${seq}`;
    return subjectId === undefined ? kindWord : `${kindWord} ${this.#name(subjectId)}`;
  }

  /** What people call it, or the beginning of its id. */
  #name(id: string): string {
    return this.of.names.get(id.toLowerCase()) ?? id.slice(0, 8);
  }

  #time(instant: string): string {
    return localTime(instant, this.of.export?.site.timeZone ?? 'UTC');
  }
}

const rangeText = ({ first, last }: NumberRange): string => (first === last ? String(first) : `${first}–${last}`);
