import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RUNTIME, type Runtime } from '../runtime.js';

const NAME = 'countersign';

/** A browser's session: no script can read it, no other site can make the browser send it, it ends with the browser. */
@Injectable()
export class SessionCookie {
  readonly #behindTlsProxy: boolean;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.#behindTlsProxy = runtime.config.behindTlsProxy;
  }

  /** The token a browser sent, if any. */
  read(request: FastifyRequest): string | undefined {
    return request.cookies[nameFor(this.#isSecure(request))];
  }

  write(request: FastifyRequest, reply: FastifyReply, token: string): void {
    const secure = this.#isSecure(request);
    void reply.setCookie(nameFor(secure), token, { ...ATTRIBUTES, secure });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    const secure = this.#isSecure(request);
    void reply.clearCookie(nameFor(secure), { ...ATTRIBUTES, secure });
  }

  #isSecure(request: FastifyRequest): boolean {
    return this.#behindTlsProxy || request.protocol === 'https';
  }
}

const ATTRIBUTES = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** Over TLS the cookie is bound to this very host: browsers keep `__Host-` only with Secure, Path=/ and no Domain. */
function nameFor(secure: boolean): string {
  return secure ? `__Host-${NAME}` : NAME;
}
