import { join } from 'node:path';
import { formatVerifierKey, parseVerifierKey, SIGNATURE_TYPES, verifierKeyOf } from '../../domain/log/note-key.js';
import type { NoteSigner, VerifierKey } from '../../domain/log/note-key.js';
import { readIfThere, replaceDurably } from './durable-file.js';

/** Where the public halves of all keys that ever signed lie, one verifier key a line: to be given to whoever verifies. */
export function publicKeysFileOf(folder: string): string {
  return join(folder, 'log-keys.pub');
}

/** The public halves of the keys that heads were signed with; none is ever taken out. */
export class PublicKeys {
  #changed = false;
  /** Origins and keys seen already, so that a round costs no curve arithmetic. */
  readonly #known = new Set<string>();

  private constructor(
    private readonly file: string,
    private readonly vkeys: Set<string>,
  ) {}

  static async open(folder: string): Promise<PublicKeys> {
    const file = publicKeysFileOf(folder);
    return new PublicKeys(file, new Set((await readPublicKeys(file)).map(formatVerifierKey)));
  }

  /** Whether heads of this log were signed by keys that are known here, and by none of these. */
  isStrange(origin: string, signers: readonly NoteSigner[]): boolean {
    const known = [...this.vkeys].filter((vkey) => vkey.startsWith(`${origin}+`));
    const ours = signers.map((signer) => formatVerifierKey(verifierKeyOf(signer, SIGNATURE_TYPES.ed25519)));
    return known.length > 0 && !ours.some((vkey) => this.vkeys.has(vkey));
  }

  /** Takes note of whoever signs. */
  know(signers: readonly NoteSigner[]): void {
    for (const signer of signers) {
      const key = `${signer.name} ${Buffer.from(signer.privateKey).toString('base64')}`;
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      const vkey = formatVerifierKey(verifierKeyOf(signer, SIGNATURE_TYPES.ed25519));
      this.#changed ||= !this.vkeys.has(vkey);
      this.vkeys.add(vkey);
    }
  }

  /** Adds what another process knows meanwhile, and writes. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    for (const key of await readPublicKeys(this.file)) this.vkeys.add(formatVerifierKey(key));
    await replaceDurably(this.file, [...this.vkeys].map((vkey) => `${vkey}\n`).join(''));
    this.#changed = false;
  }
}

/** The verifier keys in such a file; none where there is no file. Throws LogError for a line that is none. */
export async function readPublicKeys(file: string): Promise<VerifierKey[]> {
  const text = (await readIfThere(file)) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseVerifierKey);
}
