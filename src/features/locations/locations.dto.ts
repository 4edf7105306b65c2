import { ApiProperty, PartialType } from '@nestjs/swagger';
import { FlagField, PatternField, TextField } from '../../platform/http/fields.js';
import { said } from '../../domain/refusal-details.js';

export class NewLocationDto {
  @PatternField({
    description: 'Short name, as on its label; unique at the site.',
    example: 'SAFE',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$/,
    says: said('field_code', { max: 24 }),
  })
  code!: string;

  @TextField({ description: 'What people call it.', example: 'Safe in the pharmacy', max: 100 })
  name!: string;
}

export class LocationChangeDto {
  @TextField({ description: 'What people call it.', example: 'Safe in the pharmacy', max: 100, optional: true })
  name?: string;

  @FlagField({ description: '`false` takes it out of use, `true` into use again.', optional: true })
  active?: boolean;
}

export class LocationChangedDto extends PartialType(LocationChangeDto) {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  locationId!: string;
}

export class LocationAddedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  locationId!: string;

  @ApiProperty({ example: 'SAFE' })
  code!: string;
}

export class LocationDto extends LocationAddedDto {
  @ApiProperty({ example: 'Safe in the pharmacy' })
  name!: string;

  @ApiProperty({ example: true })
  active!: boolean;
}
