import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { NewProductDto, ProductAddedDto, ProductChangedDto, ProductChangeDto, ProductDto } from './products.dto.js';
import { ProductsService } from './products.service.js';

@ApiTags('catalog')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Post()
  @Requires('catalog:manage')
  @ApiOperation({
    summary: 'Adds a product: one kind of container, as it comes from the supplier.',
    description:
      'An injection has `strengthMgPerMl` and `containerVolumeMl`, what is counted has `devicesPerContainer` and ' +
      '`deviceAmountMg`. The label amount is their exact product.',
  })
  @ApiRecorded(ProductAddedDto)
  @WriteRefuses(
    'invalid_ndc',
    'invalid_barcode',
    'amount_invalid',
    'amount_not_exact',
    'amount_unit_wrong',
    'already_exists',
  )
  add(@Act() act: ActContext, @Body() body: NewProductDto) {
    return this.products.add(act, body);
  }

  @Post(':productId/changes')
  @Requires('catalog:manage')
  @ApiOperation({
    summary: 'Corrects a product, or takes it out of use and back.',
    description: 'What is in stock or ordered in an open session stays in use.',
  })
  @ApiRecorded(ProductChangedDto)
  @WriteRefuses('not_found', 'invalid_barcode', 'already_exists', 'still_in_use')
  change(@Act() act: ActContext, @Param('productId', ParseUUIDPipe) productId: string, @Body() body: ProductChangeDto) {
    return this.products.change(act, productId.toLowerCase(), body);
  }

  @Get()
  @Requires('catalog:read')
  @ApiOperation({ summary: 'The products of a site, by code.' })
  @ApiPage(ProductDto)
  @Refuses()
  list(@Asked() access: Access, @Query() page: PageQuery) {
    return this.products.list(access.siteId, page);
  }
}
