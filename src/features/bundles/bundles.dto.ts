import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SELECTION_KINDS, type SelectionKind, type Shown } from '../../domain/bundle/format.js';
import { LANGUAGES, type Language } from '../../domain/bundle/words/languages.js';
import { CountField, IdField, OneOfField, TextField } from '../../platform/http/fields.js';

const SHOWN = ['amounts', 'everything'] as const;

/** What an inspector is to get. */
export class NewBundleDto {
  @OneOfField({
    description: 'What it is about: the whole life of a subject, all records of a period, or one record.',
    of: SELECTION_KINDS,
    example: 'container',
  })
  kind!: SelectionKind;

  @IdField({ description: 'The container, lot, product, session, patient or person.', optional: true })
  subjectId?: string;

  @CountField({
    description: 'Of a single record: its number in the log.',
    example: 118,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  seq?: number;

  @TextField({
    description: 'Only what was recorded at this time or later, with an offset. Left out: from the beginning.',
    example: '2026-09-01T00:00:00-05:00',
    optional: true,
    max: 40,
  })
  from?: string;

  @TextField({
    description: 'Only what was recorded before this time, with an offset. Left out: up to the export.',
    example: '2026-10-01T00:00:00-05:00',
    optional: true,
    max: 40,
  })
  to?: string;

  @OneOfField({
    description: '`amounts` withholds every private value; `everything` asks for `patient:read` too.',
    of: SHOWN,
    example: 'amounts',
  })
  shown!: Shown;

  @TextField({ description: 'Why, and for whom. Kept as a private value.', optional: true, max: 500 })
  purpose?: string;
}

export class FileQuery {
  @OneOfField({ description: 'Of the summary and the first page. Left out: `en`.', of: LANGUAGES, optional: true })
  language?: Language;
}

/** What was chosen, as the log has it. */
export class SelectionDto {
  @ApiProperty({ enum: SELECTION_KINDS, example: 'container' })
  kind!: SelectionKind;

  @ApiPropertyOptional({ format: 'uuid', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  subjectId?: string;

  @ApiPropertyOptional({ type: 'integer', example: 118 })
  seq?: number;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-09-01T05:00:00.000Z' })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-10-01T05:00:00.000Z' })
  to?: string;
}

/** An export that is recorded. */
export class BundleMadeDto {
  @ApiProperty({ format: 'uuid', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  bundleId!: string;

  @ApiProperty({ type: SelectionDto })
  selection!: SelectionDto;

  @ApiProperty({ enum: SHOWN, example: 'amounts' })
  shown!: Shown;
}

/** An export in the list of a site. */
export class BundleListedDto extends BundleMadeDto {
  @ApiProperty({ description: 'The record that the export is.', example: 340 })
  seq!: number;

  @ApiProperty({ format: 'date-time', example: '2026-10-02T15:00:00.000Z' })
  recordedAt!: string;

  @ApiProperty({ description: 'Who made it.', format: 'uuid', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13' })
  personId!: string;
}

/** An export, and how far its file is. */
export class BundleDto extends BundleListedDto {
  @ApiProperty({ description: 'Records in the file, those beside the chosen ones included.', example: 57 })
  records!: number;

  @ApiProperty({
    description: 'Whether a signed head covers the export, so that its file can be had at once.',
    example: true,
  })
  ready!: boolean;

  @ApiPropertyOptional({ description: 'Of a file that is on its way at this moment: records written.', example: 20 })
  written?: number;
}
