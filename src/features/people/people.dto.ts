import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PresentPersonBody } from '../../platform/access/passkeys/passkeys.dto.js';
import { ROLES, type Role } from '../../domain/roles.js';

const ID = '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12';

export class NewPersonRequest {
  @ApiProperty({ description: '3 to 64 letters, digits, dots, hyphens, underscores or @; kept small.', example: 'rn1' })
  @IsString()
  @Length(3, 64)
  username!: string;

  @ApiProperty({ description: 'The name that shows beside a signature.', example: 'Rosa Nguyen' })
  @IsString()
  @Length(1, 200)
  displayName!: string;
}

export class NewLinkRequest {
  @ApiPropertyOptional({
    description: 'Keys and authenticator are lost too: using the link removes them. Needs an `approver`.',
    type: Boolean,
    example: false,
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  removeSecondFactor = false;

  @ApiPropertyOptional({
    description: 'A second administrator or compliance officer, beside you: neither you nor the person.',
    type: PresentPersonBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => PresentPersonBody)
  approver?: PresentPersonBody;
}

export class ApprovalQuestionRequest {
  @ApiProperty({
    description: 'The `Idempotency-Key` that the link will be asked for with.',
    example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b20',
  })
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{8,64}$/)
  idempotencyKey!: string;

  @ApiPropertyOptional({
    description: 'Who approves. Left out: a key that knows its owner by itself.',
    example: 'com1',
  })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  username?: string;
}

export class GrantRoleRequest {
  @ApiProperty({ example: ID })
  @IsUUID()
  personId!: string;

  @ApiProperty({ enum: ROLES, example: 'nurse' })
  @IsIn(ROLES)
  role!: Role;

  @ApiPropertyOptional({ description: 'Left out: now.', example: '2026-03-02T08:00:00Z' })
  @IsOptional()
  @IsISO8601()
  from?: string;

  @ApiPropertyOptional({
    description: 'Left out: without an end. An inspector needs one.',
    example: '2026-04-01T00:00:00Z',
  })
  @IsOptional()
  @IsISO8601()
  until?: string;
}

export class LinkAnswer {
  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b40' })
  invitationId!: string;

  @ApiProperty({
    description: 'To be handed to the person, who sends it to `auth/accept-invitation` with a password. Counts once.',
    example: 'mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE',
  })
  token!: string;
}

export class NewPersonAnswer extends LinkAnswer {
  @ApiProperty({ example: 'rn1' })
  username!: string;

  @ApiProperty({ example: 'Rosa Nguyen' })
  displayName!: string;
}

export class DisabledAnswer {
  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ example: true })
  disabled!: boolean;
}

export class SessionsEndedAnswer {
  @ApiProperty({ example: ID })
  personId!: string;
}

export class RoleGrantedAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50' })
  grantId!: string;

  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ enum: ROLES, example: 'nurse' })
  role!: Role;

  @ApiProperty({ example: '2026-03-02T08:00:00.000Z' })
  from!: string;

  @ApiPropertyOptional({ example: '2026-04-01T00:00:00.000Z' })
  until?: string;
}

export class RoleWithdrawnAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50' })
  grantId!: string;

  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ enum: ROLES, example: 'nurse' })
  role!: Role;

  @ApiProperty({ example: '2026-03-02T09:00:00.000Z' })
  withdrawnAt!: string;
}

export class PersonItem {
  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ example: 'rn1' })
  username!: string;

  @ApiProperty({ example: 'Rosa Nguyen' })
  displayName!: string;

  @ApiProperty({ example: false })
  disabled!: boolean;

  @ApiProperty({ description: 'False until the person has used their invitation.', example: true })
  hasPassword!: boolean;

  @ApiProperty({ description: 'An authenticator is enrolled.', example: false })
  hasSecondFactor!: boolean;

  @ApiProperty({ description: 'A passkey or security key is enrolled.', example: false })
  hasPasskey!: boolean;
}

export class RoleOfPerson {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b50' })
  grantId!: string;

  @ApiProperty({ enum: ROLES, example: 'nurse' })
  role!: Role;

  @ApiProperty({ example: '2026-03-02T08:00:00.000Z' })
  from!: string;

  @ApiPropertyOptional({ example: '2026-04-01T00:00:00.000Z' })
  until?: string;
}

export class PersonOfSite {
  @ApiProperty({ example: ID })
  personId!: string;

  @ApiProperty({ example: 'rn1' })
  username!: string;

  @ApiProperty({ example: 'Rosa Nguyen' })
  displayName!: string;

  @ApiProperty({ example: false })
  disabled!: boolean;

  @ApiProperty({ description: 'Roles in force here, and those still to begin.', type: [RoleOfPerson] })
  roles!: RoleOfPerson[];
}
