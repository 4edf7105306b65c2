import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { CountedDto, CountListedDto, CountSheetDto } from './counts.answers.js';
import { CountDto, CountSheetQuery, CountsQuery } from './counts.dto.js';
import { CountsReader } from './counts.reader.js';
import { CountsService } from './counts.service.js';

@ApiTags('counts')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@ApiParam({ name: 'siteId', format: 'uuid' })
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
  @ApiRecorded(CountedDto)
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
  @ApiPage(CountListedDto)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: CountsQuery) {
    return this.reader.list(siteId, query);
  }

  @Get('sheet')
  @Requires('count:record')
  @ApiOperation({ summary: 'What there is to count at a location, without amounts.' })
  @ApiOkResponse({ type: CountSheetDto })
  @Refuses('not_found')
  sheet(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() { locationId }: CountSheetQuery) {
    return this.reader.sheet(siteId, locationId);
  }
}
