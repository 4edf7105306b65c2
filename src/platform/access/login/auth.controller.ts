import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refuses } from '../../http/openapi.js';
import { accessOf } from '../caller.js';
import { Public, Requires } from '../requires.js';
import { SessionCookie } from '../session-cookie.js';
import type { Authenticated } from './authentication.js';
import { LoginAnswer, LoginRequest, MeAnswer } from './login.dto.js';
import { LoginService } from './login.service.js';
import { LoginGuard } from './login.strategy.js';

/** Sessions. None of these needs an `Idempotency-Key`: nothing is made that a second request would make twice. */
@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('login')
  @Public()
  @UseGuards(LoginGuard)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Opens a session.',
    description:
      'Needs no `Idempotency-Key`. The answer is the same, and takes as long, whether or not anybody has the name.',
  })
  @ApiOkResponse({ type: LoginAnswer })
  @Refuses('invalid_credentials', 'second_factor_required', 'too_many_requests')
  async login(
    @Req() request: FastifyRequest & { user: Authenticated },
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: LoginRequest,
  ): Promise<LoginAnswer> {
    const { token, caller } = await this.logins.logIn(request.user, body.kind);
    if (body.kind === 'cookie') this.cookie.write(request, reply, token);
    return { ...(await this.logins.describe(caller)), ...(body.kind === 'bearer' ? { token } : {}) };
  }

  @Get('me')
  @Requires('self')
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Who is logged in, what they are where, and the CSRF token.' })
  @ApiOkResponse({ type: MeAnswer })
  @Refuses()
  me(@Req() request: FastifyRequest): Promise<MeAnswer> {
    return this.logins.describe(accessOf(request).caller);
  }

  @Post('logout')
  @Requires('self')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ summary: 'Ends this session.', description: 'Needs no `Idempotency-Key`.' })
  @ApiNoContentResponse()
  @Refuses('csrf_token_invalid')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.logins.logOut(accessOf(request).caller);
    this.cookie.clear(request, reply);
  }

  @Post('logout-everywhere')
  @Requires('self')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({
    summary: 'Ends every session of the person, this one too.',
    description: 'Needs no `Idempotency-Key`.',
  })
  @ApiNoContentResponse()
  @Refuses('csrf_token_invalid')
  async logoutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.logins.logOutEverywhere(accessOf(request).caller);
    this.cookie.clear(request, reply);
  }
}
