import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Act, intentDigest, withoutCredentials, type ActContext } from '../../http/act-context.js';
import { WriteRefuses } from '../../http/openapi.js';
import { withinSession } from '../login/authentication.js';
import { Requires } from '../requires.js';
import { SignatureService, type SigningRequest } from './signature.service.js';
import { SignaturesTogetherAnswer, SignaturesTogetherRequest, type ActToSign } from './together.dto.js';

/** Leaves room in a key for the number of a signature among those made together. */
const KEY_BEFORE_NUMBER = 60;

@ApiTags('signatures')
@ApiBearerAuth()
@ApiCookieAuth()
@Controller('sites/:siteId/signatures/together')
export class SignaturesTogetherController {
  constructor(private readonly signatures: SignatureService) {}

  @Post()
  @Requires('signature:collect')
  @ApiParam({ name: 'siteId', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
  @ApiOperation({
    summary: 'A second person authenticates once and signs several acts of one list, each with a signature of its own.',
    description:
      'For the lines of a delivery, a move or a count sheet: meaning `checked`. Each signature is a record of its own that says ' +
      'how many were made together; each token is bound to its act as one of `signatures` is, lasts two minutes and counts ' +
      'once. A waste is witnessed alone.',
  })
  @ApiCreatedResponse({ description: 'Committed, each.', type: SignaturesTogetherAnswer })
  @WriteRefuses(
    'invalid_credentials',
    'second_factor_required',
    'second_factor_enrolment_required',
    'too_many_requests',
    'csrf_token_invalid',
  )
  async sign(@Act() context: ActContext, @Body() asked: SignaturesTogetherRequest) {
    const [first, ...others] = asked.acts;
    const of = (act: ActToSign, nth: number) => requestOf(context, asked, act, nth);
    const signed = await this.signatures.signTogether([of(first, 0), ...others.map((act, nth) => of(act, nth + 1))]);
    return { items: signed.map(({ body }) => body) };
  }
}

function requestOf(
  { siteId, caller, actor, idempotencyKey, requestDigest }: ActContext,
  { act, username, password, totp }: SignaturesTogetherRequest,
  one: ActToSign,
  nth: number,
): SigningRequest {
  const { signatures: _, ...given } = one.body;
  const body = withoutCredentials(given);
  const performerId = caller.personId;
  return {
    siteId,
    caller,
    actor,
    idempotencyKey: `${idempotencyKey.slice(0, KEY_BEFORE_NUMBER)}.${nth + 1}`,
    requestDigest,
    intent: intentDigest({ act, siteId, performerId, idempotencyKey: one.idempotencyKey, body }),
    act,
    performerId,
    meaning: 'checked',
    attests: [],
    credentials: { username, password, totp, address: withinSession(caller) },
  };
}
