import { Inject, Injectable } from '@nestjs/common';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { normaliseUsername } from '../../../domain/username.js';
import { RUNTIME, type Runtime } from '../../runtime.js';
import { keyedHash } from '../tokens.js';
import { KeyAddress } from './key-address.js';

/** A key as a browser is told to look for it. */
export interface KeyDescriptor {
  readonly id: string;
  readonly transports?: string[];
}

const KEYS_OF = `
  SELECT u.credential_id, u.transports FROM passkey_use u JOIN passkey k ON k.passkey_id = u.passkey_id
  JOIN person p ON p.person_id = k.person_id
  WHERE k.removed_at IS NULL AND (lower(p.username) = $1 OR p.person_id = $2) ORDER BY k.added_at`;

/** What a page asks an authenticator, in the form of WebAuthn's PublicKeyCredentialRequestOptionsJSON. */
@Injectable()
export class KeyQuestions {
  readonly #tokenKey: Uint8Array;

  constructor(
    private readonly source: DataSource,
    private readonly address: KeyAddress,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.#tokenKey = runtime.secrets.tokenKey;
  }

  /** Asks a key of somebody, or, without a name, whichever key knows this domain by itself. */
  async question(of: { challenge: string; origin: string | undefined; username?: string | undefined }) {
    this.address.require(of.origin);
    const allowCredentials = of.username === undefined ? [] : await this.#keysOf(normaliseUsername(of.username));
    return this.#options(of.challenge, allowCredentials);
  }

  /** Asks a key of the person who is logged in. */
  async questionTo(of: { challenge: string; origin: string | undefined; personId: string }) {
    this.address.require(of.origin);
    return this.#options(of.challenge, await this.enrolled(of.personId));
  }

  /** The keys somebody has. */
  async enrolled(personId: string): Promise<KeyDescriptor[]> {
    return this.#find(null, personId);
  }

  #options(challenge: string, allowCredentials: KeyDescriptor[]) {
    return generateAuthenticationOptions({
      rpID: this.address.rpId,
      challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
      allowCredentials,
      userVerification: 'required',
      timeout: 120_000,
    });
  }

  /**
   * For who has none, or does not exist, keys that nobody has, the same each time: the question does not tell whether there
   * is anybody by that name.
   */
  async #keysOf(username: string): Promise<KeyDescriptor[]> {
    const found = await this.#find(username, null);
    if (found.length > 0) return found.map(({ id }) => ({ id }));
    const hash = (nth: number) => keyedHash(this.#tokenKey, 'no-such-passkey', `${nth}\n${username}`);
    const length = [16, 20, 32][(hash(2)[0] as number) % 3];
    return [{ id: hash(0).subarray(0, length).toString('base64url') }];
  }

  async #find(username: string | null, personId: string | null): Promise<KeyDescriptor[]> {
    const rows = (await this.source.query(KEYS_OF, [username, personId])) as {
      credential_id: Buffer;
      transports: string[];
    }[];
    return rows.map(({ credential_id: id, transports }) => ({ id: id.toString('base64url'), transports }));
  }
}
