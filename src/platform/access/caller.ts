import type { FastifyRequest } from 'fastify';
import type { RecordActor } from '../../domain/ledger/record.js';
import type { Role } from '../../domain/roles.js';

/** Who asks: a person who has authenticated, with the roles that hold at this moment. */
export interface Caller {
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  /** Site id → roles in force there. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  readonly sessionId: string;
  readonly method: 'password' | 'password+totp';
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
