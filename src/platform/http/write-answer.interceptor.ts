import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Posted } from '../ledger/command.js';
import type { ProofWaiter } from '../signer/proof-waiter.js';

/**
 * A handler that returns what the door posted answers with its status and body; the first answer given again carries
 * `Idempotent-Replayed: true`. With `Prefer: wait=proof` (RFC 7240) the answer waits, after the commit, for a signed head that
 * covers the record, and brings the proof along; without one within two seconds it goes out as it is. Anything else passes as
 * it is.
 */
@Injectable()
export class WriteAnswerInterceptor implements NestInterceptor {
  constructor(private readonly waiter: ProofWaiter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(mergeMap((result: unknown) => this.#answer(result, http.getRequest(), http.getResponse<FastifyReply>())));
  }

  async #answer(result: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (!isPosted(result)) return result;
    void reply.status(result.status);
    if (result.replayed) void reply.header('Idempotent-Replayed', 'true');
    if (!prefersProof(request.headers.prefer)) return result.body;
    // It is committed: whatever keeps the proof away is no reason not to say so.
    const { siteId, body } = result;
    const proof = await this.waiter.proofOf({ siteId, seq: body.seq }).catch(() => undefined);
    if (proof === undefined) return body;
    void reply.header('Preference-Applied', 'wait=proof');
    return { ...body, proof };
  }
}

/** Whether a Prefer header (RFC 7240, section 2) asks to wait for the proof; the first `wait` counts. */
export function prefersProof(header: string | string[] | undefined): boolean {
  const preferences = [header ?? []].flat().flatMap((line) => line.split(','));
  const wait = preferences.map((one) => one.split(';')[0]!.trim()).find((one) => /^wait\s*(=|$)/i.test(one));
  return wait !== undefined && /^wait\s*=\s*"?proof"?$/i.test(wait);
}

function isPosted(result: unknown): result is Posted {
  return (
    typeof result === 'object' && result !== null && 'replayed' in result && 'body' in result && 'status' in result
  );
}
