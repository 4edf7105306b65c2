import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import { DIMENSIONS, type Dimension } from './reconciliation.fields.js';
import { said } from '../../domain/refusal-details.js';
import { saying } from '../../platform/http/validation-details.js';

const FORMATS = ['json', 'csv', 'json_file'] as const;

export type Format = (typeof FORMATS)[number];

/** A list that can also be had as CSV, then whole and not by pages. */
export class ReportQuery extends PageQuery {
  @ApiPropertyOptional({
    description:
      '`csv` answers with the whole report as RFC 4180 text, as `Accept: text/csv` does; `json_file` with the whole of it as a JSON file. Either is recorded as an export.',
    enum: FORMATS,
    default: 'json',
  })
  @IsOptional()
  @IsIn(FORMATS)
  format?: Format;

  @ApiPropertyOptional({ description: 'Only this product.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  productId?: string;

  @ApiPropertyOptional({ description: 'Only this location.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  locationId?: string;

  @ApiPropertyOptional({ description: 'Only what this person did.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  personId?: string;
}

const TIME = 'A local day of the site (the whole of it), or an instant with `Z` or an offset';

/** A report's period: what was asked, and the records it comes to. */
export class LogPeriod {
  @ApiProperty({ description: 'Its first moment.', example: '2026-08-01T05:00:00.000Z' })
  readonly from!: string;

  @ApiProperty({ description: 'The first moment after it.', example: '2026-09-01T05:00:00.000Z' })
  readonly until!: string;

  @ApiProperty({ description: 'Its first record.', example: 1042 })
  readonly fromSeq!: number;

  @ApiProperty({ description: 'The first record after it.', example: 2871 })
  readonly untilSeq!: number;

  @ApiProperty({ description: 'Of the site.', example: 'America/Chicago' })
  readonly timeZone!: string;
}

/** What a page of a report says of its period. */
export const PERIOD_TOLD = { period: { type: LogPeriod } } as const;

/** A report over what was recorded in a period. */
export class PeriodQuery extends ReportQuery {
  @ApiProperty({ description: `${TIME}: the first moment.`, example: '2026-08-01' })
  @IsString()
  @MaxLength(40)
  from!: string;

  @ApiProperty({ description: `${TIME}: the last day, or the first moment after the period.`, example: '2026-08-31' })
  @IsString()
  @MaxLength(40)
  to!: string;
}

export class ReconciliationQuery extends PeriodQuery {
  @ApiProperty({ description: 'What a row is about.', enum: DIMENSIONS, example: 'product' })
  @IsIn(DIMENSIONS)
  by!: Dimension;

  @ApiPropertyOptional({ description: 'Only this lot; by lot or container.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  lotId?: string;

  @ApiPropertyOptional({ description: 'Only this container; by container.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  containerId?: string;

  @ApiPropertyOptional({ description: 'Only this session; by session.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

export class RefusedQuery extends PeriodQuery {
  @ApiPropertyOptional({ description: 'Only this refusal: a code of docs/errors.md.', example: 'witness_missing' })
  @IsOptional()
  @Matches(/^[a-z_]{1,64}$/, saying(said('field_word', { example: 'witness_missing' })))
  code?: string;
}
