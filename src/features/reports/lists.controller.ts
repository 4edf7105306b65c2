import { applyDecorators, Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDate } from '../../domain/local-date.js';
import { refuseNow } from '../../domain/refusal.js';
import { roleMay } from '../../domain/roles.js';
import { accessOf, type Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { pageModel } from '../../platform/http/answers.js';
import { Refuses } from '../../platform/http/openapi.js';
import { lateEntries, refusedAttempts } from './act.lists.js';
import { openMatters, refusedByDay, stockByDay, wasteByPerson } from './chart.lists.js';
import { counts, discrepancies } from './count.lists.js';
import { administrationLog } from './administration.list.js';
import { wastageLog } from './wastage.list.js';
import { daysOf, formatOf, reportFile } from './format.js';
import type { List, PeriodList } from './list.js';
import { ListsService } from './lists.service.js';
import { receipts } from './receipts.list.js';
import { RecordedReads } from './recorded-reads.service.js';
import { PERIOD_TOLD, PeriodQuery, RefusedQuery, ReportQuery } from './reports.dto.js';
import { openVials, stock } from './stock.lists.js';
import { rowModel } from './table.js';

/** What every list says about itself: the page is of its rows, and of its period where it has one. */
const Lists = <Row>(list: List<Row> | PeriodList<Row>, summary: string, description?: string) =>
  applyDecorators(
    Refuses('not_found'),
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiProduces('application/json', 'text/csv'),
    ApiOkResponse({ type: pageModel(rowModel(list.model, list.fields), list.isOfPeriod ? PERIOD_TOLD : {}) }),
  );

@ApiTags('reports')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/reports')
export class ListsController {
  constructor(
    private readonly lists: ListsService,
    private readonly recorded: RecordedReads,
  ) {}

  @Get('open-vials')
  @Requires('report:read')
  @Lists(openVials, 'Vials in use now, with their book amount, beyond-use date and expiry.')
  openVials(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: ReportQuery,
  ) {
    return this.#answer(openVials, { request, reply, query });
  }

  @Get('stock')
  @Requires('report:read')
  @Lists(stock, 'What is there now, by location, product and lot.')
  stock(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query() query: ReportQuery) {
    return this.#answer(stock, { request, reply, query });
  }

  @Get('wastage-log')
  @Requires('report:read')
  @Lists(wastageLog, 'Every waste of a period, what it came from, and who witnessed it.')
  wastage(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PeriodQuery,
  ) {
    return this.#answer(wastageLog, { request, reply, query });
  }

  @Get('administration-log')
  @Requires('report:read')
  @Lists(
    administrationLog,
    'Every dose of a period with what 21 CFR 1304.22(c) asks for.',
    'Asks for `patient:read` too. That these patients’ data were read is recorded.',
  )
  administrations(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PeriodQuery,
  ) {
    if (!mayReadPatients(accessOf(request))) refuseNow('not_permitted');
    return this.#answer(administrationLog, { request, reply, query });
  }

  @Get('late-entries')
  @Requires('report:read')
  @Lists(lateEntries, 'Entries recorded late, or on the other side of the period’s border than they happened.')
  late(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query() query: PeriodQuery) {
    return this.#answer(lateEntries, { request, reply, query });
  }

  @Get('refused-attempts')
  @Requires('report:read')
  @Lists(refusedAttempts, 'What was tried in a period and refused.')
  refused(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: RefusedQuery,
  ) {
    return this.#answer(refusedAttempts, { request, reply, query });
  }

  @Get('receipts')
  @Requires('report:read')
  @Lists(receipts, 'What was received in a period: from whom, counted against invoiced.')
  receipts(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PeriodQuery,
  ) {
    return this.#answer(receipts, { request, reply, query });
  }

  @Get('counts')
  @Requires('report:read')
  @Lists(counts, 'The counts of a period: book, counted, and the difference.')
  counts(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query() query: PeriodQuery) {
    return this.#answer(counts, { request, reply, query });
  }

  @Get('discrepancies')
  @Requires('report:read')
  @Lists(discrepancies, 'What was found missing or too much in a period, and how old that is now.')
  discrepancies(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PeriodQuery,
  ) {
    return this.#answer(discrepancies, { request, reply, query });
  }

  @Get('open-matters')
  @Requires('report:read')
  @Lists(
    openMatters,
    'What waits for somebody now, the oldest first: discrepancies, wastes, sessions, containers past their day.',
  )
  matters(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: ReportQuery,
  ) {
    return this.#answer(openMatters, { request, reply, query });
  }

  @Get('stock-by-day')
  @Requires('report:read')
  @Lists(
    stockByDay,
    'The book and the sealed containers of each product at the end of each day.',
    'Days of the log: what was recorded on a day is in its figure. The entries of a day are those of the same `from` and `to`.',
  )
  days(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query() query: PeriodQuery) {
    return this.#answer(stockByDay, { request, reply, query });
  }

  @Get('waste-by-person')
  @Requires('report:read')
  @Lists(wasteByPerson, 'What each person wasted and gave of each product, without what was taken back.')
  wasters(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PeriodQuery,
  ) {
    return this.#answer(wasteByPerson, { request, reply, query });
  }

  @Get('refused-by-day')
  @Requires('report:read')
  @Lists(refusedByDay, 'How often somebody was refused what, day by day.')
  refusals(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: RefusedQuery,
  ) {
    return this.#answer(refusedByDay, { request, reply, query });
  }

  async #answer<Row>(
    list: List<Row> | PeriodList<Row>,
    of: { request: FastifyRequest; reply: FastifyReply; query: ReportQuery | PeriodQuery },
  ) {
    const access = accessOf(of.request);
    const { siteId } = access;
    const { limit, cursor, format: asFormat, ...rest } = of.query;
    const { from, to, ...only } = rest as Partial<RefusedQuery>;
    const format = formatOf(of.request, asFormat);
    const asked = { siteId, from, to, only, mayReadPatients: mayReadPatients(access) };
    if (format === 'json') {
      const page = await this.lists.page(list, { ...asked, limit, ...(cursor === undefined ? {} : { cursor }) });
      await this.#recordPatients(list, access, page.items);
      return page;
    }
    const { rows, period: found, now, timeZone } = await this.lists.all(list, asked);
    await this.#recordPatients(list, access, rows);
    const range = found ? { from: found.from, until: found.until } : {};
    const name = `${list.name}_${found ? daysOf(found) : localDate(now.getTime(), timeZone)}`;
    const page = { ...(found ? { period: found } : {}), items: rows };
    return this.recorded.exported(access, of.reply, {
      file: reportFile(format, { name, fields: list.fields, page }),
      about: { report: list.name, ...range, ...only, rows: rows.length },
    });
  }

  async #recordPatients<Row>(list: List<Row> | PeriodList<Row>, access: Access, rows: readonly Row[]): Promise<void> {
    if (!list.patientOf) return;
    const patientIds = rows.flatMap((row) => list.patientOf?.(row) ?? []);
    await this.recorded.readPatients(access, { purpose: list.name, patientIds });
  }
}

function mayReadPatients({ caller, siteId }: Access): boolean {
  return (caller.roles.get(siteId) ?? []).some((role) => roleMay(role, 'patient:read'));
}
