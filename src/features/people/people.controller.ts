import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../platform/access/caller.js';
import { KeyQuestionAnswer } from '../../platform/access/passkeys/passkeys.dto.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { type Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import {
  ApprovalQuestionRequest,
  DisabledAnswer,
  LinkAnswer,
  NewLinkRequest,
  NewPersonAnswer,
  NewPersonRequest,
  PersonItem,
  SessionsEndedAnswer,
} from './people.dto.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';

const MANAGED =
  'By an administrator of the organisation, or of every site at which the person is anything. Nobody does it to themselves.';

/** Accounts of the organisation. An administrator of any site may add people; what they may do is given at each site. */
@ApiTags('people')
@ApiBearerAuth()
@ApiCookieAuth()
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({ summary: 'Everybody of the organisation, by user name.' })
  @ApiPage(PersonItem)
  @Refuses()
  list(@Query() page: PageQuery): Promise<Page<PersonItem>> {
    return this.queries.everybody(page);
  }

  @Post()
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({
    summary: 'Adds somebody, and answers with a one-time link for them to choose a password.',
    description: 'They are nothing anywhere until a role is given to them at a site. The link lasts three days.',
  })
  @ApiRecorded(NewPersonAnswer)
  @WriteRefuses('already_exists')
  add(@Act() act: ActContext, @Body() body: NewPersonRequest): Promise<Posted> {
    return this.people.add(act, body);
  }

  @Post(':personId/disable')
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({ summary: 'Takes somebody’s access away at once, everywhere.', description: MANAGED })
  @ApiRecorded(DisabledAnswer)
  @WriteRefuses('not_found', 'own_act')
  disable(@Act() act: ActContext, @Param('personId', ParseUUIDPipe) personId: string): Promise<Posted> {
    return this.people.disable(act, personId.toLowerCase());
  }

  @Post(':personId/enable')
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({ summary: 'Gives access back. Sessions do not come back.', description: MANAGED })
  @ApiRecorded(DisabledAnswer)
  @WriteRefuses('not_found', 'own_act')
  enable(@Act() act: ActContext, @Param('personId', ParseUUIDPipe) personId: string): Promise<Posted> {
    return this.people.enable(act, personId.toLowerCase());
  }

  @Post(':personId/invitations')
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({
    summary: 'A new one-time link, for a password that was lost or never chosen.',
    description:
      `${MANAGED} The link lasts a day; using it ends every session of the person. One that also takes away keys and ` +
      'authenticator is approved by a second administrator or compliance officer, who authenticates as `approver`.',
  })
  @ApiRecorded(LinkAnswer)
  @WriteRefuses(
    'not_found',
    'own_act',
    'unknown_reference',
    'invalid_credentials',
    'second_factor_required',
    'passkey_address_wrong',
    'passkey_invalid',
    'passkey_counts_back',
    'device_bound_key_required',
    'signature_already_used',
    'second_person_is_performer',
    'second_person_missing',
    'signer_not_eligible',
  )
  invite(
    @Act() act: ActContext,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() body: NewLinkRequest,
  ): Promise<Posted> {
    return this.people.invite(act, personId.toLowerCase(), body);
  }

  @Post(':personId/invitations/options')
  @Requires('people:manage', { at: 'any' })
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What a key of the approver is asked: its challenge is the digest of the link that takes keys away, and whose.',
    description: 'Needs no `Idempotency-Key`: it records nothing. The answer is `approver.assertion` of the link.',
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('passkey_address_wrong', 'csrf_token_invalid')
  approvalQuestion(
    @Req() request: FastifyRequest,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() { idempotencyKey, username }: ApprovalQuestionRequest,
  ) {
    const { caller } = accessOf(request);
    const { origin } = request.headers;
    return this.people.approvalQuestion({ caller, personId: personId.toLowerCase(), idempotencyKey, username, origin });
  }

  @Post(':personId/end-sessions')
  @Requires('people:manage', { at: 'any' })
  @ApiOperation({ summary: 'Logs somebody out everywhere.', description: MANAGED })
  @ApiRecorded(SessionsEndedAnswer)
  @WriteRefuses('not_found', 'own_act')
  endSessions(@Act() act: ActContext, @Param('personId', ParseUUIDPipe) personId: string): Promise<Posted> {
    return this.people.endSessions(act, personId.toLowerCase());
  }
}
