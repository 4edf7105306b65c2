import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readsOfPasskeys, removeEveryPasskey } from '../../../domain/acts/passkeys.js';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import { checkPassword } from '../../../domain/password-rules.js';
import { RefusedError, refuseNow } from '../../../domain/refusal.js';
import { Ledger } from '../../ledger/ledger.js';
import { RUNTIME, type Runtime } from '../../runtime.js';
import { endSessions } from '../sessions.js';
import { derivedToken, hashOfToken } from '../tokens.js';
import { forgetKeys, newCredential, removeSecret } from './credentials.js';
import { Passwords } from './passwords.js';

type Statement = NonNullable<Outcome['alongside']>[number];

export type InvitationPurpose = 'invitation' | 'reset';

const HOURS: Readonly<Record<InvitationPurpose, number>> = { invitation: 72, reset: 24 };

export interface NewInvitation {
  readonly invitationId: string;
  readonly personId: string;
  readonly purpose: InvitationPurpose;
  readonly removeSecondFactor: boolean;
}

interface Found {
  invitation_id: string;
  person_id: string;
  organisation_id: string;
  purpose: InvitationPurpose;
  remove_second_factor: boolean;
  username: string;
}

const FIND = `
  SELECT i.invitation_id, i.person_id, i.purpose, i.remove_second_factor, p.username, p.site_id AS organisation_id
  FROM invitation i JOIN person p ON p.person_id = i.person_id
  WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > now() AND NOT p.disabled`;

/** One-time links with which somebody chooses a password: the first, or another after the old one is lost. */
@Injectable()
export class InvitationService {
  readonly #tokenKey: Uint8Array;

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly passwords: Passwords,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.#tokenKey = runtime.secrets.tokenKey;
  }

  /** The token of an invitation: the same each time it is asked for, and stored nowhere. */
  tokenOf(invitationId: string): string {
    return derivedToken(this.#tokenKey, 'invitation', invitationId);
  }

  /** Ends every link of somebody. */
  withdraw(personId: string): Statement {
    return { text: 'DELETE FROM invitation WHERE person_id = $1', values: [personId] };
  }

  /** Statements that make an invitation and end all earlier ones of the person. */
  issue(of: NewInvitation): Statement[] {
    return [
      this.withdraw(of.personId),
      {
        text: `INSERT INTO invitation (invitation_id, token_hash, person_id, purpose, remove_second_factor, expires_at)
               VALUES ($1, $2, $3, $4, $5, now() + make_interval(hours => $6))`,
        values: [
          of.invitationId,
          hashOfToken(this.tokenOf(of.invitationId)),
          of.personId,
          of.purpose,
          of.removeSecondFactor,
          HOURS[of.purpose],
        ],
      },
    ];
  }

  /** Chooses a password. Refuses `token_invalid` (unknown, used, too old, person disabled), `password_too_weak`. */
  async accept(of: { token: string; password: string }): Promise<void> {
    const [found] = (await this.source.query(FIND, [hashOfToken(of.token)])) as Found[];
    if (!found) return refuseNow('token_invalid', { field: 'token' });
    const { person_id: personId, invitation_id: invitationId, purpose, username } = found;
    const weak = checkPassword({ password: of.password, username, field: 'password' });
    if (weak) throw new RefusedError(weak);
    const passwordHash = await this.passwords.hash(of.password);
    await this.ledger.post({
      siteId: found.organisation_id,
      type: purpose === 'reset' ? 'password_reset' : 'invitation_accepted',
      actor: {
        id: personId,
        role: 'none',
        meaning: 'performed',
        method: 'invitation',
        evidence: evidenceOf({ invitation: invitationId, person: personId }),
      },
      reads: found.remove_second_factor ? readsOfPasskeys(personId) : [],
      decide: (state) => ({
        act: { invitationId, secondFactorRemoved: found.remove_second_factor },
        changes: removeEveryPasskey(state),
        answer: {},
        alongside: [
          // A second use fails on the constraint invitation_used_once, and takes its record with it.
          { text: 'UPDATE invitation SET used_at = now() WHERE invitation_id = $1', values: [invitationId] },
          newCredential(personId, passwordHash),
          ...(found.remove_second_factor ? [removeSecret(personId), forgetKeys(personId)] : []),
          ...endSessions(personId),
        ],
      }),
    });
  }
}
