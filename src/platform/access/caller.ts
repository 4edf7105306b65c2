import type { FastifyRequest } from 'fastify';
import type { RecordActor } from '../../domain/ledger/record.js';
import type { Role } from '../../domain/roles.js';

/** How somebody proved who they are at log-in. */
export const AUTH_METHODS = ['password', 'password+totp', 'passkey'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** Who asks: a person who has authenticated, with the roles that hold at this moment. */
export interface Caller {
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  /** The site whose log has the acts of no site. */
  readonly organisationId: string;
  /** Site id → roles in force there, by the ledger's clock. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** The sites among them whose policy asks for a second factor. */
  readonly secondFactorSites: ReadonlySet<string>;
  readonly sessionId: string;
  /** A cookie of a browser, or a token that a program sends. */
  readonly kind: 'cookie' | 'bearer';
  readonly method: AuthMethod;
  /** An authenticator is enrolled, whether or not this session used it. */
  readonly hasSecondFactor: boolean;
  /** A key of their own is enrolled, whether or not this session used it. */
  readonly hasPasskey: boolean;
  /** When the session ends whatever happens, ISO 8601. */
  readonly expiresAt: string;
  /** Base64 SHA-256 of the evidence of this log-in; stands in every record of an act done with it. */
  readonly evidence: string;
}

/** What the guard found out about a request that it let through. */
export interface Access {
  readonly caller: Caller;
  /** The site of the path; the organisation where the path names none. */
  readonly siteId: string;
  /** The caller as the performer of an act, in the role that permits it. */
  readonly actor: RecordActor;
}

const ACCESS = Symbol('access');

type Guarded = FastifyRequest & { [ACCESS]?: Access };

/** Set by the access guard, once, before a handler runs. */
export function setAccess(request: FastifyRequest, access: Access): void {
  (request as Guarded)[ACCESS] = access;
}

/** What the guard found out. Throws for a public handler, which has nobody. */
export function accessOf(request: FastifyRequest): Access {
  const access = (request as Guarded)[ACCESS];
  if (!access) throw new Error('a public handler asked who is calling');
  return access;
}

/** What the guard found out, or undefined where it let nobody through or nobody is needed. */
export function accessIfAny(request: FastifyRequest): Access | undefined {
  return (request as Guarded)[ACCESS];
}

/** The caller as the first actor of a record; `none` is the role of whoever acts only for themselves. */
export function actorOf(caller: Caller, role: Role | 'none'): RecordActor {
  const { personId: id, method, evidence } = caller;
  return { id, role, meaning: 'performed', method: `session:${method}`, evidence };
}
