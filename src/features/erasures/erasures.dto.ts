import { ApiProperty } from '@nestjs/swagger';
import { ERASURE_BASES } from '../../domain/acts/erase-patient.js';
import { IdField, OneOfField, TextListField } from '../../platform/http/fields.js';
import { said } from '../../domain/refusal-details.js';

export class ErasureDto {
  @IdField({ description: 'Whose private values are destroyed.' })
  patientId!: string;

  @OneOfField({
    description: 'Why. No words of one’s own: they would stay.',
    of: ERASURE_BASES,
    example: 'retention_over',
  })
  basis!: (typeof ERASURE_BASES)[number];

  @TextListField({
    description: 'The token of the second person, who signs `erasures` as `approved`, made for this very body.',
    example: ['token of the second person'],
    optional: true,
    pattern: /^[\x21-\x7e]{1,200}$/,
    says: said('field_token'),
    maxItems: 4,
  })
  signatures?: string[];
}

export class ErasedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b71' })
  erasureId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  patientId!: string;

  @ApiProperty({ description: 'Records whose private values are gone.', example: 42 })
  recordCount!: number;

  @ApiProperty({ description: 'Values that are gone, each with its salt.', example: 57 })
  valueCount!: number;

  @ApiProperty({ description: 'Records that one erasure could not name: erase again.', example: 0 })
  remaining!: number;
}

export class ErasableDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  patientId!: string;

  @ApiProperty({ description: 'The last that happened with the patient.', example: '2026-03-02T08:00:00.000Z' })
  lastRecordAt!: string;

  @ApiProperty({ description: 'The longest that the site has promised since then.', example: 7 })
  retentionYears!: number;

  @ApiProperty({ description: 'The first day on which it is allowed.', example: '2033-03-03' })
  erasableFrom!: string;

  @ApiProperty({ description: 'Whether that day has come.', example: false })
  allowed!: boolean;

  @ApiProperty({ description: 'Records about the patient that still have private values.', example: 42 })
  recordCount!: number;

  @ApiProperty({ description: 'Values in them.', example: 57 })
  valueCount!: number;
}
