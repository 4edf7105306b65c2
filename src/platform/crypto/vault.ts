import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Seals personal data before it reaches the database (design.md section 2, private values encrypted at rest with a key
 * outside the database). AES-256-GCM, a nonce of its own for each value; the context (which record, which secret) is
 * authenticated, so a sealed value cannot be moved to another row.
 *
 * Bytes: version (1) || nonce (12) || tag (16) || ciphertext.
 */
export class Vault {
  readonly #key: Buffer;

  /** Throws RangeError unless the key is 32 bytes. */
  constructor(key: Uint8Array) {
    if (key.length !== KEY_BYTES) throw new RangeError('The vault key is 32 bytes.');
    this.#key = Buffer.from(key);
  }

  seal(plain: string, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the key, the context or any byte is not the one it was sealed with. */
  open(sealed: Uint8Array, context: string): string {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) throw new Error('A sealed value of an unknown version.');
    const body = 1 + NONCE_BYTES + TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, 1 + NONCE_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(1 + NONCE_BYTES, body));
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  }
}
