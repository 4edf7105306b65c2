import { join } from 'node:path';
import { equalBytes } from '../../domain/log/bytes.js';
import { parseCheckpoint } from '../../domain/log/checkpoint.js';
import { numberPath } from '../../domain/log/tiles.js';
import { createOnce, readIfThere } from '../signer/durable-file.js';

/** The head that lies outside already is of another tree than the one that was signed now. */
export class HeadConflict extends Error {
  constructor(readonly outside: string) {
    super('a head of this size lies outside already, with another root');
  }
}

/**
 * A folder where heads only ever come in: one file a head, named by its size under the path that its origin is. Nothing is
 * renamed or written twice, so it may be a bucket that keeps what it has (object lock, a drive of write-once media).
 */
export class HeadFolder {
  constructor(private readonly folder: string) {}

  /** Throws HeadConflict where another head of that size is there: two stories of one log. */
  async put({ origin, size, note }: { origin: string; size: number; note: string }): Promise<void> {
    const path = this.#path(origin, size);
    if (await createOnce(path, note)) return;
    const there = (await readIfThere(path)) ?? '';
    const root = rootOf(there);
    // A crash can tear a file that may not be written again: the head then goes beside it.
    if (!root) return void (await createOnce(`${path}.again`, note));
    if (!equalBytes(root, parseCheckpoint(note).rootHash)) throw new HeadConflict(there);
  }

  /** The same head once more, with the cosignatures of enough witnesses, under a name of its own. */
  async putConfirmed({ origin, size, note }: { origin: string; size: number; note: string }): Promise<void> {
    await createOnce(`${this.#path(origin, size)}.witnessed`, note);
  }

  #path(origin: string, size: number): string {
    return join(this.folder, origin, 'heads', numberPath(size));
  }
}

function rootOf(note: string): Uint8Array | undefined {
  try {
    return parseCheckpoint(note).rootHash;
  } catch {
    return undefined;
  }
}
