import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signCheckpointWith } from '../../src/domain/log/checkpoint.js';
import { numberPath } from '../../src/domain/log/tiles.js';
import { LogKeys } from '../../src/platform/signer/log-keys.js';
import { readSignedHeads, signedHeadsFileOf } from '../../src/platform/signer/signed-heads.js';

/** The signer's own folder, as whoever stands at the machine reads it. */
export class SignerFolder {
  constructor(readonly path: string) {}

  /** How many records of a log it remembers to have signed; 0 for none. */
  async signedSize(origin: string): Promise<number> {
    return (await readSignedHeads(signedHeadsFileOf(this.path))).get(origin)?.size ?? 0;
  }

  /** The checkpoint that goes with what it remembers: signatures of Ed25519 are the same each time they are made. */
  async signedNote(origin: string): Promise<string> {
    const head = (await readSignedHeads(signedHeadsFileOf(this.path))).get(origin);
    const keys = await LogKeys.open({ folder: this.path, fromEnvironment: undefined });
    if (!head || !keys) throw new Error(`nothing of ${origin} is signed`);
    const privateKeys = keys.signersOf(origin).map(({ privateKey }) => privateKey);
    return signCheckpointWith({ head: { origin, ...head }, privateKeys });
  }

  /** A head of a log as it lies outside the database; undefined while it does not. */
  headOutside(origin: string, size: number): string | undefined {
    const file = join(this.path, 'heads', origin, 'heads', numberPath(size));
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }
}
