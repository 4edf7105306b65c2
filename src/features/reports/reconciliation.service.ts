import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import { reconcileContainers, reconcileLots, reconcilePersons, reconcileSessions } from './holder-reconciliation.js';
import { boundaryEntries, type BoundaryEntries } from './boundary-entries.js';
import { refuseOtherFilters, type Filter } from './filters.js';
import { Periods } from './period.service.js';
import type { LogPeriod } from './reports.dto.js';
import { reconcilePlaces } from './place-reconciliation.js';
import type { AnyRow, Dimension } from './reconciliation.fields.js';
import { readNames, type Range } from './names.js';
import type { ReconciliationQuery } from './reports.dto.js';

/** A reconciliation as it is answered. */
export interface ReconciliationAnswer extends Page<AnyRow>, BoundaryEntries {
  readonly period: LogPeriod;
  readonly by: Dimension;
  /** Whether the identity holds in every row, on this page and all others. */
  readonly holds: boolean;
}

/** A filter that a dimension cannot answer is refused, so that nobody takes a whole for a part. */
const FILTERS_OF: Readonly<Record<Dimension, readonly Filter[]>> = {
  site: ['productId', 'locationId'],
  product: ['productId', 'locationId'],
  location: ['productId', 'locationId'],
  lot: ['productId', 'lotId'],
  container: ['productId', 'lotId', 'containerId'],
  session: ['productId', 'sessionId'],
  person: ['productId', 'personId'],
};

/** By what rows are sorted, before their ids. */
const SORT: readonly (keyof AnyRow)[] = [
  'locationCode',
  'containerLabel',
  'startedAt',
  'personName',
  'productCode',
  'lotNumber',
];
const IDS: readonly (keyof AnyRow)[] = ['locationId', 'productId', 'lotId', 'containerId', 'sessionId', 'personId'];

/**
 * What came, went and is there, over a period of the log (regulations.md section 8; docs/decisions/periods-follow-the-log.md). Balances come
 * from the line before the period and the last line in it, flows from the lines between: the identity compares the two.
 */
@Injectable()
export class ReconciliationService {
  constructor(private readonly periods: Periods) {}

  /** A page of the reconciliation. Refuses `request_invalid`, `not_found`. */
  async page(siteId: string, query: ReconciliationQuery): Promise<ReconciliationAnswer> {
    const after = cursorKey(query.cursor, 2);
    return this.periods.view(async (view) => {
      const { items: rows, ...told } = await this.#read(view, siteId, query);
      const later = after ? rows.filter((row) => isAfter(keyOf(row), after)) : rows;
      return {
        ...told,
        ...pageOf({ rows: later.slice(0, query.limit + 1), limit: query.limit, keyOf, item: (row) => row }),
      };
    });
  }

  /** The whole of it, for an export. Refuses as `page`. */
  async all(siteId: string, query: ReconciliationQuery): Promise<ReconciliationAnswer> {
    return this.periods.view((view) => this.#read(view, siteId, query));
  }

  async #read(view: EntityManager, siteId: string, query: ReconciliationQuery): Promise<ReconciliationAnswer> {
    refuseOtherFilters(query, FILTERS_OF[query.by], `A reconciliation by ${query.by}`);
    const period = await this.periods.find(view, { siteId, from: query.from, to: query.to });
    const range: Range = { ...filtersOf(query), siteId, fromSeq: period.fromSeq, untilSeq: period.untilSeq };
    const rows = await rowsOf(view, range, query.by);
    return {
      period,
      by: query.by,
      holds: rows.every((row) => row.holds === true),
      items: rows.sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1)),
      ...(await boundaryEntries(view, siteId, period)),
    };
  }
}

async function rowsOf(view: EntityManager, range: Range, by: Dimension): Promise<AnyRow[]> {
  const names = await readNames(view, range.siteId);
  if (by === 'lot') return reconcileLots(view, range, names);
  if (by === 'container') return reconcileContainers(view, range, names);
  if (by === 'session') return reconcileSessions(view, range, names);
  if (by === 'person') return reconcilePersons(view, range, names);
  const groups = await reconcilePlaces(view, range, by);
  return groups.map(({ locationId, productId, figures }) => ({
    ...names.location(locationId),
    ...names.product(productId),
    ...figures,
  }));
}

function filtersOf(query: ReconciliationQuery): Partial<Record<Filter, string>> {
  const given = FILTERS_OF[query.by].flatMap((filter) => {
    const value = (query as Partial<Record<Filter, string>>)[filter];
    return value === undefined ? [] : [[filter, value.toLowerCase()]];
  });
  return Object.fromEntries(given) as Partial<Record<Filter, string>>;
}

function keyOf(row: AnyRow): [string, string] {
  const join = (fields: readonly (keyof AnyRow)[]) => fields.map((field) => String(row[field] ?? '')).join('\u0000');
  return [join(SORT), join(IDS)];
}

function isAfter([sort, id]: readonly [string, string], key: readonly (string | number)[]): boolean {
  const [afterSort, afterId] = key as [string, string];
  return sort === afterSort ? id > afterId : sort > afterSort;
}
