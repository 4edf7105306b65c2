import { join } from 'node:path';
import { decodeBase64, encodeBase64 } from '../../domain/log/base64.js';
import { HASH_BYTES } from '../../domain/log/sha256.js';
import { readIfThere, replaceDurably } from './durable-file.js';

/** The last head of a log that we signed ourselves. */
export interface SignedHead {
  readonly size: number;
  readonly rootHash: Uint8Array;
}

/** Where the signer remembers, in its folder. */
export function signedHeadsFileOf(folder: string): string {
  return join(folder, 'signed-heads.json');
}

/**
 * What the signer has signed, in a file of its own and not in the database: whoever sets the database back does not set this
 * back. Written through to the disk before a signature leaves the signer.
 */
export class SignedHeads {
  private constructor(
    private readonly file: string,
    readonly heads: Map<string, SignedHead>,
  ) {}

  /** Throws one sentence where the file is there and cannot be read: to begin anew would forget what was signed. */
  static async open(folder: string): Promise<SignedHeads> {
    const file = signedHeadsFileOf(folder);
    return new SignedHeads(file, await readSignedHeads(file));
  }

  /** Remembers these heads, of logs by their origins, and returns when the disk has them. */
  async remember(signed: ReadonlyMap<string, SignedHead>): Promise<void> {
    if (signed.size === 0) return;
    for (const [origin, head] of signed) this.heads.set(origin, head);
    const logs = [...this.heads].map(([origin, { size, rootHash }]) => ({
      origin,
      size,
      rootHash: encodeBase64(rootHash),
    }));
    await replaceDurably(this.file, `${JSON.stringify({ v: 1, logs }, null, 1)}\n`, 0o600);
  }
}

/** The heads in such a file, by origin; none where there is no file. Throws one sentence. */
export async function readSignedHeads(file: string): Promise<Map<string, SignedHead>> {
  try {
    const text = await readIfThere(file);
    if (text === undefined) return new Map();
    const { v, logs } = JSON.parse(text) as { v: number; logs: { origin: string; size: number; rootHash: string }[] };
    if (v !== 1) throw new Error('of an unknown version');
    return new Map(logs.map(({ origin, size, rootHash }) => [origin, { size, rootHash: hashOf(rootHash) }]));
  } catch (error) {
    throw new Error(
      `The signer's memory in ${file} cannot be read; restore it, or see docs/audit-log.md, "Signed heads".`,
      {
        cause: error,
      },
    );
  }
}

function hashOf(text: string): Uint8Array {
  const hash = decodeBase64(text);
  if (hash.length !== HASH_BYTES) throw new Error('not a hash');
  return hash;
}
