import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changeReference, referenceReads, type ReferenceChange } from '../../domain/acts/change-reference.js';
import { addProduct, newProductReads, type NewProduct } from '../../domain/acts/add-product.js';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { isRefusal } from '../../domain/refusal.js';
import { verifiedGtin, verifiedNdc } from '../../interop/verified.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { listPage } from '../../platform/http/listing.js';
import type { Page, PageQuery } from '../../platform/http/pagination.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { NewProductDto, ProductChangeDto, ProductDto } from './products.dto.js';

interface ProductRow {
  readonly product_id: string;
  readonly code: string;
  readonly name: string;
  readonly ndc: string;
  readonly gtin: string | null;
  readonly form: ProductDto['form'];
  readonly dosing: ProductDto['dosing'];
  readonly strength_ug_per_ml: string | null;
  readonly container_volume_ul: string | null;
  readonly devices_per_container: number | null;
  readonly device_amount_ug: string | null;
  readonly label_amount_ug: string;
  readonly overfill_allowance_ug: string;
  readonly beyond_use_days: number | null;
  readonly dea_code: string;
  readonly schedule: ProductDto['schedule'];
  readonly active: boolean;
}

@Injectable()
export class ProductsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  add(act: ActContext, body: NewProductDto): Promise<Posted> {
    const ndc = verifiedNdc(body.ndc, 'ndc');
    const ndc11 = isRefusal(ndc) ? undefined : ndc.ndc11;
    const product: NewProduct = {
      ...body,
      productId: uuidv7(),
      ndc,
      gtin: body.gtin === undefined ? undefined : verifiedGtin(body.gtin, { ndc11, field: 'gtin' }),
    };
    return this.ledger.post({
      ...requested(act),
      type: 'product_added',
      reads: newProductReads(product),
      decide: addProduct(product),
    });
  }

  /** The NDC never changes, and so can be looked up before the lock. */
  async change(act: ActContext, id: string, body: ProductChangeDto): Promise<Posted> {
    const { name, beyondUseDays, active, clear } = body;
    const [known] = (await this.source.query(
      'SELECT ndc11 FROM countersign.product WHERE site_id = $1 AND product_id = $2',
      [act.siteId, id],
    )) as { ndc11: string }[];
    const gtin = body.gtin === undefined ? undefined : verifiedGtin(body.gtin, { ndc11: known?.ndc11, field: 'gtin' });
    const change: ReferenceChange = {
      table: 'product',
      id,
      to: { name, gtin, beyondUseDays, active },
      clear,
      ...(typeof gtin === 'string' ? { unique: { column: 'gtin', value: gtin } } : {}),
    };
    return this.ledger.post({
      ...requested(act),
      type: 'product_changed',
      reads: referenceReads(change),
      decide: changeReference(change),
    });
  }

  list(siteId: string, page: PageQuery): Promise<Page<ProductDto>> {
    return listPage<ProductRow, ProductDto>(this.source, {
      sql: `SELECT product_id, code, name, ndc, gtin, form, dosing, strength_ug_per_ml, container_volume_ul, devices_per_container,
                   device_amount_ug, label_amount_ug, overfill_allowance_ug, beyond_use_days, dea_code, schedule, active
            FROM countersign.product WHERE site_id = $1`,
      params: [siteId],
      by: { code: 'code' },
      page,
      item: productOf,
    });
  }
}

function productOf(row: ProductRow): ProductDto {
  return {
    productId: row.product_id,
    code: row.code,
    name: row.name,
    ndc: row.ndc,
    gtin: row.gtin ?? undefined,
    form: row.form,
    dosing: row.dosing,
    strengthMgPerMl: inText(row.strength_ug_per_ml, mgFromUg),
    containerVolumeMl: inText(row.container_volume_ul, mlFromUl),
    devicesPerContainer: row.devices_per_container ?? undefined,
    deviceAmountMg: inText(row.device_amount_ug, mgFromUg),
    labelAmountMg: mgFromUg(Number(row.label_amount_ug)),
    overfillAllowanceMg: mgFromUg(Number(row.overfill_allowance_ug)),
    beyondUseDays: row.beyond_use_days ?? undefined,
    deaCode: row.dea_code,
    schedule: row.schedule,
    active: row.active,
  };
}

// The driver gives a bigint as text.
function inText(amount: string | null, write: (amount: number) => string): string | undefined {
  return amount === null ? undefined : write(Number(amount));
}
