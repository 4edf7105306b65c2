import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A reversal of a period, with what it takes back. */
export class ReversalTold {
  @ApiProperty({ example: 1050 })
  readonly seq!: number;

  @ApiProperty({ example: '2026-08-03T17:10:00.000Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'The entry it takes back.', example: 1042 })
  readonly reversesSeq!: number;

  @ApiProperty({ example: 'waste' })
  readonly reversedType!: string;

  @ApiProperty({ example: '2026-08-03T14:01:10.000Z' })
  readonly reversedRecordedAt!: string;

  @ApiProperty({ example: '12.5' })
  readonly amountMg!: string;

  @ApiProperty({ description: 'Who reversed it.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' })
  readonly personId!: string;

  @ApiPropertyOptional({ example: 'Nora Quill' })
  readonly personName?: string;
}
