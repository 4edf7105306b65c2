import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Posted } from '../ledger/command.js';

/**
 * A handler that returns what the door posted answers with its status and body; the first answer given again carries
 * `Idempotent-Replayed: true`. Anything else passes as it is.
 */
@Injectable()
export class WriteAnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: unknown) => {
        if (!isPosted(result)) return result;
        void reply.status(result.status);
        if (result.replayed) void reply.header('Idempotent-Replayed', 'true');
        return result.body;
      }),
    );
  }
}

function isPosted(result: unknown): result is Posted {
  return (
    typeof result === 'object' && result !== null && 'replayed' in result && 'body' in result && 'status' in result
  );
}
