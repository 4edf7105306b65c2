import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';
import { OneOfField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class HistoryQuery extends PageQuery {
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
