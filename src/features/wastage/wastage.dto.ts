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
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AssertionBody } from '../../platform/access/passkeys/passkeys.dto.js';
import { WITNESS_ATTESTS } from '../../domain/ledger/signers.js';
import {
  AmountField,
  CountField,
  IdField,
  OccurrenceFields,
  OneOfField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { PENDING_STATUSES, type PendingStatus } from './wastage.answers.js';
import { said } from '../../domain/refusal-details.js';
import { saying } from '../../platform/http/validation-details.js';

/** What is wasted: the same at one terminal and pending. */
export class PendingWasteDto extends OccurrenceFields {
  @IdField({ description: 'Whose hand it is wasted from; with `container` a reference only.', optional: true })
  sessionId?: string;

  @TextField({
    description: 'Label or id, where it is wasted from a container.',
    example: '20260831-0003-01',
    optional: true,
    max: 64,
  })
  container?: string;

  @AmountField({ description: 'How much, in mg.', example: '2', optional: true })
  amountMg?: string;

  @AmountField({ description: 'How much, in mL.', example: '0.04', optional: true })
  volumeMl?: string;

  @CountField({ description: 'How many devices.', min: 1, max: 10_000, optional: true })
  deviceCount?: number;

  @TextField({
    description: 'Needed. Kept apart from the record as a private value.',
    example: 'dose remainder',
    optional: true,
    max: 500,
  })
  reason?: string;
}

export class WasteDto extends PendingWasteDto {
  @TextListField({
    description: 'Tokens of POST /sites/{siteId}/signatures, one a witness, made for this very body.',
    example: ['token of the first witness', 'token of the second'],
    optional: true,
    pattern: /^[\x21-\x7e]{1,200}$/,
    says: said('field_token'),
    maxItems: 4,
  })
  signatures?: string[];
}

/** A witness signs a pending waste in their own session: who they are is known, so it asks for password or key alone. */
export class WitnessDto {
  @ApiPropertyOptional({
    description: 'The witness’s own; needed without `assertion`.',
    example: 'correct-horse-battery',
  })
  @ValidateIf(({ assertion }: WitnessDto) => assertion === undefined)
  @IsString()
  @Length(1, 512)
  password?: string;

  @ApiPropertyOptional({
    description: 'What a key of the witness answered to `signatures/options` of this waste, in place of the password.',
    type: AssertionBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionBody)
  assertion?: AssertionBody;

  @ApiPropertyOptional({ description: 'Six digits, of whoever has an authenticator.', example: '492039' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}$/, saying(said('field_digits', { count: 6 })))
  totp?: string;

  @ApiProperty({
    description: 'What the witness states having seen: all three.',
    enum: WITNESS_ATTESTS,
    isArray: true,
    example: ['label', 'volume', 'act'],
  })
  @IsArray()
  @ArrayUnique()
  @IsIn(WITNESS_ATTESTS, { each: true })
  attests!: (typeof WITNESS_ATTESTS)[number][];
}

export class WithdrawDto {
  @TextField({
    description: 'Needed. Kept apart from the record as a private value.',
    example: 'entered twice',
    optional: true,
    max: 500,
  })
  reason?: string;
}

export class PendingWastesQuery extends PageQuery {
  @OneOfField({
    description: 'Left out: those that wait.',
    of: PENDING_STATUSES,
    optional: true,
  })
  status?: PendingStatus;

  @IdField({ description: 'Only of this session.', optional: true })
  sessionId?: string;
}
