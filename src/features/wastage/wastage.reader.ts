import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { cursorKey, pageOf, type Page } from '../../platform/http/pagination.js';
import type { PendingStatus, PendingWasteListedDto } from './wastage.answers.js';
import type { PendingWastesQuery } from './wastage.dto.js';

interface Row {
  readonly pending_waste_id: string;
  readonly status: PendingStatus;
  readonly session_id: string | null;
  readonly container_id: string | null;
  readonly label: string | null;
  readonly product_id: string;
  readonly product_code: string;
  readonly product_name: string;
  readonly location_id: string;
  readonly location_code: string;
  readonly amount_ug: string;
  readonly volume_ul: string | null;
  readonly device_count: number | null;
  readonly opened_by: string;
  readonly opened_by_name: string | null;
  readonly opened_at: Date;
  readonly opened_key: string;
  readonly opened_seq: string;
  readonly age_minutes: number;
  readonly signed_by: { readonly personId: string; readonly displayName: string }[];
}

const LIST = `
  SELECT w.pending_waste_id, w.status, w.session_id, w.container_id, c.label, w.product_id, p.code AS product_code,
    p.name AS product_name, w.location_id, l.code AS location_code, w.amount_ug, w.volume_ul, w.device_count,
    w.opened_by, o.display_name AS opened_by_name, w.opened_at, w.opened_at::text AS opened_key, w.opened_seq,
    floor(extract(epoch FROM countersign.ledger_clock() - w.opened_at) / 60)::int AS age_minutes,
    coalesce((SELECT jsonb_agg(jsonb_build_object('personId', g.person_id, 'displayName', n.display_name) ORDER BY g.seq)
      FROM countersign.pending_waste_signature g JOIN countersign.person n ON n.person_id = g.person_id
      WHERE g.site_id = w.site_id AND g.pending_waste_id = w.pending_waste_id), '[]') AS signed_by
  FROM countersign.pending_waste w
  JOIN countersign.product p ON p.site_id = w.site_id AND p.product_id = w.product_id
  JOIN countersign.location l ON l.site_id = w.site_id AND l.location_id = w.location_id
  LEFT JOIN countersign.container c ON c.site_id = w.site_id AND c.container_id = w.container_id
  LEFT JOIN countersign.person o ON o.person_id = w.opened_by
  WHERE w.site_id = $1 AND w.status = $2 AND ($3::uuid IS NULL OR w.session_id = $3)
    AND ($4::timestamptz IS NULL OR (w.opened_at, w.pending_waste_id) > ($4, $5::uuid))
  ORDER BY w.opened_at, w.pending_waste_id LIMIT $6`;

@Injectable()
export class WastageReader {
  constructor(private readonly source: DataSource) {}

  /** Pending wastes of a site, the oldest first. */
  async pending(siteId: string, query: PendingWastesQuery): Promise<Page<PendingWasteListedDto>> {
    const after = cursorKey(query.cursor, 2);
    const rows: Row[] = await this.source.query(LIST, [
      siteId,
      query.status ?? 'pending',
      query.sessionId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
    ]);
    return pageOf({ rows, limit: query.limit, keyOf: (row) => [row.opened_key, row.pending_waste_id], item: itemOf });
  }
}

function itemOf(row: Row): PendingWasteListedDto {
  return {
    pendingWasteId: row.pending_waste_id,
    status: row.status,
    ...(row.session_id === null ? {} : { sessionId: row.session_id }),
    ...(row.container_id === null ? {} : { containerId: row.container_id, container: row.label ?? undefined }),
    productId: row.product_id,
    productCode: row.product_code,
    productName: row.product_name,
    locationId: row.location_id,
    locationCode: row.location_code,
    amountMg: mgFromUg(Number(row.amount_ug)),
    ...(row.volume_ul === null ? {} : { volumeMl: mlFromUl(Number(row.volume_ul)) }),
    ...(row.device_count === null ? {} : { deviceCount: row.device_count }),
    openedBy: row.opened_by,
    openedByName: row.opened_by_name ?? row.opened_by,
    openedAt: row.opened_at.toISOString(),
    openedSeq: Number(row.opened_seq),
    ageMinutes: row.age_minutes,
    signedBy: row.signed_by,
  };
}
