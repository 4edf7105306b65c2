import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { RecordView } from '../../platform/audit/record.dto.js';
import { ApiPage } from '../../platform/http/answers.js';
import { Refuses } from '../../platform/http/openapi.js';
import { EntryDto } from './entries.dto.js';
import { HistoryQuery } from './history.dto.js';
import { HistoryService } from './history.service.js';

@ApiTags('history')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get('containers/:container/history')
  @Requires('stock:read')
  @ApiParam({ name: 'container', description: 'Label or id.', example: '20260831-0002-01' })
  @ApiOperation({ summary: 'A container’s whole life, refused attempts included.' })
  @ApiPage(RecordView)
  @Refuses('not_found')
  ofContainer(
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Param('container') container: string,
    @Query() query: HistoryQuery,
  ) {
    return this.history.ofContainer(siteId, container, query);
  }

  @Get('sessions/:sessionId/history')
  @Requires('session:read')
  @ApiOperation({ summary: 'A session’s records, refused attempts included.' })
  @ApiPage(RecordView)
  @Refuses('not_found')
  ofSession(
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Query() query: HistoryQuery,
  ) {
    return this.history.ofSession(siteId, sessionId, query);
  }

  @Get('patients/:patientId/history')
  @Requires('patient:read')
  @ApiOperation({ summary: 'What a patient was given and what was done for it. The reading is recorded.' })
  @ApiPage(RecordView)
  @Refuses('not_found')
  ofPatient(
    @Asked() access: Access,
    @Param('patientId', ParseUUIDPipe) patientId: string,
    @Query() query: HistoryQuery,
  ) {
    return this.history.ofPatient(access, patientId, query);
  }

  @Get('entries/:seq')
  @Requires('stock:read')
  @ApiParam({ name: 'seq', description: 'The record’s number in the log.', example: 118 })
  @ApiOperation({
    summary: 'One record of stock or care: what moved, who signed it, what it takes back, and what its ids stand for.',
    description: 'Other records are in the log, for those who may read it.',
  })
  @ApiOkResponse({ type: EntryDto })
  @Refuses('not_found')
  entry(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('seq', ParseIntPipe) seq: number) {
    return this.history.entry(siteId, seq);
  }

  @Get('people/:personId/acts')
  @Requires('report:read')
  @ApiOperation({ summary: 'What a person did, signed or tried at this site.' })
  @ApiPage(RecordView)
  @Refuses()
  ofPerson(
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Query() query: HistoryQuery,
  ) {
    return this.history.ofPerson(siteId, personId, query);
  }
}
