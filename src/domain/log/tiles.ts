import { concatBytes } from './bytes.js';
import { LogError } from './log-error.js';
import { nodeHash, requireSize, treeRoot, type NodeId } from './merkle.js';
import { HASH_BYTES } from './sha256.js';

/** c2sp.org/tlog-tiles: a tile is 256 hashes wide and 8 levels of the tree high. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A tile of the tree, or the bundle of the entries below a tile of level 0. */
export interface TileId {
  readonly level: number | 'entries';
  /** Which one of its level, from 0. */
  readonly n: number;
  /** How many hashes or entries it holds: 256, or fewer in a partial one. */
  readonly width: number;
}

/** A number as path of folders with at most a thousand names each: 1234067 is `x001/x234/067` ("Merkle Tree"). */
export function numberPath(n: number): string {
  requireSize(n);
  const groups = [String(n % 1000).padStart(3, '0')];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return groups.join('/');
}

/** Where a tile is, below the log's prefix. */
export function tilePath({ level, n, width }: TileId): string {
  return `${tileFolder({ level, n })}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Where a full tile is; its partial ones lie in the folder of this name with `.p`. */
export function tileFolder({ level, n }: Pick<TileId, 'level' | 'n'>): string {
  return `tile/${level}/${numberPath(n)}`;
}

/**
 * What a log of `newSize` leaves publishes that one of `oldSize` has not published: full tiles, the partial ones of its right
 * edge, and the same of entries.
 */
export function newTiles(oldSize: number, newSize: number): TileId[] {
  requireSize(oldSize);
  requireSize(newSize);
  const tiles: TileId[] = [];
  for (let level = 0, was = oldSize, is = newSize; is > 0; level += 1) {
    if (is !== was) {
      for (let n = Math.floor(was / TILE_WIDTH); n * TILE_WIDTH < is; n += 1) {
        const width = Math.min(TILE_WIDTH, is - n * TILE_WIDTH);
        tiles.push({ level, n, width });
        if (level === 0) tiles.push({ level: 'entries', n, width });
      }
    }
    was = Math.floor(was / TILE_WIDTH);
    is = Math.floor(is / TILE_WIDTH);
  }
  return tiles;
}

/** The nodes of the tree that a tile of hashes is made of: `count` of one level, from the first one on. */
export function nodesOfTile({ level, n, width }: TileId & { readonly level: number }): {
  level: number;
  from: number;
  count: number;
} {
  return { level: level * TILE_HEIGHT, from: n * TILE_WIDTH, count: width };
}

/** Entries, each after its length as a big-endian uint16 ("Log entries"). Throws `badTreeInput` for one longer than that. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new LogError('badTreeInput', 'An entry of a bundle has at most 65,535 bytes.');
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle. Throws `badTreeInput` for bytes that are none. */
export function parseEntryBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const end = at + 2 + length;
    if (at + 2 > bytes.length || end > bytes.length)
      throw new LogError('badTreeInput', 'The bundle ends within an entry.');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/**
 * The root of a tree out of its tiles alone, as an auditor computes it: `read` gives the bytes of a tile. Throws `missingNode`
 * and `badTreeInput` for tiles that are not there or are not whole.
 */
export function rootFromTiles(size: number, read: (tile: TileId) => Uint8Array | undefined): Uint8Array {
  return treeRoot({ size, lookup: (id) => hashInTiles(id, size, read) });
}

function hashInTiles(id: NodeId, size: number, read: (tile: TileId) => Uint8Array | undefined): Uint8Array | undefined {
  const level = Math.floor(id.level / TILE_HEIGHT);
  if (id.level % TILE_HEIGHT !== 0) {
    const child = { level: id.level - 1, n: id.n * 2 };
    const left = hashInTiles(child, size, read);
    const right = hashInTiles({ ...child, n: child.n + 1 }, size, read);
    return left && right && nodeHash(left, right);
  }
  const n = Math.floor(id.n / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - n * TILE_WIDTH);
  const bytes = read({ level, n, width });
  if (bytes && bytes.length !== width * HASH_BYTES)
    throw new LogError('badTreeInput', `A tile of ${width} is not as long as that.`);
  const at = (id.n - n * TILE_WIDTH) * HASH_BYTES;
  return bytes?.subarray(at, at + HASH_BYTES);
}
