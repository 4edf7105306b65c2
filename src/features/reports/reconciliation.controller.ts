import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  type ApiPropertyOptions,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessOf } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { pageModel } from '../../platform/http/answers.js';
import { Refuses } from '../../platform/http/openapi.js';
import { lateEntries } from './act.lists.js';
import { ReversalTold } from './boundary.dto.js';
import { daysOf, formatOf, reportFile } from './format.js';
import { DIMENSIONS, FIELDS, type Dimension } from './reconciliation.fields.js';
import { ReconciliationService, type ReconciliationAnswer } from './reconciliation.service.js';
import { RecordedReads } from './recorded-reads.service.js';
import { PERIOD_TOLD, ReconciliationQuery } from './reports.dto.js';
import { rowModel } from './table.js';

const DESCRIPTION = `Opening, every way in, every way out, and what is there at the end, with the identity that must hold
between them. \`by=site\` and \`by=product\` are the accountability statement; \`location\` adds what moved between
locations; \`lot\` and \`container\` follow the container; \`session\` and \`person\` follow what was in hand.

The period is one of the log: what was *recorded* in it. \`lateEntries\` lists what happened before it and was recorded in it,
and what happened in it and was recorded after it. A reversal takes off the figure it reverses and is listed in
\`reversals\`.`;

/** What a page says besides its rows. Its `by` tells one kind of page from another. */
const told = (by: Dimension): Readonly<Record<string, ApiPropertyOptions>> => ({
  ...PERIOD_TOLD,
  by: { type: String, enum: [by], example: by },
  holds: { type: Boolean, description: 'Whether the identity holds in every row of every page.', example: true },
  reversals: { type: ReversalTold, isArray: true, description: 'The first fifty.' },
  moreReversals: { type: Boolean, description: 'There are more than these.', example: false },
  lateEntries: { type: LATE_ENTRY, isArray: true, description: 'The first fifty; the list of their own has all.' },
  moreLateEntries: { type: Boolean, description: 'There are more than these.', example: false },
});

const LATE_ENTRY = rowModel(lateEntries.model, lateEntries.fields);
const PAGES = DIMENSIONS.map((by) => {
  const name = `ReconciliationBy${by.charAt(0).toUpperCase()}${by.slice(1)}`;
  return pageModel(rowModel(name, FIELDS[by]), told(by));
});

@ApiTags('reports')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/reports/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly recorded: RecordedReads,
  ) {}

  @Get()
  @Requires('report:read')
  @Refuses('not_found')
  @ApiOperation({ summary: 'The reconciliation of a period.', description: DESCRIPTION })
  @ApiProduces('application/json', 'text/csv')
  @ApiExtraModels(...PAGES)
  @ApiOkResponse({ schema: { oneOf: PAGES.map((page) => ({ $ref: getSchemaPath(page) })) } })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: ReconciliationQuery,
  ): Promise<ReconciliationAnswer | string> {
    const access = accessOf(request);
    const format = formatOf(request, query.format);
    if (format === 'json') return this.reconciliation.page(access.siteId, query);
    const page = await this.reconciliation.all(access.siteId, query);
    const { from, until } = page.period;
    const name = `reconciliation-by-${query.by}_${daysOf(page.period)}`;
    return this.recorded.exported(access, reply, {
      file: reportFile(format, { name, fields: FIELDS[query.by], page }),
      about: { report: 'reconciliation', by: query.by, from, until, rows: page.items.length },
    });
  }
}
