import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { ApiPage } from '../../platform/http/answers.js';
import { Refuses } from '../../platform/http/openapi.js';
import { DiscrepancyDetailsDto, DiscrepancyDto } from './discrepancies.answers.js';
import { DiscrepanciesQuery } from './discrepancies.dto.js';
import { DiscrepanciesReader } from './discrepancies.reader.js';

@ApiTags('discrepancies')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/discrepancies')
export class DiscrepanciesController {
  constructor(private readonly reader: DiscrepanciesReader) {}

  @Get()
  @Requires('discrepancy:read')
  @ApiOperation({ summary: 'Discrepancies: the open ones first, the oldest of them first.' })
  @ApiPage(DiscrepancyDto)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: DiscrepanciesQuery) {
    return this.reader.list(siteId, query);
  }

  @Get(':discrepancyId')
  @Requires('discrepancy:read')
  @ApiOperation({ summary: 'A discrepancy with the records about it.' })
  @ApiOkResponse({ type: DiscrepancyDetailsDto })
  @Refuses('not_found')
  one(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('discrepancyId', ParseUUIDPipe) discrepancyId: string) {
    return this.reader.one(siteId, discrepancyId);
  }
}
