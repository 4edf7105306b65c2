import type { ProjectedLine } from './projection.js';

/** What a holder has, and the last record that moved it. */
export interface HolderBalance {
  readonly kind: string;
  readonly holderId: string;
  readonly productId: string;
  balanceUg: number;
  lastSeq: number;
}

/** The three running balances after a line. */
export interface After {
  readonly holderUg: number;
  readonly placeUg: number;
  readonly personUg: number;
}

/** Every balance, rebuilt from the lines: what `holder`, `place_total`, `person_total` and each line must say. */
export class Balances {
  readonly holders = new Map<string, HolderBalance>();
  /** `location|product|kind` and `person|product|kind` → µg and the last record. */
  readonly places = new Map<string, { balanceUg: number; lastSeq: number }>();
  readonly people = new Map<string, { balanceUg: number; lastSeq: number }>();

  /** Moves one line and gives the balances after it. */
  move(seq: number, line: ProjectedLine): After {
    const { kind, holderId, productId, amountUg } = line;
    const key = holderKey(kind, holderId, productId);
    let holder = this.holders.get(key);
    if (!holder) this.holders.set(key, (holder = { kind, holderId, productId, balanceUg: 0, lastSeq: seq }));
    holder.balanceUg += amountUg;
    holder.lastSeq = seq;
    return {
      holderUg: holder.balanceUg,
      placeUg: total(this.places, `${line.locationId}|${productId}|${kind}`, amountUg, seq),
      personUg: total(this.people, `${line.personId}|${productId}|${kind}`, amountUg, seq),
    };
  }

  holder(kind: string, holderId: string, productId: string): HolderBalance | undefined {
    return this.holders.get(holderKey(kind, holderId, productId));
  }
}

export const holderKey = (kind: string, holderId: string, productId: string): string =>
  `${holderId}|${kind}|${productId}`;

function total(
  totals: Map<string, { balanceUg: number; lastSeq: number }>,
  key: string,
  amountUg: number,
  seq: number,
): number {
  let found = totals.get(key);
  if (!found) totals.set(key, (found = { balanceUg: 0, lastSeq: seq }));
  found.balanceUg += amountUg;
  found.lastSeq = seq;
  return found.balanceUg;
}
