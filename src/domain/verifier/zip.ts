import { UnusableInput } from './verdict.js';
import type { ZipFault } from './words/sentences.js';
import { crc32 } from './zip-crc.js';

// Just enough of zip (APPNOTE.TXT 6.3.10) to read one file out of a folder as our own program writes it, or as somebody packed it
// anew. Strict where readers differ: no comment, no gap before the directory, no ZIP64, no two files of one name, none that
// overlap. So there is one way to read what is accepted, and no zip means one file here and another elsewhere.

/** A part of the zip that is wanted next. */
export interface Wanted {
  readonly from: number;
  readonly length: number;
}

/** Where a file lies in the zip, and what it must turn out to be. */
export interface ZippedFile {
  readonly from: number;
  readonly compressedSize: number;
  /** False: it lies there as it is. True: as raw deflate (RFC 1951). */
  readonly deflated: boolean;
  readonly size: number;
  readonly crc32: number;
}

const BUNDLE = 'records.bundle';
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_FILES = 1000;
const MAX_DIRECTORY_BYTES = 1024 * 1024;
/** Records with their hashes and salts shrink to a quarter. What shrinks to less than this is no bundle, but a bomb. */
const MAX_RATIO = 100;
/** What is so small may be as it likes. */
const RATIO_FREE_BYTES = 1024 * 1024;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Finds `records.bundle` in a zip of so many bytes, in whatever folder of it. Yields which bytes are wanted next and is to be
 * given exactly those, so that the zip itself is never read as a whole. Throws UnusableInput `zipUnusable`.
 */
export function* findBundleInZip(zipSize: number): Generator<Wanted, ZippedFile, Uint8Array> {
  if (zipSize < END_BYTES) refuse('cutOff');
  const directory = readEnd(yield { from: zipSize - END_BYTES, length: END_BYTES }, zipSize);
  const entries = readDirectory(yield directory, directory.count);
  requireApart(entries, directory.from);
  const found = entries.filter((entry) => entry.name.split('/').at(-1) === BUNDLE);
  const [entry] = found;
  if (!entry) return refuse('notThere');
  if (found.length > 1) refuse('severalThere');
  const local = yield { from: entry.offset, length: LOCAL_BYTES + entry.nameBytes.length };
  return locate(entry, local, directory.from);
}

function readEnd(bytes: Uint8Array, zipSize: number): Wanted & { count: number } {
  const end = viewOf(bytes, END_BYTES);
  // With a comment the end would lie further up, and could be looked for in more than one way.
  if (end.getUint32(0, true) !== 0x06054b50 || end.getUint16(20, true) !== 0) refuse('noEnd');
  const [disk, diskOfDirectory, here, count] = [4, 6, 8, 10].map((at) => end.getUint16(at, true));
  const [length, from] = [end.getUint32(12, true), end.getUint32(16, true)];
  if (disk !== 0 || diskOfDirectory !== 0 || here !== count) refuse('severalParts');
  if (count === undefined || count > MAX_FILES || length > MAX_DIRECTORY_BYTES) refuse('tooManyFiles');
  if (from + length + END_BYTES !== zipSize) refuse('shifted');
  return { from, length, count };
}

function readDirectory(bytes: Uint8Array, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const fixed = viewOf(bytes.subarray(at), CENTRAL_BYTES);
    if (fixed.getUint32(0, true) !== 0x02014b50) refuse('directoryDamaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => fixed.getUint16(field, true)) as [
      number,
      number,
      number,
    ];
    const nameBytes = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
    entries.push({
      name: new TextDecoder().decode(nameBytes),
      nameBytes,
      flags: fixed.getUint16(8, true),
      method: fixed.getUint16(10, true),
      crc32: fixed.getUint32(16, true),
      compressedSize: fixed.getUint32(20, true),
      size: fixed.getUint32(24, true),
      offset: fixed.getUint32(42, true),
    });
    at += CENTRAL_BYTES + nameLength + extraLength + commentLength;
  }
  if (at !== bytes.length) refuse('directoryDamaged');
  return entries;
}

/** Each file lies in a room of its own, the first at the beginning, and no two have one name. */
function requireApart(entries: readonly Entry[], end: number): void {
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) refuse('oneNameTwice');
  let free = 0;
  for (const { offset, nameBytes, compressedSize } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (free === 0 ? offset !== 0 : offset < free) refuse('overlapping');
    free = offset + LOCAL_BYTES + nameBytes.length + compressedSize;
  }
  if (free > end) refuse('overlapping');
}

function locate(entry: Entry, bytes: Uint8Array, end: number): ZippedFile {
  const local = viewOf(bytes, LOCAL_BYTES + entry.nameBytes.length);
  const { flags, method, compressedSize, size } = entry;
  const said = [local.getUint32(14, true), local.getUint32(18, true), local.getUint32(22, true)];
  const same =
    local.getUint32(0, true) === 0x04034b50 &&
    local.getUint16(6, true) === flags &&
    local.getUint16(8, true) === method &&
    local.getUint16(26, true) === entry.nameBytes.length &&
    bytes.subarray(LOCAL_BYTES).every((byte, at) => byte === entry.nameBytes[at]) &&
    // Sizes that were not known when the file began to be written stand behind it and in the directory alone.
    ((flags & SIZES_FOLLOW) !== 0 || said.join() === [entry.crc32, compressedSize, size].join());
  if (!same) refuse('otherInDirectory');
  if ((flags & ENCRYPTED) !== 0) refuse('encrypted');
  if (method !== 0 && method !== DEFLATED) refuse('unknownPacking');
  const from = entry.offset + bytes.length + local.getUint16(28, true);
  if (from + compressedSize > end || compressedSize === 0) refuse('cutOff');
  if (method === 0 ? size !== compressedSize : size > Math.max(RATIO_FREE_BYTES, MAX_RATIO * compressedSize))
    refuse('tooMuch');
  return { from, compressedSize, deflated: method === DEFLATED, size, crc32: entry.crc32 };
}

/** Holds what comes out of the zip against what its directory says. Stops a bomb at its first byte too many. */
export class ZippedContent {
  #length = 0;
  #crc = 0;

  constructor(private readonly file: ZippedFile) {}

  /** Throws UnusableInput `zipUnusable`. */
  take(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.file.size) refuse('tooMuch');
    this.#crc = crc32(piece, this.#crc);
  }

  /** After the last piece. Throws UnusableInput `zipUnusable`. */
  finish(): void {
    if (this.#length !== this.file.size || this.#crc !== this.file.crc32) refuse('damaged');
  }
}

function viewOf(bytes: Uint8Array, length: number): DataView {
  if (bytes.length < length) refuse('cutOff');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** For whatever cannot be unpacked. */
export function refuse(why: ZipFault): never {
  throw new UnusableInput('zipUnusable', { key: 'zipUnusable', why });
}
