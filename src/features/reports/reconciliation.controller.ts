import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessOf } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Refuses } from '../../platform/http/openapi.js';
import { csvFile, daysOf, wantsCsv } from './format.js';
import { DIMENSIONS, FIELDS } from './reconciliation.fields.js';
import { ReconciliationService, type ReconciliationAnswer } from './reconciliation.service.js';
import { RecordedReads } from './recorded-reads.service.js';
import { ReconciliationQuery } from './reports.dto.js';
import { pageSchema } from './table.js';

const DESCRIPTION = `Opening, every way in, every way out, and what is there at the end, with the identity that must hold
between them. \`by=site\` and \`by=product\` are the accountability statement; \`location\` adds what moved between
locations; \`lot\` and \`container\` follow the container; \`session\` and \`person\` follow what was in hand.

The period is one of the log: what was *recorded* in it. \`lateEntries\` lists what happened before it and was recorded in it,
and what happened in it and was recorded after it. A reversal takes off the figure it reverses and is listed in
\`reversals\`.`;

const EDGES = {
  period: {
    type: 'object' as const,
    description: 'From the first moment to the first after it, as records of the log.',
  },
  holds: { type: 'boolean' as const, description: 'Whether the identity holds in every row of every page.' },
  reversals: { type: 'array' as const, items: { type: 'object' as const }, description: 'The first fifty.' },
  lateEntries: { type: 'array' as const, items: { type: 'object' as const }, description: 'The first fifty.' },
};

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
  @ApiOkResponse({
    schema: { oneOf: DIMENSIONS.map((by) => ({ title: `by=${by}`, ...pageSchema(FIELDS[by], EDGES) })) },
  })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: ReconciliationQuery,
  ): Promise<ReconciliationAnswer | string> {
    const access = accessOf(request);
    if (!wantsCsv(request, query.format)) return this.reconciliation.page(access.siteId, query);
    const { period, rows } = await this.reconciliation.all(access.siteId, query);
    const { from, until } = period;
    await this.recorded.exported(access, { report: 'reconciliation', by: query.by, from, until, rows: rows.length });
    return csvFile(reply, { name: `reconciliation-by-${query.by}_${daysOf(period)}`, fields: FIELDS[query.by], rows });
  }
}
