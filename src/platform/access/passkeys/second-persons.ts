import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import type { RecordActor } from '../../../domain/ledger/record.js';
import type { Role } from '../../../domain/roles.js';
import type { Caller } from '../caller.js';
import { Authentication, withinSession } from '../login/authentication.js';

/** What a second person types at the terminal of who changes an account. */
export interface PresentPerson {
  readonly username: string;
  readonly password: string;
  readonly totp?: string | undefined;
}

/** Somebody else, who has authenticated beside the caller. */
export interface Present {
  readonly actor: RecordActor;
  /** In force at the organisation, or where the person whose account it is is something. */
  readonly roles: readonly Role[];
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
  ) {}

  /** Throws as `Authentication.authenticate` does. That it is somebody else, and who may, is for the act to refuse. */
  async present(of: {
    caller: Caller;
    /** Whose account it is. */
    personId: string;
    meaning: 'checked' | 'approved';
    credentials: PresentPerson;
  }): Promise<Present> {
    const { caller, personId, meaning, credentials } = of;
    const address = withinSession(caller);
    const who = await this.authentication.authenticate({ ...credentials, address }, 'signature');
    const rows = (await this.source.query(ROLES_BESIDE, [who.personId, personId, caller.organisationId])) as {
      role: Role;
    }[];
    const roles = rows.map(({ role }) => role);
    const method = `signature:${who.method}`;
    const evidence = evidenceOf({ session: caller.sessionId, person: who.personId, method, account: personId });
    return { roles, actor: { id: who.personId, role: roles[0] ?? 'none', meaning, method, evidence } };
  }
}
