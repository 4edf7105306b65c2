import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { ContainersService } from './containers.service.js';
import { MovesService } from './moves.service.js';
import { BookDto, ContainerDto, ContainersQuery, LotDto, MoveDto, MovedDto } from './storage.dto.js';

const BLIND = 'Carries no amount: counts are blind, so the book is only told by GET .../containers/{container}/book.';
const CONTAINER = { name: 'container', description: 'Label or id.', example: '20260831-0001-01' };

@ApiTags('storage')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId')
export class StorageController {
  constructor(
    private readonly moves: MovesService,
    private readonly containers: ContainersService,
  ) {}

  @Post('moves')
  @Requires('move:record')
  @ApiOperation({
    summary: 'Moves a sealed container to another location of the site.',
    description: 'The second person signs with meaning `checked`.',
  })
  @ApiRecorded(MovedDto)
  @WriteRefuses(
    'second_person_is_performer',
    'unknown_container',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'container_not_sealed',
    'same_location',
    'unknown_reference',
  )
  move(@Act() act: ActContext, @Body() body: MoveDto) {
    return this.moves.move(act, body);
  }

  @Get('containers')
  @Requires('stock:read')
  @ApiOperation({
    summary: 'Containers, those whose last day of use comes first before the others.',
    description: BLIND,
  })
  @ApiPage(ContainerDto)
  @Refuses()
  list(@Asked() access: Access, @Query() query: ContainersQuery) {
    return this.containers.list(access.siteId, query);
  }

  @Get('containers/:container')
  @Requires('stock:read')
  @ApiOperation({ summary: 'One container.', description: BLIND })
  @ApiParam(CONTAINER)
  @ApiOkResponse({ type: ContainerDto })
  @Refuses('not_found')
  one(@Asked() access: Access, @Param('container') container: string) {
    return this.containers.one(access.siteId, container);
  }

  @Get('containers/:container/book')
  @Requires('report:read')
  @ApiOperation({
    summary: 'What the book says is in a container.',
    description:
      'For those who read reports: counts are blind, and no list carries an amount. Each look is a record of type ' +
      '`book_read` about the container. It needs no `Idempotency-Key`.',
  })
  @ApiParam(CONTAINER)
  @ApiOkResponse({ type: BookDto })
  @Refuses('not_found')
  book(@Asked() access: Access, @Param('container') container: string) {
    return this.moves.readBook(access, container);
  }

  @Get('lots')
  @Requires('stock:read')
  @ApiOperation({ summary: 'Lots that were received, those that expire first before the others.', description: BLIND })
  @ApiPage(LotDto)
  @Refuses()
  lots(@Asked() access: Access, @Query() page: PageQuery) {
    return this.containers.lots(access.siteId, page);
  }
}
