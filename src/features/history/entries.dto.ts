import { ApiProperty } from '@nestjs/swagger';
import { RecordView } from '../../platform/audit/record.dto.js';

const KINDS = ['container', 'product', 'location', 'patient'] as const;

/** What an id of a record stands for. */
export class NamedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  readonly id!: string;

  @ApiProperty({ enum: KINDS, example: 'container' })
  readonly kind!: (typeof KINDS)[number];

  @ApiProperty({
    description: 'Label or code; of a patient, whom a reading of its own names, the id.',
    example: 'R-01',
  })
  readonly name!: string;
}

/** A record with what its ids stand for. */
export class EntryDto extends RecordView {
  @ApiProperty({ type: [NamedDto] })
  readonly named!: readonly NamedDto[];
}
