import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
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
import { ApiPage } from '../../platform/http/answers.js';
import { Refuses } from '../../platform/http/openapi.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { HeadComparisons } from './head-comparison.js';
import { ActReceipt, HeadComparison, LogKeysAnswer, SeenHead } from './proofs.dto.js';
import { ProofsService } from './proofs.service.js';
import { ReceiptsReader } from './receipts.reader.js';

const TEXT = 'text/plain; charset=utf-8';

@ApiTags('proofs')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId')
export class ProofsController {
  constructor(
    private readonly proofs: ProofsService,
    private readonly receipts: ReceiptsReader,
    private readonly comparisons: HeadComparisons,
  ) {}

  @Get('checkpoint')
  @Requires('site:read')
  @Header('Content-Type', TEXT)
  @ApiOperation({
    summary: 'The newest signed head of the site’s log: a checkpoint, to be kept and compared later.',
    description: 'c2sp.org/tlog-checkpoint, as text. It holds a size and a hash, and nothing of what was recorded.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Refuses('not_found')
  checkpoint(@Param('siteId', ParseUUIDPipe) siteId: string): Promise<string> {
    return this.proofs.checkpoint(siteId);
  }

  @Get('log-keys')
  @Requires('site:read')
  @ApiOperation({
    summary: 'The public keys that have signed heads of the site’s log.',
    description: 'Whoever verifies takes them from elsewhere too: a key that comes with what it proves proves nothing.',
  })
  @ApiOkResponse({ type: LogKeysAnswer })
  @Refuses('not_found')
  keys(@Param('siteId', ParseUUIDPipe) siteId: string): Promise<LogKeysAnswer> {
    return this.proofs.keys(siteId);
  }

  @Get('log/:seq/proof')
  @Requires('self')
  @Header('Content-Type', TEXT)
  @Header('Content-Disposition', 'attachment; filename="record.tlog-proof"')
  @ApiParam({ name: 'seq', description: 'The record’s number in the log, from 0.', example: 118 })
  @ApiOperation({
    summary: 'The proof that a record is in the log, to be verified offline, years later, without us.',
    description: 'c2sp.org/tlog-proof, as text. For whoever reads the log, and for those whose own act it is.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Refuses('not_found', 'proof_not_yet')
  proof(
    @Asked() access: Access,
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Param('seq', ParseIntPipe) seq: number,
  ): Promise<string> {
    return this.proofs.proof({ ...access, siteId }, seq);
  }

  @Get('my-receipts')
  @Requires('self')
  @ApiOperation({ summary: 'Receipts of one’s own acts at this site, refused attempts too, newest first.' })
  @ApiPage(ActReceipt)
  @Refuses()
  mine(
    @Asked() { caller }: Access,
    @Param('siteId', ParseUUIDPipe) siteId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ActReceipt>> {
    return this.receipts.page(siteId, caller.personId, query);
  }

  @Post('heads/compare')
  @Requires('site:read')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Proves that the log goes on from the head that the client saw last.',
    description:
      'Needs no `Idempotency-Key`. A head that our key signed and that the log does not begin with is kept as evidence: a ' +
      'record, and an alarm to the compliance officers.',
  })
  @ApiOkResponse({ type: HeadComparison })
  @Refuses('not_found', 'csrf_token_invalid')
  compare(@Asked() access: Access, @Body() seen: SeenHead): Promise<HeadComparison> {
    return this.comparisons.compare(access, seen.checkpoint);
  }
}
