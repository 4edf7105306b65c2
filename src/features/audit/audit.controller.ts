import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { RecordView } from '../../platform/audit/record.dto.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { LogRecord, VerificationDto, VerificationStartedDto } from './audit.answers.js';
import { LogQuery, RecordQuery } from './audit.dto.js';
import { LogService } from './log.service.js';
import { VerificationService } from './verification.service.js';

@ApiTags('audit log')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId')
export class AuditController {
  constructor(
    private readonly log: LogService,
    private readonly verifications: VerificationService,
  ) {}

  @Get('log')
  @Requires('log:read')
  @ApiOperation({ summary: 'The site’s records, refused attempts included.' })
  @ApiPage(RecordView)
  @Refuses()
  page(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: LogQuery) {
    return this.log.page(siteId, query);
  }

  @Get('log/:seq')
  @Requires('log:read')
  @ApiParam({ name: 'seq', description: 'The record’s number in the log, from 0.', example: 118 })
  @ApiOperation({
    summary: 'One record: its exact bytes and leaf hash, who signed it, and its private values.',
    description: 'Private values are opened for those who may read patients; that they were read is recorded.',
  })
  @ApiOkResponse({ type: LogRecord })
  @Refuses('not_found')
  one(@Asked() access: Access, @Param('seq', ParseIntPipe) seq: number, @Query() query: RecordQuery) {
    return this.log.one(access, seq, { sealed: query.private === 'sealed' });
  }

  @Post('verifications')
  @Requires('log:verify')
  @ApiOperation({
    summary: 'Starts a verification of the site’s log, in the background.',
    description:
      'Recomputes every commitment, leaf, node, row and balance. That it was asked for and what it came to are records.',
  })
  @ApiRecorded(VerificationStartedDto)
  @WriteRefuses()
  start(@Act() act: ActContext) {
    return this.verifications.start(act);
  }

  @Get('verifications/:id')
  @Requires('log:verify')
  @ApiOperation({ summary: 'How far a verification is, or what it came to.' })
  @ApiOkResponse({ type: VerificationDto })
  @Refuses('not_found')
  verification(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('id', ParseUUIDPipe) id: string) {
    return this.verifications.one(siteId, id);
  }
}
