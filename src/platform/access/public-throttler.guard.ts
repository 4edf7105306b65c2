import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { RefusedError, refuse } from '../../domain/refusal.js';
import { PUBLIC } from './requires.js';

/**
 * Requests a minute that one address may send to one public handler. A clinic behind one address logs in with room to
 * spare; guessing is stopped long before by LoginThrottle. What is sent with a session has no limit: acts must be
 * recorded as fast as they happen.
 */
export const PUBLIC_LIMIT: ThrottlerModuleOptions = [{ ttl: 60_000, limit: 300 }];

/** Answers 429 with Retry-After. */
export class TooManyRequestsError extends RefusedError {
  constructor(readonly retryAfterSeconds: number) {
    super(refuse('too_many_requests'));
  }
}

@Injectable()
export class PublicThrottlerGuard extends ThrottlerGuard {
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return !this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [context.getHandler(), context.getClass()]);
  }

  protected override async throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: { timeToBlockExpire: number },
  ): Promise<void> {
    throw new TooManyRequestsError(timeToBlockExpire);
  }
}
