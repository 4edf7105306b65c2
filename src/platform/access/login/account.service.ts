import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import type { RecordType } from '../../../domain/ledger/record-types.js';
import { checkPassword } from '../../../domain/password-rules.js';
import { said } from '../../../domain/refusal-details.js';
import { RefusedError, refuseNow } from '../../../domain/refusal.js';
import { Ledger } from '../../ledger/ledger.js';
import { actorOf, type Caller } from '../caller.js';
import { Confirmations, type Confirmation } from '../passkeys/confirmations.js';
import { endSessions, setSessionMethod } from '../sessions.js';
import { Authentication } from './authentication.js';
import { confirmSecret, keepSecret, newCredential, removeSecret } from './credentials.js';
import { LoginThrottle } from './login-throttle.js';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.js';

interface Enrolment {
  totp_sealed: Buffer | null;
  confirmed: boolean;
}

/** What somebody changes about their own account. Each change is a record in the organisation's log. */
@Injectable()
export class AccountService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly authentication: Authentication,
    private readonly confirmations: Confirmations,
    private readonly throttle: LoginThrottle,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
  ) {}

  /** A new password; every other session of the person ends. */
  async changePassword(caller: Caller, of: { current: Confirmation; newPassword: string; address: string }) {
    await this.confirmations.confirm(caller, of.current, of.address);
    const { username, personId, sessionId } = caller;
    const weak = checkPassword({ password: of.newPassword, username, field: 'newPassword' });
    if (weak) throw new RefusedError(weak);
    const passwordHash = await this.passwords.hash(of.newPassword);
    await this.#record(caller, 'password_changed', [
      newCredential(personId, passwordHash),
      ...endSessions(personId, sessionId),
    ]);
  }

  /** The secret of a new authenticator, which counts once a code of it is confirmed. Refuses `already_exists`. */
  async enrol(caller: Caller, confirmation: Confirmation, address: string): Promise<{ secret: string; uri: string }> {
    await this.confirmations.confirm(caller, confirmation, address);
    const { confirmed } = await this.#enrolment(caller.personId);
    if (confirmed) return refuseNow('already_exists', { detail: said('remove_authenticator_first') });
    const { secret, uri, sealed } = this.secondFactor.newSecret(caller);
    const { text, values } = keepSecret(caller.personId, sealed);
    await this.source.query(text, [...values]);
    return { secret, uri };
  }

  /** The first code of a new authenticator: from now on every log-in and signature needs one, and this session has it. */
  async confirmEnrolment(caller: Caller, code: string, address: string): Promise<void> {
    const { personId, username, sessionId } = caller;
    const { confirmed, totp_sealed: sealed } = await this.#enrolment(personId);
    if (confirmed || !sealed)
      return refuseNow('token_invalid', { detail: said('enrol_authenticator_first'), field: 'totp' });
    const step = await this.throttle.inTurn(username, async () => {
      await this.authentication.refuseWhileWaiting({ username, address });
      return this.secondFactor.stepOf({ personId, sealed, lastStep: 0, code });
    });
    if (step === undefined) return this.authentication.failed({ username, address }, 'confirmation', personId);
    await this.#record(caller, 'second_factor_enrolled', [
      confirmSecret(personId, step),
      ...(caller.method === 'passkey' ? [] : [setSessionMethod(sessionId, 'password+totp')]),
    ]);
  }

  /** Takes the authenticator away. Sites that require one then refuse the person. */
  async removeSecondFactor(caller: Caller, confirmation: Confirmation, address: string): Promise<void> {
    await this.confirmations.confirm(caller, confirmation, address);
    await this.#record(caller, 'second_factor_removed', [
      removeSecret(caller.personId),
      ...(caller.method === 'passkey' ? [] : [setSessionMethod(caller.sessionId, 'password')]),
      ...endSessions(caller.personId, caller.sessionId),
    ]);
  }

  async #enrolment(personId: string): Promise<Enrolment> {
    const [row] = (await this.source.query(
      'SELECT totp_sealed, totp_confirmed_at IS NOT NULL AS confirmed FROM credential WHERE person_id = $1',
      [personId],
    )) as [Enrolment];
    return row;
  }

  async #record(caller: Caller, type: RecordType, alongside: Outcome['alongside']): Promise<void> {
    const { organisationId: siteId } = caller;
    const actor = actorOf(caller, caller.roles.get(siteId)?.[0] ?? 'none');
    await this.ledger.post({
      siteId,
      type,
      actor,
      reads: [],
      decide: () => ({ act: { sessionId: caller.sessionId }, answer: {}, alongside: alongside ?? [] }),
    });
  }
}
