import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';

type Schema = {
  type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  properties?: Record<string, Schema>;
  items?: Schema;
  example?: unknown;
};

/** The form of an example: its fields and their types. A field of an example is not said to be always there. */
export function schemaOf(example: unknown): Schema {
  if (Array.isArray(example)) return { type: 'array', items: schemaOf(example[0] ?? {}) };
  if (typeof example === 'object' && example !== null) {
    const properties = Object.entries(example).map(([key, value]) => [key, schemaOf(value)]);
    return { type: 'object', properties: Object.fromEntries(properties) };
  }
  if (typeof example === 'number') return { type: 'integer', example };
  return { type: typeof example === 'boolean' ? 'boolean' : 'string', example };
}

/** Documents the answer of a write by an example of it: 201, committed. */
export function ApiRecordedLike(example: object): MethodDecorator {
  return ApiCreatedResponse({
    description: 'Committed. `Idempotent-Replayed: true` marks the first answer given again.',
    schema: { ...schemaOf(example), example },
  });
}

/** Documents the answer of a read by an example of it. */
export function ApiAnswerLike(example: object): MethodDecorator {
  return ApiOkResponse({ schema: { ...schemaOf(example), example } });
}

/** Documents a page of a list by an example of its items. */
export function ApiPageLike(item: object): MethodDecorator {
  const page = { items: [item], nextCursor: 'WzExOF0' };
  return ApiOkResponse({
    description: '`nextCursor`, sent as `cursor`, gives the next page; the last page has none.',
    schema: { ...schemaOf(page), example: page },
  });
}
