import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { ApiAnswerLike, ApiPageLike, ApiRecordedLike } from '../../platform/http/answers-by-example.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { CountDto, CountSheetQuery, CountsQuery } from './counts.dto.js';
import { CountsReader } from './counts.reader.js';
import { CountsService } from './counts.service.js';

const PLACE = {
  locationId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b23',
  productId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b21',
};
const FOUND = {
  countId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b60',
  method: 'exact',
  countedContainers: 11,
  bookContainers: 12,
  varianceContainers: -1,
  bookMg: '6000',
  countedMg: '5500',
  varianceMg: '-500',
  withinTolerance: false,
  discrepancyId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b61',
};
const COMMITTED = {
  seq: 301,
  leafHash: 'q1ZQ0pUZg7wqgB3j8uDqv8Yl0c4yFh0nS2m8m3H0b1E=',
  recordedAt: '2026-09-04T22:05:00.000Z',
};

@ApiTags('counts')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/counts')
export class CountsController {
  constructor(
    private readonly counts: CountsService,
    private readonly reader: CountsReader,
  ) {}

  @Post()
  @Requires('count:record')
  @ApiOperation({
    summary: 'A blind count: the book is told once the count is signed.',
    description:
      'Sealed containers of a product at a location (`locationId`, `productId`, `countedContainers`), or what is left ' +
      'in an open one (`container` with `measuredVolumeMl` or `deviceCount`). The second person signs with meaning ' +
      '`checked`. A difference opens a discrepancy by itself.',
  })
  @ApiRecordedLike({ ...FOUND, ...PLACE, ...COMMITTED })
  @WriteRefuses(
    'second_person_is_performer',
    'unknown_container',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'amount_invalid',
    'amount_not_exact',
    'amount_unit_wrong',
    'container_not_open',
    'unknown_reference',
  )
  count(@Act() act: ActContext, @Body() body: CountDto) {
    return this.counts.count(act, body);
  }

  @Get()
  @Requires('count:read')
  @ApiOperation({ summary: 'Signed counts with what they found, the newest first.' })
  @ApiPageLike({
    ...FOUND,
    seq: 301,
    countedAt: '2026-09-04T22:05:00.000Z',
    countedBy: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b42',
    countedByName: 'RPH1',
    ...PLACE,
    locationCode: 'SAFE',
    productCode: 'KET50',
  })
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: CountsQuery) {
    return this.reader.list(siteId, query);
  }

  @Get('sheet')
  @Requires('count:record')
  @ApiOperation({ summary: 'What there is to count at a location, without amounts.' })
  @ApiAnswerLike({
    location: { locationId: PLACE.locationId, code: 'ROOM1', name: 'Room 1' },
    products: [
      { productId: PLACE.productId, code: 'KET50', name: 'Ketamine hydrochloride injection', form: 'injection' },
    ],
    openContainers: [
      {
        containerId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30',
        container: '20260831-0002-01',
        productId: PLACE.productId,
        measuredIn: 'mL',
      },
    ],
  })
  @Refuses('not_found')
  sheet(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() { locationId }: CountSheetQuery) {
    return this.reader.sheet(siteId, locationId);
  }
}
