/** What can be wrong with a record, or with what the database holds of it. The order is no rank: the first record wins. */
export type FindingKind =
  | 'record_missing'
  | 'not_canonical'
  | 'wrong_form'
  | 'wrong_place'
  | 'time_backwards'
  | 'leaf_differs'
  | 'tree_differs'
  | 'head_differs'
  | 'checkpoint_differs'
  | 'signed_head_differs'
  | 'column_differs'
  | 'private_value_differs'
  | 'rule_broken'
  | 'row_differs'
  | 'balance_differs'
  | 'key_differs';

/** One thing that is wrong, said of the record it is wrong in. */
export interface Finding {
  /** The record, by its number in the site's log. */
  readonly seq: number;
  readonly kind: FindingKind;
  /** The table that does not say what the bytes say, where it is one. */
  readonly table?: string;
  /** A sentence: what was expected, what was found. Holds ids and amounts, never a private value. */
  readonly reason: string;
}

/** Enough to look into by hand; after that only the count goes on. */
const KEPT = 200;

/** Collects findings; keeps those of the earliest records. */
export class Findings {
  readonly #kept: Finding[] = [];
  #count = 0;

  add(finding: Finding): void {
    this.#count += 1;
    this.#kept.push(finding);
    if (this.#kept.length < 2 * KEPT) return;
    this.#kept.sort((a, b) => a.seq - b.seq);
    this.#kept.length = KEPT;
  }

  get count(): number {
    return this.#count;
  }

  /** The earliest record that is wrong; of several things wrong with it, the one found first. */
  get first(): Finding | undefined {
    return this.all[0];
  }

  /** In the order of the log. */
  get all(): readonly Finding[] {
    return [...this.#kept].sort((a, b) => a.seq - b.seq);
  }
}
