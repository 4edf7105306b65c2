import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import {
  AlarmClosedDto,
  AlarmDto,
  AlarmsQuery,
  CloseAlarmDto,
  DeclareIncarnationDto,
  IncarnationDto,
  LogStateDto,
} from './alarms.dto.js';
import { AlarmsService } from './alarms.service.js';
import { WitnessesAnswer } from './witnesses.dto.js';
import { WitnessesReader } from './witnesses.reader.js';

@ApiTags('alarms')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId')
export class AlarmsController {
  constructor(
    private readonly alarms: AlarmsService,
    private readonly witnesses: WitnessesReader,
  ) {}

  @Get('alarms')
  @Requires('alarm:read')
  @ApiOperation({
    summary: 'What the program found that a person must look into, at the site or for the organisation, newest first.',
  })
  @ApiPage(AlarmDto)
  @Refuses()
  page(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: AlarmsQuery) {
    return this.alarms.page(siteId, query);
  }

  @Post('alarms/:alarmId/close')
  @Requires('alarm:close')
  @ApiOperation({ summary: 'Closes an alarm that somebody looked into. What goes on is raised again.' })
  @ApiRecorded(AlarmClosedDto)
  @WriteRefuses('not_found', 'already_exists')
  close(@Act() act: ActContext, @Param('alarmId', ParseUUIDPipe) alarmId: string, @Body() { reason }: CloseAlarmDto) {
    return this.alarms.close(act, alarmId, reason);
  }

  @Get('log-state')
  @Requires('alarm:read')
  @ApiOperation({ summary: 'How far the site’s log is signed, and why not further.' })
  @ApiOkResponse({ type: LogStateDto })
  @Refuses('not_found')
  state(@Param('siteId', ParseUUIDPipe) siteId: string): Promise<LogStateDto> {
    return this.alarms.state(siteId);
  }

  @Get('witnesses')
  @Requires('alarm:read')
  @ApiOperation({
    summary: 'Which witnesses outside confirm the site’s log, what each did last, and whether the quorum is met.',
  })
  @ApiOkResponse({ type: WitnessesAnswer })
  @Refuses('not_found')
  witnessesOf(@Param('siteId', ParseUUIDPipe) siteId: string): Promise<WitnessesAnswer> {
    return this.witnesses.of(siteId);
  }

  @Post('log-incarnations')
  @Requires('log:declare')
  @ApiOperation({
    summary: 'Declares that signed entries were lost: the log goes on as its next incarnation, under another origin.',
    description:
      'Asks for a second person (`approved`). The first record of the new incarnation commits to the last signed head of the ' +
      'old one; until then nothing of the log is signed. Only for a log that the signer refuses.',
  })
  @ApiRecorded(IncarnationDto)
  @WriteRefuses(
    'second_person_is_performer',
    'second_person_missing',
    'signature_invalid',
    'log_is_whole',
    'already_exists',
  )
  declare(@Act() act: ActContext, @Body() { reason }: DeclareIncarnationDto) {
    return this.alarms.declare(act, reason);
  }
}
