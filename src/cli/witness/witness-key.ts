import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBase64, encodeBase64 } from '../../domain/log/base64.js';
import { concatBytes } from '../../domain/log/bytes.js';
import { PRIVATE_KEY_BYTES } from '../../domain/log/ed25519.js';
import {
  formatVerifierKey,
  isKeyName,
  SIGNATURE_TYPES,
  verifierKeyOf,
  type NoteSigner,
  type VerifierKey,
} from '../../domain/log/note-key.js';
import { createOnce, readIfThere } from '../../platform/signer/durable-file.js';

/** Readable and writable by its owner and nobody else. */
const OWNER_ONLY = 0o600;
const GROUP_AND_OTHERS = 0o077;

function keyFile(folder: string): string {
  return join(folder, 'witness.key');
}

/** The key that verifies what this witness cosigns. */
export function cosignerKey(signer: NoteSigner): VerifierKey {
  return verifierKeyOf(signer, SIGNATURE_TYPES.cosignatureV1);
}

/**
 * Makes the key of a new witness, in a file of mode 0600 in the folder. `name`: a URL without its scheme that says who the
 * witness is, such as `officer.example/witness`. Throws one sentence where there is a key already or the name is not fit.
 */
export async function makeWitnessKey(folder: string, name: string): Promise<NoteSigner> {
  if (!isKeyName(name))
    throw new Error('The name of a witness has no space and no plus in it, such as officer.example/witness.');
  const signer = { name, privateKey: new Uint8Array(randomBytes(PRIVATE_KEY_BYTES)) };
  if (!(await createOnce(keyFile(folder), keyText(signer), OWNER_ONLY)))
    throw new Error(`There is a witness in ${folder} already. Its key is what others know it by, and stays.`);
  return signer;
}

/** Reads the witness's key. Throws one sentence where there is none, where others may read it, or where it is damaged. */
export async function loadWitnessKey(folder: string): Promise<NoteSigner> {
  const text = await readIfThere(keyFile(folder));
  if (text === undefined)
    throw new Error(`There is no witness in ${folder}: make one with "countersign witness init --name NAME".`);
  const { mode } = await stat(keyFile(folder));
  if (process.platform !== 'win32' && (mode & GROUP_AND_OTHERS) !== 0)
    throw new Error(
      `Others than its owner may read ${keyFile(folder)}: take that away with chmod 600, or make a new witness.`,
    );
  const signer = readKeyText(text);
  if (!signer) throw new Error(`${keyFile(folder)} is damaged: restore it from your backup of keys.`);
  return signer;
}

/** As Go's note package and others write it: PRIVATE+KEY+<name>+<key ID>+base64(type || private key). */
function keyText(signer: NoteSigner): string {
  const [, keyId] = formatVerifierKey(cosignerKey(signer)).split('+');
  const bytes = concatBytes(Uint8Array.of(SIGNATURE_TYPES.cosignatureV1), signer.privateKey);
  return `PRIVATE+KEY+${signer.name}+${keyId}+${encodeBase64(bytes)}\n`;
}

function readKeyText(text: string): NoteSigner | undefined {
  const [, name, base64] = /^PRIVATE\+KEY\+([^+\n]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)\n$/.exec(text) ?? [];
  if (name === undefined || base64 === undefined) return undefined;
  try {
    const signer = { name, privateKey: decodeBase64(base64).subarray(1) };
    return keyText(signer) === text ? signer : undefined;
  } catch {
    return undefined;
  }
}
