import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;
type Kind = 'ES256' | 'EdDSA' | 'RS256';

/** As much CBOR (RFC 8949) as an authenticator writes. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 256) return Buffer.of((major << 5) | 24, value);
  return Buffer.of((major << 5) | 25, value >> 8, value & 0xff);
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** What can be told to lie. */
export interface Lies {
  readonly type?: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly crossOrigin?: boolean;
  readonly signCount?: number;
  readonly backedUp?: boolean;
  readonly backupEligible?: boolean;
  readonly userHandle?: string;
  /** Changes the signature's bytes. */
  readonly spoil?: boolean;
}

/** An authenticator in software, as a browser shows it to a page; written from WebAuthn level 3, not from our code. */
export class SoftAuthenticator {
  readonly credentialId = randomBytes(32);
  readonly #privateKey: KeyObject;
  readonly cosePublicKey: Buffer;
  signCount = 0;

  constructor(
    readonly of: {
      readonly kind?: Kind;
      /** Never leaves its device, and counts; else it is synchronised and does not count. */
      readonly deviceBound?: boolean;
      readonly origin?: string;
      readonly rpId?: string;
    } = {},
  ) {
    const made = keyOf(of.kind ?? 'ES256');
    this.#privateKey = made.privateKey;
    this.cosePublicKey = made.cose;
  }

  /** The answer to `navigator.credentials.create()`. */
  create(options: { challenge: string }, lies: Lies = {}): Record<string, unknown> {
    const clientDataJSON = this.#clientData('webauthn.create', options.challenge, lies);
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.of(this.credentialId.length >> 8, this.credentialId.length & 0xff),
      this.credentialId,
      this.cosePublicKey,
    ]);
    const authData = Buffer.concat([this.#authenticatorData(lies, 0x40), attested]);
    const attestationObject = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.#answer({
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    });
  }

  /** The answer to `navigator.credentials.get()`. */
  get(options: { challenge: string }, lies: Lies = {}) {
    if (this.of.deviceBound) this.signCount += 1;
    const clientData = this.#clientData('webauthn.get', options.challenge, lies);
    const authenticatorData = this.#authenticatorData(lies, 0);
    const message = Buffer.concat([authenticatorData, sha256(clientData)]);
    const signature = sign(this.of.kind === 'EdDSA' ? null : 'sha256', message, this.#privateKey);
    if (lies.spoil) signature[signature.length - 1]! ^= 1;
    return this.#answer({
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
      ...(lies.userHandle === undefined ? {} : { userHandle: lies.userHandle }),
    });
  }

  #answer<T extends object>(response: T) {
    const id = base64url(this.credentialId);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? this.of.origin ?? 'http://localhost:8080',
        crossOrigin: lies.crossOrigin ?? false,
      }),
    );
  }

  #authenticatorData(lies: Lies, more: number): Buffer {
    const eligible = lies.backupEligible ?? !this.of.deviceBound;
    const flags =
      0x01 |
      ((lies.userVerified ?? true) ? 0x04 : 0) |
      (eligible ? 0x08 : 0) |
      ((lies.backedUp ?? eligible) ? 0x10 : 0) |
      more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.signCount ?? this.signCount);
    return Buffer.concat([sha256(lies.rpId ?? this.of.rpId ?? 'localhost'), Buffer.of(flags), count]);
  }
}

function keyOf(kind: Kind): { privateKey: KeyObject; cose: Buffer } {
  const bytes = (text: unknown) => Buffer.from(String(text), 'base64url');
  if (kind === 'EdDSA') {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    return {
      privateKey,
      cose: cbor(
        new Map<number, Cbor>([
          [1, 1],
          [3, -8],
          [-1, 6],
          [-2, bytes(x)],
        ]),
      ),
    };
  }
  if (kind === 'RS256') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n, e } = publicKey.export({ format: 'jwk' });
    return {
      privateKey,
      cose: cbor(
        new Map<number, Cbor>([
          [1, 3],
          [3, -257],
          [-1, bytes(n)],
          [-2, bytes(e)],
        ]),
      ),
    };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  return {
    privateKey,
    cose: cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]),
    ),
  };
}
