import { ugFromMg } from '../../domain/amounts.js';
import { lineOfRow, type Conclusions, type DayBook } from '../../interop/daybook.js';
import type { LeftOut } from './left-out.js';

/** One conclusion in which the ledger and the book differ; `-` stands for one that is not there at all. */
export interface Disagreement {
  readonly about: string;
  readonly expected: string;
  readonly found: string;
}

export interface Comparison {
  readonly disagreements: readonly Disagreement[];
  /** How many single values were compared, and how many were left out. */
  readonly compared: number;
  readonly leftOut: number;
}

type Item = Readonly<Record<string, string | number>>;

/**
 * Compares what a ledger concluded with what the book expects (daybook/README.md, "Expected"): amounts as numbers,
 * lists as sets, each value by itself. What `leftOut` names is on neither side.
 */
export function compareConclusions(of: { book: DayBook; found: Conclusions; leftOut: LeftOut }): Comparison {
  const { book, found, leftOut } = of;
  const { expected } = book;
  if (!expected) throw new Error('The book says nothing of what is expected.');
  const tally = new Tally();
  tally.value('rows', expected.rows, found.rows);
  tally.value('accepted', expected.accepted - acceptedAmong(leftOut, expected), found.accepted);
  tally.value('sessions', expected.sessions, found.sessions);
  for (const { name, key, keep, drop } of lists(book, leftOut))
    tally.list({ name, key, keep, drop }, expected[name] as Item[], found[name] as Item[]);
  return tally;
}

interface ListRule {
  readonly name: Exclude<keyof Conclusions, 'rows' | 'accepted' | 'sessions'>;
  /** The field that names an item. */
  readonly key: string;
  /** False for an item that is left out whole. */
  readonly keep: (item: Item) => boolean;
  /** Fields of an item that are left out. */
  readonly drop?: ((item: Item) => readonly string[]) | undefined;
}

function lists(book: DayBook, leftOut: LeftOut): ListRule[] {
  const lineOf = new Map<string, number>();
  book.rows.forEach(({ ref }, index) => lineOf.has(ref!) || lineOf.set(ref!, lineOfRow(index)));
  const played = ({ line }: Item) => !leftOut.lines.has(line as number);
  const untouched = ({ container }: Item) => !leftOut.containers.has(container as string);
  const isAffectedCount = (item: Item) =>
    item.variance_containers !== undefined &&
    lineOf.get(String(item.ref))! >= (leftOut.sealedFromLine.get(String(item.product)) ?? Infinity);
  return [
    { name: 'refused', key: 'line', keep: played },
    { name: 'replayed', key: 'line', keep: played },
    {
      name: 'reconciliation',
      key: 'product',
      keep: () => true,
      drop: ({ product }) => [...(leftOut.figures.get(String(product)) ?? [])],
    },
    { name: 'openContainers', key: 'container', keep: untouched },
    { name: 'quarantined', key: 'container', keep: untouched },
    { name: 'sessionsNotBalanced', key: 'session', keep: () => true },
    {
      name: 'discrepancies',
      key: 'ref',
      keep: (item) => untouched(item) && !isAffectedCount(item),
      drop: ({ ref }) => (leftOut.resolved.has(String(ref)) ? ['status'] : []),
    },
  ];
}

/** How many of the rows that were not played the book accepts. */
function acceptedAmong({ lines }: LeftOut, expected: Conclusions): number {
  const others = new Set([...expected.refused, ...expected.replayed].map(({ line }) => line));
  return [...lines].filter((line) => !others.has(line)).length;
}

class Tally implements Comparison {
  readonly disagreements: Disagreement[] = [];
  compared = 0;
  leftOut = 0;

  value(about: string, expected: string | number | undefined, found: string | number | undefined): void {
    this.compared += 1;
    if (isSame(about, expected, found)) return;
    this.disagreements.push({ about, expected: String(expected ?? '-'), found: String(found ?? '-') });
  }

  list(rule: ListRule, expected: readonly Item[], found: readonly Item[]): void {
    const [ours, theirs] = [byKey(rule, found), byKey(rule, expected)];
    for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
      const [wanted = [], got = []] = [theirs.get(key), ours.get(key)];
      if (![...wanted, ...got].every(rule.keep)) {
        this.leftOut += 1;
        continue;
      }
      const about = `${rule.name} ${rule.key} ${key}`;
      if (wanted.length === 1 && got.length === 1) this.#fields(about, rule, wanted[0]!, got[0]!);
      else this.value(about, wanted.map(inWords).join('; ') || '-', got.map(inWords).join('; ') || '-');
    }
  }

  #fields(about: string, rule: ListRule, expected: Item, found: Item): void {
    const dropped = rule.drop?.(expected) ?? [];
    for (const field of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      if (field === rule.key) continue;
      if (dropped.includes(field)) this.leftOut += 1;
      else this.value(`${about} ${field}`, expected[field], found[field]);
    }
  }
}

function byKey(rule: ListRule, items: readonly Item[]): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    const key = String(item[rule.key]);
    map.set(key, [...(map.get(key) ?? []), item]);
  }
  return map;
}

function isSame(about: string, a: string | number | undefined, b: string | number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (!about.endsWith('_mg')) return String(a) === String(b);
  try {
    return ugFromMg(String(a), { allowNegative: true }) === ugFromMg(String(b), { allowNegative: true });
  } catch {
    return false;
  }
}

function inWords(item: Item): string {
  return Object.entries(item)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ');
}
