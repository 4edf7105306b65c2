import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refuses } from '../../http/openapi.js';
import { accessOf } from '../caller.js';
import { Public, Requires } from '../requires.js';
import { AccountService } from './account.service.js';
import { InvitationService } from './invitation.service.js';
import {
  AcceptInvitationRequest,
  ChangePasswordRequest,
  ConfirmationRequest,
  ConfirmTotpRequest,
  EnrolAnswer,
} from './login.dto.js';

const NO_KEY = 'Needs no `Idempotency-Key`: sent twice it changes nothing more.';

/** One's own account. What changes it asks again for the password, and for a code where there is an authenticator. */
@ApiTags('auth')
@Controller('auth')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly invitations: InvitationService,
  ) {}

  @Post('password')
  @Requires('self')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Changes one’s password, and ends one’s other sessions.', description: NO_KEY })
  @ApiNoContentResponse()
  @Refuses(
    'invalid_credentials',
    'second_factor_required',
    'passkey_required',
    'passkey_invalid',
    'too_many_requests',
    'csrf_token_invalid',
    'password_too_weak',
  )
  async changePassword(@Req() request: FastifyRequest, @Body() body: ChangePasswordRequest): Promise<void> {
    const { newPassword, ...current } = body;
    await this.accounts.changePassword(accessOf(request).caller, { current, newPassword, address: request.ip });
  }

  @Post('totp/enrol')
  @Requires('self')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({
    summary: 'The secret of a new authenticator, to be confirmed with a code of it.',
    description: NO_KEY,
  })
  @ApiOkResponse({ type: EnrolAnswer })
  @Refuses(
    'invalid_credentials',
    'passkey_required',
    'passkey_invalid',
    'too_many_requests',
    'csrf_token_invalid',
    'already_exists',
  )
  enrol(@Req() request: FastifyRequest, @Body() body: ConfirmationRequest): Promise<EnrolAnswer> {
    return this.accounts.enrol(accessOf(request).caller, body, request.ip);
  }

  @Post('totp/confirm')
  @Requires('self')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({
    summary: 'Confirms a new authenticator: from now on log-ins and signatures need its code.',
    description: `${NO_KEY} This session then counts as opened with a second factor.`,
  })
  @ApiNoContentResponse()
  @Refuses('invalid_credentials', 'too_many_requests', 'csrf_token_invalid', 'token_invalid')
  async confirm(@Req() request: FastifyRequest, @Body() body: ConfirmTotpRequest): Promise<void> {
    await this.accounts.confirmEnrolment(accessOf(request).caller, body.totp, request.ip);
  }

  @Post('totp/remove')
  @Requires('self')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Removes the authenticator, and ends one’s other sessions.', description: NO_KEY })
  @ApiNoContentResponse()
  @Refuses(
    'invalid_credentials',
    'second_factor_required',
    'passkey_required',
    'passkey_invalid',
    'too_many_requests',
    'csrf_token_invalid',
  )
  async remove(@Req() request: FastifyRequest, @Body() body: ConfirmationRequest): Promise<void> {
    await this.accounts.removeSecondFactor(accessOf(request).caller, body, request.ip);
  }

  @Post('accept-invitation')
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Chooses a password with a one-time link; then log in.',
    description: 'Needs no `Idempotency-Key`: a link counts once.',
  })
  @ApiNoContentResponse()
  @Refuses('token_invalid', 'password_too_weak', 'too_many_requests')
  async acceptInvitation(@Body() body: AcceptInvitationRequest): Promise<void> {
    await this.invitations.accept(body);
  }
}
