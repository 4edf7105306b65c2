import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DETAILS, said, sentenceOf, type Detail, type DetailKind } from '../../domain/refusal-details.js';
import { REFUSALS, type RefusalCode } from '../../domain/refusal-codes.js';
import { refuse, type Refusal } from '../../domain/refusal.js';

const KIND = {
  description: 'What the detail says, as a kind of a closed list: for who words it in another language.',
  enum: Object.keys(DETAILS),
  enumName: 'DetailKind',
};
const VALUES = {
  description: 'What the kind names: amounts with their unit in the name, days, labels, counts.',
  type: 'object' as const,
  additionalProperties: { type: 'string' as const },
};

/** One field of a request that is not of the form it should be. */
export class FieldError {
  @ApiProperty({ example: 'amountMg' })
  readonly field!: string;

  @ApiProperty({ example: 'This has at most 20 characters.' })
  readonly detail!: string;

  @ApiProperty({ ...KIND, example: 'field_too_long' })
  readonly kind!: DetailKind;

  @ApiProperty({ ...VALUES, example: { max: '20' } })
  readonly values!: Readonly<Record<string, string>>;
}

/** The error of one field, in English and as its kind. */
export function fieldError(field: string, detail: Detail): FieldError {
  return { field, detail: sentenceOf(detail), ...detail };
}

/** RFC 9457 problem details, with the closed code, the field at fault and what to do next. */
export class Problem {
  @ApiProperty({ description: 'A page that explains the code.', example: '/api/errors#witness_missing' })
  readonly type!: string;

  @ApiProperty({ description: 'What is wrong, in general.', example: 'A witness is missing.' })
  readonly title!: string;

  @ApiProperty({ example: 422 })
  readonly status!: number;

  @ApiProperty({ description: 'Of the closed list.', enum: Object.keys(REFUSALS), example: 'witness_missing' })
  readonly code!: RefusalCode;

  @ApiProperty({ description: 'What is wrong this time.', example: 'Two witnesses must sign.' })
  readonly detail!: string;

  @ApiPropertyOptional({ ...KIND, example: 'witnesses_needed' })
  readonly kind?: DetailKind;

  @ApiPropertyOptional({ ...VALUES, example: { needed: '2', found: '0' } })
  readonly values?: Readonly<Record<string, string>>;

  @ApiPropertyOptional({ description: 'The field at fault.', example: 'signatures' })
  readonly field?: string;

  @ApiProperty({ description: 'What to do.', example: 'Let a witness sign.' })
  readonly next!: string;

  @ApiPropertyOptional({ description: 'Every field that is not of the form it should be.', type: [FieldError] })
  readonly errors?: readonly FieldError[];

  @ApiProperty({
    description: "The request's id, to tell support; it is in the log beside what happened.",
    example: 'urn:request:0190f3a2-example',
  })
  readonly instance!: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A refusal as the problem a client gets. */
export function problemOf(refusal: Refusal, requestId: string, errors?: readonly FieldError[]): Problem {
  const { status, title, next } = REFUSALS[refusal.code];
  return {
    type: `/api/errors#${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    ...refusal.says,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    next,
    ...(errors ? { errors } : {}),
    instance: `urn:request:${requestId}`,
  };
}

/** The refusal that stands for an HTTP status the framework answered with by itself. */
export function refusalOfStatus(status: number): Refusal {
  if (status === 400) return refuse('request_invalid');
  if (status === 401) return refuse('not_authenticated');
  if (status === 403) return refuse('not_permitted');
  if (status === 404) return refuse('not_found');
  if (status === 413) return refuse('payload_too_large');
  if (status === 415) return refuse('request_invalid', { detail: said('json_wanted') });
  if (status === 429) return refuse('too_many_requests');
  if (status === 503) return refuse('database_unavailable');
  return refuse(status >= 400 && status < 500 ? 'request_invalid' : 'internal_error');
}
