import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DayField, TextField, TextListField } from '../../platform/http/fields.js';
import { said } from '../../domain/refusal-details.js';

export class PatientDetailsDto {
  @TextField({ description: 'Full name.', example: 'Example Patient 1' })
  name!: string;

  @TextField({
    description: 'Address, which the record of a dose must hold (21 CFR 1304.22(c)).',
    example: '1 Example Street, Springfield, IL 62701',
    max: 300,
  })
  address!: string;

  @DayField({ description: 'Date of birth.', example: '1962-01-07' })
  birthDate!: string;

  @TextField({ description: "The clinic's own number of the patient.", example: 'PT001', max: 40, optional: true })
  reference?: string;
}

export class PatientSearchDto {
  @TextField({
    description: 'Words that all stand in the name, date of birth or reference. Sent in the body, never in an address.',
    example: 'patient 1962',
    max: 100,
  })
  text!: string;
}

/** So many at once: a board shows a day of a clinic, and one record names them all. */
const MAX_NAMED = 200;

export class PatientNamesRequestDto {
  @TextListField({
    description: 'Ids of the patients a screen is about to show.',
    example: ['01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11'],
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    says: said('field_id'),
    maxItems: MAX_NAMED,
  })
  patientIds!: string[];
}

/** Enough to not mistake one patient for another. */
export class PatientNameDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  patientId!: string;

  @ApiPropertyOptional({ description: 'Absent once erased.', example: 'Example Patient 1' })
  name?: string;

  @ApiPropertyOptional({ example: '1962-01-07' })
  birthDate?: string;

  @ApiPropertyOptional({ example: 'PT001' })
  reference?: string;
}

export class PatientNamesDto {
  @ApiProperty({ description: 'Those of the ids that are patients here.', type: [PatientNameDto] })
  items!: PatientNameDto[];
}

export class PatientRegisteredDto {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  patientId!: string;
}

export class PatientListedDto extends PatientRegisteredDto {
  @ApiProperty({ example: true })
  active!: boolean;
}

export class PatientDto extends PatientListedDto {
  @ApiPropertyOptional({ description: 'Absent once erased.', example: 'Example Patient 1' })
  name?: string;

  @ApiPropertyOptional({ example: '1 Example Street, Springfield, IL 62701' })
  address?: string;

  @ApiPropertyOptional({ example: '1962-01-07' })
  birthDate?: string;

  @ApiPropertyOptional({ example: 'PT001' })
  reference?: string;
}

export class PatientsFoundDto {
  @ApiProperty({ type: [PatientDto] })
  items!: PatientDto[];

  @ApiProperty({ description: 'More patients match than are shown: say more of the name.', example: false })
  more!: boolean;
}
