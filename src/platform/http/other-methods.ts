import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { HTTPMethods } from 'fastify';
import { said } from '../../domain/refusal-details.js';
import { refuse } from '../../domain/refusal.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * Answers 405 with `Allow` where an address of the interface is known and the method is not (RFC 9110 section 15.5.6).
 * Called before the routes are made; what it answers with adds the rest once they are.
 */
export function refuseOtherMethods(app: NestFastifyApplication, under: string): () => void {
  const instance = app.getHttpAdapter().getInstance();
  const known = new Map<string, Set<string>>();
  instance.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith(under) || url.includes('*')) return;
    const methods = known.get(url) ?? new Set();
    known.set(url, methods);
    for (const one of [method].flat()) methods.add(one);
  });
  return () => {
    for (const [url, taken] of [...known]) {
      const allow = [...taken].sort().join(', ');
      const method = METHODS.filter((one) => !taken.has(one)) as HTTPMethods[];
      if (method.length === 0) continue;
      instance.route({
        url,
        method,
        exposeHeadRoute: false,
        // Before the body is read: whatever it is, it is not for this address.
        onRequest: async (request, reply) => {
          const detail = said('method_other', { allow, method: request.method });
          const problem = problemOf(refuse('method_not_allowed', { detail }), String(request.id));
          await reply.status(problem.status).header('Allow', allow).header('Content-Type', PROBLEM_TYPE).send(problem);
        },
        handler: async () => undefined,
      });
    }
  };
}
