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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { AssertionBody, isTyped } from '../passkeys/passkeys.dto.js';
import { SignatureAnswer } from './signatures.dto.js';
import { said } from '../../../domain/refusal-details.js';
import { saying } from '../../http/validation-details.js';

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

export class ListToSign {
  @ApiProperty({ description: 'The last part of the address of the acts.', enum: TOGETHER, example: 'moves' })
  @IsIn(TOGETHER)
  act!: (typeof TOGETHER)[number];

  @ApiProperty({ description: 'The acts that were shown to the signer, in their order.', type: [ActToSign] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOGETHER)
  @ValidateNested({ each: true })
  @Type(() => ActToSign)
  acts!: [ActToSign, ...ActToSign[]];
}

export class ListQuestionRequest extends ListToSign {
  @ApiPropertyOptional({
    description: 'Whose key is asked. Left out: a key that knows its owner by itself.',
    example: 'rn2',
  })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  username?: string;
}

export class SignaturesTogetherRequest extends ListToSign {
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
    description:
      'What a key of the signer answered to `signatures/together/options`, in place of user name and password.',
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

export class SignaturesTogetherAnswer {
  @ApiProperty({ description: 'One for each act, in their order.', type: [SignatureAnswer] })
  items!: SignatureAnswer[];
}
