import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { judge } from '../../../src/domain/verifier/verdict.js';
import { verifyTileFolder } from '../../../src/domain/verifier/tile-folder.js';
import { readPolicy } from '../../../src/domain/verifier/trusted-policy.js';
import { SampleLog } from '../../support/sample-log.js';

const log = SampleLog.of(600);
const trusted = readPolicy(encodeUtf8(log.policy()));
const judged = (files: ReadonlyMap<string, Uint8Array>) =>
  judge(() => verifyTileFolder((path) => files.get(path), trusted));
const changed = (path: string, change: (bytes: Uint8Array) => Uint8Array | undefined) => {
  const files = log.tiles();
  const bytes = change(files.get(path) as Uint8Array);
  if (bytes) files.set(path, bytes);
  else files.delete(path);
  return judged(files);
};

describe('a folder of tiles', () => {
  test.each([0, 1, 255, 256, 257, 600])('of %i entries is verified', (size) => {
    const some = SampleLog.of(size);
    expect(judged(some.tiles())).toMatchObject({
      outcome: 'verified',
      sentences: expect.arrayContaining([`All ${size} entries of the log are in the folder, in order.`]),
    });
  });

  test('a full tile stands for a partial one that is gone', () => {
    const files = log.tiles();
    const more = SampleLog.of(768).tiles();
    for (const path of ['tile/0/002.p/88', 'tile/entries/002.p/88']) {
      files.delete(path);
      files.set(path.replace('.p/88', ''), more.get(path.replace('.p/88', '')) as Uint8Array);
    }
    expect(judged(files)).toMatchObject({ outcome: 'verified' });
  });

  test('any file of it that is missing is missed', () => {
    for (const path of log.tiles().keys()) expect(changed(path, () => undefined)).toMatchObject({ code: 'badTile' });
  });

  test('two leaves swapped, with their entries', () => {
    const files = log.tiles();
    const leaves = files.get('tile/0/000') as Uint8Array;
    files.set(
      'tile/0/000',
      Uint8Array.from([...leaves.subarray(32, 64), ...leaves.subarray(0, 32), ...leaves.subarray(64)]),
    );
    expect(judged(files)).toMatchObject({ outcome: 'notVerified' });
  });

  test('no bit of any file can be flipped', () => {
    const files = log.tiles();
    const paths = [...files.keys()];
    const place = fc
      .constantFrom(...paths)
      .chain((path) =>
        fc.record({ path: fc.constant(path), at: fc.nat((files.get(path) as Uint8Array).length - 1), bit: fc.nat(7) }),
      );
    fc.assert(
      fc.property(place, ({ path, at, bit }) => {
        const flipped = Uint8Array.from(files.get(path) as Uint8Array);
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        const verdict = judged(new Map([...files, [path, flipped]]));
        expect(verdict.outcome).toBe('notVerified');
      }),
      { numRuns: 150 },
    );
  });
});
