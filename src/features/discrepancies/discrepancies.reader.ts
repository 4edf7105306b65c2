import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mgFromUg } from '../../domain/amounts.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { RecordReader } from '../../platform/audit/record-reader.js';
import { cursorKey, MAX_LIMIT, pageOf, type Page } from '../../platform/http/pagination.js';
import type { DiscrepancyDetailsDto, DiscrepancyDto } from './discrepancies.answers.js';
import type { DiscrepanciesQuery } from './discrepancies.dto.js';

interface Row {
  readonly discrepancy_id: string;
  readonly kind: DiscrepancyDto['kind'];
  readonly status: DiscrepancyDto['status'];
  readonly product_id: string;
  readonly product_code: string;
  readonly product_name: string;
  readonly location_id: string;
  readonly location_code: string;
  readonly container_id: string | null;
  readonly label: string | null;
  readonly variance_ug: string;
  readonly variance_containers: number | null;
  readonly suspense_ug: string;
  readonly opened_at: Date;
  readonly opened_seq: string;
  readonly opened_by: string;
  readonly opened_by_name: string | null;
  readonly age_hours: number;
  readonly rank: number;
}

const NAMED = (found: string) => `
  SELECT d.discrepancy_id, d.kind, d.status, d.product_id, p.code AS product_code, p.name AS product_name, d.location_id,
    l.code AS location_code, d.container_id, c.label, d.variance_ug, d.variance_containers,
    coalesce(h.balance_ug, 0) AS suspense_ug, d.opened_at, d.opened_seq, d.opened_by, n.display_name AS opened_by_name,
    floor(extract(epoch FROM countersign.ledger_clock() - d.opened_at) / 3600)::int AS age_hours,
    CASE d.status WHEN 'open' THEN 0 ELSE 1 END AS rank
  FROM (${found}) d
  JOIN countersign.product p ON p.site_id = d.site_id AND p.product_id = d.product_id
  JOIN countersign.location l ON l.site_id = d.site_id AND l.location_id = d.location_id
  LEFT JOIN countersign.container c ON c.site_id = d.site_id AND c.container_id = d.container_id
  LEFT JOIN countersign.person n ON n.person_id = d.opened_by
  LEFT JOIN LATERAL (
    SELECT balance_ug FROM countersign.holder h WHERE h.site_id = d.site_id AND h.holder_id = d.discrepancy_id
      AND h.kind = 'suspense' AND h.product_id = d.product_id LIMIT 1) h ON true
  ORDER BY rank, d.opened_seq`;

/** Site, discrepancy. */
const ONE = NAMED('SELECT * FROM countersign.discrepancy WHERE site_id = $1 AND discrepancy_id = $2');

/** Site, status or null, cursor rank, cursor seq, limit. Open first, then the oldest: the first of each, and of these the first. */
const LIST = NAMED(`
  SELECT found.* FROM (VALUES ('open', 0), ('resolved', 1)) x (status, rank)
  CROSS JOIN LATERAL (
    SELECT * FROM countersign.discrepancy d WHERE d.site_id = $1 AND d.status = x.status
      AND d.opened_seq > CASE WHEN x.rank = $3::int THEN $4::bigint ELSE -1 END
    ORDER BY d.opened_seq LIMIT $5) found
  WHERE ($2::text IS NULL OR x.status = $2) AND ($3 IS NULL OR x.rank >= $3)
  ORDER BY x.rank, found.opened_seq LIMIT $5`);

@Injectable()
export class DiscrepanciesReader {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordReader,
  ) {}

  async list(siteId: string, query: DiscrepanciesQuery): Promise<Page<DiscrepancyDto>> {
    const after = cursorKey(query.cursor, 2);
    const rows: Row[] = await this.source.query(LIST, [
      siteId,
      query.status ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
    ]);
    return pageOf({ rows, limit: query.limit, keyOf: (row) => [row.rank, Number(row.opened_seq)], item: itemOf });
  }

  /** One with the records about it, the oldest first. Refuses `not_found`. */
  async one(siteId: string, discrepancyId: string): Promise<DiscrepancyDetailsDto> {
    const [row]: Row[] = await this.source.query(ONE, [siteId, discrepancyId]);
    if (!row) return refuseNow('not_found', { detail: said('no_discrepancy') });
    const page = { siteId, subjectId: discrepancyId, newestFirst: false, limit: MAX_LIMIT };
    return { ...itemOf(row), history: await this.records.ofSubject(page) };
  }
}

function itemOf(row: Row): DiscrepancyDto {
  return {
    discrepancyId: row.discrepancy_id,
    kind: row.kind,
    status: row.status,
    productId: row.product_id,
    productCode: row.product_code,
    productName: row.product_name,
    locationId: row.location_id,
    locationCode: row.location_code,
    ...(row.container_id === null ? {} : { containerId: row.container_id, container: row.label ?? undefined }),
    varianceMg: mgFromUg(Number(row.variance_ug)),
    ...(row.variance_containers === null ? {} : { varianceContainers: row.variance_containers }),
    inSuspenseMg: mgFromUg(Number(row.suspense_ug)),
    openedAt: row.opened_at.toISOString(),
    openedSeq: Number(row.opened_seq),
    openedBy: row.opened_by,
    openedByName: row.opened_by_name ?? row.opened_by,
    ageHours: row.age_hours,
  };
}
