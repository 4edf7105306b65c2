import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { AssertionBody, isTyped } from '../passkeys/passkeys.dto.js';
import { WITNESS_ATTESTS } from '../../../domain/ledger/signers.js';
import { said } from '../../../domain/refusal-details.js';
import { saying } from '../../http/validation-details.js';

const MEANINGS = ['witnessed', 'checked', 'approved'] as const;

/** One act, as it will be sent. */
export class SignedThing {
  @ApiProperty({ description: 'The last part of the address of the act that is signed.', example: 'wastes' })
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{1,63}$/)
  act!: string;

  @ApiProperty({
    description: 'The `Idempotency-Key` that the act will be sent with. (The header of this request is another one.)',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20',
  })
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{8,64}$/)
  idempotencyKey!: string;

  @ApiProperty({
    description: 'The body the act will be sent with, word for word, without its `signatures`.',
    type: 'object',
    additionalProperties: true,
    example: { sessionId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30', volumeMl: '0.25' },
  })
  @IsObject()
  body!: Record<string, unknown>;
}

export class SignatureQuestionRequest extends SignedThing {
  @ApiPropertyOptional({
    description: 'Whose key is asked. Left out: a key that knows its owner by itself.',
    example: 'rn2',
  })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  username?: string;
}

export class SignatureRequest extends SignedThing {
  @ApiProperty({
    description:
      'What the signer says with it: `witnessed` for wastes and close-outs; `checked` for receipts, moves, returns and ' +
      'counts; `approved` for reversals and reopenings.',
    enum: MEANINGS,
    example: 'witnessed',
  })
  @IsIn(MEANINGS)
  meaning!: (typeof MEANINGS)[number];

  @ApiPropertyOptional({
    description: 'What a witness states having seen; for wastes all three are needed.',
    enum: WITNESS_ATTESTS,
    isArray: true,
    example: ['label', 'volume', 'act'],
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(WITNESS_ATTESTS, { each: true })
  attests: (typeof WITNESS_ATTESTS)[number][] = [];

  @ApiPropertyOptional({ description: 'Of the signer; needed without `assertion`.', example: 'rn2' })
  @ValidateIf(isTyped)
  @IsString()
  @Length(1, 512)
  username?: string;

  @ApiPropertyOptional({ description: 'Of the signer; needed without `assertion`.', example: 'correct-horse-battery' })
  @ValidateIf(isTyped)
  @IsString()
  @Length(1, 512)
  password?: string;

  @ApiPropertyOptional({
    description: 'What a key of the signer answered to `signatures/options`, in place of user name and password.',
    type: AssertionBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionBody)
  assertion?: AssertionBody;

  @ApiPropertyOptional({
    description: 'The signer’s six digits; needed by whoever has an authenticator.',
    example: '492039',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}$/, saying(said('field_digits', { count: 6 })))
  totp?: string;
}

export class SignatureAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  signatureId!: string;

  @ApiProperty({
    description: 'To be sent in `signatures` of the act: for this act, within two minutes, once.',
    example: 'mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE',
  })
  token!: string;

  @ApiProperty({ example: '2026-03-02T08:02:00.000Z' })
  expiresAt!: string;

  @ApiProperty({ description: 'Who signed.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  personId!: string;

  @ApiProperty({ example: 'Rosa Nguyen' })
  displayName!: string;

  @ApiProperty({ enum: MEANINGS, example: 'witnessed' })
  meaning!: (typeof MEANINGS)[number];
}
