import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONTAINER_LABEL } from '../../domain/ledger/container-ref.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { isBracketed } from '../../interop/gs1.js';
import type { ScannedProduct } from '../../interop/package-given.js';
import { ndcCandidates } from '../../interop/ndc.js';
import { readScan, type Scan, type ScanResult } from '../../interop/read-scan.js';
import type { ScannedContainerDto, ScannedLocationDto, ScannedProductDto, ScanReadDto } from './scans.dto.js';

const GS = '\u001d';
/** `]d2` and the like, which scanners can be set to send before what they read. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;
const GTIN = /^[0-9]{8}$|^[0-9]{12,14}$/;

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

  /**
   * What was scanned: a label of ours, a place, a package received before, a product, or nothing of this site. Containers only for
   * who may read stock. Refuses `invalid_barcode` for what a scanner marks as a barcode and that cannot be read.
   */
  async read(siteId: string, text: string, mayReadStock: boolean): Promise<ScanReadDto> {
    const typed = text.replace(SYMBOLOGY, '').trim();
    const container =
      mayReadStock && CONTAINER_LABEL.test(typed) ? await this.#container(siteId, 'label', typed) : undefined;
    if (container) return { kind: 'container', container, warnings: [] };
    const location = await this.#location(siteId, typed);
    if (location) return { kind: 'location', location, warnings: [] };
    const scan = readScan(GTIN.test(typed) ? `(01)${typed.padStart(14, '0')}` : text, {
      referenceYear: await this.#year(),
    });
    if (scan.ok) return this.#package(siteId, scan, mayReadStock);
    const product = productOf(await this.#one(siteId, 'code = $2', typed));
    if (product) return { kind: 'product', product, warnings: [] };
    // A word may be anything; what says that it is GS1 and is not was damaged on the way.
    const isWord = !text.startsWith(']') && !isBracketed(text) && !text.includes(GS) && !GTIN.test(typed);
    if (isWord) return { kind: 'unknown', warnings: [] };
    return refuseNow('invalid_barcode', { detail: said(`barcode_${scan.error}`), field: 'scan' });
  }

  async #package(siteId: string, scan: Scan, mayReadStock: boolean): Promise<ScanReadDto> {
    const { gtin, lotNumber, expiresOn, serial, warnings } = scan;
    const row = await this.#byScan(siteId, scan);
    const read = { product: productOf(row), gtin, lotNumber, expiresOn, serial, warnings };
    if (!row || !mayReadStock) return { kind: row ? 'product' : 'unknown', ...read };
    const container = serial === undefined ? undefined : await this.#bySerial(siteId, row.product_id, serial);
    const [lot] = (await this.source.query(
      'SELECT lot_id FROM countersign.lot WHERE site_id = $1 AND product_id = $2 AND lot_number = $3',
      [siteId, row.product_id, lotNumber ?? null],
    )) as { lot_id: string }[];
    return { kind: container ? 'received' : 'product', ...read, container, lotId: lot?.lot_id };
  }

  /** The product that was named, else the one that was scanned; undefined where the site has none such. */
  async productOf(
    siteId: string,
    scan: ScanResult | undefined,
    productId: string | undefined,
  ): Promise<ScannedProduct | undefined> {
    const row =
      productId === undefined
        ? await this.#byScan(siteId, scan)
        : await this.#one(siteId, 'product_id = $2', productId);
    return row && { productId: row.product_id, gtin: row.gtin, ndc11: row.ndc11 };
  }

  async #one(siteId: string, where: 'product_id = $2' | 'code = $2', value: string): Promise<ProductRow | undefined> {
    const [row] = (await this.source.query(
      `SELECT product_id, code, name, gtin, ndc11 FROM countersign.product WHERE site_id = $1 AND ${where}`,
      [siteId, value],
    )) as ProductRow[];
    return row;
  }

  async #container(siteId: string, column: 'label' | 'container_id', value: string) {
    const [row] = (await this.source.query(
      `SELECT container_id AS "containerId", label, state, product_id AS "productId", location_id AS "locationId"
       FROM countersign.container WHERE site_id = $1 AND ${column} = $2`,
      [siteId, value],
    )) as ScannedContainerDto[];
    return row;
  }

  async #location(siteId: string, code: string) {
    const [row] = (await this.source.query(
      `SELECT location_id AS "locationId", code, name FROM countersign.location WHERE site_id = $1 AND code = $2`,
      [siteId, code],
    )) as ScannedLocationDto[];
    return row;
  }

  async #bySerial(siteId: string, productId: string, serial: string) {
    const [row] = (await this.source.query(
      `SELECT container_id FROM countersign.container
       WHERE site_id = $1 AND product_id = $2 AND serial = $3 AND state <> 'void'`,
      [siteId, productId, serial],
    )) as { container_id: string }[];
    return row && this.#container(siteId, 'container_id', row.container_id);
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

function productOf(row: ProductRow | undefined): ScannedProductDto | undefined {
  return row && { productId: row.product_id, code: row.code, name: row.name };
}
