import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import {
  LocationAddedDto,
  LocationChangedDto,
  LocationChangeDto,
  LocationDto,
  NewLocationDto,
} from './locations.dto.js';
import { LocationsService } from './locations.service.js';

@ApiTags('sites')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/locations')
export class LocationsController {
  constructor(private readonly locations: LocationsService) {}

  @Post()
  @Requires('site:manage')
  @ApiOperation({ summary: 'Adds a place where stock is kept or used.' })
  @ApiRecorded(LocationAddedDto)
  @WriteRefuses('already_exists')
  add(@Act() act: ActContext, @Body() body: NewLocationDto) {
    return this.locations.add(act, body);
  }

  @Post(':locationId/changes')
  @Requires('site:manage')
  @ApiOperation({
    summary: 'Renames a place, or takes it out of use and back.',
    description: 'Its code stays: labels and records have it. A place with stock or an open session stays in use.',
  })
  @ApiRecorded(LocationChangedDto)
  @WriteRefuses('not_found', 'still_in_use')
  change(
    @Act() act: ActContext,
    @Param('locationId', ParseUUIDPipe) locationId: string,
    @Body() body: LocationChangeDto,
  ) {
    return this.locations.change(act, locationId.toLowerCase(), body);
  }

  @Get()
  @Requires('catalog:read')
  @ApiOperation({ summary: 'The places of a site, by code.' })
  @ApiPage(LocationDto)
  @Refuses()
  list(@Asked() access: Access, @Query() page: PageQuery) {
    return this.locations.list(access.siteId, page);
  }
}
