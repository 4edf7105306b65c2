import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { TextField } from '../../http/fields.js';
import { said } from '../../../domain/refusal-details.js';
import { saying } from '../../http/validation-details.js';

const BASE64URL = /^[A-Za-z0-9_-]*$/;
const BYTES = 'aGVsbG8gZnJvbSBhbiBhdXRoZW50aWNhdG9y';

/** Bytes in base64url, as WebAuthn's JSON has them. */
function BytesField(of: { readonly description: string; readonly max: number }): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ description: `${of.description} Base64url.`, maxLength: of.max, example: BYTES })(target, key);
    IsString()(target, key);
    MaxLength(of.max)(target, key);
    Matches(BASE64URL, saying(said('field_bytes')))(target, key);
  };
}

const ATTACHMENTS = ['platform', 'cross-platform'] as const;

/** What the two answers of an authenticator have in common (PublicKeyCredential.toJSON()). */
class KeyAnswer {
  @BytesField({ description: 'The authenticator’s own name for the key.', max: 1400 })
  @Length(1, 1400)
  id!: string;

  @BytesField({ description: 'The same again.', max: 1400 })
  rawId!: string;

  @ApiProperty({ enum: ['public-key'], example: 'public-key' })
  @IsIn(['public-key'])
  type!: 'public-key';

  @ApiPropertyOptional({ enum: ATTACHMENTS, example: 'cross-platform' })
  @IsOptional()
  @IsIn(ATTACHMENTS)
  authenticatorAttachment?: (typeof ATTACHMENTS)[number];

  @ApiPropertyOptional({ description: 'Not used.', type: 'object', additionalProperties: true, example: {} })
  @IsOptional()
  @IsObject()
  clientExtensionResults?: Record<string, unknown>;
}

export class AssertionResponseBody {
  @BytesField({ description: 'What for, for whom, at which page, as the browser says it.', max: 4096 })
  clientDataJSON!: string;

  @BytesField({ description: 'What the authenticator says of itself.', max: 2048 })
  authenticatorData!: string;

  @BytesField({ description: 'Of both.', max: 1400 })
  signature!: string;

  @ApiPropertyOptional({ description: 'Whose key it is, where the authenticator knows.', example: BYTES })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(BASE64URL)
  userHandle?: string;
}

/** The answer of `navigator.credentials.get()`, as the browser's own `toJSON()` gives it. */
export class AssertionBody extends KeyAnswer {
  @ApiProperty({ type: AssertionResponseBody })
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionResponseBody)
  response!: AssertionResponseBody;
}

export class AttestationResponseBody {
  @BytesField({ description: 'What for, for whom, at which page.', max: 4096 })
  clientDataJSON!: string;

  @BytesField({ description: 'The new public key and what the authenticator says of itself.', max: 16_384 })
  attestationObject!: string;

  @ApiPropertyOptional({ isArray: true, type: String, example: ['usb', 'nfc'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  transports?: string[];

  @ApiPropertyOptional({ description: 'Not used.', example: BYTES })
  @IsOptional()
  @IsString()
  authenticatorData?: string;

  @ApiPropertyOptional({ description: 'Not used.', example: -7 })
  @IsOptional()
  publicKeyAlgorithm?: number;

  @ApiPropertyOptional({ description: 'Not used.', example: BYTES })
  @IsOptional()
  @IsString()
  publicKey?: string;
}

/** The answer of `navigator.credentials.create()`. */
export class AttestationBody extends KeyAnswer {
  @ApiProperty({ type: AttestationResponseBody })
  @ValidateNested()
  @IsObject()
  @Type(() => AttestationResponseBody)
  response!: AttestationResponseBody;
}

export class KeyQuestionRequest {
  @ApiPropertyOptional({
    description: 'Whose key is asked. Left out: a key that knows its owner by itself.',
    example: 'rn1',
  })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  username?: string;
}

export class KeyDescriptorAnswer {
  @ApiProperty({ example: BYTES })
  id!: string;

  @ApiProperty({ enum: ['public-key'], example: 'public-key' })
  type!: string;

  @ApiPropertyOptional({ isArray: true, type: String, example: ['usb'] })
  transports?: string[];
}

/** For `navigator.credentials.get()`, in the form its `parseRequestOptionsFromJSON` takes. */
export class KeyQuestionAnswer {
  @ApiProperty({
    description: 'What is to be signed. Base64url.',
    example: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
  })
  challenge!: string;

  @ApiProperty({ description: 'The domain the key is bound to.', example: 'ledger.clinic.example' })
  rpId!: string;

  @ApiProperty({ description: 'Empty: whichever key knows the domain.', type: [KeyDescriptorAnswer] })
  allowCredentials!: KeyDescriptorAnswer[];

  @ApiProperty({ enum: ['required'], example: 'required' })
  userVerification!: string;

  @ApiProperty({ description: 'Milliseconds.', example: 120_000 })
  timeout!: number;
}

export class KeyLoginRequest {
  @ApiProperty({ type: AssertionBody })
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionBody)
  assertion!: AssertionBody;

  @ApiPropertyOptional({ description: 'As for the log-in by password.', enum: ['cookie', 'bearer'], default: 'cookie' })
  @IsOptional()
  @IsIn(['cookie', 'bearer'])
  kind: 'cookie' | 'bearer' = 'cookie';
}

/** Somebody else at the same terminal, who authenticates beside the one whose request it is. */
/** Without the answer of a key, user name and password are needed. */
export const isTyped = ({ assertion }: { assertion?: unknown }): boolean => assertion === undefined;

export class PresentPersonBody {
  @ApiPropertyOptional({ description: 'Their own; needed without `assertion`.', example: 'rph1' })
  @ValidateIf(isTyped)
  @IsString()
  @Length(1, 512)
  username?: string;

  @ApiPropertyOptional({ description: 'Their own; needed without `assertion`.', example: 'correct-horse-battery' })
  @ValidateIf(isTyped)
  @IsString()
  @Length(1, 512)
  password?: string;

  @ApiPropertyOptional({ description: 'Six digits, of whoever has an authenticator.', example: '492039' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9]{6}$/, saying(said('field_digits', { count: 6 })))
  totp?: string;

  @ApiPropertyOptional({
    description: 'What a key of theirs answered to exactly what is confirmed, in place of user name and password.',
    type: AssertionBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => AssertionBody)
  assertion?: AssertionBody;
}

export class EnrolmentOptionsAnswer {
  @ApiProperty({
    description: 'For `navigator.credentials.create()`, in the form its `parseCreationOptionsFromJSON` takes.',
    type: 'object',
    additionalProperties: true,
    example: { challenge: BYTES, rp: { id: 'ledger.clinic.example', name: 'Countersign' } },
  })
  options!: object;

  @ApiProperty({
    description: 'It is the first key: another person must authenticate beside you as `voucher`.',
    example: true,
  })
  voucherNeeded!: boolean;
}

export class EnrolKeyRequest {
  @TextField({ description: 'To tell it from others; no part of the log.', example: 'blue security key', max: 60 })
  name!: string;

  @ApiProperty({ type: AttestationBody })
  @ValidateNested()
  @IsObject()
  @Type(() => AttestationBody)
  attestation!: AttestationBody;

  @ApiPropertyOptional({
    description: 'Who knows you and sees you enrol: not you, nor whoever made the link you opened your account with.',
    type: PresentPersonBody,
  })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => PresentPersonBody)
  voucher?: PresentPersonBody;
}

export class VoucherQuestionRequest {
  @ApiProperty({ description: 'The key that was made, and is vouched for.', type: AttestationBody })
  @ValidateNested()
  @IsObject()
  @Type(() => AttestationBody)
  attestation!: AttestationBody;

  @ApiPropertyOptional({ description: 'Who vouches. Left out: a key that knows its owner by itself.', example: 'rph1' })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  username?: string;
}

export class RenameKeyRequest {
  @TextField({ description: 'Its new name.', example: 'blue security key', max: 60 })
  name!: string;
}

export class KeyItem {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60' })
  passkeyId!: string;

  @ApiProperty({ example: 'blue security key' })
  name!: string;

  @ApiProperty({ description: 'It never leaves its device. As the authenticator says.', example: true })
  deviceBound!: boolean;

  @ApiProperty({ description: 'It is kept in a cloud of its maker’s at the moment.', example: false })
  backedUp!: boolean;

  @ApiProperty({
    description: 'The make of authenticator; zeros where it does not say.',
    example: '00000000-0000-0000-0000-000000000000',
  })
  aaguid!: string;

  @ApiProperty({ example: '2026-03-02T08:00:00.000Z' })
  addedAt!: string;

  @ApiPropertyOptional({ example: '2026-03-03T08:00:00.000Z' })
  lastUsedAt?: string;
}

export class KeysAnswer {
  @ApiProperty({ type: [KeyItem] })
  items!: KeyItem[];
}
