import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const CLASSES = ['exact', 'overfill_gain', 'close_out_shortage', 'discrepancy'] as const;

export class ClosedOutDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  containerId!: string;

  @ApiProperty({ description: 'Its label.', example: '20260831-0002-01' })
  container!: string;

  @ApiProperty({ description: 'Measured less book.', example: '12' })
  varianceMg!: string;

  @ApiProperty({ description: 'The same in percent of the label amount.', example: '2.40' })
  percentOfLabel!: string;

  @ApiProperty({ description: 'What the difference is.', enum: CLASSES, example: 'overfill_gain' })
  class!: (typeof CLASSES)[number];

  @ApiPropertyOptional({
    description: 'Of a discrepancy: the one that was opened.',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61',
  })
  discrepancyId?: string;

  @ApiProperty({ description: 'The book before it.', example: '-12' })
  bookMg!: string;

  @ApiProperty({ enum: ['empty'], example: 'empty' })
  containerState!: 'empty';
}
