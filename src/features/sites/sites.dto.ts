import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { ROLES } from '../../domain/roles.js';
import { DEFAULT_SITE_POLICY } from '../../domain/site-policy.js';
import { TextField } from '../../platform/http/fields.js';

const POLICY = 'Who must sign and what is tolerated here (regulations.md section 6).';

export class NewSiteDto {
  @TextField({ description: 'Name of the clinic.', example: 'Example Ketamine Clinic' })
  name!: string;

  @TextField({
    description: 'DEA registration of this address; its check digit is verified.',
    example: 'FE3541263',
    max: 20,
  })
  deaNumber!: string;

  @TextField({
    description: 'The registered address: a DEA registration is for one.',
    example: '1 Clinic Plaza, Springfield, IL 62701',
  })
  address!: string;

  @TextField({
    description: 'IANA name of the time zone; days and expiry are those of the clinic.',
    example: 'America/Chicago',
    max: 60,
  })
  timeZone!: string;
}

export class PolicyChangeDto {
  @ApiProperty({
    description: `${POLICY} Only the rules to change; the others stay.`,
    type: 'object',
    additionalProperties: true,
    example: { secondPersonFor: { move: false }, lateAfterMinutes: 30 },
  })
  @IsObject({ message: '$property is an object' })
  policy!: Record<string, unknown>;
}

export class SiteCreatedDto {
  @ApiProperty({ example: '01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11' })
  siteId!: string;
}

export class PolicyDto {
  @ApiProperty({ description: POLICY, type: 'object', additionalProperties: true, example: DEFAULT_SITE_POLICY })
  policy!: object;
}

export class SiteDto {
  @ApiProperty({ example: '01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11' })
  siteId!: string;

  @ApiProperty({ example: 'Example Ketamine Clinic' })
  name!: string;

  @ApiProperty({ example: 'FE3541263' })
  deaNumber!: string;

  @ApiProperty({ example: '1 Clinic Plaza, Springfield, IL 62701' })
  address!: string;

  @ApiProperty({ example: 'America/Chicago' })
  timeZone!: string;

  @ApiProperty({ description: 'Yours, in force at this moment.', enum: ROLES, isArray: true, example: ['pharmacist'] })
  roles!: readonly string[];
}

export class SiteDetailsDto extends SiteDto {
  @ApiProperty({ description: POLICY, type: 'object', additionalProperties: true, example: DEFAULT_SITE_POLICY })
  policy!: object;
}
