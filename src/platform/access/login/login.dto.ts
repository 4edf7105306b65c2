import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { AUTH_METHODS, type AuthMethod } from '../caller.js';
import { AssertionBody } from '../passkeys/passkeys.dto.js';
import { PERMISSIONS, ROLES, type Permission, type Role } from '../../../domain/roles.js';
import { said } from '../../../domain/refusal-details.js';
import { saying } from '../../http/validation-details.js';

const TOTP_FORM = /^[0-9]{6}$/;
const TOTP = { description: 'The six digits your authenticator shows now; each code counts once.', example: '492039' };
const PASSWORD = { description: 'Your password as it is now.', example: 'correct-horse-battery' };
const NEW_PASSWORD = {
  description: '12 to 128 characters; not a common one, and without the user name.',
  example: 'a-lantern-and-nine-geese',
};

export class LoginRequest {
  @ApiProperty({ description: 'In any case of letters.', example: 'rn1' })
  @IsString()
  @Length(1, 512)
  username!: string;

  @ApiProperty(PASSWORD)
  @IsString()
  @Length(1, 512)
  password!: string;

  @ApiPropertyOptional({ ...TOTP, description: `${TOTP.description} Needed by whoever has one.` })
  @IsOptional()
  @IsString()
  @Matches(TOTP_FORM, saying(said('field_digits', { count: 6 })))
  totp?: string;

  @ApiPropertyOptional({
    description:
      '`cookie`: for a browser; the token is only in an HttpOnly cookie. `bearer`: for a program; the token is in the ' +
      'answer, to be sent as `Authorization: Bearer`.',
    enum: ['cookie', 'bearer'],
    default: 'cookie',
    example: 'cookie',
  })
  @IsOptional()
  @IsIn(['cookie', 'bearer'])
  kind: 'cookie' | 'bearer' = 'cookie';
}

/** Again who one is: by password and code, or by a key one has. */
export class ConfirmationRequest {
  @ApiPropertyOptional({ ...PASSWORD, description: `${PASSWORD.description} Needed without \`assertion\`.` })
  @ValidateIf(({ assertion }: ConfirmationRequest) => assertion === undefined)
  @IsString()
  @Length(1, 512)
  password?: string;

  @ApiPropertyOptional({
    description: 'What a key of yours answered to `auth/passkeys/confirmation`, in place of password and code.',
    type: AssertionBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionBody)
  assertion?: AssertionBody;

  @ApiPropertyOptional({ ...TOTP, description: `${TOTP.description} Needed by whoever has one.` })
  @IsOptional()
  @IsString()
  @Matches(TOTP_FORM, saying(said('field_digits', { count: 6 })))
  totp?: string;
}

export class ChangePasswordRequest extends ConfirmationRequest {
  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(512)
  newPassword!: string;
}

export class ConfirmTotpRequest {
  @ApiProperty(TOTP)
  @IsString()
  @Matches(TOTP_FORM, saying(said('field_digits', { count: 6 })))
  totp!: string;
}

export class AcceptInvitationRequest {
  @ApiProperty({
    description: 'What stands after `#` in the link.',
    example: 'mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE',
  })
  @IsString()
  @Length(20, 200)
  token!: string;

  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(512)
  password!: string;
}

export class SetupBody {
  @ApiProperty({
    description: 'What stands after `#` in the link.',
    example: 'mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE',
  })
  @IsString()
  @Length(20, 200)
  token!: string;

  @ApiProperty({ example: 'Lakeside Ketamine Clinics' })
  @IsString()
  @Length(1, 200)
  organisationName!: string;

  @ApiProperty({ description: '3 to 64 letters, digits, dots, hyphens, underscores or @.', example: 'adm1' })
  @IsString()
  @Length(3, 64)
  username!: string;

  @ApiProperty({ description: 'The name that shows beside a signature.', example: 'Ada Morgan' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  displayName!: string;

  @ApiProperty(NEW_PASSWORD)
  @IsString()
  @MaxLength(512)
  password!: string;
}

export class SetupAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  organisationId!: string;

  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  personId!: string;

  @ApiProperty({ example: 'adm1' })
  username!: string;

  @ApiProperty({ example: 'Ada Morgan' })
  displayName!: string;
}

export class SiteOfMe {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  siteId!: string;

  @ApiProperty({ enum: ['organisation', 'clinic'], example: 'clinic' })
  kind!: 'organisation' | 'clinic';

  @ApiProperty({ example: 'Lakeside Clinic' })
  name!: string;

  @ApiProperty({ example: 'America/Chicago' })
  timeZone!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['nurse'] })
  roles!: readonly Role[];

  @ApiProperty({
    description: 'What those roles permit here.',
    enum: PERMISSIONS,
    isArray: true,
    example: ['stock:read'],
  })
  permissions!: readonly Permission[];

  @ApiProperty({ description: 'The site asks for a second factor.', example: false })
  requireSecondFactor!: boolean;
}

export class MeAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b12' })
  personId!: string;

  @ApiProperty({ example: 'rn1' })
  username!: string;

  @ApiProperty({ example: 'Rosa Nguyen' })
  displayName!: string;

  @ApiProperty({ enum: ['cookie', 'bearer'], example: 'cookie' })
  kind!: 'cookie' | 'bearer';

  @ApiProperty({
    description: 'How this session was opened.',
    enum: AUTH_METHODS,
    example: 'password',
  })
  method!: AuthMethod;

  @ApiProperty({ description: 'An authenticator is enrolled.', example: false })
  hasSecondFactor!: boolean;

  @ApiProperty({ description: 'A passkey or security key of their own is enrolled.', example: false })
  hasPasskey!: boolean;

  @ApiPropertyOptional({
    description: 'Browsers send it as `X-CSRF-Token` with everything but GET. Absent for a bearer session.',
    example: 'Zx1q3pT6hQ3p7m8s3b8m2yq0d8c9sX1kq0vM6dT3Zr2',
  })
  csrfToken?: string;

  @ApiProperty({ description: 'Without a request for this long the session ends.', example: 1800 })
  idleSeconds!: number;

  @ApiProperty({ description: 'When it ends whatever happens.', example: '2026-03-02T20:00:00.000Z' })
  expiresAt!: string;

  @ApiProperty({ description: 'Where the person is something now.', type: [SiteOfMe] })
  sites!: SiteOfMe[];
}

export class LoginAnswer extends MeAnswer {
  @ApiPropertyOptional({
    description: 'Of a bearer session, shown this once.',
    example: 'mC7b1v0W3m2b5S9cX2lqvJ9kF0aQmJ5oYk8wR1tZ4uE',
  })
  token?: string;
}

export class EnrolAnswer {
  @ApiProperty({
    description: 'To type into an authenticator, in base 32.',
    example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  })
  secret!: string;

  @ApiProperty({
    description: 'To show as a QR code.',
    example: 'otpauth://totp/Countersign:rn1?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Countersign',
  })
  uri!: string;
}
