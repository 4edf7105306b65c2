import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import type { RecordType } from '../../../domain/ledger/record-types.js';
import { PERMISSIONS, roleMay, type Permission, type Role } from '../../../domain/roles.js';
import { refuseNow } from '../../../domain/refusal.js';
import { Ledger } from '../../ledger/ledger.js';
import { actorOf, type Caller } from '../caller.js';
import { Organisation } from '../organisation.js';
import type { MeAnswer } from './login.dto.js';
import {
  IDLE_SECONDS,
  Sessions,
  endSession,
  endSessions,
  forgetOldSessions,
  sessionEvidence,
  type SessionKind,
} from '../sessions.js';
import type { Authenticated } from './authentication.js';

/** A session that was just opened; its token is shown this once. */
type Statement = NonNullable<Outcome['alongside']>[number];

export interface LoggedIn {
  readonly token: string;
  readonly caller: Caller;
}

/** What somebody is at a site, with what that permits. */
export interface SiteOfCaller {
  readonly siteId: string;
  readonly kind: 'organisation' | 'clinic';
  readonly name: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly requireSecondFactor: boolean;
}

/** Log-ins and log-outs. Each is a record in the organisation's log, and a session exists if and only if its record does. */
@Injectable()
export class LoginService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly sessions: Sessions,
  ) {}

  /** With a key, the record names it, and its counter is written with the record. */
  async logIn(who: Authenticated, kind: SessionKind, key?: { passkeyId: string; used: Statement }): Promise<LoggedIn> {
    const organisationId = await this.organisation.id();
    if (organisationId === undefined) return refuseNow('invalid_credentials');
    const { personId, method } = who;
    const { token, sessionId, statement } = this.sessions.open({ personId, method, kind });
    await this.ledger.post({
      siteId: organisationId,
      type: 'login',
      actor: {
        id: personId,
        role: 'none',
        meaning: 'performed',
        method: `session:${method}`,
        evidence: sessionEvidence({ sessionId, personId, method }),
      },
      reads: [],
      decide: () => ({
        act: { sessionId, kind, passkeyId: key?.passkeyId },
        answer: {},
        alongside: [...(key ? [key.used] : []), ...forgetOldSessions(personId), statement],
      }),
    });
    const caller = await this.sessions.callerOf(token, kind);
    return caller ? { token, caller } : refuseNow('not_authenticated');
  }

  async logOut(caller: Caller): Promise<void> {
    await this.#record(caller, 'logout', [endSession(caller.sessionId)]);
  }

  /** Ends every session of the person, this one too. */
  async logOutEverywhere(caller: Caller): Promise<void> {
    await this.#record(caller, 'logout_everywhere', endSessions(caller.personId));
  }

  /** Who is logged in, what they are where, and what their pages need. */
  async describe(caller: Caller): Promise<MeAnswer> {
    const { personId, username, displayName, kind, method, hasSecondFactor, hasPasskey, expiresAt, sessionId } = caller;
    return {
      personId,
      username,
      displayName,
      kind,
      method,
      hasSecondFactor,
      hasPasskey,
      ...(kind === 'cookie' ? { csrfToken: this.sessions.csrfToken(sessionId) } : {}),
      idleSeconds: IDLE_SECONDS[kind],
      expiresAt,
      sites: await this.sitesOf(caller),
    };
  }

  /** The sites at which the caller is something now, by name. */
  async sitesOf(caller: Caller): Promise<SiteOfCaller[]> {
    const rows = (await this.source.query(
      `SELECT site_id AS "siteId", kind, name, time_zone AS "timeZone" FROM site
       WHERE site_id = id AND site_id = ANY ($1::uuid[]) ORDER BY kind DESC, name, site_id`,
      [[...caller.roles.keys()]],
    )) as Pick<SiteOfCaller, 'siteId' | 'kind' | 'name' | 'timeZone'>[];
    return rows.map((site) => {
      const roles = caller.roles.get(site.siteId) ?? [];
      return {
        ...site,
        roles,
        permissions: PERMISSIONS.filter((permission) => roles.some((role) => roleMay(role, permission))),
        requireSecondFactor: caller.secondFactorSites.has(site.siteId),
      };
    });
  }

  async #record(caller: Caller, type: RecordType, alongside: NonNullable<Outcome['alongside']>): Promise<void> {
    const { sessionId, organisationId } = caller;
    await this.ledger.post({
      siteId: organisationId,
      type,
      actor: actorOf(caller, 'none'),
      reads: [],
      decide: () => ({ act: { sessionId }, answer: {}, alongside }),
    });
  }
}
