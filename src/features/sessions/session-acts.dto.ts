import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';

const TYPES = ['draw', 'take', 'give', 'waste', 'return', 'reversal'] as const;
const FROM = ['container', 'in_hand', 'patient', 'waste'] as const;

/** Something that was done with the substance of a session. */
export class SessionActDto {
  @ApiProperty({ description: 'Its record in the log.', example: 118 })
  readonly seq!: number;

  @ApiProperty({ enum: TYPES, example: 'draw' })
  readonly type!: (typeof TYPES)[number];

  @ApiProperty({ example: '2026-08-31T14:27:00.000Z' })
  readonly occurredAt!: string;

  @ApiProperty({ example: '2026-08-31T14:27:04.512Z' })
  readonly recordedAt!: string;

  @ApiProperty({ example: false })
  readonly late!: boolean;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40' })
  readonly personId!: string;

  @ApiProperty({ example: 'RN1' })
  readonly personName!: string;

  @ApiProperty({ description: 'What it left.', enum: FROM, example: 'container' })
  readonly from!: (typeof FROM)[number];

  @ApiProperty({ description: 'Where it went.', enum: FROM, example: 'in_hand' })
  readonly to!: (typeof FROM)[number];

  @ApiProperty({ example: '36' })
  readonly amountMg!: string;

  @ApiPropertyOptional({ example: '0.72' })
  readonly volumeMl?: string;

  @ApiPropertyOptional({ example: 1 })
  readonly deviceCount?: number;

  @ApiPropertyOptional({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  readonly containerId?: string;

  @ApiPropertyOptional({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container?: string;

  @ApiPropertyOptional({ description: 'Of a dose: with it more was given in all than was ordered.', example: false })
  readonly aboveOrder?: boolean;

  @ApiPropertyOptional({ description: 'Of a reversal: the record it takes back.', example: 110 })
  readonly reversesSeq?: number;

  @ApiPropertyOptional({ description: 'The record that takes it back.', example: 130 })
  readonly reversedBySeq?: number;
}

/** A container that something of a session came from. */
export class SessionContainerDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  readonly containerId!: string;

  @ApiProperty({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container!: string;

  @ApiProperty({ description: 'As it is now.', enum: CONTAINER_STATES, example: 'open' })
  readonly state!: ContainerLifeState;

  @ApiProperty({ example: 'LT101' })
  readonly lotNumber!: string;

  @ApiProperty({ example: '2028-01-13' })
  readonly expiresOn!: string;

  @ApiPropertyOptional({ example: '2026-09-28' })
  readonly beyondUseOn?: string;

  @ApiProperty({ description: 'Drawn from it for the session, what was taken back left out.', example: '36' })
  readonly drawnMg!: string;

  @ApiProperty({ description: 'Returned to it unopened.', example: '0' })
  readonly returnedMg!: string;

  @ApiProperty({ description: 'Wasted out of the container itself.', example: '0' })
  readonly wastedMg!: string;
}
