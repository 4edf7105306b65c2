import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Zip, ZipDeflate, ZipPassThrough, zipSync, strToU8 } from 'fflate';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { BundleCheck } from '../../../src/domain/verifier/bundle-verdict.js';
import { readPolicy } from '../../../src/domain/verifier/trusted-policy.js';
import { UnusableInput, verdictOfError, type Verdict } from '../../../src/domain/verifier/verdict.js';
import { findBundleInZip, refuse, ZippedContent } from '../../../src/domain/verifier/zip.js';
import { crc32 } from '../../../src/domain/verifier/zip-crc.js';
import { clinicLog, VIAL } from '../bundle/clinic-log.js';

const NAME = 'records.bundle';

/** As the shells around the reader do it, with all in memory. */
function unzip(zip: Uint8Array): Uint8Array {
  const search = findBundleInZip(zip.length);
  let step = search.next();
  while (!step.done) {
    const { from, length } = step.value;
    expect(from >= 0 && length >= 0).toBe(true);
    step = search.next(zip.slice(from, from + length));
  }
  const file = step.value;
  const packed = zip.subarray(file.from, file.from + file.compressedSize);
  let bytes: Uint8Array;
  try {
    // One byte more than it may be is enough to see that it is too much.
    bytes = file.deflated ? inflateRawSync(packed, { maxOutputLength: file.size + 1 }) : packed;
  } catch {
    refuse('damaged');
  }
  const content = new ZippedContent(file);
  content.take(bytes);
  content.finish();
  return bytes;
}

const refused = (zip: Uint8Array) => {
  try {
    unzip(zip);
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  return 'accepted';
};

/** Written while it is sent, sizes behind each file: as the interface sends it. */
function streamed(files: Readonly<Record<string, string>>, stored = false): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, text] of Object.entries(files)) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

function withBytes(zip: Uint8Array, at: number, bytes: readonly number[]): Uint8Array {
  const changed = Uint8Array.from(zip);
  changed.set(bytes, at < 0 ? zip.length + at : at);
  return changed;
}

const TEXT = 'a line of a bundle\n'.repeat(40);

describe('one file out of a zip folder', () => {
  test.each([
    ['written while it is sent', streamed({ 'README.txt': 'read me', [NAME]: TEXT, 'verify.html': '<p>' })],
    ['not packed at all', streamed({ [NAME]: TEXT }, true)],
    ['packed anew, sizes before each file', zipSync({ [NAME]: strToU8(TEXT), other: strToU8('x') })],
    ['in a folder of the zip', zipSync({ 'bundle 7/': new Uint8Array(), [`bundle 7/${NAME}`]: strToU8(TEXT) })],
    ['beside what macOS puts there', zipSync({ [NAME]: strToU8(TEXT), [`__MACOSX/._${NAME}`]: strToU8('x') })],
  ])('%s', (_, zip) => {
    expect(Buffer.from(unzip(zip)).toString()).toBe(TEXT);
  });

  test('the check sum is that of zip', () => {
    expect(crc32(encodeUtf8('123456789'))).toBe(0xcbf43926);
    expect(crc32(encodeUtf8('6789'), crc32(encodeUtf8('12345')))).toBe(0xcbf43926);
  });
});

describe('a zip folder that is not read', () => {
  const good = zipSync({ [NAME]: strToU8(TEXT) });
  const end = good.length - 22;
  const directory = new DataView(good.buffer, good.byteOffset).getUint32(end + 16, true);
  const two = (a: string, b: string) => {
    // Two names of one length, the second written over the first.
    const zip = zipSync({ [a]: strToU8('1'), [b]: strToU8('2') });
    return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(b, a), 'latin1');
  };

  test.each([
    ['nothing', new Uint8Array(), 'cut off'],
    ['cut in the middle', good.subarray(0, good.length - 30), 'end'],
    ['with a comment', withBytes(Buffer.concat([good, Buffer.from('x')]), good.length - 2, [1]), 'end'],
    ['with something before it', Buffer.concat([Buffer.from('MZ'), good]), 'put before it'],
    ['one of several parts', withBytes(good, end + 4, [1]), 'several parts'],
    ['ZIP64', withBytes(good, end + 16, [0xff, 0xff, 0xff, 0xff]), '4 GB'],
    ['of too many files', withBytes(good, end + 8, [0xff, 0xff, 0xff, 0xff]), 'too many'],
    ['with fewer files than it says', withBytes(good, end + 8, [2, 0, 2, 0]), 'cut off'],
    ['without the file', zipSync({ other: strToU8('x') }), `no file ${NAME}`],
    ['with the file twice', two(NAME, 'recordz.bundle'), 'one name'],
    [
      'with the file in two folders',
      two(`a/${NAME}`, `b/${NAME}`).fill(0x62, 30, 31),
      'another in its directory|several|one name',
    ],
    ['encrypted', withBytes(withBytes(good, 6, [1]), directory + 8, [1]), 'encrypted'],
    ['packed in an unknown way', withBytes(withBytes(good, 8, [12]), directory + 10, [12]), 'not known here'],
    ['another name at the file than in the directory', withBytes(good, 30, [0x52]), 'another in its directory'],
    ['another size at the file than in the directory', withBytes(good, 22, [1]), 'another in its directory'],
    ['of another check sum', withBytes(withBytes(good, 14, [1]), directory + 16, [1]), 'damaged'],
    [
      'that claims to be smaller than it is',
      withBytes(withBytes(good, 22, [9, 0]), directory + 24, [9, 0]),
      'damaged|more than it says',
    ],
  ])('%s', (_, zip, why) => {
    expect(refused(zip)).toMatch(new RegExp(why));
  });

  test('a bomb: it is not unpacked to see how large it is', () => {
    const bomb = zipSync({ [NAME]: new Uint8Array(200_000_000) });
    expect(bomb.length).toBeLessThan(300_000);
    expect(refused(bomb)).toContain('more than any bundle');
    // One that lies of its size is stopped at the first byte that is too much.
    const at = new DataView(bomb.buffer, bomb.byteOffset).getUint32(bomb.length - 6, true);
    const lying = withBytes(withBytes(bomb, 22, [0xff, 0, 0, 0]), at + 24, [0xff, 0, 0, 0]);
    expect(refused(lying)).toMatch(/damaged|more than it says/);
  });

  test('files that lie one upon the other', () => {
    const zip = zipSync({ [NAME]: strToU8(TEXT), b: strToU8(TEXT) });
    const at = new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 6, true);
    const second = at + 46 + NAME.length;
    expect(refused(withBytes(zip, second + 42, [10, 0, 0, 0]))).toContain('one upon the other');
  });

  test.each(['../../etc/records.bundle', 'C:\\records.bundle', '/records.bundle', '\u202ercs.records.bundle', '\0'])(
    'a hostile name is only ever compared: %s',
    (name) => {
      const zip = zipSync({ [name]: strToU8('x') });
      expect([refused(zip), /no file|accepted/.test(refused(zip))]).toEqual([expect.any(String), true]);
    },
  );
});

test('no byte of a bundle’s zip can be changed so that it is verified as something else, and none makes the reader throw', () => {
  const log = clinicLog();
  log.export({ kind: 'container', subjectId: VIAL }, { names: {} });
  const bundle = log.bundle([1, 5, 6, 12]);
  const zip = streamed({ 'README.txt': 'read me', [NAME]: bundle, 'policy.txt': log.policyText });
  const trusted = readPolicy(encodeUtf8(log.policyText));
  const judged = (bytes: Uint8Array): Verdict => {
    try {
      const check = new BundleCheck(trusted);
      check.take(unzip(bytes));
      return check.finish();
    } catch (error) {
      return verdictOfError(error);
    }
  };
  const good = judged(zip);
  expect(good.outcome).toBe('verified');
  const outcomes = { verified: 0, notVerified: 0, unusable: 0 };
  for (let at = 0; at < zip.length; at += 1) {
    const verdict = judged(withBytes(zip, at, [(zip[at] as number) ^ (1 << (at % 8))]));
    outcomes[verdict.outcome] += 1;
    // What is read does not depend on times, versions and other files; of those a byte may be another.
    if (verdict.outcome === 'verified') expect(verdict).toEqual(good);
  }
  for (let length = 0; length < zip.length; length += 7)
    expect(judged(zip.subarray(0, length)).outcome).toBe('unusable');
  expect(outcomes.notVerified + outcomes.unusable).toBeGreaterThan(bundle.length / 8);
  expect(outcomes.unusable).toBeGreaterThan(outcomes.verified);
});
