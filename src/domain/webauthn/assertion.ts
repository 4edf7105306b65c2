import { concatBytes, decodeUtf8, equalBytes } from '../log/bytes.js';
import { encodeUtf8 } from '../log/bytes.js';
import { sha256 } from '../log/sha256.js';
import { base64Url, readCoseKey, type PublicKey } from './cose-key.js';
import { isKeySignature } from './key-signature.js';

/** What an authenticator answered (WebAuthn level 3, section 7.2), as bytes. */
export interface Assertion {
  readonly authenticatorData: Uint8Array;
  /** The exact bytes the browser made: JSON that says what for, for whom and at which address. */
  readonly clientData: Uint8Array;
  readonly signature: Uint8Array;
}

/** What an assertion must be the answer to. */
export interface AssertionAsked {
  /** What was to be signed: for a signature, the 32 bytes of the intent. */
  readonly challenge: Uint8Array;
  /** The domain the key was enrolled for. */
  readonly rpId: string;
  /** COSE_Key, as it was enrolled. */
  readonly publicKey: Uint8Array;
}

/** What a good assertion says besides. */
export interface AssertionSays {
  /** Address of the page the person was looking at. */
  readonly origin: string;
  /** How often the authenticator has signed; 0 where it does not count. */
  readonly signCount: number;
  /** The key lives on one device and never leaves it (backup eligible is not set). */
  readonly deviceBound: boolean;
  /** The key is kept in somebody's cloud at this moment. */
  readonly backedUp: boolean;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;

/** rpIdHash, flags, counter: what stands first in every authenticator data. */
const HEADER_BYTES = 37;

/**
 * Checks an assertion by its bytes alone: a question of ours (`webauthn.get`, this challenge, at a page of the key's own
 * domain, not inside another's), the person verified by PIN or body, and the key's signature. Gives what it says, or a
 * sentence of what is wrong; never throws. Replays and counters are for the caller, who knows what was before.
 */
export function checkAssertion(
  assertion: Assertion,
  asked: AssertionAsked,
): AssertionSays | { readonly wrong: string } {
  const { authenticatorData, clientData, signature } = assertion;
  const client = clientFields(clientData);
  if (!client) return { wrong: 'the client data is not the JSON of a browser' };
  const against = whatIsWrongWithClient(client, asked);
  if (against) return { wrong: against };
  if (authenticatorData.length < HEADER_BYTES) return { wrong: 'the authenticator data is cut short' };
  if (!equalBytes(authenticatorData.subarray(0, 32), sha256(encodeUtf8(asked.rpId))))
    return { wrong: 'the authenticator answered for another domain' };
  const flags = authenticatorData[32] as number;
  if ((flags & USER_PRESENT) === 0 || (flags & USER_VERIFIED) === 0)
    return { wrong: 'the authenticator did not verify the person' };
  const deviceBound = (flags & BACKUP_ELIGIBLE) === 0;
  const backedUp = (flags & BACKED_UP) !== 0;
  if (deviceBound && backedUp) return { wrong: 'a key that is bound to its device says that it is backed up' };

  const key = keyOf(asked.publicKey);
  if (!key) return { wrong: 'the public key is not usable' };
  const message = concatBytes(authenticatorData, sha256(clientData));
  if (!isKeySignature({ key, message, signature })) return { wrong: 'the signature is not that of the key' };
  const view = new DataView(authenticatorData.buffer, authenticatorData.byteOffset, authenticatorData.byteLength);
  return { origin: client.origin, signCount: view.getUint32(33), deviceBound, backedUp };
}

interface ClientFields {
  readonly type: unknown;
  readonly challenge: unknown;
  readonly origin: string;
  readonly crossOrigin: unknown;
}

/** What the browser says; undefined where it is not JSON with an origin. */
export function clientFields(clientData: Uint8Array): ClientFields | undefined {
  try {
    const { type, challenge, origin, crossOrigin } = JSON.parse(decodeUtf8(clientData)) as Record<string, unknown>;
    return typeof origin === 'string' ? { type, challenge, origin, crossOrigin } : undefined;
  } catch {
    return undefined;
  }
}

function whatIsWrongWithClient(client: ClientFields, asked: AssertionAsked): string | undefined {
  if (client.type !== 'webauthn.get') return 'it answers another question than who is there';
  if (client.challenge !== base64Url(asked.challenge)) return 'it signs something else';
  if (client.crossOrigin === true) return 'it was asked for inside a page of somebody else';
  if (!isOriginOf(client.origin, asked.rpId)) return `it was given at ${client.origin.slice(0, 80)}`;
  return undefined;
}

/** Whether an address is of a domain or below it, over TLS; a trial on this machine needs none. */
export function isOriginOf(origin: string, rpId: string): boolean {
  const match = /^(https?):\/\/([a-z0-9.-]+)(:\d{1,5})?$/.exec(origin);
  if (!match) return false;
  const [, scheme, host] = match as unknown as [string, string, string];
  if (host !== rpId && !host.endsWith(`.${rpId}`)) return false;
  return scheme === 'https' || rpId === 'localhost';
}

function keyOf(publicKey: Uint8Array): PublicKey | undefined {
  try {
    return readCoseKey(publicKey);
  } catch {
    return undefined;
  }
}
