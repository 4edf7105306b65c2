import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isCivilDate } from '../../domain/civil-date.js';
import { containerRead } from '../../domain/ledger/container-ref.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { listPage } from '../../platform/http/listing.js';
import { pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { containersQuery, IN_ORDER } from './containers.sql.js';
import type { ContainerDto, ContainersQuery, LotDto } from './storage.dto.js';

interface ContainerRow {
  readonly container_id: string;
  readonly label: string;
  readonly serial: string | null;
  readonly state: ContainerDto['state'];
  readonly product_id: string;
  readonly product_code: string;
  readonly lot_id: string;
  readonly lot_number: string;
  readonly expires_on: string;
  readonly location_id: string;
  readonly location_code: string;
  readonly receipt_id: string;
  readonly opened_at: Date | null;
  readonly beyond_use_on: string | null;
  readonly last_day: string;
  readonly reserved_for_patient_id: string | null;
}

interface LotRow {
  readonly lot_id: string;
  readonly lot_number: string;
  readonly product_id: string;
  readonly product_code: string;
  readonly expires_on: string;
}

const COLUMNS = `
  SELECT c.container_id, c.label, c.serial, c.state, c.product_id, p.code AS product_code, c.lot_id, l.lot_number,
         c.expires_on::text, c.location_id, o.code AS location_code, c.receipt_id, c.opened_at, c.beyond_use_on::text,
         least(c.expires_on, c.beyond_use_on)::text AS last_day, c.reserved_for_patient_id`;
const NAMED = `
  JOIN countersign.product p ON p.site_id = c.site_id AND p.product_id = c.product_id
  JOIN countersign.lot l ON l.site_id = c.site_id AND l.lot_id = c.lot_id
  JOIN countersign.location o ON o.site_id = c.site_id AND o.location_id = c.location_id`;

/** Where everything is. No answer carries an amount or a number of containers: counts are blind. */
@Injectable()
export class ContainersService {
  constructor(private readonly source: DataSource) {}

  /** By their last day, which is the earlier of expiry and beyond-use date. */
  async list(siteId: string, query: ContainersQuery): Promise<Page<ContainerDto>> {
    dayOrRefuse('expiringBefore', query.expiringBefore);
    dayOrRefuse('lastDayFrom', query.lastDayFrom);
    const { sql, params } = containersQuery(siteId, query);
    const rows: ContainerRow[] = await this.source.query(`${COLUMNS} FROM (${sql}) c ${NAMED} ${IN_ORDER}`, params);
    return pageOf({ rows, limit: query.limit, keyOf: (row) => [row.last_day, row.label], item: containerOf });
  }

  /** By label or id. Refuses `not_found`. */
  async one(siteId: string, labelOrId: string): Promise<ContainerDto> {
    const { column = 'container_id', values } = containerRead(labelOrId);
    const sql = `${COLUMNS} FROM countersign.container c ${NAMED} WHERE c.site_id = $1 AND c.${column} = $2`;
    const [row] = (await this.source.query(sql, [siteId, values[0]])) as ContainerRow[];
    return row ? containerOf(row) : refuseNow('not_found', { field: 'container' });
  }

  lots(siteId: string, page: PageQuery): Promise<Page<LotDto>> {
    return listPage<LotRow, LotDto>(this.source, {
      sql: `SELECT l.lot_id, l.lot_number, l.product_id, p.code AS product_code, l.expires_on::text FROM countersign.lot l
            JOIN countersign.product p ON p.site_id = l.site_id AND p.product_id = l.product_id WHERE l.site_id = $1`,
      params: [siteId],
      by: { expires_on: 'l.expires_on', lot_id: 'l.lot_id' },
      page,
      item: (row) => ({
        lotId: row.lot_id,
        lotNumber: row.lot_number,
        productId: row.product_id,
        productCode: row.product_code,
        expiresOn: row.expires_on,
      }),
    });
  }
}

function containerOf(row: ContainerRow): ContainerDto {
  return {
    containerId: row.container_id,
    label: row.label,
    serial: row.serial ?? undefined,
    state: row.state,
    productId: row.product_id,
    productCode: row.product_code,
    lotId: row.lot_id,
    lotNumber: row.lot_number,
    expiresOn: row.expires_on,
    locationId: row.location_id,
    locationCode: row.location_code,
    receiptId: row.receipt_id,
    openedAt: row.opened_at?.toISOString(),
    beyondUseOn: row.beyond_use_on ?? undefined,
    reservedForPatientId: row.reserved_for_patient_id ?? undefined,
  };
}

function dayOrRefuse(field: 'expiringBefore' | 'lastDayFrom', day: string | undefined): void {
  if (day !== undefined && !isCivilDate(day)) refuseNow('request_invalid', { detail: said('no_day'), field });
}
