import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { ApiAnswerLike, ApiPageLike } from '../../platform/http/answers-by-example.js';
import { Refuses } from '../../platform/http/openapi.js';
import { DiscrepanciesQuery } from './discrepancies.dto.js';
import { DiscrepanciesReader } from './discrepancies.reader.js';

const ITEM = {
  discrepancyId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61',
  kind: 'count',
  status: 'open',
  productId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21',
  productCode: 'KET50',
  productName: 'Ketamine hydrochloride injection',
  locationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23',
  locationCode: 'SAFE',
  varianceMg: '-500',
  varianceContainers: -1,
  inSuspenseMg: '0',
  openedAt: '2026-09-04T22:05:00.000Z',
  openedSeq: 301,
  openedBy: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42',
  openedByName: 'RPH1',
  ageHours: 61,
};

@ApiTags('discrepancies')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/discrepancies')
export class DiscrepanciesController {
  constructor(private readonly reader: DiscrepanciesReader) {}

  @Get()
  @Requires('discrepancy:read')
  @ApiOperation({ summary: 'Discrepancies: the open ones first, the oldest of them first.' })
  @ApiPageLike(ITEM)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: DiscrepanciesQuery) {
    return this.reader.list(siteId, query);
  }

  @Get(':discrepancyId')
  @Requires('discrepancy:read')
  @ApiOperation({ summary: 'A discrepancy with the records about it.' })
  @ApiAnswerLike({ ...ITEM, history: [] })
  @Refuses('not_found')
  one(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('discrepancyId', ParseUUIDPipe) discrepancyId: string) {
    return this.reader.one(siteId, discrepancyId);
  }
}
