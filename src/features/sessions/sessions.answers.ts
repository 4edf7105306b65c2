import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROUTES, type Route } from '../../domain/dose-route.js';
import { FORMS, type Form } from '../../domain/product.js';
import { SessionActDto, SessionContainerDto } from './session-acts.dto.js';

const STATUSES = ['open', 'ended'] as const;
const BALANCES = ['balanced', 'short', 'over'] as const;
const SESSION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11';
const CONTAINER = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30';
const DOSE_BEGAN = '2026-08-31T14:32:00.000Z';
const DOSE_ENDED = '2026-08-31T15:12:00.000Z';
const OBSERVED = '2026-08-31T17:12:00.000Z';

export class SessionStartedDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ description: 'The order in mg.', example: '34' })
  orderedMg!: string;

  @ApiPropertyOptional({ description: 'Of an injection: what to draw, as a syringe can measure it.', example: '0.68' })
  plannedVolumeMl?: string;

  @ApiPropertyOptional({ description: 'What that volume holds.', example: '34' })
  plannedMg?: string;

  @ApiPropertyOptional({ description: 'Of what is counted: how many to take.', example: 2 })
  plannedDevices?: number;
}

export class SessionEndedDto {
  @ApiProperty({ example: SESSION })
  sessionId!: string;

  @ApiProperty({ enum: ['ended'], example: 'ended' })
  status!: 'ended';

  @ApiProperty({ example: '2026-08-31T17:21:00.000Z' })
  endedAt!: string;
}

export class OrderOfSessionDto {
  @ApiProperty({ description: 'In mg.', example: '34' })
  readonly orderedMg!: string;

  @ApiPropertyOptional({ description: 'Where it was ordered by weight.', example: '0.5' })
  readonly amountMgPerKg?: string;

  @ApiPropertyOptional({ description: 'Where it was ordered by weight.', example: '68' })
  readonly weightKg?: string;

  @ApiPropertyOptional({ description: 'Of an injection: what to draw, as a syringe can measure it.', example: '0.68' })
  readonly plannedVolumeMl?: string;

  @ApiPropertyOptional({ description: 'What that volume holds.', example: '34' })
  readonly plannedMg?: string;

  @ApiPropertyOptional({ description: 'Of what is counted: how many to take.', example: 2 })
  readonly plannedDevices?: number;
}

export class ObservationDto {
  @ApiPropertyOptional({ description: 'Absent before the first dose.', example: DOSE_BEGAN })
  readonly firstDoseAt?: string;

  @ApiPropertyOptional({ description: 'When the last dose ended.', example: DOSE_ENDED })
  readonly lastDoseAt?: string;

  @ApiPropertyOptional({ description: 'Until then the patient is observed.', example: OBSERVED })
  readonly observeUntil?: string;

  @ApiPropertyOptional({ example: '2026-08-31T17:20:00.000Z' })
  readonly dischargedAt?: string;

  @ApiProperty({ example: false })
  readonly dischargedEarly!: boolean;
}

/** A session as a list shows it. Who the patient is, the patient's own address says. */
export class SessionDto {
  @ApiProperty({ example: SESSION })
  readonly sessionId!: string;

  @ApiProperty({ enum: STATUSES, example: 'open' })
  readonly status!: (typeof STATUSES)[number];

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20' })
  readonly patientId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b22' })
  readonly prescriberId!: string;

  @ApiProperty({ example: 'Dr. Morgan Example' })
  readonly prescriberName!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40' })
  readonly nurseId!: string;

  @ApiProperty({ description: 'Who began it.', example: 'RN1' })
  readonly nurseName!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21' })
  readonly productId!: string;

  @ApiProperty({ example: 'KET50' })
  readonly productCode!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  readonly productName!: string;

  @ApiProperty({ enum: FORMS, example: 'injection' })
  readonly form!: Form;

  @ApiPropertyOptional({ description: 'Of an injection.', example: '50' })
  readonly strengthMgPerMl?: string;

  @ApiPropertyOptional({ description: 'Of what is counted: mg in each.', example: '28' })
  readonly deviceAmountMg?: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23' })
  readonly locationId!: string;

  @ApiProperty({ example: 'ROOM1' })
  readonly locationCode!: string;

  @ApiProperty({ example: 'Room 1' })
  readonly locationName!: string;

  @ApiProperty({ enum: ROUTES, example: 'intravenous' })
  readonly route!: Route;

  @ApiProperty({ type: OrderOfSessionDto })
  readonly order!: OrderOfSessionDto;

  @ApiProperty({ example: '2026-08-31T14:24:00.000Z' })
  readonly startedAt!: string;

  @ApiPropertyOptional({ description: 'Absent while it is open.', example: '2026-08-31T17:21:00.000Z' })
  readonly endedAt?: string;

  @ApiProperty({ description: 'Drawn and neither given, wasted nor returned.', example: '2' })
  readonly inHandMg!: string;

  @ApiProperty({ description: 'Something was drawn for it, be it taken back since.', example: true })
  readonly anythingDrawn!: boolean;

  @ApiProperty({ type: ObservationDto })
  readonly observation!: ObservationDto;
}

/** A session in which something drawn is neither given, wasted nor returned. */
export class UnbalancedSessionDto extends SessionDto {
  @ApiProperty({ description: 'Of it, what waits for witnesses.', example: '2' })
  readonly pendingMg!: string;

  @ApiProperty({ description: 'Since the session began.', example: 95 })
  readonly ageMinutes!: number;
}

export class PendingOfSessionDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50' })
  readonly pendingWasteId!: string;

  @ApiPropertyOptional({ description: 'Where it is wasted from a container.', example: CONTAINER })
  readonly containerId?: string;

  @ApiProperty({ example: '2' })
  readonly amountMg!: string;

  @ApiPropertyOptional({ example: '0.04' })
  readonly volumeMl?: string;

  @ApiPropertyOptional({ example: 1 })
  readonly deviceCount?: number;

  @ApiProperty({ example: '2026-08-31T15:20:00.000Z' })
  readonly openedAt!: string;
}

/** What becomes of what was drawn for a session. */
export class SessionDetailsDto extends SessionDto {
  @ApiProperty({ example: '36' })
  readonly drawnMg!: string;

  @ApiProperty({ example: '34' })
  readonly givenMg!: string;

  @ApiProperty({ example: '0' })
  readonly wastedMg!: string;

  @ApiProperty({ example: '0' })
  readonly returnedMg!: string;

  @ApiProperty({ enum: BALANCES, example: 'short' })
  readonly balance!: (typeof BALANCES)[number];

  @ApiProperty({ description: 'More was given in all than was ordered.', example: false })
  readonly givenAboveOrder!: boolean;

  @ApiProperty({ description: 'What waits for witnesses.', type: [PendingOfSessionDto] })
  readonly pendingWastes!: readonly PendingOfSessionDto[];

  @ApiProperty({ description: 'What something of it came from.', type: [SessionContainerDto] })
  readonly containers!: readonly SessionContainerDto[];

  @ApiProperty({ description: 'What was done with its substance, in the order of the log.', type: [SessionActDto] })
  readonly acts!: readonly SessionActDto[];
}
