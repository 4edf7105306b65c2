import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Act, intentDigest, withoutCredentials, type ActContext } from '../../http/act-context.js';
import { ApiRecorded } from '../../http/answers.js';
import { Refuses, WriteRefuses } from '../../http/openapi.js';
import { Asked } from '../asked.js';
import type { Access } from '../caller.js';
import { withinSession } from '../login/authentication.js';
import { KeyQuestions } from '../passkeys/key-questions.js';
import { KeyQuestionAnswer } from '../passkeys/passkeys.dto.js';
import { Requires } from '../requires.js';
import { SignatureService, type Signed } from './signature.service.js';
import { SignatureAnswer, SignatureQuestionRequest, SignatureRequest, type SignedThing } from './signatures.dto.js';

@ApiTags('signatures')
@ApiBearerAuth()
@ApiCookieAuth()
@ApiParam({ name: 'siteId', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
@Controller('sites/:siteId/signatures')
export class SignaturesController {
  constructor(
    private readonly signatures: SignatureService,
    private readonly questions: KeyQuestions,
  ) {}

  @Post()
  @Requires('signature:collect')
  @ApiOperation({
    summary: 'A second person authenticates for one act of whoever is logged in.',
    description:
      'The signer types their own user name and password at the performer’s terminal, or answers with a key of their own. ' +
      'The token that comes back is bound to this act, this performer, this idempotency key and every word of the body, ' +
      'lasts two minutes and counts once. The same `Idempotency-Key` with good credentials gives the same token again.',
  })
  @ApiRecorded(SignatureAnswer)
  @WriteRefuses(
    'invalid_credentials',
    'second_factor_required',
    'second_factor_enrolment_required',
    'passkey_address_wrong',
    'passkey_counts_back',
    'device_bound_key_required',
    'signature_already_used',
    'too_many_requests',
    'csrf_token_invalid',
  )
  sign(
    @Act() { siteId, caller, actor, idempotencyKey, requestDigest }: ActContext,
    @Body() signature: SignatureRequest,
  ): Promise<Signed> {
    const { act, meaning, attests, username = '', password = '', totp, assertion } = signature;
    const address = withinSession(caller);
    return this.signatures.sign({
      siteId,
      caller,
      actor,
      idempotencyKey,
      requestDigest,
      intent: intentOf(signature, siteId, caller.personId),
      act,
      performerId: caller.personId,
      meaning,
      attests,
      credentials: assertion ? { assertion, address } : { username, password, totp, address },
    });
  }

  @Post('options')
  @Requires('signature:collect')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a key of the second person is asked for one act: its challenge is the digest of the act.',
    description: 'Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures` as `assertion`.',
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('passkey_address_wrong', 'csrf_token_invalid')
  question(
    @Asked() { siteId, caller }: Access,
    @Req() request: FastifyRequest,
    @Body() signature: SignatureQuestionRequest,
  ) {
    const challenge = intentOf(signature, siteId, caller.personId);
    return this.questions.question({ challenge, username: signature.username, origin: request.headers.origin });
  }
}

/** As the act's own intent is made: without signatures, and without anything secret. */
function intentOf({ act, idempotencyKey, body: given }: SignedThing, siteId: string, performerId: string): string {
  const { signatures: _, ...body } = given;
  return intentDigest({ act, siteId, performerId, idempotencyKey, body: withoutCredentials(body) });
}
