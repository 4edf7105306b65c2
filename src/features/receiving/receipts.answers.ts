import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What is odd about a package and no reason to refuse it. */
export const RECEIPT_WARNINGS = [
  'gtin_has_no_embedded_ndc',
  'missing_serial',
  'missing_expiry',
  'missing_lot',
  'expired_on_arrival',
  'supplier_known_by_other_details',
] as const;

export class ReceivedContainerDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  containerId!: string;

  @ApiProperty({ example: '20260831-0001-01' })
  label!: string;
}

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
