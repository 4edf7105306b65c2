import { labelOfReceived, lineOfRow, type DayBook, type Row } from '../../interop/daybook.js';

/** Which conclusions rest on rows that the ledger cannot record yet, and so are not compared. */
export interface LeftOut {
  /** Lines of the rows that were not played. */
  readonly lines: ReadonlySet<number>;
  /** Labels of the containers that those rows changed. */
  readonly containers: ReadonlySet<string>;
  /** Product → names of its figures in the reconciliation that those rows changed. */
  readonly figures: ReadonlyMap<string, ReadonlySet<string>>;
  /** Product → line from which on fewer sealed containers of it should stand in the room than the ledger knows of. */
  readonly sealedFromLine: ReadonlyMap<string, number>;
  /** Refs of the rows whose discrepancy should have been resolved. */
  readonly resolved: ReadonlySet<string>;
}

const FIGURES: Readonly<Record<string, readonly string[]>> = {
  breakage: ['broken_mg', 'closing_book_mg', 'sealed_containers'],
  quarantine: ['sealed_containers'],
  send_out: ['sent_out_mg', 'closing_book_mg', 'sealed_containers'],
};

/** Reads off the book what rows of the events that are not known yet would have changed. */
export function leftOutOf(book: DayBook, isKnown: (event: string) => boolean): LeftOut {
  const productOf = productsByLabel(book.rows);
  const lines = new Set<number>();
  const containers = new Set<string>();
  const figures = new Map<string, Set<string>>();
  const sealedFromLine = new Map<string, number>();
  const resolved = new Set<string>();
  book.rows.forEach((row, index) => {
    const event = row.event!;
    if (isKnown(event)) return;
    const line = lineOfRow(index);
    lines.add(line);
    if (row.expect !== 'ok') return;
    if (row.target) resolved.add(row.target);
    const product = productOf.get(row.container ?? '');
    if (product === undefined) return;
    containers.add(row.container!);
    figures.set(product, new Set([...(figures.get(product) ?? []), ...(FIGURES[event] ?? [])]));
    if (!sealedFromLine.has(product)) sealedFromLine.set(product, line);
  });
  return { lines, containers, figures, sealedFromLine, resolved };
}

function productsByLabel(rows: readonly Row[]): Map<string, string> {
  const products = new Map<string, string>();
  for (const row of rows) {
    if (row.event !== 'receipt' || row.expect !== 'ok') continue;
    for (let nth = 1; nth <= Number(row.containers); nth += 1)
      products.set(labelOfReceived(row.ref!, nth), row.product!);
  }
  return products;
}
