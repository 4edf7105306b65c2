import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { evidenceOf } from '../../domain/ledger/evidence.js';
import type { Outcome } from '../../domain/ledger/outcome.js';
import type { Role } from '../../domain/roles.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import type { AuthMethod, Caller } from './caller.js';
import { derivedToken, hashOfToken, newToken, sameToken } from './tokens.js';

export type SessionKind = Caller['kind'];
type Statement = NonNullable<Outcome['alongside']>[number];

const HOUR = 3600;

/** However busy, a session ends after this. */
const ABSOLUTE_SECONDS = 12 * HOUR;

/** Without a request for this long, a session ends: a browser left open sooner than a program between two shifts. */
export const IDLE_SECONDS: Readonly<Record<SessionKind, number>> = { cookie: HOUR / 2, bearer: 12 * HOUR };

/** Session, person, roles and policies at this moment: the one query that every request costs. */
const LOAD = `
  WITH live AS (
    SELECT * FROM auth_session s
    WHERE s.token_hash = $1 AND s.kind = $2 AND s.revoked_at IS NULL AND now() < s.expires_at
      AND now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
  ), touched AS (
    UPDATE auth_session s SET last_seen_at = now() FROM live
    WHERE s.token_hash = live.token_hash AND live.last_seen_at < now() - interval '1 minute'
  ), clock AS MATERIALIZED (SELECT ledger_clock() AS at)
  SELECT live.session_id, live.person_id, live.method, live.expires_at, p.username, p.display_name,
    p.site_id AS organisation_id, c.totp_confirmed_at IS NOT NULL AS has_second_factor,
    EXISTS (SELECT FROM passkey k WHERE k.person_id = live.person_id AND k.removed_at IS NULL) AS has_passkey,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('siteId', g.site_id, 'role', g.role,
              'secondFactor', (s.policy ->> 'requireSecondFactor')::boolean) ORDER BY g.site_id, g.seq), '[]'::jsonb)
     FROM role_grant g JOIN site s ON s.site_id = g.site_id AND s.id = g.site_id CROSS JOIN clock
     WHERE g.person_id = live.person_id AND g.withdrawn_at IS NULL AND g.valid_from <= clock.at
       AND (g.valid_until IS NULL OR g.valid_until > clock.at)) AS grants
  FROM live JOIN person p ON p.person_id = live.person_id AND NOT p.disabled
  JOIN credential c ON c.person_id = live.person_id`;

interface LoadedRow {
  session_id: string;
  person_id: string;
  method: AuthMethod;
  expires_at: Date;
  username: string;
  display_name: string;
  organisation_id: string;
  has_second_factor: boolean;
  has_passkey: boolean;
  grants: { siteId: string; role: Role; secondFactor: boolean | null }[];
}

/** Opaque sessions, kept by the server: what a token means is decided anew at every request. */
@Injectable()
export class Sessions {
  readonly #tokenKey: Uint8Array;

  constructor(
    private readonly source: DataSource,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.#tokenKey = runtime.secrets.tokenKey;
  }

  /** Who a token stands for now; undefined when it is unknown, ended, too old or its person is disabled. */
  async callerOf(token: string, kind: SessionKind): Promise<Caller | undefined> {
    const [row] = (await this.source.query(LOAD, [hashOfToken(token), kind])) as LoadedRow[];
    return row && callerFrom(row, kind);
  }

  /** A new session: its token, and the statement that makes it exist, for the record of the log-in to carry. */
  open(of: { personId: string; method: AuthMethod; kind: SessionKind }): {
    token: string;
    sessionId: string;
    statement: Statement;
  } {
    const token = newToken();
    const sessionId = uuidv7();
    return {
      token,
      sessionId,
      statement: {
        text: `INSERT INTO auth_session (token_hash, session_id, person_id, method, kind, idle_seconds, expires_at)
               VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))`,
        values: [
          hashOfToken(token),
          sessionId,
          of.personId,
          of.method,
          of.kind,
          IDLE_SECONDS[of.kind],
          ABSOLUTE_SECONDS,
        ],
      },
    };
  }

  /** What a browser's page sends back as `X-CSRF-Token`: another site can make it send the cookie, never this. */
  csrfToken(sessionId: string): string {
    return derivedToken(this.#tokenKey, 'csrf', sessionId);
  }

  isCsrfToken(sessionId: string, given: unknown): boolean {
    return typeof given === 'string' && sameToken(given, this.csrfToken(sessionId));
  }
}

/** Ends one session. */
export function endSession(sessionId: string): Statement {
  return {
    text: 'UPDATE auth_session SET revoked_at = now() WHERE session_id = $1 AND revoked_at IS NULL',
    values: [sessionId],
  };
}

/** A session whose person has just proved a second factor, or has just given it up. */
export function setSessionMethod(sessionId: string, method: AuthMethod): Statement {
  return { text: 'UPDATE auth_session SET method = $2 WHERE session_id = $1', values: [sessionId, method] };
}

/** Ends every session of somebody, except at most one, and removes those that ended long ago. */
export function endSessions(personId: string, exceptSessionId?: string): Statement[] {
  return [
    {
      text: `UPDATE auth_session SET revoked_at = now()
             WHERE person_id = $1 AND revoked_at IS NULL AND session_id IS DISTINCT FROM $2::uuid`,
      values: [personId, exceptSessionId ?? null],
    },
    ...forgetOldSessions(personId),
  ];
}

/** Sessions that ended more than a day ago are of no use to anybody; that they were is in the log. */
export function forgetOldSessions(personId: string): Statement[] {
  return [
    {
      text: `DELETE FROM auth_session WHERE person_id = $1 AND expires_at < now() - interval '1 day'`,
      values: [personId],
    },
  ];
}

/** The evidence of a log-in: the record of the log-in carries the same, so an act's points at it. */
export function sessionEvidence(of: { sessionId: string; personId: string; method: AuthMethod }): string {
  return evidenceOf({ session: of.sessionId, person: of.personId, method: of.method });
}

function callerFrom(row: LoadedRow, kind: SessionKind): Caller {
  const roles = new Map<string, Role[]>();
  for (const { siteId, role } of row.grants) roles.set(siteId, [...(roles.get(siteId) ?? []), role]);
  const { session_id: sessionId, person_id: personId, method } = row;
  return {
    personId,
    username: row.username,
    displayName: row.display_name,
    organisationId: row.organisation_id,
    roles,
    secondFactorSites: new Set(row.grants.filter((grant) => grant.secondFactor).map((grant) => grant.siteId)),
    sessionId,
    kind,
    method,
    hasSecondFactor: row.has_second_factor,
    hasPasskey: row.has_passkey,
    expiresAt: row.expires_at.toISOString(),
    evidence: sessionEvidence({ sessionId, personId, method }),
  };
}
