import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ROUTES, type Route } from '../../domain/acts/start-session.js';
import { OccurrenceDto, SignedActDto } from '../../platform/http/occurrence.dto.js';
import { PageQuery } from '../../platform/http/pagination.js';

const SESSION_ID = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';

export class OrderDto {
  @ApiPropertyOptional({ description: 'The dose in mg.', example: '34' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amountMg?: string;

  @ApiPropertyOptional({ description: 'The dose for each kilogram, with `weightKg`.', example: '0.5' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amountMgPerKg?: string;

  @ApiPropertyOptional({ description: 'The patient’s weight.', example: '68' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  weightKg?: string;
}

export class StartSessionDto extends OccurrenceDto {
  @ApiPropertyOptional({ description: 'A UUID made by the client; left out: one is made.', example: SESSION_ID })
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20' })
  @IsUUID()
  patientId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  @IsUUID()
  productId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22' })
  @IsUUID()
  prescriberId!: string;

  @ApiProperty({ description: 'The room.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23' })
  @IsUUID()
  locationId!: string;

  @ApiProperty({ enum: ROUTES, example: 'intravenous' })
  @IsIn(ROUTES)
  route!: Route;

  @ApiProperty({ description: 'Either `amountMg`, or `amountMgPerKg` with `weightKg`.', type: OrderDto })
  @ValidateNested()
  @Type(() => OrderDto)
  order!: OrderDto;

  @ApiPropertyOptional({
    description: 'Why the patient is treated. Kept apart as a private value.',
    example: 'treatment-resistant depression',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  indication?: string;
}

export class InSessionDto extends OccurrenceDto {
  @ApiProperty({ example: SESSION_ID })
  @IsUUID()
  sessionId!: string;
}

export class DrawDto extends InSessionDto {
  @ApiProperty({ description: 'Label or id of the container.', example: '20260831-0002-01' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  container!: string;

  @ApiPropertyOptional({ description: 'What left a vial, in mL.', example: '0.72' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  volumeMl?: string;

  @ApiPropertyOptional({ description: 'How many devices left a kit.', example: 2 })
  @IsOptional()
  @IsInt()
  deviceCount?: number;
}

export class TakeDto extends InSessionDto {
  @ApiProperty({ description: 'Label or id of a sealed container.', example: '20260831-0005-01' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  container!: string;
}

export class ReturnDto extends SignedActDto {
  @ApiProperty({ example: SESSION_ID })
  @IsUUID()
  sessionId!: string;

  @ApiProperty({ description: 'Label or id of the container taken out, unopened.', example: '20260831-0005-01' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  container!: string;
}

export class GiveDto extends InSessionDto {
  @ApiPropertyOptional({ description: 'What was given, in mg.', example: '34' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amountMg?: string;

  @ApiPropertyOptional({ description: 'How many devices were given; may stand beside `amountMg`.', example: 2 })
  @IsOptional()
  @IsInt()
  deviceCount?: number;

  @ApiPropertyOptional({ description: 'When the dose began.', example: '2026-08-31T09:32:00-05:00' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  startedAt?: string;

  @ApiPropertyOptional({ description: 'When it ended: observation begins.', example: '2026-08-31T10:12:00-05:00' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  stoppedAt?: string;

  @ApiPropertyOptional({ description: 'Kept apart as a private value.', example: 'Tolerated well.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class DischargeDto extends OccurrenceDto {
  @ApiPropertyOptional({
    description: 'Why the patient leaves before the observation is over. Kept apart as a private value.',
    example: 'Left against advice.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  earlyReason?: string;
}

export class EndSessionDto extends OccurrenceDto {}

export class ReopenSessionDto extends SignedActDto {
  @ApiProperty({ description: 'Kept apart as a private value.', example: 'The dose was entered for another session.' })
  @IsString()
  @MaxLength(1000)
  reason!: string;
}

export class SessionsQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Sessions begun on this day of the site’s time zone; `today` is the ledger’s today.',
    example: 'today',
  })
  @IsOptional()
  @Matches(/^(today|\d{4}-\d{2}-\d{2})$/, { message: 'A day is written YYYY-MM-DD, or today.' })
  day?: string;

  @ApiPropertyOptional({ enum: ['open', 'ended'] })
  @IsOptional()
  @IsIn(['open', 'ended'])
  status?: 'open' | 'ended';

  @ApiPropertyOptional({ description: 'Only patients who have had a dose and are not discharged.', example: 'true' })
  @IsOptional()
  @IsIn(['true', 'false'])
  observed?: 'true' | 'false';

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  nurseId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  locationId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  productId?: string;
}
