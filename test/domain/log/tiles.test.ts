import { describe, expect, test } from '@jest/globals';
import { CompactTree } from '../../../src/domain/log/compact-tree.js';
import { leafHash } from '../../../src/domain/log/commitment.js';
import {
  entryBundle,
  newTiles,
  nodesOfTile,
  numberPath,
  parseEntryBundle,
  rootFromTiles,
  tilePath,
  type TileId,
} from '../../../src/domain/log/tiles.js';

test('a number is a path of at most a thousand names a folder: the example of the specification', () => {
  expect([1234067, 0, 999, 1000].map(numberPath)).toEqual(['x001/x234/067', '000', '999', 'x001/000']);
});

test('the tiles of a tree of 70,000 and of 256: the examples of the specification', () => {
  const count = (size: number, level: number) => newTiles(0, size).filter((tile) => tile.level === level).length;
  expect([0, 1, 2].map((level) => count(70_000, level))).toEqual([274, 2, 1]);
  const partials = newTiles(0, 70_000).filter(({ width, level }) => width < 256 && level !== 'entries');
  expect(partials.map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
  expect(newTiles(0, 256).map(tilePath)).toEqual(['tile/0/000', 'tile/entries/000', 'tile/1/000.p/1']);
});

describe('a log that publishes as it grows', () => {
  const nodes = new Map<string, Uint8Array>();
  const tree = new CompactTree();
  const roots: Uint8Array[] = [tree.root()];
  const SIZE = 1000;
  for (let seq = 0; seq < SIZE; seq += 1) {
    tree.append(leafHash(Buffer.from(`entry ${seq}`)), (level, n, hash) => nodes.set(`${level}/${n}`, hash));
    roots.push(tree.root());
  }

  const contentOf = (tile: TileId): Uint8Array => {
    const { level, from, count } = nodesOfTile(tile as TileId & { level: number });
    return Buffer.concat(Array.from({ length: count }, (_, i) => nodes.get(`${level}/${from + i}`)!));
  };

  test.each([[[1, 2, 255, 256, 257, 300, 511, 512, 513, 999, 1000]], [[1000]], [[3, 700, 701]]])(
    'at sizes %j: the files give the root at every one of them',
    (sizes) => {
      const files = new Map<string, Uint8Array>();
      let published = 0;
      for (const size of sizes) {
        for (const tile of newTiles(published, size).filter(({ level }) => level !== 'entries'))
          files.set(tilePath(tile), contentOf(tile));
        published = size;
        expect(rootFromTiles(size, (tile) => files.get(tilePath(tile)))).toEqual(roots[size]);
      }
    },
  );

  test('a tile that is missing, or cut short, gives no root', () => {
    expect(() => rootFromTiles(1000, () => undefined)).toThrow('has no node');
    expect(() => rootFromTiles(1000, (tile) => contentOf(tile).subarray(1))).toThrow('not as long');
  });
});

test('a bundle gives its entries back, and nothing else is one', () => {
  const entries = ['', 'one', 'x'.repeat(300)].map((text) => new Uint8Array(Buffer.from(text)));
  const bundle = entryBundle(entries);
  expect(parseEntryBundle(bundle).map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]));
  for (const cut of [1, 2, bundle.length - 1])
    expect(() => parseEntryBundle(bundle.subarray(0, cut === 2 ? 3 : cut))).toThrow();
  expect(() => entryBundle([new Uint8Array(65_536)])).toThrow('65,535');
});
