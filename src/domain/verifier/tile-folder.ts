import { equalBytes } from '../log/bytes.js';
import { parseDecimal } from '../log/checkpoint.js';
import { CompactTree } from '../log/compact-tree.js';
import { leafHash } from '../log/commitment.js';
import { foldSubtrees } from '../log/merkle.js';
import { HASH_BYTES } from '../log/sha256.js';
import { parseEntryBundle, TILE_WIDTH, tilePath, type TileId } from '../log/tiles.js';
import { verifyCheckpoint } from '../log/verify-checkpoint.js';
import { headSentences, type TrustedPolicy } from './trusted-policy.js';
import { NotVerified } from './verdict.js';
import type { Sentence } from './words/sentences.js';

/** Gives the bytes of a file below the folder, undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** The first line of every entry (docs/audit-log.md, "Record"). */
const ENTRY = 'countersign-entry/v1';

/**
 * Audits a whole log from its static files alone (c2sp.org/tlog-tiles): `checkpoint`, the tiles of every level, and the entry
 * bundles. All leaves make the tree that was signed; each tile above is what the tiles below hash to; each entry is the one of
 * its leaf, and says its number. Gives sentences; throws LogError.
 */
export function verifyTileFolder(read: ReadFile, trusted: TrustedPolicy): Sentence[] {
  const checkpoint = read('checkpoint');
  if (!checkpoint) throw new NotVerified('badTile', { key: 'noCheckpointFile' });
  const head = verifyCheckpoint({ checkpoint, policy: trusted.policy });
  const tree = new CompactTree();
  let above = checkLevel({ read, level: 0, size: head.size }, (hashes, n) => {
    checkEntries({ read, n, hashes });
    for (const hash of hashes) tree.append(hash);
  });
  if (!equalBytes(tree.root(), head.rootHash)) throw new NotVerified('badTile', { key: 'leavesMakeOtherTree' });
  for (let level = 1; above.length > 0; level += 1) {
    const expected = above;
    above = checkLevel({ read, level, size: expected.length }, (hashes, n) => {
      const wrong = hashes.findIndex((hash, i) => !equalBytes(hash, expected[n * TILE_WIDTH + i] as Uint8Array));
      if (wrong >= 0) throw new NotVerified('badTile', { key: 'tileNotOfThoseBelow', n, level });
    });
  }
  return [{ key: 'folderWhole', size: head.size }, ...headSentences(head, trusted)];
}

/** Reads the tiles over `size` hashes of a level, tells each, and gives the hash of each full one: the level above. */
function checkLevel(
  { read, level, size }: { read: ReadFile; level: number; size: number },
  onTile: (hashes: readonly Uint8Array[], n: number) => void,
): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let n = 0; n * TILE_WIDTH < size; n += 1) {
    const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
    const bytes = readTile(read, { level, n, width });
    if (bytes.length < width * HASH_BYTES)
      throw new NotVerified('badTile', { key: 'tileTooShort', path: tilePath({ level, n, width }) });
    const hashes = Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
    onTile(hashes, n);
    if (width === TILE_WIDTH) above.push(rootOf(hashes));
  }
  return above;
}

function checkEntries({ read, n, hashes }: { read: ReadFile; n: number; hashes: readonly Uint8Array[] }): void {
  const entries = parseEntryBundle(readTile(read, { level: 'entries', n, width: hashes.length }));
  for (const [i, hash] of hashes.entries()) {
    const seq = n * TILE_WIDTH + i;
    const entry = entries[i];
    if (!entry || !equalBytes(leafHash(entry), hash)) throw new NotVerified('badTile', { key: 'entryNotOfLeaf', seq });
    const [kind, , number] = new TextDecoder().decode(entry).split('\n');
    if (kind !== ENTRY || parseDecimal(number ?? '') !== seq)
      throw new NotVerified('badTile', { key: 'entrySaysOther', seq });
  }
}

/** A partial tile may be gone once the full one is there ("Partial Tiles"): that begins with the same. */
function readTile(read: ReadFile, tile: TileId): Uint8Array {
  const bytes = read(tilePath(tile)) ?? read(tilePath({ ...tile, width: TILE_WIDTH }));
  if (!bytes) throw new NotVerified('badTile', { key: 'tileMissing', path: tilePath(tile) });
  return bytes;
}

/** MTH of a full tile: a complete subtree of eight levels. */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const tree = new CompactTree();
  for (const hash of hashes) tree.append(hash);
  return foldSubtrees(tree.subtrees);
}
