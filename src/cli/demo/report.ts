import type { Conclusions, DayBook } from '../../interop/daybook.js';
import type { Comparison } from './compare.js';
import type { Played } from './play.js';
import { table } from './table.js';

/** How the rows of the book were answered. */
export function answersReport(played: Played): string {
  const { accepted, replayed, refused, notYetKnown } = played;
  return [
    `Accepted: ${accepted} rows.`,
    `Replayed (sent twice, recorded once): ${replayed.length} rows.`,
    ...replayed.map(({ line, ref }) => `  line ${line}  ${ref}`),
    `Refused: ${refused.length} rows.`,
    ...refused.map(({ line, ref, code }) => `  line ${String(line).padEnd(4)}  ${ref}  ${code}`),
    `Not yet known to this version: ${notYetKnown.length} rows.`,
    ...notYetKnown.map(({ line, ref, event }) => `  line ${String(line).padEnd(4)}  ${ref}  ${event}`),
  ].join('\n');
}

const FIGURES: readonly (readonly [label: string, figure: string])[] = [
  ['opening mg', 'opening_mg'],
  ['+ received', 'received_mg'],
  ['+ overfill gain', 'overfill_gain_mg'],
  ['- administered', 'administered_mg'],
  ['- wasted', 'wasted_mg'],
  ['- broken', 'broken_mg'],
  ['- sent out', 'sent_out_mg'],
  ['- close-out shortage', 'close_out_shortage_mg'],
  ['- in suspense', 'in_suspense_mg'],
  ['- in hand', 'in_hand_mg'],
  ['= closing book', 'closing_book_mg'],
  ['sealed containers', 'sealed_containers'],
];

/** What the ledger concludes, as tables and lists. */
export function conclusionsReport(found: Conclusions): string {
  const { reconciliation, openContainers, sessions, sessionsNotBalanced, discrepancies } = found;
  const open = discrepancies.filter(({ status }) => status === 'open');
  return [
    'Reconciliation of the whole book:',
    table([
      ['', ...reconciliation.map(({ product }) => String(product))],
      ...FIGURES.map(([label, figure]) => [label, ...reconciliation.map((row) => String(row[figure]))]),
    ]),
    '',
    `Open containers: ${openContainers.length}.`,
    ...listOf(openContainers, ['container', 'product', 'location', 'book_mg']),
    `Sessions: ${sessions}, of which ${sessionsNotBalanced.length} do not balance.`,
    ...listOf(sessionsNotBalanced, ['session', 'patient', 'in_hand_mg']),
    `Open discrepancies: ${open.length}.`,
    ...listOf(open, ['ref', 'kind', 'product', 'location', 'container', 'variance_containers', 'variance_mg']),
  ].join('\n');
}

/** Whether the ledger agrees with the book, and where it does not. */
export function comparisonReport(comparison: Comparison, book: DayBook, played: Played): string {
  const { disagreements, compared, leftOut } = comparison;
  const left = leftOut === 0 ? '' : ` ${leftOut} that rest on rows not known yet were left out.`;
  const surprises = played.refused.filter(({ line, code }) => book.rows[line - 2]?.expect !== code);
  if (disagreements.length === 0)
    return `The ledger agrees with expected.json: all ${compared} conclusions compared are the same.${left}`;
  return [
    `The ledger DISAGREES with expected.json in ${disagreements.length} of ${compared} conclusions compared.${left}`,
    ...disagreements.map(({ about, expected, found }) => `  ${about}: expected ${expected}, found ${found}`),
    ...surprises.slice(0, 20).map(({ line, ref, code, detail }) => `  line ${line} ${ref} got ${code}: ${detail}`),
  ].join('\n');
}

function listOf(items: readonly Readonly<Record<string, string | number>>[], columns: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [table([columns, ...items.map((item) => columns.map((column) => String(item[column] ?? '')))])];
}
