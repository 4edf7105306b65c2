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
  NewPrescriberDto,
  NewSupplierDto,
  PrescriberAddedDto,
  PrescriberChangedDto,
  PrescriberChangeDto,
  PrescriberDto,
  SupplierAddedDto,
  SupplierChangedDto,
  SupplierChangeDto,
  SupplierDto,
} from './partners.dto.js';
import { PartnersService } from './partners.service.js';

@ApiTags('catalog')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId')
export class PartnersController {
  constructor(private readonly partners: PartnersService) {}

  @Post('suppliers')
  @Requires('catalog:manage')
  @ApiOperation({ summary: 'Adds a supplier. A receipt finds or makes its own by the DEA number.' })
  @ApiRecorded(SupplierAddedDto)
  @WriteRefuses('invalid_dea_number', 'already_exists')
  addSupplier(@Act() act: ActContext, @Body() body: NewSupplierDto) {
    return this.partners.addSupplier(act, body);
  }

  @Post('suppliers/:supplierId/changes')
  @Requires('catalog:manage')
  @ApiOperation({ summary: 'Corrects a supplier, or takes it out of use and back.' })
  @ApiRecorded(SupplierChangedDto)
  @WriteRefuses('not_found')
  changeSupplier(
    @Act() act: ActContext,
    @Param('supplierId', ParseUUIDPipe) supplierId: string,
    @Body() body: SupplierChangeDto,
  ) {
    return this.partners.changeSupplier(act, supplierId.toLowerCase(), body);
  }

  @Get('suppliers')
  @Requires('catalog:read')
  @ApiOperation({ summary: 'The suppliers of a site, by name.' })
  @ApiPage(SupplierDto)
  @Refuses()
  suppliers(@Asked() access: Access, @Query() page: PageQuery) {
    return this.partners.suppliers(access.siteId, page);
  }

  @Post('prescribers')
  @Requires('catalog:manage')
  @ApiOperation({ summary: 'Adds somebody who orders doses.' })
  @ApiRecorded(PrescriberAddedDto)
  @WriteRefuses('invalid_dea_number', 'invalid_npi', 'unknown_reference')
  addPrescriber(@Act() act: ActContext, @Body() body: NewPrescriberDto) {
    return this.partners.addPrescriber(act, body);
  }

  @Post('prescribers/:prescriberId/changes')
  @Requires('catalog:manage')
  @ApiOperation({
    summary: 'Corrects a prescriber, or takes them out of use and back.',
    description: 'Whose order an open session is of stays in use.',
  })
  @ApiRecorded(PrescriberChangedDto)
  @WriteRefuses('not_found', 'invalid_dea_number', 'invalid_npi', 'still_in_use')
  changePrescriber(
    @Act() act: ActContext,
    @Param('prescriberId', ParseUUIDPipe) prescriberId: string,
    @Body() body: PrescriberChangeDto,
  ) {
    return this.partners.changePrescriber(act, prescriberId.toLowerCase(), body);
  }

  @Get('prescribers')
  @Requires('catalog:read')
  @ApiOperation({ summary: 'The prescribers of a site, by name.' })
  @ApiPage(PrescriberDto)
  @Refuses()
  prescribers(@Asked() access: Access, @Query() page: PageQuery) {
    return this.partners.prescribers(access.siteId, page);
  }
}
