import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Act, intentDigest, type ActContext } from '../../http/act-context.js';
import { ApiRecorded } from '../../http/answers.js';
import { WriteRefuses } from '../../http/openapi.js';
import { withinSession } from '../login/authentication.js';
import { Requires } from '../requires.js';
import { SignatureService, type Signed } from './signature.service.js';
import { SignatureAnswer, SignatureRequest } from './signatures.dto.js';

@ApiTags('signatures')
@ApiBearerAuth()
@ApiCookieAuth()
@Controller('sites/:siteId/signatures')
export class SignaturesController {
  constructor(private readonly signatures: SignatureService) {}

  @Post()
  @Requires('signature:make')
  @ApiParam({ name: 'siteId', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  @ApiOperation({
    summary: 'A second person authenticates for one act of whoever is logged in.',
    description:
      'The signer types their own user name and password at the performer’s terminal. The token that comes back is ' +
      'bound to this act, this performer, this idempotency key and every word of the body, lasts two minutes and ' +
      'counts once. The same `Idempotency-Key` with good credentials gives the same token again.',
  })
  @ApiRecorded(SignatureAnswer)
  @WriteRefuses(
    'invalid_credentials',
    'second_factor_required',
    'second_factor_enrolment_required',
    'too_many_requests',
    'csrf_token_invalid',
  )
  sign(
    @Act() { siteId, caller, actor, idempotencyKey, requestDigest }: ActContext,
    @Body() signature: SignatureRequest,
  ): Promise<Signed> {
    const { act, meaning, attests, username, password, totp } = signature;
    // As the act's own intent is made: without signatures, and without anything secret.
    const { signatures: _, password: _password, totp: _totp, ...body } = signature.body;
    const performerId = caller.personId;
    return this.signatures.sign({
      siteId,
      caller,
      actor,
      idempotencyKey,
      requestDigest,
      intent: intentDigest({ act, siteId, performerId, idempotencyKey: signature.idempotencyKey, body }),
      act,
      performerId,
      meaning,
      attests,
      credentials: { username, password, totp, address: withinSession(caller) },
    });
  }
}
