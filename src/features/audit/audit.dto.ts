import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

/** Which records of a log to show. */
export class LogQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Records of this type only.', example: 'waste' })
  @IsOptional()
  @Matches(/^[a-z][a-z_]{0,63}$/, { message: 'type is a word such as waste' })
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

  @OneOfField({ description: 'Left out: `oldest` first.', of: ['oldest', 'newest'], optional: true })
  first?: 'oldest' | 'newest';
}
