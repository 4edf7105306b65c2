import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint, type TreeHead } from '../../domain/log/checkpoint.js';
import { LogError } from '../../domain/log/log-error.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import { verifySignatures } from '../../domain/log/signed-note.js';
import { createOnce, replaceDurably } from '../../platform/signer/durable-file.js';

/** The head of a log that the witness cosigned last. */
export interface CosignedHead extends TreeHead {
  /** In POSIX seconds. */
  readonly cosignedAt: bigint;
  /** The checkpoint with the signatures of the log and of the witness. */
  readonly note: string;
}

/** Conflicts kept for each log: one is proof enough, and a log that signs thousands must not fill the disk. */
const KEPT_CONFLICTS = 100;

/** The name under which a witness serves a log: hex SHA-256 of its origin (c2sp.org/tlog-witness, "Monitor Retrieval"). */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/**
 * What a witness remembers: of each log the head it cosigned last, each in a file of its own that is replaced as a whole and
 * is on the disk before the cosignature leaves. Each file is a checkpoint that the witness itself cosigned, so that one changed
 * by another hand is not believed.
 */
export class CosignedHeads {
  readonly #heads = new Map<string, CosignedHead>();

  private constructor(private readonly folder: string) {}

  /** Reads what is remembered in the folder. Throws one sentence where a file was not cosigned by `key`. */
  static async open(folder: string, key: VerifierKey): Promise<CosignedHeads> {
    const heads = new CosignedHeads(folder);
    const own = heads.#folder('cosigned');
    await mkdir(own, { recursive: true });
    for (const name of await readdir(own)) {
      if (!/^[0-9a-f]{64}$/.test(name)) {
        // What a crash left of a file that was never in place.
        if (name.endsWith('.new')) await rm(join(own, name), { force: true });
        continue;
      }
      const head = headOf(await readFile(join(own, name)), key);
      if (!head || originHash(head.origin) !== name)
        throw new Error(
          `${join(own, name)} is not a head that this witness cosigned. Restore it; without it the witness would cosign a rewritten log.`,
        );
      heads.#heads.set(head.origin, head);
    }
    return heads;
  }

  last(origin: string): CosignedHead | undefined {
    return this.#heads.get(origin);
  }

  /** By the hash of its origin. */
  byHash(hash: string): CosignedHead | undefined {
    return [...this.#heads.values()].find(({ origin }) => originHash(origin) === hash);
  }

  /** On the disk when it resolves; where it throws, the old one is still what is remembered. */
  async remember(head: CosignedHead): Promise<void> {
    await replaceDurably(join(this.#folder('cosigned'), originHash(head.origin)), head.note);
    this.#heads.set(head.origin, head);
  }

  /** Keeps a checkpoint that a log signed beside another of the same size: with the one cosigned it proves a fork. */
  async keepConflict(checkpoint: { origin: string; size: number; rootHash: Uint8Array }, note: string): Promise<void> {
    const folder = join(this.#folder('conflicts'), originHash(checkpoint.origin));
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length >= KEPT_CONFLICTS) return;
    const root = Buffer.from(checkpoint.rootHash).toString('hex');
    await createOnce(join(folder, `${checkpoint.size}-${root}`), note);
  }

  #folder(name: string): string {
    return join(this.folder, name);
  }
}

function headOf(note: Uint8Array, key: VerifierKey): CosignedHead | undefined {
  try {
    const checkpoint = parseCheckpoint(note);
    const [cosigned] = verifySignatures({ note: checkpoint.note, keys: [key] });
    const { origin, size, rootHash } = checkpoint;
    return { origin, size, rootHash, cosignedAt: cosigned?.timestamp as bigint, note: Buffer.from(note).toString() };
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
