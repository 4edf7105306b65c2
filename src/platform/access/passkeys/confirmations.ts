import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RefusedError, refuseNow } from '../../../domain/refusal.js';
import { refusalOfConstraint } from '../../ledger/constraints.js';
import type { Caller } from '../caller.js';
import { Authentication } from '../login/authentication.js';
import { Challenges } from './challenges.js';
import { KeyAuthentication } from './key-authentication.js';
import type { AssertionBody } from './passkeys.dto.js';

/** Again who one is, before one's own account is changed (ASVS 5, 7.5.1): a key of one's own, or password and code. */
export interface Confirmation {
  readonly password?: string | undefined;
  readonly totp?: string | undefined;
  readonly assertion?: AssertionBody | undefined;
}

@Injectable()
export class Confirmations {
  constructor(
    private readonly source: DataSource,
    private readonly authentication: Authentication,
    private readonly keys: KeyAuthentication,
    private readonly challenges: Challenges,
  ) {}

  /**
   * Throws RefusedError unless the caller has just proved again who they are: `passkey_required` where a password comes
   * alone from somebody who has keys and no authenticator, so that a password that was found out does not become two factors.
   */
  async confirm(caller: Caller, { password, totp, assertion }: Confirmation, address: string): Promise<void> {
    if (assertion) return this.#confirmByKey(caller, assertion, address);
    if (password === undefined) return refuseNow('invalid_credentials', { field: 'password' });
    const { username } = caller;
    const { method } = await this.authentication.authenticate({ username, password, totp, address }, 'confirmation');
    if (method === 'password' && caller.hasPasskey) refuseNow('passkey_required', { field: 'assertion' });
  }

  async #confirmByKey(caller: Caller, assertion: AssertionBody, address: string): Promise<void> {
    const { personId, sessionId } = caller;
    const challenge = (given: string) => this.challenges.take(given, 'confirmation', sessionId);
    const { used } = await this.keys.authenticate({ assertion, address, challenge, personId }, 'confirmation');
    try {
      await this.source.query(used.text, [...used.values]);
    } catch (error) {
      const refusal = refusalOfConstraint(error);
      throw refusal ? new RefusedError(refusal) : error;
    }
  }
}
