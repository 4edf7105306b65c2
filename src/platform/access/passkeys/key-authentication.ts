import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { refuseNow } from '../../../domain/refusal.js';
import { checkAssertion, clientFields, type AssertionSays } from '../../../domain/webauthn/assertion.js';
import { Authentication, type Authenticated, type Occasion } from '../login/authentication.js';
import { LoginThrottle } from '../login/login-throttle.js';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import { KeyAddress } from './key-address.js';
import type { AssertionBody } from './passkeys.dto.js';

type Statement = NonNullable<Outcome['alongside']>[number];

/** An answer of an authenticator, and what it must be the answer to. */
export interface KeyCredentials {
  readonly assertion: AssertionBody;
  readonly address: string;
  /** For what the answer was asked: the very bytes, or whether these are a question that was asked and is open. */
  readonly challenge: Uint8Array | ((challenge: string) => Promise<boolean>);
  /** Whose key it must be, where that is known. */
  readonly personId?: string;
}

/** Somebody who has just proved with a key of theirs who they are. */
export interface KeyAuthenticated extends Authenticated {
  readonly method: 'passkey';
  readonly passkeyId: string;
  /** Base64 COSE_Key. */
  readonly publicKey: string;
  readonly rpId: string;
  readonly deviceBound: boolean;
  readonly signCount: number;
  /** To be run with the record of what it was for: a counter that goes back fails there (`passkey_counter_grows`). */
  readonly used: Statement;
}

interface Found {
  passkey_id: string;
  person_id: string;
  username: string;
  display_name: string;
  disabled: boolean;
  public_key: string;
  rp_id: string;
  device_bound: boolean;
}

const FIND = `
  SELECT k.passkey_id, k.person_id, p.username, p.display_name, p.disabled, k.public_key, k.rp_id, k.device_bound
  FROM passkey_use u JOIN passkey k ON k.passkey_id = u.passkey_id JOIN person p ON p.person_id = k.person_id
  WHERE u.credential_id = $1 AND k.removed_at IS NULL`;

/** The one place where an answer of a key is checked: for a log-in, for a signature, for a change of one's own account. */
@Injectable()
export class KeyAuthentication {
  constructor(
    private readonly source: DataSource,
    private readonly authentication: Authentication,
    private readonly throttle: LoginThrottle,
    private readonly address: KeyAddress,
  ) {}

  /**
   * Whose key this is. Throws RefusedError: `passkey_address_wrong` (another page), `passkey_invalid` (a question that is
   * not open), `invalid_credentials`, in the same words whether nobody has the key, it was removed, its owner is disabled or
   * the signature is wrong, and then recorded and counted; TooManyRequestsError while the key or the address must wait.
   */
  async authenticate(credentials: KeyCredentials, occasion: Occasion): Promise<KeyAuthenticated> {
    const { assertion } = credentials;
    const clientData = Buffer.from(assertion.response.clientDataJSON, 'base64url');
    const client = clientFields(clientData);
    if (!client || typeof client.challenge !== 'string') return refuseNow('passkey_invalid', { field: 'assertion' });
    this.address.require(client.origin);
    const { challenge } = credentials;
    if (typeof challenge === 'function' && !(await challenge(client.challenge)))
      return refuseNow('passkey_invalid', { field: 'assertion' });
    const asked = typeof challenge === 'function' ? Buffer.from(client.challenge, 'base64url') : challenge;
    const credentialId = Buffer.from(assertion.id, 'base64url');
    const [found] = (await this.source.query(FIND, [credentialId])) as Found[];
    const attempt = { username: throttledAs(found, credentialId), address: credentials.address };
    return this.throttle.inTurn(attempt.username, async () => {
      await this.authentication.refuseWhileWaiting(attempt);
      const says = found && (await this.#check({ found, assertion, asked, origin: client.origin }));
      if (!found || !says || found.disabled || (credentials.personId ?? found.person_id) !== found.person_id)
        return this.authentication.failed(attempt, occasion, found?.person_id);
      await this.throttle.succeeded(attempt);
      return authenticated(found, says);
    });
  }

  /** Twice, by code of others and by our own: what we accept must verify offline, with nothing but `src/domain`. */
  async #check(of: {
    found: Found;
    assertion: AssertionBody;
    asked: Uint8Array;
    origin: string;
  }): Promise<AssertionSays | undefined> {
    const { found, assertion, asked, origin } = of;
    const publicKey = new Uint8Array(Buffer.from(found.public_key, 'base64'));
    const { userHandle, ...response } = assertion.response;
    if (userHandle !== undefined && userHandle !== '' && userHandle !== userHandleOf(found.person_id)) return undefined;
    try {
      const { verified } = await verifyAuthenticationResponse({
        response: { ...assertion, type: 'public-key', clientExtensionResults: {}, response },
        expectedChallenge: Buffer.from(asked).toString('base64url'),
        expectedOrigin: origin,
        expectedRPID: found.rp_id,
        // The counter is the database's to compare, in the transaction of the record.
        credential: { id: assertion.id, publicKey, counter: 0 },
        requireUserVerification: true,
      });
      if (!verified) return undefined;
    } catch {
      return undefined;
    }
    const says = checkAssertion(
      {
        authenticatorData: Buffer.from(response.authenticatorData, 'base64url'),
        clientData: Buffer.from(response.clientDataJSON, 'base64url'),
        signature: Buffer.from(response.signature, 'base64url'),
      },
      { challenge: asked, rpId: found.rp_id, publicKey },
    );
    // Whether a key may leave its device never changes (WebAuthn level 3, section 6.1.3).
    return 'wrong' in says || says.deviceBound !== found.device_bound ? undefined : says;
  }
}

/** The name an authenticator keeps for a person: the bytes of their id, which say nothing of them. */
export function userHandleOf(personId: string): string {
  return Buffer.from(personId.replace(/-/g, ''), 'hex').toString('base64url');
}

// Apart from the failures of passwords: guessing those does not lock out who comes with a key.
function throttledAs(found: Found | undefined, credentialId: Buffer): string {
  return `passkey:${found?.username ?? createHash('sha256').update(credentialId).digest('base64')}`;
}

function authenticated(found: Found, says: AssertionSays): KeyAuthenticated {
  return {
    personId: found.person_id,
    username: found.username,
    displayName: found.display_name,
    method: 'passkey',
    passkeyId: found.passkey_id,
    publicKey: found.public_key,
    rpId: found.rp_id,
    deviceBound: found.device_bound,
    signCount: says.signCount,
    used: {
      text: 'UPDATE passkey_use SET sign_count = $2, backed_up = $3, last_used_at = now() WHERE passkey_id = $1',
      values: [found.passkey_id, says.signCount, says.backedUp],
    },
  };
}
