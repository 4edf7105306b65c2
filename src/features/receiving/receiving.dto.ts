import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { MAX_CONTAINERS_PER_RECEIPT } from '../../domain/acts/receipt.js';
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
import { SCAN_EXAMPLE } from './scans.dto.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PRINTED = /^[\x21-\x7e]{1,20}$/;

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
