import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiPropertyOptional,
  getSchemaPath,
  type ApiPropertyOptions,
} from '@nestjs/swagger';

/** What every answer to a write says besides its own: where the log has it. */
export class RecordedAt {
  @ApiProperty({ description: 'Number of the record in the log of the site.', example: 42 })
  seq!: number;

  @ApiProperty({
    description: 'Leaf of the record in the tree of the log, base64: a receipt that can be checked years later.',
    example: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
  })
  leafHash!: string;

  @ApiProperty({ description: "The ledger's clock.", example: '2026-08-31T13:00:00.000Z' })
  recordedAt!: string;

  @ApiPropertyOptional({
    description:
      'With `Prefer: wait=proof`: the `.tlog-proof` (c2sp.org/tlog-proof) that the record is in the log, where a signed head ' +
      'covered it within two seconds; the header `Preference-Applied` says so. Later: GET /sites/{siteId}/log/{seq}/proof.',
    example: 'c2sp.org/tlog-proof@v1\nindex 42\n...',
  })
  proof?: string;
}

/** Documents the answer of a write: 201, committed, with its place in the log. */
export function ApiRecorded(answer: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(answer, RecordedAt),
    ApiCreatedResponse({
      description: 'Committed. `Idempotent-Replayed: true` marks the first answer given again.',
      schema: { allOf: [{ $ref: getSchemaPath(answer) }, { $ref: getSchemaPath(RecordedAt) }] },
    }),
  );
}

/** Documents a page of a list. */
export function ApiPage(item: Type): MethodDecorator {
  return ApiOkResponse({ type: pageModel(item) });
}

/** A page of a list as a form of the description, with what it says besides its items. */
export function pageModel(item: Type, more: Readonly<Record<string, ApiPropertyOptions>> = {}): Type {
  return modelOf(`${item.name.replace(/Dto$/, '')}Page`, {
    ...more,
    items: { type: [item] },
    nextCursor: {
      type: String,
      required: false,
      description: 'Send it as `cursor` for the next page; absent on the last.',
      example: 'WzExOF0',
    },
  });
}

/** A named form of the description, of fields that another table says already. */
export function modelOf(name: string, fields: Readonly<Record<string, ApiPropertyOptions>>): Type {
  const model = { [name]: class {} }[name] as Type;
  for (const [field, said] of Object.entries(fields)) ApiProperty(said)(model.prototype as object, field);
  return model;
}
