import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PrivateValues } from '../../platform/audit/private-values.js';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import { refuseOtherFilters, type Filter } from './filters.js';
import type { Key, List, PeriodList, Reading } from './list.js';
import { readNames } from './names.js';
import { Periods, timeZoneOf } from './period.service.js';
import type { LogPeriod } from './reports.dto.js';

/** How many rows an export reads at a time. */
const CHUNK = 1000;

/** Whose list, of which period, and whether patients' data may be in it. */
export interface Asked {
  readonly siteId: string;
  readonly from?: string;
  readonly to?: string;
  readonly mayReadPatients: boolean;
  readonly only?: Readonly<Partial<Record<Filter, string>>>;
}

type AnyList<Row> = List<Row> | PeriodList<Row>;

/** Reads the lists of the reports, by pages or whole. */
@Injectable()
export class ListsService {
  constructor(
    private readonly periods: Periods,
    private readonly privateValues: PrivateValues,
  ) {}

  /** A page of a list. Refuses `request_invalid`, `not_found`. */
  async page<Row>(
    list: AnyList<Row>,
    asked: Asked & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Row> & { readonly period?: LogPeriod }> {
    const after = cursorKey(asked.cursor, list.first.length) ?? list.first;
    return this.periods.view(async (view) => {
      const { read, period } = await this.#reader(view, list, asked);
      const rows = await read(after, asked.limit + 1);
      return {
        ...(period ? { period } : {}),
        ...pageOf({ rows, limit: asked.limit, keyOf: (row) => list.keyOf(row), item: (row) => row }),
      };
    });
  }

  /** The whole list, of one moment. Refuses as `page`. */
  async all<Row>(
    list: AnyList<Row>,
    asked: Asked,
  ): Promise<{ rows: Row[]; period?: LogPeriod; now: Date; timeZone: string }> {
    return this.periods.view(async (view) => {
      const { read, period, now, timeZone } = await this.#reader(view, list, asked);
      const rows: Row[] = [];
      for (let after = list.first; ; after = list.keyOf(rows.at(-1) as Row)) {
        const chunk = await read(after, CHUNK);
        rows.push(...chunk);
        if (chunk.length < CHUNK) return { rows, now, timeZone, ...(period ? { period } : {}) };
      }
    });
  }

  async #reader<Row>(view: EntityManager, list: AnyList<Row>, asked: Asked) {
    const { siteId, from, to, only = {} } = asked;
    refuseOtherFilters(only, list.filters, 'This list');
    const timeZone = await timeZoneOf(view, siteId);
    const period =
      from !== undefined && to !== undefined ? await this.periods.find(view, { siteId, from, to }) : undefined;
    const [{ now }] = (await view.query('SELECT ledger_clock() AS now')) as [{ now: Date }];
    const names = await readNames(view, siteId);
    const privates = (seqs: readonly number[]) => this.privateValues.of(siteId, seqs, view);
    const common: Omit<Reading, 'after' | 'limit'> = {
      view,
      siteId,
      timeZone,
      names,
      now,
      only,
      ...(asked.mayReadPatients ? { privates } : {}),
    };
    // A list of a period is asked for one by its handler; a list of now takes no notice of it.
    const read = (after: Key, limit: number): Promise<Row[]> =>
      (list as PeriodList<Row>).read({ ...common, period: period as LogPeriod, after, limit });
    return { read, period, now, timeZone };
  }
}
