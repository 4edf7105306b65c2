import { encodeBase64 } from '../log/base64.js';

/**
 * Public keys of authenticators as they are enrolled: COSE_Key (RFC 9052, section 7) in CBOR, of the three kinds that we ask
 * for. Only as much CBOR is read as such a key needs: one map of whole numbers and byte strings, in definite lengths.
 */
export type CoseAlgorithm = -7 | -8 | -257;

/** ES256, Ed25519 (as EdDSA), RS256: RFC 9053 section 2, RFC 8812 section 2. In the order in which we prefer them. */
export const COSE_ALGORITHMS: readonly CoseAlgorithm[] = [-8, -7, -257];

/** A key with what its kind needs, as JSON Web Key (RFC 7517) members. */
export interface PublicKey {
  readonly algorithm: CoseAlgorithm;
  readonly jwk: Readonly<Record<string, string>>;
}

const KTY = 1;
const ALG = 3;
const CURVE_OR_N = -1;
const X_OR_E = -2;
const Y = -3;

/** Reads a key. Throws TypeError with what is wrong: another kind, another curve, other CBOR, bytes left over. */
export function readCoseKey(bytes: Uint8Array): PublicKey {
  const fields = new MapReader(bytes).read();
  const number = (label: number) => {
    const value = fields.get(label);
    return typeof value === 'number' ? value : undefined;
  };
  const text = (label: number, length?: number) => {
    const value = fields.get(label);
    if (!(value instanceof Uint8Array) || (length !== undefined && value.length !== length))
      throw new TypeError(`the field ${label} of the key is not ${length ?? 'some'} bytes`);
    return base64Url(value);
  };
  switch (`${number(KTY)} ${number(ALG)} ${number(CURVE_OR_N)}`) {
    case '2 -7 1':
      return { algorithm: -7, jwk: { kty: 'EC', crv: 'P-256', x: text(X_OR_E, 32), y: text(Y, 32) } };
    case '1 -8 6':
      return { algorithm: -8, jwk: { kty: 'OKP', crv: 'Ed25519', x: text(X_OR_E, 32) } };
    case '3 -257 undefined':
      return { algorithm: -257, jwk: { kty: 'RSA', n: text(CURVE_OR_N), e: text(X_OR_E) } };
    default:
      throw new TypeError('the key is not ES256 on P-256, Ed25519 or RS256');
  }
}

/** Base64 in the URL alphabet without padding (RFC 4648, section 5): how WebAuthn and JWK write bytes. */
export function base64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

class MapReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(): ReadonlyMap<number, number | Uint8Array> {
    const { major, value: pairs } = this.#head();
    if (major !== 5 || pairs > 16) throw new TypeError('the key is no CBOR map');
    const fields = new Map<number, number | Uint8Array>();
    for (let nth = 0; nth < pairs; nth += 1) {
      const label = this.#value();
      if (typeof label !== 'number' || fields.has(label)) throw new TypeError('a label of the key is not usable');
      fields.set(label, this.#value());
    }
    if (this.#at !== this.bytes.length) throw new TypeError('something follows the key');
    return fields;
  }

  #value(): number | Uint8Array {
    const { major, value } = this.#head();
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major !== 2) throw new TypeError('the key holds something else than numbers and bytes');
    const end = this.#at + value;
    if (end > this.bytes.length) throw new TypeError('the key is cut short');
    const found = this.bytes.slice(this.#at, end);
    this.#at = end;
    return found;
  }

  #head(): { major: number; value: number } {
    const first = this.#byte();
    const low = first & 0x1f;
    if (low > 25) throw new TypeError('the key holds a number that is too large');
    let value = low;
    if (low === 24) value = this.#byte();
    if (low === 25) value = this.#byte() * 256 + this.#byte();
    return { major: first >> 5, value };
  }

  #byte(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined) throw new TypeError('the key is cut short');
    this.#at += 1;
    return byte;
  }
}
