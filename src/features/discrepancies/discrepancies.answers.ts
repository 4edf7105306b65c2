import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RecordView } from '../../platform/audit/record.dto.js';

const KINDS = ['count', 'close_out', 'receipt'] as const;
export const DISCREPANCY_STATUSES = ['open', 'resolved'] as const;
export type DiscrepancyStatus = (typeof DISCREPANCY_STATUSES)[number];

/** What was missing or found, not yet explained. */
export class DiscrepancyDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61' })
  readonly discrepancyId!: string;

  @ApiProperty({ description: 'What brought it to light.', enum: KINDS, example: 'count' })
  readonly kind!: (typeof KINDS)[number];

  @ApiProperty({ enum: DISCREPANCY_STATUSES, example: 'open' })
  readonly status!: DiscrepancyStatus;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  readonly productId!: string;

  @ApiProperty({ example: 'KET50' })
  readonly productCode!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  readonly productName!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23' })
  readonly locationId!: string;

  @ApiProperty({ example: 'SAFE' })
  readonly locationCode!: string;

  @ApiPropertyOptional({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  readonly containerId?: string;

  @ApiPropertyOptional({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container?: string;

  @ApiProperty({ description: 'Found less book.', example: '-500' })
  readonly varianceMg!: string;

  @ApiPropertyOptional({ description: 'Of sealed containers.', example: -1 })
  readonly varianceContainers?: number;

  @ApiProperty({
    description: 'What the ledger holds in suspense for it; a count moves no stock, and holds none.',
    example: '0',
  })
  readonly inSuspenseMg!: string;

  @ApiProperty({ example: '2026-09-04T22:05:00.000Z' })
  readonly openedAt!: string;

  @ApiProperty({ description: 'The record that opened it.', example: 301 })
  readonly openedSeq!: number;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42' })
  readonly openedBy!: string;

  @ApiProperty({ example: 'RPH1' })
  readonly openedByName!: string;

  @ApiProperty({ example: 61 })
  readonly ageHours!: number;
}

export class DiscrepancyDetailsDto extends DiscrepancyDto {
  @ApiProperty({ description: 'The records about it, the oldest first.', type: [RecordView] })
  readonly history!: readonly RecordView[];
}
