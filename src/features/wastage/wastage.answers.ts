import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';

export const PENDING_STATUSES = ['pending', 'complete', 'withdrawn'] as const;
export type PendingStatus = (typeof PENDING_STATUSES)[number];

const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const CONTAINER = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30';
const PENDING = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50';

/** What is wasted, and where from. */
export class WasteOfDto {
  @ApiPropertyOptional({ example: SESSION })
  readonly sessionId?: string;

  @ApiPropertyOptional({ description: 'Where it is wasted from a container.', example: CONTAINER })
  readonly containerId?: string;

  @ApiPropertyOptional({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container?: string;

  @ApiProperty({ example: '2' })
  readonly amountMg!: string;

  @ApiPropertyOptional({ example: '0.04' })
  readonly volumeMl?: string;

  @ApiPropertyOptional({ example: 1 })
  readonly deviceCount?: number;
}

export class WastedDto extends WasteOfDto {
  @ApiPropertyOptional({
    description: 'In hand for the session after it, where it was wasted from there.',
    example: '0',
  })
  readonly inHandMg?: string;

  @ApiProperty({ example: false })
  readonly late!: boolean;
}

export class PendingWasteOpenedDto extends WasteOfDto {
  @ApiProperty({ example: PENDING })
  readonly pendingWasteId!: string;

  @ApiProperty({ example: false })
  readonly late!: boolean;

  @ApiProperty({ enum: ['pending'], example: 'pending' })
  readonly status!: 'pending';

  @ApiProperty({ description: 'Given so far.', example: 0 })
  readonly signatures!: number;

  @ApiProperty({ example: 2 })
  readonly signaturesRequired!: number;
}

/** What the waste came to is told by the signature that completes it. */
export class PendingWasteSignedDto extends PartialType(WastedDto) {
  @ApiProperty({ example: PENDING })
  readonly pendingWasteId!: string;

  @ApiProperty({
    description: '`complete`: this signature recorded the waste.',
    enum: ['pending', 'complete'],
    example: 'pending',
  })
  readonly status!: 'pending' | 'complete';

  @ApiProperty({ example: 1 })
  readonly signatures!: number;

  @ApiProperty({ example: 2 })
  readonly signaturesRequired!: number;
}

export class PendingWasteWithdrawnDto {
  @ApiProperty({ example: PENDING })
  readonly pendingWasteId!: string;

  @ApiProperty({ enum: ['withdrawn'], example: 'withdrawn' })
  readonly status!: 'withdrawn';
}

export class PersonNamedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b41' })
  readonly personId!: string;

  @ApiProperty({ example: 'RN4' })
  readonly displayName!: string;
}

/** A pending waste as everybody's open list shows it. */
export class PendingWasteListedDto extends WasteOfDto {
  @ApiProperty({ example: PENDING })
  readonly pendingWasteId!: string;

  @ApiProperty({ enum: PENDING_STATUSES, example: 'pending' })
  readonly status!: PendingStatus;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  readonly productId!: string;

  @ApiProperty({ example: 'KET50' })
  readonly productCode!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  readonly productName!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23' })
  readonly locationId!: string;

  @ApiProperty({ example: 'ROOM1' })
  readonly locationCode!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40' })
  readonly openedBy!: string;

  @ApiProperty({ example: 'RN1' })
  readonly openedByName!: string;

  @ApiProperty({ example: '2026-08-31T14:38:00.000Z' })
  readonly openedAt!: string;

  @ApiProperty({ description: 'The record that opened it.', example: 121 })
  readonly openedSeq!: number;

  @ApiProperty({ example: 12 })
  readonly ageMinutes!: number;

  @ApiProperty({ description: 'Who has signed so far.', type: [PersonNamedDto] })
  readonly signedBy!: readonly PersonNamedDto[];
}
