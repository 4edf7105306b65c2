import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseNow } from '../../domain/refusal.js';
import { inWords, type ScannedProduct } from '../../interop/package-given.js';
import { ndcCandidates } from '../../interop/ndc.js';
import { readScan, type ScanResult } from '../../interop/read-scan.js';
import type { ScanReadDto } from './receiving.dto.js';

interface ProductRow {
  readonly product_id: string;
  readonly code: string;
  readonly name: string;
  readonly gtin: string | null;
  readonly ndc11: string;
}

/** What a scan says, and of which product of the site it is. Reads only. */
@Injectable()
export class ScansService {
  constructor(private readonly source: DataSource) {}

  /** Refuses `invalid_barcode` where the scan cannot be read. */
  async read(siteId: string, text: string): Promise<ScanReadDto> {
    const scan = readScan(text, { referenceYear: await this.#year() });
    if (!scan.ok) {
      const detail = `The barcode cannot be read: ${inWords(scan.error)}.`;
      return refuseNow('invalid_barcode', { detail, field: 'scan' });
    }
    const { gtin, lotNumber, expiresOn, serial, warnings } = scan;
    const row = await this.#byScan(siteId, scan);
    const product = row && { productId: row.product_id, code: row.code, name: row.name };
    return { gtin, product, lotNumber, expiresOn, serial, warnings };
  }

  /** The product that was named, else the one that was scanned; undefined where the site has none such. */
  async productOf(
    siteId: string,
    scan: ScanResult | undefined,
    productId: string | undefined,
  ): Promise<ScannedProduct | undefined> {
    const row = productId === undefined ? await this.#byScan(siteId, scan) : await this.#byId(siteId, productId);
    return row && { productId: row.product_id, gtin: row.gtin, ndc11: row.ndc11 };
  }

  async #byId(siteId: string, productId: string): Promise<ProductRow | undefined> {
    const [row] = (await this.source.query(
      'SELECT product_id, code, name, gtin, ndc11 FROM countersign.product WHERE site_id = $1 AND product_id = $2',
      [siteId, productId],
    )) as ProductRow[];
    return row;
  }

  /** By GTIN; else a product without one whose NDC the barcode can hold, if there is exactly one. */
  async #byScan(siteId: string, scan: ScanResult | undefined): Promise<ProductRow | undefined> {
    if (!scan?.ok) return undefined;
    const ndcs = scan.ndc10Digits === null ? [] : ndcCandidates(scan.ndc10Digits).map(({ ndc11 }) => ndc11);
    const rows = (await this.source.query(
      `SELECT product_id, code, name, gtin, ndc11 FROM countersign.product
       WHERE site_id = $1 AND active AND (gtin = $2 OR gtin IS NULL AND ndc11 = ANY ($3::text[]))`,
      [siteId, scan.gtin, ndcs],
    )) as ProductRow[];
    return rows.find((row) => row.gtin !== null) ?? (rows.length === 1 ? rows[0] : undefined);
  }

  /** Decides the century of two-digit years. */
  async #year(): Promise<number> {
    const [row] = (await this.source.query('SELECT extract(year FROM countersign.ledger_clock())::int AS year')) as {
      year: number;
    }[];
    return row!.year;
  }
}
