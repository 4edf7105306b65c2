import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ConfirmedByKey } from '../../../domain/acts/sign.js';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import type { RecordActor } from '../../../domain/ledger/record.js';
import type { Role } from '../../../domain/roles.js';
import { confirmationIntent, type Confirmed } from '../../../domain/webauthn/confirmed.js';
import { keyEvidence } from '../../../domain/webauthn/signed-by-key.js';
import type { Caller } from '../caller.js';
import { Authentication, withinSession } from '../login/authentication.js';
import { KeyAuthentication } from './key-authentication.js';
import { keySignature } from './key-signature.js';
import type { AssertionBody } from './passkeys.dto.js';

/** What a second person types at the terminal of who changes an account, or what a key of theirs answered there. */
export interface PresentPerson {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly totp?: string | undefined;
  readonly assertion?: AssertionBody | undefined;
}

/** Somebody else, who has authenticated beside the caller. */
export interface Present {
  readonly actor: RecordActor;
  /** In force at the organisation, or where the person whose account it is is something. */
  readonly roles: readonly Role[];
  /** By key: what belongs into the record. */
  readonly confirmed?: ConfirmedByKey;
  /** To be run with the record. */
  readonly alongside: NonNullable<Outcome['alongside']>;
}

interface Presence {
  readonly caller: Caller;
  readonly meaning: 'checked' | 'approved';
  readonly credentials: PresentPerson;
  /** What a key of theirs must have answered to. */
  readonly confirmed: Confirmed;
}

const ROLES_BESIDE = `
  SELECT DISTINCT g.role FROM role_grant g CROSS JOIN (SELECT ledger_clock() AS at) clock
  WHERE g.person_id = $1 AND g.withdrawn_at IS NULL AND g.valid_from <= clock.at AND (g.valid_until IS NULL OR g.valid_until > clock.at)
    AND (g.site_id = $3 OR g.site_id IN (SELECT o.site_id FROM role_grant o WHERE o.person_id = $2 AND o.withdrawn_at IS NULL
         AND (o.valid_until IS NULL OR o.valid_until > clock.at)))
  ORDER BY g.role`;

/** Changes of an account that nobody makes alone: a second person authenticates for them, in the same request. */
@Injectable()
export class SecondPersons {
  constructor(
    private readonly source: DataSource,
    private readonly authentication: Authentication,
    private readonly keys: KeyAuthentication,
  ) {}

  /**
   * Who it is: by password, or by a key that answered to exactly what is confirmed. Throws as `Authentication.authenticate` and
   * `KeyAuthentication.authenticate` do. That it is somebody else, and who may, is for the act to refuse.
   */
  async present(of: Presence): Promise<Present> {
    const { caller, meaning, confirmed } = of;
    const { personId } = confirmed;
    const { assertion } = of.credentials;
    const who = assertion ? await this.#byKey(of, assertion) : await this.#byPassword(of);
    const rows = (await this.source.query(ROLES_BESIDE, [who.personId, personId, caller.organisationId])) as {
      role: Role;
    }[];
    const roles = rows.map(({ role }) => role);
    const { personId: id, actor, ...more } = who;
    return { ...more, roles, actor: { id, role: roles[0] ?? 'none', meaning, ...actor } };
  }

  async #byPassword({ caller, credentials, confirmed }: Presence) {
    const { username = '', password = '', totp } = credentials;
    const address = withinSession(caller);
    const { personId, ...who } = await this.authentication.authenticate(
      { username, password, totp, address },
      'signature',
    );
    const method = `signature:${who.method}`;
    const session = caller.sessionId;
    const evidence = evidenceOf({ session, person: personId, method, account: confirmed.personId });
    return { personId, actor: { method, evidence }, alongside: [] };
  }

  async #byKey({ caller, confirmed }: Presence, assertion: AssertionBody) {
    const intent = confirmationIntent(confirmed);
    const challenge = Buffer.from(intent, 'base64');
    const address = withinSession(caller);
    const who = await this.keys.authenticate({ assertion, address, challenge }, 'signature');
    const signatureId = uuidv7();
    const key = keySignature(signatureId, intent, { ...who, response: assertion.response });
    return {
      personId: who.personId,
      actor: { method: `signature:${who.method}`, evidence: keyEvidence(key), signatureId },
      confirmed: { act: confirmed.type, tokenHash: randomBytes(32).toString('base64'), key },
      alongside: [who.used],
    };
  }
}
