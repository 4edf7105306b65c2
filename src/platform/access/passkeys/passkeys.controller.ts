import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../http/openapi.js';
import { accessOf } from '../caller.js';
import { ConfirmationRequest } from '../login/login.dto.js';
import { Requires } from '../requires.js';
import {
  EnrolKeyRequest,
  EnrolmentOptionsAnswer,
  KeyQuestionAnswer,
  KeysAnswer,
  RenameKeyRequest,
  VoucherQuestionRequest,
} from './passkeys.dto.js';
import { PasskeysService } from './passkeys.service.js';

const NO_KEY = 'Needs no `Idempotency-Key`.';
const CONFIRMS = ['invalid_credentials', 'second_factor_required', 'passkey_required', 'passkey_invalid'] as const;
const AT_AN_ADDRESS = ['passkey_address_wrong', 'csrf_token_invalid'] as const;

class EnrolledAnswer {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60' })
  passkeyId!: string;
}

/** One's own passkeys and security keys. Nobody sees, enrols or names those of another. */
@ApiTags('auth')
@ApiBearerAuth()
@ApiCookieAuth()
@Controller('auth/passkeys')
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Get()
  @Requires('self')
  @ApiOperation({ summary: 'One’s keys, the oldest first.' })
  @ApiOkResponse({ type: KeysAnswer })
  @Refuses()
  async list(@Req() request: FastifyRequest): Promise<KeysAnswer> {
    return { items: await this.passkeys.list(accessOf(request).caller) };
  }

  @Post('confirmation')
  @Requires('self')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A question to one of one’s keys, to confirm who one is in place of the password.',
    description: `${NO_KEY} Its answer is the \`assertion\` of what needs a confirmation; it counts once.`,
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses(...AT_AN_ADDRESS)
  confirmation(@Req() request: FastifyRequest) {
    return this.passkeys.confirmation(accessOf(request).caller, request.headers.origin);
  }

  @Post('options')
  @Requires('self')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a new key is to be made for, once one has confirmed who one is.',
    description: `${NO_KEY} Confirmed by a key one has; without one, by password and code.`,
  })
  @ApiOkResponse({ type: EnrolmentOptionsAnswer })
  @Refuses(...CONFIRMS, 'too_many_requests', ...AT_AN_ADDRESS)
  options(@Req() request: FastifyRequest, @Body() confirmation: ConfirmationRequest): Promise<EnrolmentOptionsAnswer> {
    const { caller } = accessOf(request);
    return this.passkeys.enrolmentOptions({
      caller,
      confirmation,
      address: request.ip,
      origin: request.headers.origin,
    });
  }

  @Post()
  @Requires('self')
  @ApiOperation({
    summary: 'Enrols the key that was made.',
    description: `${NO_KEY} The public key is a record of the organisation’s log; what the key signs is checked by it.`,
  })
  @ApiCreatedResponse({ type: EnrolledAnswer })
  @Refuses(
    ...CONFIRMS,
    'too_many_requests',
    ...AT_AN_ADDRESS,
    'second_person_is_performer',
    'second_person_missing',
    'signer_not_eligible',
    'passkey_counts_back',
    'signature_already_used',
    'device_bound_key_required',
    'already_exists',
  )
  enrol(@Req() request: FastifyRequest, @Body() body: EnrolKeyRequest): Promise<EnrolledAnswer> {
    return this.passkeys.enrol(accessOf(request).caller, body);
  }

  @Post('voucher-options')
  @Requires('self')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What a key of whoever vouches is asked: its challenge is the digest of the key that was made, and whose it is.',
    description: `${NO_KEY} It records nothing. The answer is \`voucher.assertion\` of the enrolment.`,
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('passkey_invalid', ...AT_AN_ADDRESS)
  voucherQuestion(@Req() request: FastifyRequest, @Body() { attestation, username }: VoucherQuestionRequest) {
    const { caller } = accessOf(request);
    return this.passkeys.voucherQuestion({ caller, attestation, username, origin: request.headers.origin });
  }

  @Post(':passkeyId/name')
  @Requires('self')
  @HttpCode(204)
  @ApiOperation({ summary: 'Gives a key another name.', description: NO_KEY })
  @ApiNoContentResponse()
  @Refuses('not_found', 'csrf_token_invalid')
  async rename(
    @Req() request: FastifyRequest,
    @Param('passkeyId', ParseUUIDPipe) passkeyId: string,
    @Body() body: RenameKeyRequest,
  ): Promise<void> {
    await this.passkeys.rename(accessOf(request).caller, passkeyId.toLowerCase(), body.name);
  }

  @Post(':passkeyId/remove')
  @Requires('self')
  @HttpCode(204)
  @ApiOperation({ summary: 'Gives up a key, for good, and ends one’s other sessions.', description: NO_KEY })
  @ApiNoContentResponse()
  @Refuses(...CONFIRMS, 'too_many_requests', 'not_found', ...AT_AN_ADDRESS)
  async remove(
    @Req() request: FastifyRequest,
    @Param('passkeyId', ParseUUIDPipe) passkeyId: string,
    @Body() confirmation: ConfirmationRequest,
  ): Promise<void> {
    await this.passkeys.remove(accessOf(request).caller, {
      passkeyId: passkeyId.toLowerCase(),
      confirmation,
      address: request.ip,
    });
  }
}
