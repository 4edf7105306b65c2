import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { said } from '../../domain/refusal-details.js';
import { saying } from '../../platform/http/validation-details.js';

/** Which records of a log to show. */
export class LogQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Records of this type only.', example: 'waste' })
  @IsOptional()
  @Matches(/^[a-z][a-z_]{0,63}$/, saying(said('field_word', { example: 'waste' })))
  type?: string;

  @ApiPropertyOptional({ description: 'Records of what this person did.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  actor?: string;

  @ApiPropertyOptional({ description: 'Recorded at this time or later.', example: '2026-09-01T00:00:00Z' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ description: 'Recorded before this time.', example: '2026-10-01T00:00:00Z' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  @ApiPropertyOptional({
    description: 'Records about this: the label of a container, or the id of anything.',
    example: '20260831-0002-01',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subject?: string;

  @ApiPropertyOptional({
    description: 'Records beyond this number, in the direction of reading: a list can begin anywhere.',
    example: 1800,
    minimum: 0,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  beyondSeq?: number;

  @OneOfField({ description: 'Left out: `oldest` first.', of: ['oldest', 'newest'], optional: true })
  first?: 'oldest' | 'newest';
}

const PRIVATE = ['opened', 'sealed'] as const;

/** How one record is to be shown. */
export class RecordQuery {
  @ApiPropertyOptional({
    description: '`sealed` leaves its private values closed: nothing of a patient is read, and no reading is recorded.',
    enum: PRIVATE,
    default: 'opened',
  })
  @IsOptional()
  @IsIn(PRIVATE)
  private?: (typeof PRIVATE)[number];
}
