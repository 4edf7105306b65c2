/** A record's place in a sequence, and when it was recorded. */
export interface Numbered {
  readonly nth: number;
  readonly recordedAt: string;
}

/** Numbers from `first` to `last`, both included. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether a sequence of running numbers is whole, over a time or from its beginning to the export that stands at its end.
 * Takes the proved records as they come; keeps the numbers only.
 *
 * What must be there: from the first number on (or, where a time `from` is given, from the last record before it) to the
 * export (or, where a time `to` is given, to the first record not before it), with no number left out. Times in a log never
 * run backwards, so what lies beyond those two neighbours lies outside the time.
 */
export class SequenceCheck {
  readonly #seen: number[] = [];
  #first: Numbered | undefined;
  #stop: number | undefined;

  constructor(
    private readonly of: {
      /** The number of the sequence's very first record: 0 in a log, 1 in the life of a subject. */
      readonly base: number;
      /** The export's own number, which comes after all others. */
      readonly end: number;
      readonly from: string | undefined;
      readonly to: string | undefined;
    },
  ) {}

  /** A proved record of the sequence. Numbers at or after the export's are not of it. */
  take(record: Numbered): void {
    const { nth, recordedAt } = record;
    if (nth >= this.of.end) return;
    this.#seen.push(nth);
    if (!this.#first || nth < this.#first.nth) this.#first = record;
    const after = this.of.to !== undefined && recordedAt >= this.of.to;
    if (after && (this.#stop === undefined || nth < this.#stop)) this.#stop = nth;
  }

  /** Whether a record counts: recorded within the time asked for. */
  within(recordedAt: string): boolean {
    const { from, to } = this.of;
    return (from === undefined || recordedAt >= from) && (to === undefined || recordedAt < to);
  }

  /** The numbers that must be there. */
  get required(): NumberRange {
    const { base, end, from } = this.of;
    const last = this.#stop ?? end - 1;
    const first = this.#first;
    if (from === undefined || !first || first.nth <= base) return { first: base, last };
    // The neighbour before the time shows where it begins; without one, the record before the first is missing at least.
    return { first: first.recordedAt < from ? first.nth : first.nth - 1, last };
  }

  /** What of it is missing, in order. */
  get missing(): NumberRange[] {
    const { first, last } = this.required;
    const gaps: NumberRange[] = [];
    let next = first;
    for (const nth of [...this.#seen].sort((a, b) => a - b)) {
      if (nth > next && next <= last) gaps.push({ first: next, last: Math.min(nth - 1, last) });
      next = Math.max(next, nth + 1);
    }
    if (next <= last) gaps.push({ first: next, last });
    return gaps;
  }

  /** Numbers that stand in two records: two stories of one life. */
  get twice(): number[] {
    const sorted = [...this.#seen].sort((a, b) => a - b);
    return [...new Set(sorted.filter((nth, at) => at > 0 && nth === sorted[at - 1]))];
  }
}
