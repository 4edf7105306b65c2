import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Min } from 'class-validator';
import { ROLES, type Role } from '../../domain/roles.js';
import type { SitePolicy } from '../../domain/site-policy.js';
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

/** The time zone stays: days that are past were days of it. */
export class SiteChangeDto {
  @TextField({ description: 'Name of the clinic.', example: 'Example Ketamine Clinic', optional: true })
  name?: string;

  @TextField({
    description: 'DEA registration; its check digit is verified, and no other site has it.',
    example: 'FE3541263',
    max: 20,
    optional: true,
  })
  deaNumber?: string;

  @TextField({
    description: 'The registered address, as the DEA has it.',
    example: '2 Clinic Plaza, Springfield, IL 62701',
    optional: true,
  })
  address?: string;

  @TextField({
    description: 'Why the address or the registration changes. Kept as a private value.',
    example: 'Modified registration of 2026-11-02.',
    max: 500,
    optional: true,
  })
  reason?: string;
}

export class SiteChangedDto extends PartialType(OmitType(SiteChangeDto, ['reason'])) {}

export class PolicyChangeDto {
  @ApiProperty({
    description: `${POLICY} Only the rules to change; the others stay.`,
    type: 'object',
    additionalProperties: true,
    example: { secondPersonFor: { move: false }, lateAfterMinutes: 30 },
  })
  @IsObject()
  policy!: Record<string, unknown>;
}

class SecondPersonForDto {
  @ApiProperty({ example: true })
  readonly receipt!: boolean;

  @ApiProperty({ example: true })
  readonly move!: boolean;

  @ApiProperty({ example: true })
  readonly count!: boolean;

  @ApiProperty({ example: true })
  readonly return!: boolean;

  @ApiProperty({ example: true })
  readonly correction!: boolean;
}

/** Who must sign and what is tolerated at a site (regulations.md section 6). */
export class SitePolicyDto implements SitePolicy {
  @ApiProperty({ description: 'An entry this many minutes after the act is late and needs a reason.', example: 15 })
  readonly lateAfterMinutes!: number;

  @ApiProperty({ description: '1 or 2.', example: 2 })
  readonly wasteWitnesses!: number;

  @ApiProperty({ description: '1 or 2.', example: 1 })
  readonly closeOutWitnesses!: number;

  @ApiProperty({ description: 'Whether the one who wastes counts as one of the witnesses.', example: false })
  readonly performerMayWitness!: boolean;

  @ApiProperty({ description: 'A shortage that is no discrepancy, percent of the label amount.', example: '3' })
  readonly shortageTolerancePercent!: string;

  @ApiProperty({ description: 'How long a patient is observed after a dose.', example: 120 })
  readonly observationMinutes!: number;

  @ApiProperty({ description: 'Acts that a second person signs.', type: SecondPersonForDto })
  readonly secondPersonFor!: SecondPersonForDto;

  @ApiProperty({ description: 'Nobody acts here without a second factor.', example: false })
  readonly requireSecondFactor!: boolean;

  @ApiProperty({
    description: 'Whoever signs beside the performer does it with a key that never leaves its device.',
    example: false,
  })
  readonly requireDeviceBoundKeys!: boolean;

  @ApiProperty({ description: 'Years for which what is known of a patient is kept; 2 or more.', example: 7 })
  readonly retentionYears!: number;
}

export class SiteCreatedDto {
  @ApiProperty({ example: '01990f6e-7d53-8c1e-a6a1-4f0a5c2f9b11' })
  siteId!: string;
}

export class HeadDto {
  @ApiProperty({ description: 'Records in the log.', example: 2871 })
  size!: number;

  @ApiProperty({ description: 'When the last was recorded.', example: '2026-08-31T13:00:00.000Z' })
  lastAt!: string;

  @ApiProperty({
    description: 'What the time is by the ledger’s clock: a device’s may be wrong.',
    example: '2026-08-31T13:00:04.512Z',
  })
  now!: string;

  @ApiPropertyOptional({
    description:
      'With `since`: whether since then anything has changed of what a site knows of itself: its rules, places, products, partners ' +
      'and people. It seldom does, and need not be read again with each dose.',
    example: false,
  })
  reference?: boolean;
}

export class HeadQuery {
  @ApiPropertyOptional({ description: '`size` of an earlier answer.', example: 2870, minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  since?: number;
}

export class PolicyDto {
  @ApiProperty({ description: POLICY, type: SitePolicyDto })
  policy!: SitePolicyDto;
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
  roles!: readonly Role[];
}

export class SiteDetailsDto extends SiteDto {
  @ApiProperty({ description: POLICY, type: SitePolicyDto })
  policy!: SitePolicyDto;
}
