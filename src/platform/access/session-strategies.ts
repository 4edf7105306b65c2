import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import Strategy from 'passport-custom';
import { refuseNow } from '../../domain/refusal.js';
import type { Caller } from './caller.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

export const BEARER = 'countersign-bearer';
export const COOKIE = 'countersign-cookie';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const BEARER_FORM = /^Bearer ([A-Za-z0-9_-]{20,200})$/i;

/** A program's session: `Authorization: Bearer <token>`. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, BEARER) {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Caller | null> {
    const token = BEARER_FORM.exec(request.headers.authorization ?? '')?.[1];
    return (token && (await this.sessions.callerOf(token, 'bearer'))) || null;
  }
}

/**
 * A browser's session. What changes something must also carry the session's CSRF token, which another site cannot
 * know; refuses `csrf_token_invalid`. A request with an `Authorization` header is a program's and its cookie is not read.
 */
@Injectable()
export class CookieStrategy extends PassportStrategy(Strategy, COOKIE) {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Caller | null> {
    const token = request.headers.authorization === undefined ? this.cookie.read(request) : undefined;
    const caller = token && (await this.sessions.callerOf(token, 'cookie'));
    if (!caller) return null;
    if (SAFE_METHODS.includes(request.method)) return caller;
    if (this.sessions.isCsrfToken(caller.sessionId, request.headers['x-csrf-token'])) return caller;
    return refuseNow('csrf_token_invalid', { field: 'X-CSRF-Token' });
  }
}
