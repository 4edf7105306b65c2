import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';

const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const CONTAINER = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30';
const DOSE_BEGAN = '2026-08-31T14:32:00.000Z';
const DOSE_ENDED = '2026-08-31T15:12:00.000Z';
const OBSERVED = '2026-08-31T17:12:00.000Z';

/** An amount went from a container into the hand of a session, or back. */
export class DrawnDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ example: CONTAINER })
  containerId!: string;

  @ApiProperty({ description: 'Its label.', example: '20260831-0002-01' })
  container!: string;

  @ApiProperty({ example: '36' })
  amountMg!: string;

  @ApiPropertyOptional({ example: '0.72' })
  volumeMl?: string;

  @ApiPropertyOptional({ example: 2 })
  deviceCount?: number;

  @ApiProperty({ description: 'In hand for the session after it.', example: '36' })
  inHandMg!: string;

  @ApiPropertyOptional({
    description: 'Of a draw: more is given and in hand with it than was ordered.',
    example: true,
  })
  aboveOrder?: boolean;

  @ApiProperty({ enum: CONTAINER_STATES, example: 'open' })
  containerState!: ContainerLifeState;

  @ApiPropertyOptional({ description: 'The day of the first puncture.', example: '2026-08-31' })
  openedOn?: string;

  @ApiPropertyOptional({ description: 'The last day of use after opening.', example: '2026-09-24' })
  beyondUseOn?: string;
}

export class GivenDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ example: '34' })
  amountMg!: string;

  @ApiPropertyOptional({ example: '0.68' })
  volumeMl?: string;

  @ApiPropertyOptional({ example: 1 })
  deviceCount?: number;

  @ApiProperty({ description: 'In hand for the session after it.', example: '2' })
  inHandMg!: string;

  @ApiProperty({ description: 'Given in the session in all.', example: '34' })
  givenMg!: string;

  @ApiProperty({ description: 'With it more was given in all than was ordered.', example: false })
  aboveOrder!: boolean;

  @ApiProperty({ example: DOSE_BEGAN })
  firstDoseAt!: string;

  @ApiProperty({ example: DOSE_ENDED })
  lastDoseAt!: string;

  @ApiProperty({ description: 'Until then the patient is observed.', example: OBSERVED })
  observeUntil!: string;
}

export class DischargedDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ example: '2026-08-31T17:20:00.000Z' })
  dischargedAt!: string;

  @ApiProperty({ description: 'Before the observation was over.', example: false })
  dischargedEarly!: boolean;

  @ApiProperty({ example: OBSERVED })
  observeUntil!: string;
}

export class SessionReopenedDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ enum: ['open'], example: 'open' })
  status!: 'open';
}
