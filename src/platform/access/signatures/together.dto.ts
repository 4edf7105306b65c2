import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { SignatureAnswer } from './signatures.dto.js';

/** A room's sheet, a pallet's lots: more than anybody reads through before signing would be no reading. */
const MOST_TOGETHER = 60;
/** Acts that are checked over, line by line of one list. A witness states for each waste alone what they saw. */
const TOGETHER = ['receipts', 'moves', 'counts'] as const;

export class ActToSign {
  @ApiProperty({
    description: 'The `Idempotency-Key` that this act will be sent with.',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20',
  })
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{8,64}$/)
  idempotencyKey!: string;

  @ApiProperty({
    description: 'The body this act will be sent with, word for word, without its `signatures`.',
    type: 'object',
    additionalProperties: true,
    example: { container: '20260831-0001-01', toLocationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' },
  })
  @IsObject()
  body!: Record<string, unknown>;
}

export class SignaturesTogetherRequest {
  @ApiProperty({ description: 'The last part of the address of the acts.', enum: TOGETHER, example: 'moves' })
  @IsIn(TOGETHER)
  act!: (typeof TOGETHER)[number];

  @ApiProperty({ description: 'The acts that were shown to the signer.', type: [ActToSign] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOGETHER)
  @ValidateNested({ each: true })
  @Type(() => ActToSign)
  acts!: [ActToSign, ...ActToSign[]];

  @ApiProperty({ description: 'Of the signer.', example: 'rn2' })
  @IsString()
  @Length(1, 512)
  username!: string;

  @ApiProperty({ description: 'Of the signer.', example: 'correct-horse-battery' })
  @IsString()
  @Length(1, 512)
  password!: string;

  @ApiPropertyOptional({
    description: 'The signer’s six digits; needed by whoever has an authenticator.',
    example: '492039',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}$/)
  totp?: string;
}

export class SignatureTogetherAnswer extends SignatureAnswer {
  @ApiProperty({ description: 'Number of the record of this signature.', example: 42 })
  seq!: number;

  @ApiProperty({ example: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' })
  leafHash!: string;

  @ApiProperty({ example: '2026-08-31T13:00:00.000Z' })
  recordedAt!: string;
}

export class SignaturesTogetherAnswer {
  @ApiProperty({ description: 'One for each act, in their order.', type: [SignatureTogetherAnswer] })
  items!: SignatureTogetherAnswer[];
}
