import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DischargedDto } from './dosing.answers.js';
import {
  SessionDetailsDto,
  SessionDto,
  SessionEndedDto,
  SessionStartedDto,
  UnbalancedSessionDto,
} from './sessions.answers.js';
import { DischargeDto, EndSessionDto, SessionsQuery, StartSessionDto } from './sessions.dto.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsService } from './sessions.service.js';

/** Treatments: their order, their balance and their end. */
@ApiTags('sessions')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly reader: SessionsReader,
  ) {}

  @Post()
  @Requires('session:record')
  @ApiOperation({ summary: 'A treatment begins, with its order.' })
  @ApiRecorded(SessionStartedDto)
  @WriteRefuses('already_exists', 'unknown_reference', 'amount_invalid', 'amount_not_exact')
  start(@Act() act: ActContext, @Body() body: StartSessionDto) {
    return this.sessions.start(act, body);
  }

  @Get()
  @Requires('session:read')
  @ApiOperation({ summary: 'Sessions, the newest first.' })
  @ApiPage(SessionDto)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: SessionsQuery) {
    return this.reader.list(siteId, query);
  }

  @Get('unbalanced')
  @Requires('session:read')
  @ApiOperation({ summary: 'Sessions in which something drawn is neither given, wasted nor returned, oldest first.' })
  @ApiPage(UnbalancedSessionDto)
  @Refuses()
  unbalanced(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: PageQuery) {
    return this.reader.unbalanced(siteId, query);
  }

  @Get(':sessionId')
  @Requires('session:read')
  @ApiOperation({ summary: 'A session: its order, its balance, what waits for witnesses, its observation.' })
  @ApiOkResponse({ type: SessionDetailsDto })
  @Refuses('not_found')
  one(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('sessionId', ParseUUIDPipe) sessionId: string) {
    return this.reader.one(siteId, sessionId);
  }

  @Post(':sessionId/discharge')
  @Requires('session:record')
  @ApiOperation({ summary: 'The patient leaves; before the observation is over that needs a reason.' })
  @ApiRecorded(DischargedDto)
  @WriteRefuses('unknown_session', 'session_not_started', 'observation_incomplete', 'already_exists')
  discharge(@Act() act: ActContext, @Param('sessionId', ParseUUIDPipe) sessionId: string, @Body() body: DischargeDto) {
    return this.sessions.discharge(act, sessionId, body);
  }

  @Post(':sessionId/end')
  @Requires('session:record')
  @ApiOperation({ summary: 'The session ends, once nothing of it is in hand or waits for witnesses.' })
  @ApiRecorded(SessionEndedDto)
  @WriteRefuses('unknown_session', 'session_ended', 'session_not_balanced')
  end(@Act() act: ActContext, @Param('sessionId', ParseUUIDPipe) sessionId: string, @Body() body: EndSessionDto) {
    return this.sessions.end(act, sessionId, body);
  }
}
