import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseCheckpoint } from '../../domain/log/checkpoint.js';
import { newTiles, TILE_WIDTH, tileFolder, tilePath, type TileId } from '../../domain/log/tiles.js';
import { readIfThere, replaceDurably, syncFolder } from '../signer/durable-file.js';
import type { TileSource } from './tile-source.js';

/** Tiles read at once: a bundle of 256 entries is some 40 KB. */
const RUN = 64;
/** Files on their way to the disk at once. */
const AT_ONCE = 16;

/** A head that is published with its tiles. */
export interface Published {
  readonly siteId: string;
  readonly origin: string;
  readonly size: number;
  readonly note: string;
}

/**
 * A folder in the form of c2sp.org/tlog-tiles, a log under the path that its origin is. Tiles are on the disk before the
 * checkpoint names them, so that a crash leaves at most tiles that no checkpoint asks for, and those are written again.
 */
export class TileFolder {
  constructor(
    private readonly folder: string,
    private readonly source: TileSource,
  ) {}

  /** How many records the published checkpoint of a log covers; 0 where there is none. */
  async size(origin: string): Promise<number> {
    const note = await readIfThere(join(this.folder, origin, 'checkpoint'));
    if (note === undefined) return 0;
    try {
      return parseCheckpoint(note).size;
    } catch {
      return 0;
    }
  }

  /** Writes what the head needs beyond what is published, then the head. Answers with how many tiles it wrote. */
  async publish(head: Published): Promise<number> {
    const published = await this.size(head.origin);
    if (published >= head.size) return 0;
    const tiles = newTiles(published, head.size);
    const levels = [...new Set(tiles.map(({ level }) => level))];
    for (const level of levels) {
      const ofLevel = tiles.filter((tile) => tile.level === level);
      for (let at = 0; at < ofLevel.length; at += RUN) await this.#write(head, ofLevel.slice(at, at + RUN));
    }
    await replaceDurably(join(this.folder, head.origin, 'checkpoint'), head.note);
    await this.#dropPartials(head.origin, tiles);
    return tiles.length;
  }

  /** Puts the cosignatures under the published checkpoint, if it is still this one. */
  async confirm(head: Published): Promise<void> {
    if ((await this.size(head.origin)) !== head.size) return;
    await replaceDurably(join(this.folder, head.origin, 'checkpoint'), head.note);
  }

  async #write({ siteId, origin }: Published, tiles: readonly TileId[]): Promise<void> {
    const contents = await this.source.read({ siteId, tiles });
    const paths = tiles.map((tile) => join(this.folder, origin, tilePath(tile)));
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      await Promise.all(paths.slice(at, at + AT_ONCE).map((path, i) => putFile(path, contents[at + i] as Uint8Array)));
    }
    for (const folder of new Set(paths.map(dirname))) await syncFolder(folder);
  }

  /** A partial tile may go once the full one is there ("Partial Tiles"). */
  async #dropPartials(origin: string, tiles: readonly TileId[]): Promise<void> {
    for (const tile of tiles.filter(({ width }) => width === TILE_WIDTH)) {
      await rm(join(this.folder, origin, `${tileFolder(tile)}.p`), { recursive: true, force: true });
    }
  }
}

/** Whole or not at all, and on the disk when it resolves; the name is safe when the folder is synced. */
async function putFile(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(content);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
