import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { FORMS, type Form } from '../../domain/product.js';
import {
  AmountField,
  ClearField,
  CountField,
  FlagField,
  OneOfField,
  PatternField,
  TextField,
} from '../../platform/http/fields.js';
import { said } from '../../domain/refusal-details.js';

const DOSINGS = ['single_dose', 'multi_dose'] as const;
const SCHEDULES = ['CI', 'CII', 'CIII', 'CIV', 'CV'] as const;

export class NewProductDto {
  @PatternField({
    description: 'Short name, unique at the site.',
    example: 'KET50',
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$/,
    says: said('field_code', { max: 24 }),
  })
  code!: string;

  @TextField({ description: 'Name and form, as on the label.', example: 'Ketamine hydrochloride injection' })
  name!: string;

  @TextField({
    description: 'NDC with its hyphens: ten digits without them can be three codes.',
    example: '0409-2053-10',
    max: 20,
  })
  ndc!: string;

  @TextField({
    description: 'GTIN-14 of the container that is received. Its check digit is verified, and that it holds the NDC.',
    example: '00304092053105',
    max: 14,
    optional: true,
  })
  gtin?: string;

  @OneOfField({ description: 'Measured in mL (injection), or counted.', of: FORMS, example: 'injection' })
  form!: Form;

  @OneOfField({ description: 'A multi-dose vial stays open until its close-out.', of: DOSINGS, example: 'multi_dose' })
  dosing!: (typeof DOSINGS)[number];

  @AmountField({ description: 'Of an injection: mg of base in a mL.', example: '50', optional: true })
  strengthMgPerMl?: string;

  @AmountField({ description: 'Of an injection: label volume of a container.', example: '10', optional: true })
  containerVolumeMl?: string;

  @CountField({
    description: 'Of what is counted: devices or units in a container.',
    min: 1,
    max: 10_000,
    optional: true,
  })
  devicesPerContainer?: number;

  @AmountField({ description: 'Of what is counted: mg in a device or unit.', optional: true })
  deviceAmountMg?: string;

  @CountField({
    description: 'Last day of use after the day of opening. Left out: the expiry alone.',
    example: 28,
    min: 1,
    max: 365,
    optional: true,
  })
  beyondUseDays?: number;

  @PatternField({
    description: 'DEA drug code; 7285 is ketamine.',
    example: '7285',
    pattern: /^\d{4}$/,
    says: said('field_digits', { count: 4 }),
  })
  deaCode!: string;

  @OneOfField({ description: 'Schedule of the Controlled Substances Act.', of: SCHEDULES, example: 'CIII' })
  schedule!: string;
}

/** What a product is (its NDC, form and strength) stays: another one is another product. */
export class ProductChangeDto {
  @TextField({ description: 'Name and form, as on the label.', example: 'Ketamine injection', optional: true })
  name?: string;

  @TextField({ description: 'GTIN-14, which must hold the NDC.', example: '00304092053105', max: 14, optional: true })
  gtin?: string;

  @CountField({ description: 'Of containers opened from now on.', example: 28, min: 1, max: 365, optional: true })
  beyondUseDays?: number;

  @FlagField({ description: '`false` takes it out of use, `true` into use again.', optional: true })
  active?: boolean;

  @ClearField({ of: ['gtin', 'beyondUseDays'] })
  clear?: string[];
}

export class ProductChangedDto extends PartialType(ProductChangeDto) {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  productId!: string;
}

export class ProductAddedDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  productId!: string;

  @ApiProperty({ example: 'KET50' })
  code!: string;

  @ApiProperty({ description: 'What a full container holds.', example: '500' })
  labelAmountMg!: string;

  @ApiProperty({ description: 'USP <1151> excess: how far below zero an open container may go.', example: '25' })
  overfillAllowanceMg!: string;
}

export class ProductDto extends ProductAddedDto {
  @ApiProperty({ example: 'Ketamine hydrochloride injection' })
  name!: string;

  @ApiProperty({ example: '0409-2053-10' })
  ndc!: string;

  @ApiPropertyOptional({ example: '00304092053105' })
  gtin?: string;

  @ApiProperty({ enum: FORMS, example: 'injection' })
  form!: Form;

  @ApiProperty({ enum: DOSINGS, example: 'multi_dose' })
  dosing!: (typeof DOSINGS)[number];

  @ApiPropertyOptional({ example: '50' })
  strengthMgPerMl?: string;

  @ApiPropertyOptional({ example: '10' })
  containerVolumeMl?: string;

  @ApiPropertyOptional({ example: 2 })
  devicesPerContainer?: number;

  @ApiPropertyOptional({ example: '28' })
  deviceAmountMg?: string;

  @ApiPropertyOptional({ example: 28 })
  beyondUseDays?: number;

  @ApiProperty({ example: '7285' })
  deaCode!: string;

  @ApiProperty({ enum: SCHEDULES, example: 'CIII' })
  schedule!: (typeof SCHEDULES)[number];

  @ApiProperty({ example: true })
  active!: boolean;
}
