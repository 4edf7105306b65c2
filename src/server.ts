import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { refuseOtherMethods } from './platform/http/other-methods.js';
import { openApiDocument, serveOpenApi } from './platform/http/openapi.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { requestValidation } from './platform/http/validation.js';
import { WEB_FOLDER } from './platform/http/web-folder.js';
import { serveWebPages } from './platform/http/web-pages.js';
import { WriteAnswerInterceptor } from './platform/http/write-answer.interceptor.js';
import { Metrics } from './platform/observe/metrics.js';
import { observeRequests } from './platform/observe/request-log.js';
import type { Runtime } from './platform/runtime.js';
import { ProofWaiter } from './platform/signer/proof-waiter.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** Builds the server on a runtime; the caller listens and closes. */
export async function buildServer(runtime: Runtime): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    // One proxy, the operator's own: what it adds to X-Forwarded-For is believed, what the client wrote there is not.
    trustProxy: runtime.config.behindTlsProxy ? (_address, hop) => hop === 0 : false,
    genReqId: () => randomUUID(),
    // Requests in flight are answered before the server closes; idle connections do not hold it open.
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(runtime), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  addressAll(app);
  const refuseTheOthers = refuseOtherMethods(app, '/api/v1/');
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY },
    enableCSPNonces: true,
  });
  await app.register(fastifyCookie);
  await serveWebPages(app, WEB_FOLDER);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(requestValidation());
  app.useGlobalInterceptors(new WriteAnswerInterceptor(app.get(ProofWaiter)));
  allowDocumentationStyles(app);
  const out = runtime.config.requestLog ? process.stdout : undefined;
  observeRequests(app.getHttpAdapter().getInstance(), { metrics: app.get(Metrics), out });
  if (runtime.demonstration) {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onSend', async (_request, reply) => {
        void reply.header('Countersign-Demonstration', 'true');
      });
  }
  serveOpenApi(app, runtime);
  await app.init();
  refuseTheOthers();
  // JSON and nothing else: what a page of another site can send without asking (forms, plain text) is not read.
  adapter.getInstance().removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain']);
  return app;
}

/** Where every handler of the interface is found. */
function addressAll(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['api/errors'] });
}

/** The description of the interface, of a server that is not made: no handler exists and nothing is connected to. */
export async function describeServer(): Promise<OpenAPIObject> {
  const nothing = { appUrl: 'postgres://nobody@localhost/none', demonstration: false } as Runtime;
  const app = await NestFactory.create(AppModule.on(nothing), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  addressAll(app);
  const document = openApiDocument(app, nothing);
  await app.close();
  return document;
}

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** Swagger UI writes styles into its page; nothing else may. */
function allowDocumentationStyles(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      const policy = reply.getHeader('Content-Security-Policy');
      if (request.url.startsWith('/api/docs') && typeof policy === 'string') {
        void reply.header(
          'Content-Security-Policy',
          policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'"),
        );
      }
    });
}
