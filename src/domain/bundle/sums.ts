import { mgFromUg } from '../amounts.js';
import type { RecordBody } from '../ledger/record.js';
import type { ProjectedLine } from '../verify/projection.js';
import type { Selection } from './format.js';
import type { Sum } from './verdict.js';

/** Adds up what the disclosed lines move, so that a reader can compare it with what is in the safe. Amounts in µg. */
export class Sums {
  readonly #totals = new Map<string, { productId: string; holder: string; inUg: number; outUg: number }>();
  /** Container → lot, as the records shown say. */
  readonly #lots = new Map<string, string>();

  constructor(private readonly selection: Selection) {}

  take(body: RecordBody, lines: readonly ProjectedLine[]): void {
    if (this.selection.kind === 'lot') this.#learnLots(body);
    for (const line of lines) {
      if (!this.#counts(line)) continue;
      const key = `${line.productId}|${line.kind}`;
      let total = this.#totals.get(key);
      if (!total) this.#totals.set(key, (total = { productId: line.productId, holder: line.kind, inUg: 0, outUg: 0 }));
      if (line.amountUg > 0) total.inUg += line.amountUg;
      else total.outUg -= line.amountUg;
    }
  }

  get all(): Sum[] {
    return [...this.#totals.values()].map(({ productId, holder, inUg, outUg }) => ({
      productId,
      holder,
      inMg: mgFromUg(inUg),
      outMg: mgFromUg(outUg),
      netMg: mgFromUg(inUg - outUg),
    }));
  }

  /** A container's own lines, a lot's containers', a session's hand, what a patient got; of all else every line. */
  #counts({ kind, holderId, productId }: ProjectedLine): boolean {
    const { kind: of, subjectId } = this.selection;
    const id = subjectId?.toLowerCase();
    switch (of) {
      case 'container':
        return kind === 'container' && holderId === id;
      case 'lot':
        // One whose receipt is not among the records shown is in a record about the lot because it is of it.
        return kind === 'container' && (this.#lots.get(holderId) ?? id) === id;
      case 'session':
        return kind === 'in_hand' && holderId === id;
      case 'patient':
        return kind === 'patient' || kind === 'in_hand';
      case 'product':
        return productId === id;
      default:
        return true;
    }
  }

  #learnLots(body: RecordBody): void {
    for (const change of body.changes ?? []) {
      if (change.table !== 'container') continue;
      const { containerId, lotId } = { ...change, ...change.each } as Record<string, unknown>;
      const containers = Array.isArray(containerId) ? containerId : [containerId];
      containers.forEach((id, at) => {
        const lot: unknown = Array.isArray(lotId) ? lotId[at] : lotId;
        if (typeof id === 'string' && typeof lot === 'string') this.#lots.set(id.toLowerCase(), lot.toLowerCase());
      });
    }
  }
}
