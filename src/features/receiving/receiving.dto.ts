import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { MAX_CONTAINERS_PER_RECEIPT } from '../../domain/acts/receipt.js';
import { CONTAINER_STATES, type ContainerLifeState } from '../../domain/container.js';
import { CONTAINER_LABEL } from '../../domain/ledger/container-ref.js';
import {
  CountField,
  DayField,
  IdField,
  OneOfField,
  PatternField,
  SignedFields,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { said } from '../../domain/refusal-details.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PRINTED = /^[\x21-\x7e]{1,20}$/;
const SCAN_EXAMPLE = ']d201003040920531051728011310LT101';

export class SupplierGivenDto {
  @IdField({ description: 'A supplier of this site; or name, number and address.', optional: true })
  supplierId?: string;

  @TextField({
    description: 'Name, as on the invoice.',
    example: 'Example Wholesale Drug Co',
    max: 100,
    optional: true,
  })
  name?: string;

  @TextField({
    description: 'DEA registration: finds the supplier, or makes a new one.',
    example: 'PE8711079',
    max: 20,
    optional: true,
  })
  deaNumber?: string;

  @TextField({
    description: 'Registered address.',
    example: '500 Distribution Way, Peoria, IL 62602',
    optional: true,
  })
  address?: string;
}

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

export class ReceiptDto extends SignedFields {
  @ApiProperty({
    description: 'Who sent it: `supplierId`, or `name`, `deaNumber` and `address`.',
    type: SupplierGivenDto,
    example: {
      name: 'Example Wholesale Drug Co',
      deaNumber: 'PE8711079',
      address: '500 Distribution Way, Peoria, IL 62602',
    },
  })
  @IsDefined()
  @ValidateNested()
  @Type(() => SupplierGivenDto)
  supplier!: SupplierGivenDto;

  @TextField({ description: 'Number of the invoice or packing slip.', example: 'INV-50565', max: 40 })
  invoice!: string;

  @CountField({ description: 'Containers on the invoice.', example: 25, min: 0, max: 100_000 })
  invoicedCount!: number;

  @CountField({
    description: `Containers counted: so many are booked, at most ${MAX_CONTAINERS_PER_RECEIPT}. A difference from the invoice opens a discrepancy.`,
    example: 25,
    min: 0,
    max: 100_000,
  })
  countedCount!: number;

  @IdField({ description: 'Where they are put.' })
  locationId!: string;

  @TextField({
    description: 'What the scanner sent. Product, lot and expiry may be typed instead, or where the scan lacks them.',
    example: SCAN_EXAMPLE,
    max: 200,
    raw: true,
    optional: true,
  })
  scan?: string;

  @IdField({
    description: 'Product, where nothing was scanned; with a scan its GTIN must be this one.',
    optional: true,
  })
  productId?: string;

  @PatternField({
    description: 'Lot, as printed: case matters.',
    pattern: PRINTED,
    says: said('field_label', { max: 20 }),
    optional: true,
  })
  lotNumber?: string;

  @DayField({ description: 'Last day of use of the lot.', optional: true })
  expiresOn?: string;

  @TextListField({
    description: 'Serial number of each container, in the order of the labels. A serial is received once.',
    pattern: PRINTED,
    says: said('field_label', { max: 20 }),
    maxItems: MAX_CONTAINERS_PER_RECEIPT,
    optional: true,
  })
  serials?: string[];

  @TextListField({
    description: 'Label of each container, unique at the site for ever.',
    pattern: CONTAINER_LABEL,
    says: said('field_code', { max: 20 }),
    maxItems: MAX_CONTAINERS_PER_RECEIPT,
    optional: true,
  })
  labels?: string[];

  @PatternField({
    description: 'Labels become `<labelPrefix>-01`, `-02` … Left out: made of the day and the receipt.',
    example: '20260831-0001',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,15}$/,
    says: said('field_code', { max: 16 }),
    optional: true,
  })
  labelPrefix?: string;

  @TextListField({
    description: 'Ids of the containers, where the client makes them.',
    pattern: UUID,
    says: said('field_id'),
    maxItems: MAX_CONTAINERS_PER_RECEIPT,
    optional: true,
  })
  containerIds?: string[];

  @IdField({ description: 'Id of the receipt, where the client makes it.', optional: true })
  receiptId?: string;

  @IdField({ description: 'Patient-specific stock: these containers are for this patient alone.', optional: true })
  reservedForPatientId?: string;

  @TextField({ description: 'Anything worth knowing. Kept as a private value.', max: 500, optional: true })
  note?: string;
}

export class ReceivedContainerDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;
}

const RECEIPT_WARNINGS = [
  'gtin_has_no_embedded_ndc',
  'missing_serial',
  'missing_expiry',
  'missing_lot',
  'expired_on_arrival',
  'supplier_known_by_other_details',
] as const;

export class ReceivedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  receiptId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  supplierId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b13' })
  lotId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'LT101' })
  lotNumber!: string;

  @ApiProperty({ example: '2028-01-13' })
  expiresOn!: string;

  @ApiProperty({ type: [ReceivedContainerDto] })
  containers!: ReceivedContainerDto[];

  @ApiProperty({ description: 'To be shown to the person.', enum: RECEIPT_WARNINGS, isArray: true })
  warnings!: string[];

  @ApiProperty({ example: false })
  late!: boolean;

  @ApiPropertyOptional({ description: 'Counted is not invoiced: the discrepancy that was opened.' })
  discrepancyId?: string;
}

export class ScannedProductDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  code!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  name!: string;
}

const SCANNED = ['container', 'received', 'location', 'product', 'unknown'] as const;

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

const COUNTED = ['agrees', 'differs'] as const;

export class ReceiptsQuery extends PageQuery {
  @IdField({ description: 'Only of this supplier.', optional: true })
  supplierId?: string;

  @IdField({ description: 'Only of this product.', optional: true })
  productId?: string;

  @TextField({ description: 'Only of this invoice.', example: 'INV-50565', max: 40, optional: true })
  invoice?: string;

  @OneOfField({ description: 'Only those whose count is, or is not, what was invoiced.', of: COUNTED, optional: true })
  counted?: (typeof COUNTED)[number];
}

export class ReceiptListedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  receiptId!: string;

  @ApiProperty({ example: 'INV-50565' })
  invoice!: string;

  @ApiProperty({ example: 25 })
  invoicedCount!: number;

  @ApiProperty({ example: 25 })
  countedCount!: number;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  supplierId!: string;

  @ApiProperty({ example: 'Example Wholesale Drug Co' })
  supplierName!: string;

  @ApiProperty({ example: 'PE8711079' })
  supplierDeaNumber!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  productCode!: string;

  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  productName!: string;

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

  @ApiPropertyOptional({ description: 'Counted is not invoiced: what was opened for it.' })
  discrepancyId?: string;

  @ApiPropertyOptional({ enum: ['open', 'resolved'], example: 'open' })
  discrepancyStatus?: 'open' | 'resolved';

  @ApiProperty({ description: 'When it happened.', example: '2026-08-31T13:00:00.000Z' })
  receivedAt!: string;

  @ApiProperty({ description: 'Its record in the log.', example: 42 })
  seq!: number;
}

export class ReceiptDetailsDto extends ReceiptListedDto {
  @ApiProperty({ type: [ReceivedContainerDto] })
  containers!: ReceivedContainerDto[];
}
