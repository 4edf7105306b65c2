import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { type Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { GrantRoleRequest, PersonOfSite, RoleGrantedAnswer, RoleWithdrawnAnswer } from './people.dto.js';
import { PeopleQueries } from './people.queries.js';
import { RolesService } from './roles.service.js';

/** Who is what at a site: given and taken by an administrator of the site or of the organisation. */
@ApiTags('people')
@ApiBearerAuth()
@ApiCookieAuth()
@ApiParam({ name: 'siteId', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' })
@Controller('sites/:siteId')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly queries: PeopleQueries,
  ) {}

  @Get('people')
  @Requires('people:read', { at: 'site_or_organisation' })
  @ApiOperation({ summary: 'Who is something at the site, or will be, by user name.' })
  @ApiPage(PersonOfSite)
  @Refuses()
  people(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() page: PageQuery): Promise<Page<PersonOfSite>> {
    return this.queries.ofSite(siteId, page);
  }

  @Post('roles')
  @Requires('people:manage', { at: 'site_or_organisation' })
  @ApiOperation({
    summary: 'Makes somebody something at the site.',
    description:
      'Nobody gives a role to themselves. Administrators and compliance officers are neither pharmacist nor nurse at ' +
      'the same site.',
  })
  @ApiRecorded(RoleGrantedAnswer)
  @WriteRefuses('unknown_reference', 'already_exists', 'own_act', 'roles_conflict')
  grant(@Act() act: ActContext, @Body() body: GrantRoleRequest): Promise<Posted> {
    return this.roles.grant(act, body);
  }

  @Post('roles/:grantId/withdraw')
  @Requires('people:manage', { at: 'site_or_organisation' })
  @ApiOperation({ summary: 'Takes a role away from now on.' })
  @ApiRecorded(RoleWithdrawnAnswer)
  @WriteRefuses('not_found', 'last_administrator')
  withdraw(@Act() act: ActContext, @Param('grantId', ParseUUIDPipe) grantId: string): Promise<Posted> {
    return this.roles.withdraw(act, grantId);
  }
}
