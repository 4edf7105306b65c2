import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { ROUTES, type Route } from '../../domain/dose-route.js';
import {
  AmountField,
  CountField,
  IdField,
  OccurrenceFields,
  OneOfField,
  PatternField,
  SignedFields,
  TextField,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { said } from '../../domain/refusal-details.js';

const CONTAINER = { description: 'Label or id of the container.', example: '20260831-0002-01', max: 64 };
const SESSION = { description: 'The session.' };
const PRIVATE = 'Kept apart from the record as a private value.';

export class OrderDto {
  @AmountField({ description: 'The dose in mg.', example: '34', optional: true })
  amountMg?: string;

  @AmountField({ description: 'The dose in mg for each kilogram, with `weightKg`.', example: '0.5', optional: true })
  amountMgPerKg?: string;

  @AmountField({ description: 'The patient’s weight in kg.', example: '68', optional: true })
  weightKg?: string;
}

export class StartSessionDto extends OccurrenceFields {
  @IdField({ description: 'Made by the client; left out: one is made.', optional: true })
  sessionId?: string;

  @IdField({ description: 'Who is treated.' })
  patientId!: string;

  @IdField({ description: 'What is ordered.' })
  productId!: string;

  @IdField({ description: 'Who orders it.' })
  prescriberId!: string;

  @IdField({ description: 'The room.' })
  locationId!: string;

  @OneOfField({ description: 'How it reaches the patient.', of: ROUTES, example: 'intravenous' })
  route!: Route;

  @ApiProperty({ description: 'Either `amountMg`, or `amountMgPerKg` with `weightKg`.', type: () => OrderDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => OrderDto)
  order!: OrderDto;

  @TextField({
    description: `Why the patient is treated. ${PRIVATE}`,
    example: 'treatment-resistant depression',
    optional: true,
    max: 500,
  })
  indication?: string;
}

export class DrawDto extends OccurrenceFields {
  @IdField(SESSION)
  sessionId!: string;

  @TextField(CONTAINER)
  container!: string;

  @AmountField({ description: 'What left a vial, in mL.', example: '0.72', optional: true })
  volumeMl?: string;

  @CountField({ description: 'How many devices left a kit.', min: 1, max: 10_000, optional: true })
  deviceCount?: number;
}

export class TakeDto extends OccurrenceFields {
  @IdField(SESSION)
  sessionId!: string;

  @TextField({ ...CONTAINER, description: 'Label or id of a sealed container.' })
  container!: string;
}

export class ReturnDto extends SignedFields {
  @IdField(SESSION)
  sessionId!: string;

  @TextField({ ...CONTAINER, description: 'Label or id of a container that was taken out and not opened.' })
  container!: string;
}

export class GiveDto extends OccurrenceFields {
  @IdField(SESSION)
  sessionId!: string;

  @AmountField({ description: 'What was given, in mg.', example: '34', optional: true })
  amountMg?: string;

  @CountField({ description: 'How many devices; may stand beside `amountMg`.', min: 1, max: 10_000, optional: true })
  deviceCount?: number;

  @TextField({ description: 'When the dose began.', example: '2026-08-31T09:32:00-05:00', optional: true, max: 40 })
  startedAt?: string;

  @TextField({
    description: 'When it ended: from then on the patient is observed.',
    example: '2026-08-31T10:12:00-05:00',
    optional: true,
    max: 40,
  })
  stoppedAt?: string;

  @TextField({ description: PRIVATE, example: 'Tolerated well.', optional: true, max: 500 })
  note?: string;
}

export class DischargeDto extends OccurrenceFields {
  @TextField({
    description: `Why the patient leaves before the observation is over. ${PRIVATE}`,
    example: 'Left against advice.',
    optional: true,
    max: 500,
  })
  earlyReason?: string;
}

export class EndSessionDto extends OccurrenceFields {}

export class ReopenSessionDto extends SignedFields {
  @IdField(SESSION)
  sessionId!: string;

  @TextField({ description: `Needed. ${PRIVATE}`, example: 'A dose of another session.', optional: true, max: 500 })
  reason?: string;
}

export class SessionsQuery extends PageQuery {
  @PatternField({
    description: 'Sessions begun on this day of the site’s time zone; `today` is the ledger’s today.',
    example: 'today',
    pattern: /^(today|\d{4}-\d{2}-\d{2})$/,
    says: said('field_day'),
    optional: true,
  })
  day?: string;

  @OneOfField({ description: 'Only these.', of: ['open', 'ended'], optional: true })
  status?: 'open' | 'ended';

  @OneOfField({
    description: '`true`: only patients who have had a dose and are not discharged.',
    of: ['true', 'false'],
    optional: true,
  })
  observed?: 'true' | 'false';

  @IdField({ description: 'Only of this patient.', optional: true })
  patientId?: string;

  @IdField({ description: 'Only those this nurse began.', optional: true })
  nurseId?: string;

  @IdField({ description: 'Only in this room.', optional: true })
  locationId?: string;

  @IdField({ description: 'Only of this product.', optional: true })
  productId?: string;
}
