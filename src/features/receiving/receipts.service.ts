import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseNow } from '../../domain/refusal.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page } from '../../platform/http/pagination.js';
import type { ReceiptDetailsDto, ReceiptListedDto, ReceivedContainerDto } from './receipts.answers.js';
import type { ReceiptsQuery } from './receiving.dto.js';

interface ReceiptRow {
  readonly receipt_id: string;
  readonly invoice: string;
  readonly invoiced_count: number;
  readonly counted_count: number;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly supplier_dea_number: string;
  readonly product_id: string;
  readonly product_code: string;
  readonly product_name: string;
  readonly lot_id: string;
  readonly lot_number: string;
  readonly expires_on: string;
  readonly location_id: string;
  readonly location_code: string;
  readonly discrepancy_id: string | null;
  readonly discrepancy_status: 'open' | 'resolved' | null;
  readonly received_at: Date;
  readonly seq: string;
}

const SELECT = `
  SELECT r.receipt_id, r.invoice, r.invoiced_count, r.counted_count, r.supplier_id, s.name AS supplier_name,
         s.dea_number AS supplier_dea_number, r.product_id, p.code AS product_code, p.name AS product_name, r.lot_id,
         l.lot_number, l.expires_on::text, r.location_id, o.code AS location_code, r.received_at, r.seq,
         d.discrepancy_id, d.status AS discrepancy_status
  FROM countersign.receipt r
  JOIN countersign.supplier s ON s.site_id = r.site_id AND s.supplier_id = r.supplier_id
  JOIN countersign.product p ON p.site_id = r.site_id AND p.product_id = r.product_id
  JOIN countersign.lot l ON l.site_id = r.site_id AND l.lot_id = r.lot_id
  JOIN countersign.location o ON o.site_id = r.site_id AND o.location_id = r.location_id
  LEFT JOIN countersign.discrepancy d ON d.site_id = r.site_id AND d.opened_seq = r.seq AND d.kind = 'receipt'
  WHERE r.site_id = $1`;

/** Receipts that were recorded, last first. */
@Injectable()
export class ReceiptsService {
  constructor(private readonly source: DataSource) {}

  list(siteId: string, query: ReceiptsQuery): Promise<Page<ReceiptListedDto>> {
    const { supplierId, productId, invoice, counted } = query;
    return listPage<ReceiptRow, ReceiptListedDto>(this.source, {
      sql: `${SELECT} AND ($2::uuid IS NULL OR r.supplier_id = $2) AND ($3::uuid IS NULL OR r.product_id = $3)
        AND ($4::text IS NULL OR r.invoice = $4)
        AND ($5::text IS NULL OR ($5 = 'agrees' AND r.counted_count = r.invoiced_count)
          OR ($5 = 'differs' AND r.counted_count <> r.invoiced_count))`,
      params: [siteId, supplierId, productId, invoice, counted].map((one) => one ?? null),
      by: { seq: 'r.seq' },
      descending: true,
      page: query,
      item: receiptOf,
    });
  }

  async one(siteId: string, receiptId: string): Promise<ReceiptDetailsDto> {
    const [row] = (await this.source.query(`${SELECT} AND r.receipt_id = $2`, [siteId, receiptId])) as ReceiptRow[];
    if (!row) return refuseNow('not_found', { field: 'receiptId' });
    const containers = (await this.source.query(
      `SELECT container_id AS "containerId", label FROM countersign.container
       WHERE site_id = $1 AND lot_id = $2 AND receipt_id = $3 ORDER BY label`,
      [siteId, row.lot_id, receiptId],
    )) as ReceivedContainerDto[];
    return { ...receiptOf(row), containers };
  }
}

function receiptOf(row: ReceiptRow): ReceiptListedDto {
  return {
    receiptId: row.receipt_id,
    invoice: row.invoice,
    invoicedCount: row.invoiced_count,
    countedCount: row.counted_count,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    supplierDeaNumber: row.supplier_dea_number,
    productId: row.product_id,
    productCode: row.product_code,
    productName: row.product_name,
    lotId: row.lot_id,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    locationId: row.location_id,
    locationCode: row.location_code,
    discrepancyId: row.discrepancy_id ?? undefined,
    discrepancyStatus: row.discrepancy_status ?? undefined,
    receivedAt: row.received_at.toISOString(),
    seq: Number(row.seq),
  };
}
