import type { Writable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { accessIfAny } from '../access/caller.js';
import type { Metrics } from './metrics.js';

/**
 * One line of JSON for each request: who asked for what kind of thing, what came of it and how long it took. The pattern of the
 * route and not the address, no query, no body, no header: nothing of a patient, no token (docs/audit-log.md is where acts are).
 */
export function observeRequests(fastify: FastifyInstance, of: { metrics: Metrics; out: Writable | undefined }): void {
  const log = of.out && pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'what' }, of.out);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    const { method } = request;
    const { statusCode: status, elapsedTime: ms } = reply;
    of.metrics.answered({ method, route, status, seconds: ms / 1000 });
    const personId = accessIfAny(request)?.caller.personId;
    log?.info({ requestId: request.id, method, route, status, ms: Math.round(ms * 10) / 10, personId }, 'request');
    done();
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
