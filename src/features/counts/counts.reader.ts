import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import type { CountListedDto, CountMethod, CountSheetDto } from './counts.answers.js';
import type { CountsQuery } from './counts.dto.js';

interface CountRow {
  readonly count_id: string;
  readonly location_id: string;
  readonly location_code: string;
  readonly product_id: string;
  readonly product_code: string;
  readonly container_id: string | null;
  readonly label: string | null;
  readonly method: CountMethod;
  readonly counted_containers: number | null;
  readonly measured_ul: string | null;
  readonly measured_device_count: number | null;
  readonly book_containers: number | null;
  readonly book_ug: string;
  readonly counted_ug: string;
  readonly variance_ug: string;
  readonly variance_containers: number | null;
  readonly within_tolerance: boolean;
  readonly counted_by: string;
  readonly counted_by_name: string | null;
  readonly counted_at: Date;
  readonly seq: string;
  readonly discrepancy_id: string | null;
}

interface SheetRow {
  readonly location: CountSheetDto['location'] | null;
  readonly products: CountSheetDto['products'];
  readonly open_containers: CountSheetDto['openContainers'];
}

const COUNTS = `
  SELECT k.*, l.code AS location_code, p.code AS product_code, c.label, n.display_name AS counted_by_name, d.discrepancy_id
  FROM countersign.stock_count k
  JOIN countersign.location l ON l.site_id = k.site_id AND l.location_id = k.location_id
  JOIN countersign.product p ON p.site_id = k.site_id AND p.product_id = k.product_id
  LEFT JOIN countersign.container c ON c.site_id = k.site_id AND c.container_id = k.container_id
  LEFT JOIN countersign.person n ON n.person_id = k.counted_by
  LEFT JOIN countersign.discrepancy d ON d.site_id = k.site_id AND d.opened_seq = k.seq
  WHERE k.site_id = $1 AND ($2::uuid IS NULL OR k.location_id = $2) AND ($3::uuid IS NULL OR k.product_id = $3)
    AND ($4::bigint IS NULL OR k.seq < $4)
  ORDER BY k.seq DESC LIMIT $5`;

/** Every product of the site, there or not: what is missing from the list would say what is in the cupboard. */
const SHEET = `
  SELECT (SELECT jsonb_build_object('locationId', l.location_id, 'code', l.code, 'name', l.name)
          FROM countersign.location l WHERE l.site_id = $1 AND l.location_id = $2) AS location,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('productId', p.product_id, 'code', p.code, 'name', p.name, 'form', p.form)
        ORDER BY p.code), '[]') FROM countersign.product p WHERE p.site_id = $1 AND p.active) AS products,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('containerId', c.container_id, 'container', c.label,
        'productId', c.product_id, 'measuredIn', CASE p.form WHEN 'injection' THEN 'mL' ELSE 'devices' END) ORDER BY c.label), '[]')
     FROM countersign.product p
     JOIN countersign.container c ON c.site_id = p.site_id AND c.location_id = $2 AND c.product_id = p.product_id AND c.state = 'open'
     WHERE p.site_id = $1) AS open_containers`;

@Injectable()
export class CountsReader {
  constructor(private readonly source: DataSource) {}

  /** Signed counts with what they found, the newest first. */
  async list(siteId: string, query: CountsQuery): Promise<Page<CountListedDto>> {
    const [after] = cursorKey(query.cursor, 1) ?? [];
    const rows: CountRow[] = await this.source.query(COUNTS, [
      siteId,
      query.locationId ?? null,
      query.productId ?? null,
      after ?? null,
      query.limit + 1,
    ]);
    return pageOf({ rows, limit: query.limit, keyOf: (row) => [Number(row.seq)], item: itemOf });
  }

  /** What there is to count at a location, and nothing of how much of it the book has. Refuses `not_found`. */
  async sheet(siteId: string, locationId: string): Promise<CountSheetDto> {
    const [found]: SheetRow[] = await this.source.query(SHEET, [siteId, locationId]);
    if (!found?.location) return refuseNow('not_found', { detail: said('no_location') });
    return { location: found.location, products: found.products, openContainers: found.open_containers };
  }
}

function itemOf(row: CountRow): CountListedDto {
  const given = <T>(key: string, value: T | null) => (value === null ? {} : { [key]: value });
  return {
    countId: row.count_id,
    seq: Number(row.seq),
    countedAt: row.counted_at.toISOString(),
    countedBy: row.counted_by,
    countedByName: row.counted_by_name ?? row.counted_by,
    locationId: row.location_id,
    locationCode: row.location_code,
    productId: row.product_id,
    productCode: row.product_code,
    ...given('containerId', row.container_id),
    ...given('container', row.label),
    method: row.method,
    ...given('countedContainers', row.counted_containers),
    ...(row.measured_ul === null ? {} : { measuredVolumeMl: mlFromUl(Number(row.measured_ul)) }),
    ...given('deviceCount', row.measured_device_count),
    ...given('bookContainers', row.book_containers),
    ...given('varianceContainers', row.variance_containers),
    bookMg: mgFromUg(Number(row.book_ug)),
    countedMg: mgFromUg(Number(row.counted_ug)),
    varianceMg: mgFromUg(Number(row.variance_ug)),
    withinTolerance: row.within_tolerance,
    ...given('discrepancyId', row.discrepancy_id),
  };
}
