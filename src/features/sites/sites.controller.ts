import { Body, Controller, Get, Headers, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import {
  HeadDto,
  HeadQuery,
  NewSiteDto,
  PolicyChangeDto,
  PolicyDto,
  SiteChangeDto,
  SiteChangedDto,
  SiteCreatedDto,
  SiteDetailsDto,
  SiteDto,
} from './sites.dto.js';
import { SitesService } from './sites.service.js';

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Post()
  @Requires('site:create')
  @ApiOperation({
    summary: 'Opens a site: one DEA registration at one address, with a log of its own.',
    description: 'Whoever opens it becomes its first administrator. It begins with the strict policy.',
  })
  @ApiRecorded(SiteCreatedDto)
  @WriteRefuses('invalid_dea_number', 'invalid_time_zone', 'already_exists')
  create(@Act() act: ActContext, @Body() body: NewSiteDto) {
    return this.sites.create(act, body);
  }

  @Get()
  @Requires('self')
  @ApiOperation({ summary: 'The sites where you have a role, by name.' })
  @ApiPage(SiteDto)
  @Refuses()
  list(@Asked() access: Access, @Query() page: PageQuery) {
    return this.sites.list(access, page);
  }

  @Get(':siteId')
  @Requires('site:read')
  @ApiOperation({ summary: 'A site and its policy.' })
  @ApiOkResponse({ type: SiteDetailsDto })
  @Refuses('not_found')
  one(@Asked() access: Access) {
    return this.sites.one(access);
  }

  @Get(':siteId/head')
  @Requires('site:read')
  @ApiOperation({
    summary: 'How many records the log has, and when the last came: whether anything has changed.',
    description: 'For pages that look every few seconds. With `If-None-Match` it answers 304 while nothing has.',
  })
  @ApiHeader({ name: 'If-None-Match', required: false, description: '`ETag` of an earlier answer.' })
  @ApiOkResponse({ type: HeadDto })
  @ApiResponse({ status: 304, description: 'Nothing has changed.' })
  @Refuses('not_found')
  async head(
    @Asked() access: Access,
    @Query() { since }: HeadQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HeadDto | undefined> {
    const head = await this.sites.head(access, since);
    const tag = `"${head.size}"`;
    void reply.header('ETag', tag);
    if (known !== tag) return head;
    void reply.status(304);
    return undefined;
  }

  @Post(':siteId/changes')
  @Requires('site:manage')
  @ApiOperation({
    summary: 'Corrects the name, the address or the DEA registration of a site.',
    description: 'A change of address or registration needs a reason. Past records keep what they said.',
  })
  @ApiRecorded(SiteChangedDto)
  @WriteRefuses('invalid_dea_number', 'already_exists', 'reason_missing')
  change(@Act() act: ActContext, @Body() body: SiteChangeDto) {
    return this.sites.change(act, body);
  }

  @Post(':siteId/policy')
  @Requires('site:manage')
  @ApiOperation({
    summary: 'Changes rules of a site: who signs, what is tolerated.',
    description: 'Rules that are not named stay. Past records keep the rules under which they were made.',
  })
  @ApiRecorded(PolicyDto)
  @WriteRefuses()
  setPolicy(@Act() act: ActContext, @Body() body: PolicyChangeDto) {
    return this.sites.setPolicy(act, body.policy);
  }
}
