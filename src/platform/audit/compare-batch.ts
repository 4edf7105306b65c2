import { encodeBase64 } from '../../domain/log/base64.js';
import { equalBytes } from '../../domain/log/bytes.js';
import { parseCheckpoint } from '../../domain/log/checkpoint.js';
import type { CompactTree } from '../../domain/log/compact-tree.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import { verifySignatures } from '../../domain/log/signed-note.js';
import type { Findings } from '../../domain/verify/finding.js';
import type { SignedHead } from '../signer/signed-heads.js';
import { firstDifference, type RowShape } from '../../domain/verify/row-text.js';

/** Compares the rows of a range of records with what the bytes make, and says of each record which row is not the one. */
export function compareRows(
  shape: RowShape,
  expected: readonly string[],
  found: string | null,
  findings: Findings,
): void {
  const wanted = expected.join('\n');
  if (wanted === (found ?? '')) return;
  const rows = new Map<string, string>();
  const key = keyOf(shape);
  for (const row of found === null ? [] : found.split('\n')) rows.set(key(row), row);
  for (const row of expected) {
    const had = rows.get(key(row));
    rows.delete(key(row));
    if (had !== row) say(row, had);
  }
  for (const row of rows.values())
    findings.add({ seq: seqOf(row), kind: 'row_differs', table: shape.table, reason: `a row too many: ${row}` });

  function say(row: string, had: string | undefined): void {
    const { table } = shape;
    if (had === undefined)
      return findings.add({ seq: seqOf(row), kind: 'row_differs', table, reason: `a row is missing: ${row}` });
    const { column, expected: says, found: is } = firstDifference(shape, row, had);
    const kind = column.endsWith('_after_ug') ? 'balance_differs' : 'row_differs';
    findings.add({
      seq: seqOf(row),
      kind,
      table,
      reason: `${column} of ${key(row)} is ${is}; the bytes make it ${says}`,
    });
  }
}

// A row's name among those of its table: its seq, and its line or person.
function keyOf(shape: RowShape): (row: string) => string {
  const parts = 1 + shape.orderBy.length;
  return (row) => row.split('|', parts).join('|');
}

const seqOf = (row: string): number => Number(row.slice(0, row.indexOf('|')));

/** Node hashes that appending a batch of leaves gives, by level; written as the database writes them. */
export class NodeTexts {
  readonly #levels: string[][] = [];

  readonly add = (level: number, n: number, hash: Uint8Array): void => {
    const hex = Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex');
    (this.#levels[level] ??= []).push(`${level}:${n}:${hex}`);
  };

  get all(): readonly string[] {
    return this.#levels.flat();
  }
}

/** Compares the nodes of a range; a node belongs to the record that completes its subtree. */
export function compareNodes(expected: readonly string[], found: string | null, findings: Findings): void {
  if (expected.join('\n') === (found ?? '')) return;
  const nameOf = (node: string) => node.slice(0, node.lastIndexOf(':'));
  const had = new Map((found === null ? [] : found.split('\n')).map((node) => [nameOf(node), node]));
  for (const node of expected) {
    const is = had.get(nameOf(node));
    had.delete(nameOf(node));
    if (is !== node) say(node, is === undefined ? 'is missing' : 'is not the hash of its subtree');
  }
  for (const node of had.values()) say(node, 'is one too many');

  function say(node: string, what: string): void {
    const [level, n] = node.split(':').map(Number) as [number, number];
    const seq = (n + 1) * 2 ** level - 1;
    findings.add({ seq, kind: 'tree_differs', table: 'tree_node', reason: `node ${n} of level ${level} ${what}` });
  }
}

/** Asks a stored checkpoint whether it is of this tree and, where the log's keys are known, whether one of them signed it. */
export function compareCheckpoint(
  checkpoint: { readonly size: number; readonly note: string },
  of: { readonly origin: string; readonly tree: CompactTree; readonly keys: readonly VerifierKey[] | undefined },
  findings: Findings,
): void {
  const seq = Math.max(0, checkpoint.size - 1);
  const say = (reason: string) => findings.add({ seq, kind: 'checkpoint_differs', table: 'checkpoint', reason });
  try {
    const said = parseCheckpoint(checkpoint.note);
    if (said.origin !== of.origin || said.size !== checkpoint.size)
      return say(`the checkpoint of size ${checkpoint.size} is of size ${said.size} of ${said.origin}`);
    if (!equalBytes(said.rootHash, of.tree.root()))
      say(
        `a checkpoint says the root is ${encodeBase64(said.rootHash)}; the records give ${encodeBase64(of.tree.root())}`,
      );
    else if (of.keys) verifySignatures({ note: said.note, keys: of.keys.filter(({ name }) => name === of.origin) });
  } catch (error) {
    say(`the checkpoint of size ${checkpoint.size} cannot be believed: ${(error as Error).message}`);
  }
}

/** Asks the tree whether it is the one of which the signer remembers to have signed a head of this size. */
export function compareSigned(signed: SignedHead, tree: CompactTree, findings: Findings): void {
  if (equalBytes(signed.rootHash, tree.root())) return;
  findings.add({
    seq: Math.max(0, signed.size - 1),
    kind: 'signed_head_differs',
    reason: `the signer signed ${signed.size} records with the root ${encodeBase64(signed.rootHash)}; these give ${encodeBase64(tree.root())}`,
  });
}
