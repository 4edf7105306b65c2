import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INSIDE_HOLDERS, OUTSIDE_HOLDERS, type HolderKind } from '../../domain/holders.js';
import type { JsonObject, RecordActor } from '../../domain/ledger/record.js';
import { WITNESS_ATTESTS } from '../../domain/ledger/signers.js';
import { REFUSALS } from '../../domain/refusal-codes.js';

const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const LOCATION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23';
const MEANINGS = ['performed', 'witnessed', 'checked', 'approved'] as const;

/** Somebody who signed a record, by name: what stood beside a signature on paper. */
export class ActorView {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41' })
  readonly personId!: string;

  @ApiProperty({ example: 'RN4' })
  readonly displayName!: string;

  @ApiProperty({ description: 'The role in which they did; `none` for one’s own account.', example: 'nurse' })
  readonly role!: string;

  @ApiProperty({ enum: MEANINGS, example: 'witnessed' })
  readonly meaning!: RecordActor['meaning'];

  @ApiProperty({ description: 'How they authenticated.', example: 'signature:password' })
  readonly method!: string;

  @ApiProperty({
    description: 'Hash of the evidence of it, base64.',
    example: 'Zf3g7o2xgq8m0i6cV9s2v7q0k1X4b8n3a5t6y7u8i9o=',
  })
  readonly evidence!: string;

  @ApiPropertyOptional({
    description: 'What a witness states having seen.',
    enum: WITNESS_ATTESTS,
    isArray: true,
    example: ['label', 'volume', 'act'],
  })
  readonly attests?: readonly string[];

  @ApiPropertyOptional({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b81' })
  readonly signatureId?: string;

  @ApiProperty({
    description: 'When this person signed: the act itself for who did it.',
    example: '2026-08-31T14:38:02.117Z',
  })
  readonly signedAt!: string;

  @ApiPropertyOptional({ description: 'The earlier record in which the signature was given.', example: 119 })
  readonly signedSeq?: number;
}

/** One line of an entry, or several alike: with `ids`, one for each holder named. */
export class LineView {
  @ApiProperty({ enum: [...INSIDE_HOLDERS, ...OUTSIDE_HOLDERS], example: 'waste' })
  readonly holder!: HolderKind;

  @ApiPropertyOptional({
    description: 'Containers, sessions or discrepancies; a holder outside has none.',
    type: [String],
    example: [SESSION],
  })
  readonly ids?: readonly string[];

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  readonly productId!: string;

  @ApiProperty({ example: LOCATION })
  readonly locationId!: string;

  @ApiProperty({ description: 'Of each holder; minus leaves it.', example: '-2' })
  readonly amountMg!: string;

  @ApiPropertyOptional({ example: '-0.04' })
  readonly volumeMl?: string;

  @ApiPropertyOptional({ example: -1 })
  readonly deviceCount?: number;

  @ApiPropertyOptional({ description: 'Whose totals it counts to, where that is not the performer.' })
  readonly personId?: string;
}

/** Why an attempt was refused, and what was tried. */
export class RefusalView {
  @ApiProperty({ enum: Object.keys(REFUSALS), example: 'witness_missing' })
  readonly code!: string;

  @ApiProperty({ description: 'The type of the record it would have been.', example: 'waste' })
  readonly of!: string;

  @ApiPropertyOptional({ example: 'signatures' })
  readonly field?: string;

  @ApiPropertyOptional()
  readonly detail?: string;
}

/** One record of the log for a reader. All of it is read from the record's own bytes, but for names and texts. */
export class RecordView {
  @ApiProperty({ description: 'Its number in the log of the site.', example: 121 })
  readonly seq!: number;

  @ApiProperty({ description: 'The idempotency key of its request, or an id.', example: SESSION })
  readonly id!: string;

  @ApiProperty({ description: 'What was done; `refused` for an attempt.', example: 'waste' })
  readonly type!: string;

  @ApiProperty({ description: 'When it happened, as the person says.', example: '2026-08-31T14:38:00.000Z' })
  readonly occurredAt!: string;

  @ApiProperty({ description: "The ledger's clock.", example: '2026-08-31T14:38:11.204Z' })
  readonly recordedAt!: string;

  @ApiProperty({
    description: 'RFC 6962 leaf hash, base64: what its place in the log commits to.',
    example: '7n3p6dZ5q0o7cs2f4kB5tV2oL9c0z3j6y7p8e9x0d1m=',
  })
  readonly leafHash!: string;

  @ApiProperty({
    description: "Entered later than the site's policy allows without a reason; shows for ever.",
    example: false,
  })
  readonly late!: boolean;

  @ApiProperty({ description: 'The first did it.', type: [ActorView] })
  readonly actors!: readonly ActorView[];

  @ApiPropertyOptional({
    description: 'What the act says besides its lines.',
    type: 'object',
    additionalProperties: true,
    example: { from: 'in_hand', sessionId: SESSION, amountMg: '2', volumeMl: '0.04' },
  })
  readonly act?: JsonObject;

  @ApiPropertyOptional({ example: LOCATION })
  readonly locationId?: string;

  @ApiPropertyOptional({ example: SESSION })
  readonly sessionId?: string;

  @ApiPropertyOptional({ description: 'Digest of what the signers signed, base64.' })
  readonly intent?: string;

  @ApiPropertyOptional({ description: 'They sum to zero for each product.', type: [LineView] })
  readonly lines?: readonly LineView[];

  @ApiPropertyOptional({ type: RefusalView })
  readonly refusal?: RefusalView;

  @ApiPropertyOptional({ description: 'The entry that this one undoes.', example: 118 })
  readonly reversesSeq?: number;

  @ApiPropertyOptional({ description: 'The entry that undid this one.', example: 130 })
  readonly reversedBySeq?: number;

  @ApiPropertyOptional({ description: 'The erasure that destroyed its private values.', example: 9042 })
  readonly erasedBySeq?: number;

  @ApiPropertyOptional({ description: 'What else it is about.', type: [String], example: [SESSION] })
  readonly subjects?: readonly string[];

  @ApiPropertyOptional({
    description: 'Free text given with the act: why it was wasted, why it is late.',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { reason: 'dose remainder' },
  })
  readonly texts?: Readonly<Record<string, string>>;
}
