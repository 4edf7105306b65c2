import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { ClearField, FlagField, IdField, TextField } from '../../platform/http/fields.js';

export class NewSupplierDto {
  @TextField({ description: 'Name, as on the invoice.', example: 'Example Wholesale Drug Co', max: 100 })
  name!: string;

  @TextField({ description: 'DEA registration; its check digit is verified.', example: 'PE8711079', max: 20 })
  deaNumber!: string;

  @TextField({ description: 'Registered address.', example: '500 Distribution Way, Peoria, IL 62602' })
  address!: string;
}

/** Its registration stays: another one is another supplier. */
export class SupplierChangeDto {
  @TextField({ description: 'Name, as on the invoice.', example: 'Example Wholesale', max: 100, optional: true })
  name?: string;

  @TextField({ description: 'Registered address.', example: '500 Distribution Way, Peoria, IL 62602', optional: true })
  address?: string;

  @FlagField({ description: '`false` takes it out of use, `true` into use again.', optional: true })
  active?: boolean;
}

export class SupplierChangedDto extends PartialType(SupplierChangeDto) {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  supplierId!: string;
}

export class SupplierAddedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  supplierId!: string;

  @ApiProperty({ example: 'PE8711079' })
  deaNumber!: string;
}

export class SupplierDto extends SupplierAddedDto {
  @ApiProperty({ example: 'Example Wholesale Drug Co' })
  name!: string;

  @ApiProperty({ example: '500 Distribution Way, Peoria, IL 62602' })
  address!: string;

  @ApiProperty({ example: true })
  active!: boolean;
}

export class PrescriberChangeDto {
  @TextField({ description: 'Name of the prescriber.', example: 'Dr. Morgan Example', max: 100, optional: true })
  name?: string;

  @TextField({ description: 'DEA registration.', example: 'BE4721634', max: 20, optional: true })
  deaNumber?: string;

  @TextField({ description: 'National Provider Identifier.', example: '1234567893', max: 20, optional: true })
  npi?: string;

  @FlagField({ description: '`false` takes them out of use, `true` into use again.', optional: true })
  active?: boolean;

  @ClearField({ of: ['deaNumber', 'npi'] })
  clear?: string[];
}

export class PrescriberChangedDto extends PartialType(PrescriberChangeDto) {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  prescriberId!: string;
}

export class NewPrescriberDto {
  @TextField({ description: 'Name of the prescriber.', example: 'Dr. Morgan Example', max: 100 })
  name!: string;

  @TextField({ description: 'DEA registration.', example: 'BE4721634', max: 20, optional: true })
  deaNumber?: string;

  @TextField({ description: 'National Provider Identifier.', example: '1234567893', max: 20, optional: true })
  npi?: string;

  @IdField({ description: 'The person with a log-in who this is.', optional: true })
  personId?: string;
}

export class PrescriberAddedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  prescriberId!: string;
}

export class PrescriberDto extends PrescriberAddedDto {
  @ApiProperty({ example: 'Dr. Morgan Example' })
  name!: string;

  @ApiPropertyOptional({ example: 'BE4721634' })
  deaNumber?: string;

  @ApiPropertyOptional({ example: '1234567893' })
  npi?: string;

  @ApiPropertyOptional({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  personId?: string;

  @ApiProperty({ example: true })
  active!: boolean;
}
