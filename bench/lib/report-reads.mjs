// What each read costs, the dearest to the history first.
import { table } from './report.mjs';

/** Blocks of a few are noise of the plan: a small table is read whole, a large one by its index. */
const FEW_BLOCKS = 50;

const read = ({ route, name }) => `${route || '/sites/{siteId}'}${name === '' ? '' : `: ${name}`}`;

/** Time and blocks of each read on both ledgers. */
export function reportReads({ runs, ledgers, reads }) {
  const [small, large] = ledgers;
  const head = ['read', 'ms', 'ms', 'ratio', 'blocks', 'blocks', 'statements', 'bytes'];
  const rows = [...reads]
    .sort((a, b) => b.ratio - a.ratio)
    .map((one) => [
      read(one),
      ...one.ms.map((value) => value.toFixed(1)),
      one.ratio.toFixed(2),
      ...one.blocks,
      one.statements.at(-1),
      one.bytes.at(-1),
    ]);
  const dear = reads.filter(({ ratio, blocks: [before, after] }) => ratio > 1.5 && after > 2 * before + FEW_BLOCKS);
  const size = ({ entries, containers }) => `${entries} entries and ${containers} containers`;
  return [
    `\nReads on a ledger of ${size(small)}, and on one of ${size(large)}: median of ${runs} runs by turns\n`,
    table(head, rows),
    `\n${dear.length} of ${reads.length} take half as long again, and touch more than twice the blocks: ${dear.map(read).join(' · ') || 'none'}\n`,
  ].join('\n');
}
