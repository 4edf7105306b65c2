import { findBundleInZip, refuse, ZippedContent, type ZippedFile } from '../../src/domain/verifier/zip.js';

// Files piece by piece, so that a bundle of millions of records needs no memory.

type Take = (piece: Uint8Array) => void;
type OnProgress = (percent: number) => void;

/** Tells how far a reading of so many bytes has come. */
export function progressOf(size: number, onProgress: OnProgress): Take {
  let read = 0;
  return (piece) => {
    read += piece.length;
    onProgress(Math.floor((100 * read) / size));
  };
}

export async function readPieces(from: ReadableStream<Uint8Array>, ...takers: readonly Take[]): Promise<void> {
  const stream = from.getReader();
  for (let piece = await stream.read(); !piece.done; piece = await stream.read()) {
    for (const take of takers) take(piece.value);
  }
}

/** Gives `records.bundle` out of a zip folder; nothing else of it is looked at. Throws UnusableInput `zipUnusable`. */
export async function unzip(zip: File, take: Take, onProgress: OnProgress): Promise<void> {
  const file = await findBundle(zip);
  const content = new ZippedContent(file);
  const takers = [(piece: Uint8Array) => content.take(piece), take, progressOf(file.size, onProgress)];
  const packed = zip.slice(file.from, file.from + file.compressedSize).stream();
  await readPieces(file.deflated ? inflated(packed) : packed, ...takers);
  content.finish();
}

async function findBundle(zip: File): Promise<ZippedFile> {
  const search = findBundleInZip(zip.size);
  let step = search.next();
  while (!step.done) {
    const { from, length } = step.value;
    step = search.next(new Uint8Array(await zip.slice(from, from + length).arrayBuffer()));
  }
  return step.value;
}

/** The browser's own unpacking. It stops where it is not read on: a bomb is not unpacked beyond what was asked for. */
function inflated(packed: ReadableStream<BufferSource>): ReadableStream<Uint8Array> {
  const stream = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await stream.read().catch(() => refuse('damaged'));
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      },
      cancel: () => stream.cancel(),
    },
    { highWaterMark: 0 },
  );
}
