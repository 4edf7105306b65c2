import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

/** When an act happened, where that is not now. */
export class OccurrenceDto {
  @ApiPropertyOptional({
    description: 'When it happened, with an offset; left out: now. In the past it may need `lateReason`.',
    example: '2026-08-31T08:36:00-05:00',
    format: 'date-time',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  occurredAt?: string;

  @ApiPropertyOptional({
    description: 'Why it is entered only now. Kept apart from the record as a private value.',
    example: 'The tablet had no network in the treatment room.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  lateReason?: string;
}

/** An act that others sign besides its performer. */
export class SignedActDto extends OccurrenceDto {
  @ApiProperty({
    description: 'The tokens of those who sign, from POST …/signatures; each is for this act and lasts two minutes.',
    example: ['sig_8Qb1VdRkq0mR5yq3uJrHc0w2'],
    type: [String],
    required: false,
    maxItems: 4,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  signatures?: string[];
}

/** A quantity in the unit of its product: mL or mg of a vial, devices or mg of a kit. */
export class QuantityDto extends OccurrenceDto {
  @ApiPropertyOptional({ description: 'mg, as a decimal string.', example: '34' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amountMg?: string;
}
