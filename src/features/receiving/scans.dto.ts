import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';
import { TextField } from '../../platform/http/fields.js';
import { RECEIPT_WARNINGS } from './receipts.answers.js';

/** A package of one vial, as a scanner sends its DataMatrix. */
export const SCAN_EXAMPLE = ']d201003040920531051728011310LT101';

export class ScanDto {
  @TextField({
    description:
      'What the scanner sent: a label of ours, a code of a product, or GS1: an element string with FNC1 as GS (ASCII 29), ' +
      'typed as `(01)...`, or a bare GTIN.',
    example: SCAN_EXAMPLE,
    max: 200,
    raw: true,
  })
  scan!: string;
}

const SCANNED = ['container', 'received', 'location', 'product', 'unknown'] as const;

export class ScannedProductDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  code!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  name!: string;
}

export class ScannedLocationDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15' })
  locationId!: string;

  @ApiProperty({ example: 'ROOM1' })
  code!: string;

  @ApiProperty({ example: 'Room 1' })
  name!: string;
}

export class ScannedContainerDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;

  @ApiProperty({ enum: CONTAINER_STATES, example: 'sealed' })
  state!: ContainerLifeState;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15' })
  locationId!: string;
}

/** What was scanned, and what of the site it is. */
export class ScanReadDto {
  @ApiProperty({
    description:
      '`container`: a label of ours. `received`: a package whose serial was received before, which is that container. ' +
      '`location`: the code of a place. ' +
      '`product`: a package, GTIN or code of a product here. `unknown`: nothing of this site.',
    enum: SCANNED,
    example: 'product',
  })
  kind!: (typeof SCANNED)[number];

  @ApiPropertyOptional({
    description: 'Which container. Only for those who may read stock.',
    type: ScannedContainerDto,
  })
  container?: ScannedContainerDto;

  @ApiPropertyOptional({ description: 'Which place, of a label at a door or shelf.', type: ScannedLocationDto })
  location?: ScannedLocationDto;

  @ApiPropertyOptional({ description: 'Absent: no product of this site is meant.', type: ScannedProductDto })
  product?: ScannedProductDto;

  @ApiPropertyOptional({ description: 'Of a package.', example: '00304092053105' })
  gtin?: string;

  @ApiPropertyOptional({ example: 'LT101' })
  lotNumber?: string;

  @ApiPropertyOptional({
    description: 'The lot, where it was received before.',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13',
  })
  lotId?: string;

  @ApiPropertyOptional({ example: '2028-01-13' })
  expiresOn?: string;

  @ApiPropertyOptional({ example: 'S0001' })
  serial?: string;

  @ApiProperty({ description: 'Of a package.', enum: RECEIPT_WARNINGS, isArray: true, example: ['missing_serial'] })
  warnings!: readonly string[];
}
