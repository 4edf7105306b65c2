import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';
import { RecordedAt } from '../../platform/http/answers.js';
import { DayField, IdField, OneOfField, SignedFields, TextField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class MoveDto extends SignedFields {
  @TextField({ description: 'Label or id of a sealed container.', example: '20260831-0001-01', max: 36 })
  container!: string;

  @IdField({ description: 'Where it goes.' })
  toLocationId!: string;

  @TextField({ description: 'Anything worth knowing. Kept as a private value.', max: 500, optional: true })
  note?: string;
}

export class MovedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15' })
  fromLocationId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' })
  toLocationId!: string;

  @ApiProperty({ example: false })
  late!: boolean;
}

const SHOWN = ['in_stock', 'unusable'] as const;

export class ContainersQuery extends PageQuery {
  @OneOfField({
    description:
      '`in_stock`: what is still there, in whatever state. `unusable`: of that, what is expired or past its beyond-use date on ' +
      'the clinic’s day. Left out: all that ever was.',
    of: SHOWN,
    example: 'in_stock',
    optional: true,
  })
  show?: (typeof SHOWN)[number];

  @IdField({ description: 'Only at this location.', optional: true })
  locationId?: string;

  @IdField({ description: 'Only of this product.', optional: true })
  productId?: string;

  @IdField({ description: 'Only of this lot.', optional: true })
  lotId?: string;

  @OneOfField({ description: 'Only in this state.', of: CONTAINER_STATES, example: 'sealed', optional: true })
  state?: ContainerLifeState;

  @DayField({ description: 'Only those whose lot expires before this day.', optional: true })
  expiringBefore?: string;

  @DayField({ description: 'The list begins with those whose last day of use is this one.', optional: true })
  lastDayFrom?: string;

  @TextField({ description: 'The one with this label.', example: '20260831-0001-01', max: 36, optional: true })
  label?: string;
}

export class ContainerDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;

  @ApiPropertyOptional({ example: 'S0001' })
  serial?: string;

  @ApiProperty({ enum: CONTAINER_STATES, example: 'sealed' })
  state!: ContainerLifeState;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  productCode!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13' })
  lotId!: string;

  @ApiProperty({ example: 'LT101' })
  lotNumber!: string;

  @ApiProperty({ example: '2028-01-13' })
  expiresOn!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15' })
  locationId!: string;

  @ApiProperty({ example: 'SAFE' })
  locationCode!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17' })
  receiptId!: string;

  @ApiPropertyOptional({ description: 'First puncture.', example: '2026-08-31T14:10:00.000Z' })
  openedAt?: string;

  @ApiPropertyOptional({ description: 'Last day of use after opening.', example: '2026-09-28' })
  beyondUseOn?: string;

  @ApiPropertyOptional({ description: 'For this patient alone.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b18' })
  reservedForPatientId?: string;
}

/** The look is a record. */
export class BookDto extends RecordedAt {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;

  @ApiProperty({ enum: CONTAINER_STATES, example: 'open' })
  state!: ContainerLifeState;

  @ApiProperty({ description: 'May be below zero, by the overfill.', example: '460' })
  bookAmountMg!: string;

  @ApiPropertyOptional({ description: 'The same in mL, where that is exact.', example: '9.2' })
  bookVolumeMl?: string;

  @ApiPropertyOptional({ description: 'The same in devices or units, where they are counted.', example: 2 })
  bookDeviceCount?: number;
}

export class LotDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13' })
  lotId!: string;

  @ApiProperty({ example: 'LT101' })
  lotNumber!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  productCode!: string;

  @ApiProperty({ example: '2028-01-13' })
  expiresOn!: string;
}
