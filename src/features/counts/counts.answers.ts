import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FORMS, type Form } from '../../domain/product.js';

export const COUNT_METHODS = ['exact', 'estimated', 'measured'] as const;
export type CountMethod = (typeof COUNT_METHODS)[number];

const LOCATION = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23';
const PRODUCT = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21';
const CONTAINER = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30';

/** What a signed count found: the book is told now, and not before. */
export class CountFoundDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60' })
  readonly countId!: string;

  @ApiProperty({ example: LOCATION })
  readonly locationId!: string;

  @ApiProperty({ example: PRODUCT })
  readonly productId!: string;

  @ApiPropertyOptional({ description: 'The open container that was measured.', example: CONTAINER })
  readonly containerId?: string;

  @ApiProperty({ enum: COUNT_METHODS, example: 'exact' })
  readonly method!: CountMethod;

  @ApiPropertyOptional({ description: 'Of sealed containers.', example: 11 })
  readonly countedContainers?: number;

  @ApiPropertyOptional({ description: 'Of sealed containers.', example: 12 })
  readonly bookContainers?: number;

  @ApiPropertyOptional({ description: 'Counted less book.', example: -1 })
  readonly varianceContainers?: number;

  @ApiProperty({ example: '6000' })
  readonly bookMg!: string;

  @ApiProperty({ example: '5500' })
  readonly countedMg!: string;

  @ApiProperty({ description: 'Counted less book.', example: '-500' })
  readonly varianceMg!: string;

  @ApiProperty({ example: false })
  readonly withinTolerance!: boolean;

  @ApiPropertyOptional({ description: 'The one that it opened.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61' })
  readonly discrepancyId?: string;
}

export class CountedDto extends CountFoundDto {
  @ApiPropertyOptional({ description: 'Of an open vial.', example: '4.2' })
  readonly measuredMl?: string;

  @ApiPropertyOptional({ description: 'Of an open carton.', example: 2 })
  readonly measuredDeviceCount?: number;
}

export class CountListedDto extends CountFoundDto {
  @ApiProperty({ description: 'Its record in the log.', example: 301 })
  readonly seq!: number;

  @ApiProperty({ example: '2026-09-04T22:05:00.000Z' })
  readonly countedAt!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42' })
  readonly countedBy!: string;

  @ApiProperty({ example: 'RPH1' })
  readonly countedByName!: string;

  @ApiProperty({ example: 'SAFE' })
  readonly locationCode!: string;

  @ApiProperty({ example: 'KET50' })
  readonly productCode!: string;

  @ApiPropertyOptional({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container?: string;

  @ApiPropertyOptional({ description: 'Of an open vial.', example: '4.2' })
  readonly measuredVolumeMl?: string;

  @ApiPropertyOptional({ description: 'Of an open carton.', example: 2 })
  readonly deviceCount?: number;
}

export class CountedLocationDto {
  @ApiProperty({ example: LOCATION })
  readonly locationId!: string;

  @ApiProperty({ example: 'ROOM1' })
  readonly code!: string;

  @ApiProperty({ example: 'Room 1' })
  readonly name!: string;
}

export class CountedProductDto {
  @ApiProperty({ example: PRODUCT })
  readonly productId!: string;

  @ApiProperty({ example: 'KET50' })
  readonly code!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  readonly name!: string;

  @ApiProperty({ enum: FORMS, example: 'injection' })
  readonly form!: Form;
}

export class MeasuredContainerDto {
  @ApiProperty({ example: CONTAINER })
  readonly containerId!: string;

  @ApiProperty({ description: 'Its label.', example: '20260831-0002-01' })
  readonly container!: string;

  @ApiProperty({ example: PRODUCT })
  readonly productId!: string;

  @ApiProperty({ enum: ['mL', 'devices'], example: 'mL' })
  readonly measuredIn!: 'mL' | 'devices';
}

/** What there is to count at a location, and nothing of how much. */
export class CountSheetDto {
  @ApiProperty({ type: CountedLocationDto })
  readonly location!: CountedLocationDto;

  @ApiProperty({ description: 'Every product in use, there or not.', type: [CountedProductDto] })
  readonly products!: readonly CountedProductDto[];

  @ApiProperty({ type: [MeasuredContainerDto] })
  readonly openContainers!: readonly MeasuredContainerDto[];
}
