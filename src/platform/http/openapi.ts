import { applyDecorators, type INestApplication } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
  SwaggerModule,
  type OpenAPIObject,
} from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { REFUSALS, type RefusalCode } from '../../domain/refusal-codes.js';
import { Problem, problemOf } from './problem.js';
import { refuse } from '../../domain/refusal.js';

const EVERYWHERE: readonly RefusalCode[] = ['not_authenticated', 'not_permitted', 'request_invalid'];
const EVERY_WRITE: readonly RefusalCode[] = [
  'idempotency_key_missing',
  'request_in_progress',
  'idempotency_key_reused',
  'occurred_in_future',
  'late_entry_needs_reason',
];

/** Documents the refusals a handler can answer with, each with its status and an example problem. */
export function Refuses(...codes: RefusalCode[]): MethodDecorator & ClassDecorator {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of [...EVERYWHERE, ...codes]) {
    const { status } = REFUSALS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ApiExtraModels(Problem),
    ...[...byStatus].map(([status, ofStatus]) =>
      ApiResponse({
        status,
        description: ofStatus.map((code) => `\`${code}\` ${REFUSALS[code].title}`).join('\n\n'),
        content: {
          'application/problem+json': {
            schema: { $ref: getSchemaPath(Problem) },
            examples: Object.fromEntries(
              ofStatus.map((code) => [code, { value: problemOf(refuse(code), '0190f3a2-example') }]),
            ),
          },
        },
      }),
    ),
  );
}

/** Documents a write: the key it needs, and what every write can be refused for besides its own codes. */
export function WriteRefuses(...codes: RefusalCode[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Names this act. Sent again with the same body it gives the first answer; with another, a conflict.',
      schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{8,64}$', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
    }),
    Refuses(...EVERY_WRITE, ...codes),
  );
}

/** The OpenAPI document of the whole interface. */
export function openApiDocument(app: INestApplication, of: { demonstration: boolean }): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(of.demonstration ? 'Countersign: a demonstration' : 'Countersign')
    .setDescription(
      'A controlled-substance ledger. Amounts are decimal strings with their unit in the name. A 2xx of a write means ' +
        'committed. Every refusal is an RFC 9457 problem with a code of a closed list.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('countersign')
    .build();
  return withWholeAddresses(SwaggerModule.createDocument(app, config));
}

/** A guard reads `{siteId}` where the handler does not: what stands in an address is described all the same. */
function withWholeAddresses(document: OpenAPIObject): OpenAPIObject {
  for (const [address, operations] of Object.entries(document.paths)) {
    for (const operation of [operations.get, operations.post]) {
      if (!operation) continue;
      const known = (operation.parameters ?? []).map((one) => ('name' in one ? one.name : ''));
      const missing = [...address.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => String(name))
        .filter((one) => !known.includes(one));
      operation.parameters = [
        ...(operation.parameters ?? []),
        ...missing.map((name) => ({
          name,
          in: 'path' as const,
          required: true,
          schema: { type: 'string', format: 'uuid' },
        })),
      ];
    }
  }
  return document;
}

/** Serves it at /api/docs and as /api/docs-json. */
export function serveOpenApi(app: NestFastifyApplication, of: { demonstration: boolean }): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, of), { jsonDocumentUrl: 'api/docs-json' });
}
