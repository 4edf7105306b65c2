import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refuses } from '../../http/openapi.js';
import { LoginAnswer } from '../login/login.dto.js';
import { LoginService } from '../login/login.service.js';
import { Public } from '../requires.js';
import { SessionCookie } from '../session-cookie.js';
import { Challenges } from './challenges.js';
import { KeyAuthentication } from './key-authentication.js';
import { KeyQuestions } from './key-questions.js';
import { KeyLoginRequest, KeyQuestionAnswer, KeyQuestionRequest } from './passkeys.dto.js';

/** Log-in with a key. Its person is verified by the authenticator, so it counts as two factors. */
@ApiTags('auth')
@Controller('auth/webauthn')
export class KeyLoginController {
  constructor(
    private readonly questions: KeyQuestions,
    private readonly challenges: Challenges,
    private readonly keys: KeyAuthentication,
    private readonly logins: LoginService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('options')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The question a key answers to log in.',
    description:
      'Needs no `Idempotency-Key`. With a user name it names that person’s keys, and keys that nobody has where there is ' +
      'no such person; without one, any key that knows its owner may answer. Lasts five minutes, counts once.',
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('passkey_address_wrong', 'too_many_requests')
  async options(@Req() request: FastifyRequest, @Body() { username }: KeyQuestionRequest) {
    const challenge = await this.challenges.ask('login');
    return this.questions.question({ challenge, username, origin: request.headers.origin });
  }

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Opens a session with a key.', description: 'Needs no `Idempotency-Key`.' })
  @ApiOkResponse({ type: LoginAnswer })
  @Refuses(
    'invalid_credentials',
    'passkey_address_wrong',
    'passkey_invalid',
    'passkey_counts_back',
    'too_many_requests',
  )
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { assertion, kind }: KeyLoginRequest,
  ): Promise<LoginAnswer> {
    const challenge = (given: string) => this.challenges.take(given, 'login');
    const who = await this.keys.authenticate({ assertion, address: request.ip, challenge }, 'login');
    const { token, caller } = await this.logins.logIn(who, kind, { passkeyId: who.passkeyId, used: who.used });
    if (kind === 'cookie') this.cookie.write(request, reply, token);
    return { ...(await this.logins.describe(caller)), ...(kind === 'bearer' ? { token } : {}) };
  }
}
