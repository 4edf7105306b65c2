import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import { refuseNow } from '../../../domain/refusal.js';
import { normaliseUsername } from '../../../domain/username.js';
import { Ledger } from '../../ledger/ledger.js';
import type { AuthMethod } from '../caller.js';
import { Organisation } from '../organisation.js';
import { TooManyRequestsError } from '../public-throttler.guard.js';
import { LoginThrottle, type Attempt } from './login-throttle.js';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.js';

/**
 * What somebody types to prove who they are, and where it came from: the address of a log-in, or the session within which
 * a signature is given. All of a clinic shares one address; the typing errors of its signers must not add up to a wait.
 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Six digits; needed by whoever has an authenticator. */
  readonly totp?: string | undefined;
  readonly address: string;
}

/** Where credentials come from that are typed within a session: failures are counted for the session alone. */
export function withinSession(caller: { readonly sessionId: string }): string {
  return `session/${caller.sessionId}`;
}

/** Somebody who has just proved who they are. */
export interface Authenticated {
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  readonly method: AuthMethod;
}

/** What somebody was authenticating for. */
export type Occasion = 'login' | 'signature' | 'confirmation';

interface Found {
  person_id: string;
  username: string;
  display_name: string;
  disabled: boolean;
  password_hash: string | null;
  totp_sealed: Buffer | null;
  totp_last_step: string | null;
  totp_confirmed: boolean;
}

const FIND = `
  SELECT p.person_id, p.username, p.display_name, p.disabled, c.password_hash, c.totp_sealed, c.totp_last_step,
         c.totp_confirmed_at IS NOT NULL AS totp_confirmed
  FROM person p LEFT JOIN credential c ON c.person_id = p.person_id WHERE lower(p.username) = $1`;

/** The one place where a password is checked: for a log-in, for a signature, for a change of one's own account. */
@Injectable()
export class Authentication {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly throttle: LoginThrottle,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
  ) {}

  /**
   * Who these credentials are of. Throws RefusedError: `invalid_credentials`, in the same words and the same time
   * whether nobody has the name, the password is wrong or the person is disabled, and then recorded and counted;
   * `second_factor_required` when all else is right; TooManyRequestsError while the name or the address must wait.
   */
  async authenticate(credentials: Credentials, occasion: Occasion): Promise<Authenticated> {
    const username = normaliseUsername(credentials.username);
    const attempt = { username, address: credentials.address };
    return this.throttle.inTurn(username, async () => {
      await this.refuseWhileWaiting(attempt);
      const [found] = (await this.source.query(FIND, [username])) as Found[];
      const right = await this.passwords.matches(found?.password_hash ?? undefined, credentials.password);
      if (!right || !found || found.disabled) return this.failed(attempt, occasion, found?.person_id);
      const method = await this.#checkSecondFactor(found, credentials.totp);
      if (method === undefined) return this.failed(attempt, occasion, found.person_id);
      await this.throttle.succeeded(attempt);
      return { personId: found.person_id, username: found.username, displayName: found.display_name, method };
    });
  }

  async #checkSecondFactor(found: Found, code: string | undefined): Promise<AuthMethod | undefined> {
    if (!found.totp_confirmed || !found.totp_sealed) return 'password';
    if (code === undefined || code === '') return refuseNow('second_factor_required', { field: 'totp' });
    const lastStep = Number(found.totp_last_step);
    const step = await this.secondFactor.stepOf({
      personId: found.person_id,
      sealed: found.totp_sealed,
      lastStep,
      code,
    });
    if (step === undefined || !(await this.secondFactor.use(found.person_id, step))) return undefined;
    return 'password+totp';
  }

  /** Throws TooManyRequestsError while the name or the address must wait. */
  async refuseWhileWaiting(attempt: Attempt): Promise<void> {
    const seconds = await this.throttle.waitSeconds(attempt);
    if (seconds > 0) throw new TooManyRequestsError(seconds);
  }

  /** Counts and records a failure, and refuses `invalid_credentials`. */
  async failed(attempt: Attempt, occasion: Occasion, personId?: string): Promise<never> {
    const waitSeconds = await this.throttle.failed(attempt);
    await this.#record({ occasion, personId, waitSeconds });
    return refuseNow('invalid_credentials');
  }

  /** A failed attempt in the organisation's log: whose, when somebody has the name; never the name that was typed. */
  async #record(of: { occasion: Occasion; personId?: string | undefined; waitSeconds: number }): Promise<void> {
    const organisationId = await this.organisation.id();
    if (organisationId === undefined) return;
    await this.ledger.post({
      siteId: organisationId,
      type: 'login_failed',
      actor: {
        id: organisationId,
        role: 'nobody',
        meaning: 'performed',
        method: 'none',
        evidence: evidenceOf({ organisation: organisationId }),
      },
      reads: [],
      decide: () => ({
        act: {
          occasion: of.occasion,
          personId: of.personId,
          waitSeconds: of.waitSeconds > 0 ? of.waitSeconds : undefined,
        },
        subjects: of.personId === undefined ? [] : [of.personId],
        answer: {},
      }),
    });
  }
}
