import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { intentOfList } from '../../../domain/webauthn/intent-of-list.js';
import { Act, intentDigest, withoutCredentials, type ActContext } from '../../http/act-context.js';
import { ApiRecorded } from '../../http/answers.js';
import { Refuses, WriteRefuses } from '../../http/openapi.js';
import { Asked } from '../asked.js';
import type { Access } from '../caller.js';
import { withinSession } from '../login/authentication.js';
import { KeyQuestions } from '../passkeys/key-questions.js';
import { KeyQuestionAnswer } from '../passkeys/passkeys.dto.js';
import { Requires } from '../requires.js';
import { SignatureService, type SignedTogether } from './signature.service.js';
import {
  ListQuestionRequest,
  SignaturesTogetherAnswer,
  SignaturesTogetherRequest,
  type ListToSign,
} from './together.dto.js';

@ApiTags('signatures')
@ApiBearerAuth()
@ApiCookieAuth()
@ApiParam({ name: 'siteId', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
@Controller('sites/:siteId/signatures/together')
export class SignaturesTogetherController {
  constructor(
    private readonly signatures: SignatureService,
    private readonly questions: KeyQuestions,
  ) {}

  @Post()
  @Requires('signature:collect')
  @ApiOperation({
    summary: 'A second person authenticates once and signs several acts of one list, each with a signature of its own.',
    description:
      'For the lines of a delivery, a move or a count sheet: meaning `checked`. One record makes all of the signatures and says ' +
      'how many they are; each token is bound to its act as one of `signatures` is, lasts two minutes and counts once. ' +
      'The signer types user name and password, or answers with a key of their own to the list. A waste is witnessed alone.',
  })
  @ApiRecorded(SignaturesTogetherAnswer)
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
    @Body() asked: SignaturesTogetherRequest,
  ): Promise<SignedTogether> {
    const { act, username = '', password = '', totp, assertion } = asked;
    const address = withinSession(caller);
    return this.signatures.signTogether({
      siteId,
      caller,
      actor,
      idempotencyKey,
      requestDigest,
      intents: intentsOf(asked, siteId, caller.personId),
      act,
      performerId: caller.personId,
      credentials: assertion ? { assertion, address } : { username, password, totp, address },
    });
  }

  @Post('options')
  @Requires('signature:collect')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a key of the second person is asked for a list: its challenge is the digest of the list of acts.',
    description:
      'Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures/together` as `assertion`, for the same ' +
      'acts in the same order.',
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('passkey_address_wrong', 'csrf_token_invalid')
  question(@Asked() { siteId, caller }: Access, @Req() request: FastifyRequest, @Body() asked: ListQuestionRequest) {
    const challenge = intentOfList(intentsOf(asked, siteId, caller.personId));
    return this.questions.question({ challenge, username: asked.username, origin: request.headers.origin });
  }
}

/** As the intent of each act is made, in the order of the list. */
function intentsOf({ act, acts }: ListToSign, siteId: string, performerId: string): [string, ...string[]] {
  return acts.map(({ idempotencyKey, body: { signatures: _, ...given } }) =>
    intentDigest({ act, siteId, performerId, idempotencyKey, body: withoutCredentials(given) }),
  ) as [string, ...string[]];
}
