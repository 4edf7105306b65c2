import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedError, refuse, type Refusal } from '../../domain/refusal.js';
import { InvalidRequestError } from './validation.js';
import { faultOfRequest } from './request-fault.js';
import { PROBLEM_TYPE, problemOf, refusalOfStatus, type FieldError } from './problem.js';

/** Every error leaves as a problem of the closed list; what is unexpected is logged with its request id, not sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { refusal, errors } = this.#refusalOf(error, request);
    const problem = problemOf(refusal, String(request.id), errors);
    const retryAfter = (error as { retryAfterSeconds?: number })?.retryAfterSeconds;
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    if (problem.status === 503) void reply.header('Retry-After', '1');
    void reply.status(problem.status).header('Content-Type', PROBLEM_TYPE).send(problem);
  }

  #refusalOf(error: unknown, request: FastifyRequest): { refusal: Refusal; errors?: readonly FieldError[] } {
    if (error instanceof RefusedError) return { refusal: error.refusal };
    if (error instanceof InvalidRequestError) return { refusal: error.refusal, errors: error.errors };
    const fault = faultOfRequest(error, request);
    if (fault) return { refusal: fault };
    if (error instanceof HttpException) return { refusal: refusalOfStatus(error.getStatus()) };
    const { statusCode, message } = error as { statusCode?: number; message?: string };
    if (statusCode !== undefined && statusCode < 500) return { refusal: refusalOfStatus(statusCode) };
    // The database's own words may quote values; they stay out of the log, its code and constraint do not.
    const { code, constraint } = (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
    const about = { requestId: request.id, sqlState: code, constraint, message: code ? undefined : message };
    if (isUnreachable(error)) {
      this.#log.error(about);
      return { refusal: refuse('database_unavailable') };
    }
    this.#log.error(about, stackOf(error));
    return { refusal: refuse('internal_error') };
  }
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack?.split('\n').slice(1, 6).join('\n') : undefined;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
]);

/** The connection to the database was refused, lost or ended: nothing is known to be recorded. */
function isUnreachable(error: unknown): boolean {
  const { code, driverError, message } = error as { code?: string; driverError?: { code?: string }; message?: string };
  return (
    UNREACHABLE.has(code ?? '') ||
    UNREACHABLE.has(driverError?.code ?? '') ||
    /connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended/i.test(
      message ?? '',
    )
  );
}
