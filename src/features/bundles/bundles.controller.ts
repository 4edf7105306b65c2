import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { BundleDto, BundleListedDto, BundleMadeDto, FileQuery, NewBundleDto } from './bundles.dto.js';
import { BundlesService } from './bundles.service.js';

@ApiTags('inspection')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/inspection-bundles')
export class BundlesController {
  constructor(private readonly bundles: BundlesService) {}

  @Post()
  @Requires('bundle:export')
  @ApiOperation({
    summary: 'Records an export for an inspector.',
    description:
      'The export is a record about what it exports: its running number proves that no record before it is missing. The file is had with GET …/file.',
  })
  @ApiRecorded(BundleMadeDto)
  @WriteRefuses('not_found')
  make(@Act() act: ActContext, @Body() body: NewBundleDto) {
    return this.bundles.make(act, body);
  }

  @Get()
  @Requires('bundle:export')
  @ApiOperation({ summary: 'The exports of the site, newest first.' })
  @ApiPage(BundleListedDto)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: PageQuery) {
    return this.bundles.list(siteId, query);
  }

  @Get(':bundleId')
  @Requires('bundle:export')
  @ApiOperation({ summary: 'An export, whether its file is ready, and how far one is that is on its way.' })
  @ApiOkResponse({ type: BundleDto })
  @Refuses('not_found')
  one(@Param('siteId', ParseUUIDPipe) siteId: string, @Param('bundleId', ParseUUIDPipe) bundleId: string) {
    return this.bundles.one(siteId, bundleId);
  }

  @Get(':bundleId/file')
  @Requires('bundle:export')
  @ApiOperation({
    summary: 'The zip folder: records with proofs, the verifier as a page, the policy, a summary to read and print.',
    description:
      'Written while it is sent. That it was had is a record; what may show patients asks for `patient:read` too, and is recorded as their reading.',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('not_found', 'proof_not_yet')
  async file(
    @Asked() access: Access,
    @Param('bundleId', ParseUUIDPipe) bundleId: string,
    @Query() query: FileQuery,
  ): Promise<StreamableFile> {
    const stream = await this.bundles.file(access, bundleId, query.language ?? 'en');
    const disposition = `attachment; filename="inspection-bundle-${bundleId.slice(0, 8)}.zip"`;
    return new StreamableFile(stream, { type: 'application/zip', disposition });
  }
}
