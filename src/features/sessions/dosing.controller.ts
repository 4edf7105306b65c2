import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiRecorded } from '../../platform/http/answers.js';
import { WriteRefuses } from '../../platform/http/openapi.js';
import { DrawnDto, GivenDto, SessionReopenedDto } from './dosing.answers.js';
import { DrawDto, GiveDto, ReopenSessionDto, ReturnDto, TakeDto } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

/** What leaves a container for a session, and what becomes of it but waste. What is signed is the body, so all is in it. */
@ApiTags('sessions')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId')
export class DosingController {
  constructor(private readonly sessions: SessionsService) {}

  @Post('draws')
  @Requires('session:record')
  @ApiOperation({ summary: 'An amount leaves a container for a session; the first draw opens the container.' })
  @ApiRecorded(DrawnDto)
  @WriteRefuses(
    'unknown_container',
    'container_expired',
    'past_beyond_use_date',
    'insufficient_amount',
    'amount_invalid',
    'amount_not_exact',
    'amount_unit_wrong',
    'unknown_session',
    'session_ended',
    'wrong_product',
    'wrong_location',
    'wrong_patient',
    'container_not_usable',
  )
  draw(@Act() act: ActContext, @Body() body: DrawDto) {
    return this.sessions.draw(act, body);
  }

  @Post('takes')
  @Requires('session:record')
  @ApiOperation({ summary: 'An unopened container is taken out for a session: all of it is in hand.' })
  @ApiRecorded(DrawnDto)
  @WriteRefuses(
    'unknown_container',
    'container_expired',
    'unknown_session',
    'session_ended',
    'wrong_product',
    'wrong_location',
    'wrong_patient',
    'container_not_usable',
    'container_not_sealed',
  )
  take(@Act() act: ActContext, @Body() body: TakeDto) {
    return this.sessions.take(act, body);
  }

  @Post('returns')
  @Requires('session:record')
  @ApiOperation({ summary: 'A container taken out comes back sealed and intact, which a second person has checked.' })
  @ApiRecorded(DrawnDto)
  @WriteRefuses(
    'second_person_is_performer',
    'unknown_container',
    'exceeds_amount_in_hand',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'unknown_session',
    'session_ended',
    'container_not_sealed',
  )
  return(@Act() act: ActContext, @Body() body: ReturnDto) {
    return this.sessions.return(act, body);
  }

  @Post('gives')
  @Requires('session:record')
  @ApiOperation({ summary: 'An amount in hand is administered; from its end the patient is observed.' })
  @ApiRecorded(GivenDto)
  @WriteRefuses(
    'exceeds_amount_in_hand',
    'amount_invalid',
    'amount_not_exact',
    'amount_unit_wrong',
    'unknown_session',
    'session_ended',
  )
  give(@Act() act: ActContext, @Body() body: GiveDto) {
    return this.sessions.give(act, body);
  }

  @Post('reopenings')
  @Requires('correction:record')
  @ApiOperation({
    summary: 'An ended session is opened again for a correction.',
    description: 'A second person signs with meaning `approved`. That the session was ended stays in the log.',
  })
  @ApiRecorded(SessionReopenedDto)
  @WriteRefuses(
    'second_person_is_performer',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'reason_missing',
    'unknown_session',
    'already_exists',
  )
  reopen(@Act() act: ActContext, @Body() body: ReopenSessionDto) {
    return this.sessions.reopen(act, body);
  }
}
