import { changedRows, type RecordBody } from '../ledger/record.js';

/** A place in the log from which it has another origin, because a restore had lost signed records. */
export interface Incarnation {
  readonly fromSeq: number;
  readonly previousOrigin: string;
  /** How many records the last signed head of the one before had. */
  readonly previousSize: number;
}

/**
 * Records of an earlier incarnation of the log stand under its name. They are in the tree of the head like all others; that
 * the name changed, a record of the log must say (docs/audit-log.md, "Signed heads").
 */
export class Incarnations {
  /** Another origin than the head's → the last record under it. */
  readonly #others = new Map<string, number>();
  readonly #begun = new Map<string, Incarnation>();

  constructor(private readonly origin: string) {}

  /** A proved record. */
  take(body: RecordBody): void {
    if (body.origin !== this.origin) this.#others.set(body.origin, body.seq);
    if (body.type !== 'log_incarnation') return;
    for (const row of changedRows(body.changes ?? [])) {
      if (row.table !== 'log_incarnation') continue;
      const previousOrigin = String(row.previousOrigin);
      this.#begun.set(previousOrigin, { fromSeq: body.seq, previousOrigin, previousSize: Number(row.previousSize) });
    }
  }

  get all(): readonly Incarnation[] {
    return [...this.#begun.values()];
  }

  /** Records under a name that no record of the bundle explains: the last of each name. */
  get unexplained(): number[] {
    return [...this.#others]
      .filter(([origin, seq]) => !((this.#begun.get(origin)?.fromSeq ?? -1) > seq))
      .map(([, seq]) => seq);
  }
}
