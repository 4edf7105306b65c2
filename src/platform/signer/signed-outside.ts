import type { SignedOutside } from '../audit/verdict.js';
import { publicKeysFileOf, readPublicKeys } from './public-keys.js';
import { readSignedHeads, signedHeadsFileOf } from './signed-heads.js';

/**
 * What the signer keeps in its folder, to hold the database against: the heads as they are now, so that a database looked at
 * later has grown beyond them; the keys when they are asked for. Undefined where nothing was ever signed.
 */
export async function signedOutsideOf(folder: string): Promise<SignedOutside | undefined> {
  const heads = await readSignedHeads(signedHeadsFileOf(folder));
  return heads.size === 0 ? undefined : { heads, keys: () => readPublicKeys(publicKeysFileOf(folder)) };
}
