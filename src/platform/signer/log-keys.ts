import { hkdfSync, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoteSigner } from '../../domain/log/note-key.js';
import { createOnce, readIfThere, replaceDurably } from './durable-file.js';

/** A secret that the keys of all logs come from, until another takes over. */
export interface Generation {
  readonly number: number;
  /** 32 bytes, base64. */
  readonly secret: string;
  readonly madeAt: string;
  /** From then on it signs no more; its secret is gone. */
  readonly retiredAt?: string;
}

const SECRET_BYTES = 32;
const KEY_INFO = 'countersign-log-key/v1\n';

/** Where the secrets lie in the signer's folder. Apart from secrets.json: who steals one forges heads, who steals the other reads patients. */
export function keyFileOf(folder: string): string {
  return join(folder, 'log-keys.json');
}

/**
 * The keys that logs are signed with: for each log its own, HKDF-SHA256 of a secret with the origin (docs/decisions/
 * one-secret-a-key-for-each-log.md). While one generation takes over from another both sign.
 */
export class LogKeys {
  #generations: readonly Generation[];
  #seen = '';

  private constructor(
    private readonly file: string | undefined,
    generations: readonly Generation[],
  ) {
    this.#generations = generations;
  }

  /**
   * From the setting COUNTERSIGN_LOG_KEYS where it is given, else from the file in the signer's folder. Undefined where there
   * is neither. Throws one sentence where they cannot be read.
   */
  static async open(of: { folder: string; fromEnvironment: string | undefined }): Promise<LogKeys | undefined> {
    if (of.fromEnvironment !== undefined) return new LogKeys(undefined, generationsFrom(of.fromEnvironment));
    const keys = new LogKeys(keyFileOf(of.folder), []);
    await keys.refresh();
    return keys.#generations.length === 0 ? undefined : keys;
  }

  /** Makes the first secret, in a file that only this user may read; keeps the one that is there already. */
  static async make(folder: string): Promise<void> {
    const content = fileContent([newGeneration(1)]);
    await createOnce(keyFileOf(folder), content, 0o600);
  }

  /** Reads the file again if it is another than the last time: keys are rotated beside a running server. */
  async refresh(): Promise<void> {
    if (this.file === undefined) return;
    const found = await stat(this.file).catch(() => undefined);
    const now = found ? `${found.ino}/${found.mtimeMs}/${found.size}` : '';
    if (now === this.#seen) return;
    this.#generations = await readGenerations(this.file);
    this.#seen = now;
  }

  get generations(): readonly Generation[] {
    return this.#generations;
  }

  /** Who signs a log now, the oldest first. */
  signersOf(origin: string): NoteSigner[] {
    return this.#generations
      .filter(({ retiredAt }) => retiredAt === undefined)
      .map((generation) => signerOf(generation, origin));
  }
}

/** The key of one log in one generation. */
export function signerOf({ secret }: Pick<Generation, 'secret'>, origin: string): NoteSigner {
  const bytes = hkdfSync('sha256', Buffer.from(secret, 'base64'), Buffer.alloc(0), `${KEY_INFO}${origin}`, 32);
  return { name: origin, privateKey: new Uint8Array(bytes) };
}

export function newGeneration(number: number): Generation {
  return { number, secret: randomBytes(SECRET_BYTES).toString('base64'), madeAt: new Date().toISOString() };
}

/** The generations in a key file; none where there is no file. Throws one sentence where it cannot be read. */
export async function readGenerations(file: string): Promise<Generation[]> {
  let text: string | undefined;
  try {
    text = await readIfThere(file);
    if (text === undefined) return [];
    const { v, generations } = JSON.parse(text) as { v?: number; generations?: Generation[] };
    if (v !== 1 || !generations?.length || !generations.every(isGeneration)) throw new Error('not of the form');
    return generations;
  } catch (error) {
    throw new Error(`The log keys in ${file} cannot be read; restore them from your backup of keys.`, { cause: error });
  }
}

/** Writes the generations in the place of those that were there, readable by this user alone. */
export async function writeGenerations(file: string, generations: readonly Generation[]): Promise<void> {
  await replaceDurably(file, fileContent(generations), 0o600);
}

function fileContent(generations: readonly Generation[]): string {
  return `${JSON.stringify({ v: 1, generations }, null, 2)}\n`;
}

function isGeneration({ number, secret, retiredAt }: Partial<Generation>): boolean {
  return Number.isInteger(number) && (retiredAt !== undefined || isSecret(secret ?? ''));
}

function isSecret(text: string): boolean {
  return Buffer.from(text, 'base64').length === SECRET_BYTES && Buffer.from(text, 'base64').toString('base64') === text;
}

/** `base64` or `base64,base64`: the older first while one takes over from the other. */
function generationsFrom(setting: string): Generation[] {
  const secrets = setting.split(',').map((text) => text.trim());
  if (!secrets.every(isSecret))
    throw new Error(
      'COUNTERSIGN_LOG_KEYS must be 32 bytes in base64, or two of them with a comma: openssl rand -base64 32.',
    );
  return secrets.map((secret, at) => ({ number: at + 1, secret, madeAt: new Date(0).toISOString() }));
}
