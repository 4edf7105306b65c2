import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseNow } from '../../domain/refusal.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { ReceiptDetailsDto, ReceiptListedDto, ReceivedContainerDto } from './receiving.dto.js';

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
  readonly lot_id: string;
  readonly lot_number: string;
  readonly expires_on: string;
  readonly location_id: string;
  readonly received_at: Date;
  readonly seq: string;
}

const SELECT = `
  SELECT r.receipt_id, r.invoice, r.invoiced_count, r.counted_count, r.supplier_id, s.name AS supplier_name,
         s.dea_number AS supplier_dea_number, r.product_id, p.code AS product_code, r.lot_id, l.lot_number,
         l.expires_on::text, r.location_id, r.received_at, r.seq
  FROM countersign.receipt r
  JOIN countersign.supplier s ON s.site_id = r.site_id AND s.supplier_id = r.supplier_id
  JOIN countersign.product p ON p.site_id = r.site_id AND p.product_id = r.product_id
  JOIN countersign.lot l ON l.site_id = r.site_id AND l.lot_id = r.lot_id
  WHERE r.site_id = $1`;

/** Receipts that were recorded, last first. */
@Injectable()
export class ReceiptsService {
  constructor(private readonly source: DataSource) {}

  list(siteId: string, page: PageQuery): Promise<Page<ReceiptListedDto>> {
    return listPage<ReceiptRow, ReceiptListedDto>(this.source, {
      sql: SELECT,
      params: [siteId],
      by: { seq: 'r.seq' },
      descending: true,
      page,
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
    lotId: row.lot_id,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    locationId: row.location_id,
    receivedAt: row.received_at.toISOString(),
    seq: Number(row.seq),
  };
}
