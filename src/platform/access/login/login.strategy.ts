import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import Strategy from 'passport-custom';
import { refuseNow } from '../../../domain/refusal.js';
import { said } from '../../../domain/refusal-details.js';
import { fieldError } from '../../http/problem.js';
import { InvalidRequestError } from '../../http/validation.js';
import { Authentication, type Authenticated } from './authentication.js';

const LOGIN = 'countersign-login';

/** The log-in itself: user name, password and, for whoever has an authenticator, its code. */
@Injectable()
export class LoginStrategy extends PassportStrategy(Strategy, LOGIN) {
  constructor(private readonly authentication: Authentication) {
    super();
  }

  /** A guard comes before validation, so what is needed here is checked here. */
  async validate(request: FastifyRequest): Promise<Authenticated> {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const username = text(body, 'username');
    const password = text(body, 'password');
    const totp = body.totp === undefined ? undefined : text(body, 'totp');
    return this.authentication.authenticate({ username, password, totp, address: request.ip }, 'login');
  }
}

/** Lets through who has just proved who they are, as `request.user`. */
@Injectable()
export class LoginGuard extends AuthGuard(LOGIN) {
  override handleRequest<TUser = Authenticated>(error: unknown, user: TUser | false | null | undefined): TUser {
    if (error) throw error;
    return user || refuseNow('invalid_credentials');
  }
}

function text(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value === 'string' && value.length > 0 && value.length <= 512) return value;
  throw new InvalidRequestError([fieldError(field, said('field_length', { min: 1, max: 512 }))]);
}
